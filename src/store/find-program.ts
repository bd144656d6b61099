/**
 * Where an installed program is. Only folders that the PATH names in full are looked at: a program that lies in the
 * working folder, or among somebody's scans, is never run because it happens to have the right name.
 */
import { constants } from "node:fs";
import { access, stat } from "node:fs/promises";
import path from "node:path";
import { systemCode } from "./refusal.js";

const ending = process.platform === "win32" ? ".exe" : "";

/** The full path of the program; undefined where no folder of the PATH has it. */
export async function findProgram(name: string): Promise<string | undefined> {
  for (const folder of (process.env.PATH ?? "").split(path.delimiter)) {
    if (!path.isAbsolute(folder)) continue;
    const program = path.join(folder, `${name}${ending}`);
    if (await isProgram(program)) return program;
  }
  return undefined;
}

/** Whether it is an ordinary file that we may run. */
export async function isProgram(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return (await stat(file)).isFile();
  } catch (error) {
    // Not there, or not ours to run: the next folder may have it.
    if (systemCode(error) !== undefined) return false;
    throw error;
  }
}
