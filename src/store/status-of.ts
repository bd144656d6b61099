/** What stands at a path, a link as a link: asked before anything is read from there or written to it. */
import type { Stats } from "node:fs";
import { lstat } from "node:fs/promises";
import { systemCode } from "./refusal.js";

/** Undefined where there is nothing. Throws what else the system refuses. */
export async function statusOf(path: string): Promise<Stats | undefined> {
  try {
    return await lstat(path);
  } catch (error) {
    if (["ENOENT", "ENOTDIR"].includes(systemCode(error) ?? "")) return undefined;
    throw error;
  }
}
