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

/**
 * Opens no link and waits for no pipe. Absent on Windows, where opening a link is guarded by the lstat of the folder's
 * listing.
 */
export const openFlags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

export type FileOrProblem = { readonly bytes: Uint8Array } | { readonly problem: Diagnostic };

const problem = (code: string, file: string, details: Diagnostic["details"]): Diagnostic => ({
  code,
  severity: "error",
  place: { file },
  details,
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

/** What the system says against reading a file: JL6001 missing, JL6005 a link, JL6002 anything else. */
export function whyUnread(file: string, error: unknown): Diagnostic {
  const code = systemCode(error);
  if (code === "ENOENT" || code === "ENOTDIR") return problem("JL6001", file, {});
  if (code === "ELOOP" || code === "EMLINK") return problem("JL6005", file, { what: "a symbolic link" });
  return problem("JL6002", file, { reason: reasonOf(error) });
}

export const notOrdinary = (file: string): Diagnostic =>
  problem("JL6005", file, { what: "not an ordinary file" });

/** The bytes of a file, or what is wrong with it (JL6001 missing, JL6002 unreadable, JL6003 too large, JL6005 no file). */
export async function readRegularFile(file: string): Promise<FileOrProblem> {
  let handle: Awaited<ReturnType<typeof open>> | undefined;
  try {
    handle = await open(file, openFlags);
    const status = await handle.stat();
    if (!status.isFile()) return { problem: notOrdinary(file) };
    if (status.size > largestFile) {
      const size = Math.ceil(status.size / mebibyte);
      return { problem: problem("JL6003", file, { size, limit: largestFile / mebibyte }) };
    }
    return { bytes: await handle.readFile() };
  } catch (error) {
    return { problem: whyUnread(file, error) };
  } finally {
    await handle?.close();
  }
}
