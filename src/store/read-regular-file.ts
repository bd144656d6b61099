/**
 * Reads one ordinary file of an edition's folder, and nothing else: no symbolic link (it may lead anywhere), no named
 * pipe (it would hang the build), no device, nothing beyond the size cap.
 */
import { constants } from "node:fs";
import { open } from "node:fs/promises";
import type { Diagnostic } from "../model/diagnostic.js";
import { systemCode } from "./refusal.js";

/** A page of text is some 30 KB; a year of a daily in one file stays below this many bytes. */
export const largestFile = 64 * 1024 * 1024;
const mebibyte = 1024 * 1024;

/** Absent on Windows, where opening a link is guarded by the lstat of the folder's listing. */
const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

export type FileOrProblem = { readonly bytes: Uint8Array } | { readonly problem: Diagnostic };

const refuse = (code: string, file: string, details: Diagnostic["details"]): FileOrProblem => ({
  problem: { code, severity: "error", place: { file }, details },
});

/** Words for the errors a person meets; others keep the system's code. */
const reasons: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EPERM: "permission denied",
  EIO: "the disk reports an error",
  ENAMETOOLONG: "the name is too long",
};
export const reasonOf = (error: unknown): string => {
  const code = systemCode(error) ?? "";
  return reasons[code] ?? (code || String(error));
};

/** The bytes of a file, or what is wrong with it (JL6001 missing, JL6002 unreadable, JL6003 too large, JL6005 no file). */
export async function readRegularFile(file: string): Promise<FileOrProblem> {
  let handle: Awaited<ReturnType<typeof open>> | undefined;
  try {
    handle = await open(file, flags);
    const status = await handle.stat();
    if (!status.isFile()) return refuse("JL6005", file, { what: "not an ordinary file" });
    if (status.size > largestFile)
      return refuse("JL6003", file, {
        size: Math.ceil(status.size / mebibyte),
        limit: largestFile / mebibyte,
      });
    return { bytes: await handle.readFile() };
  } catch (error) {
    const code = systemCode(error);
    if (code === "ENOENT" || code === "ENOTDIR") return refuse("JL6001", file, {});
    if (code === "ELOOP" || code === "EMLINK") return refuse("JL6005", file, { what: "a symbolic link" });
    return refuse("JL6002", file, { reason: reasonOf(error) });
  } finally {
    await handle?.close();
  }
}
