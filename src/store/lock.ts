/**
 * One writer per site. The lock is a small file beside the site's folder (`.dist.jumpline.lock`) that names the
 * process holding it. It appears whole (written elsewhere, then linked), so nobody ever reads half of one.
 *
 * A lock whose process is gone is taken over. What it refuses: to judge a process of another machine, since
 * the folder may be shared over a network; there the message names the file to delete.
 */

import { randomBytes } from "node:crypto";
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { z } from "zod";
import { Refusal, systemCode } from "./refusal.js";

export interface Lock {
  readonly file: string;
  /** Whether the lock file is still the one we wrote; asked again before anything irreversible. */
  isHeld(): boolean;
  release(): void;
}

const Holder = z.object({
  pid: z.number().int(),
  host: z.string(),
  /** Start of the process in clock ticks since boot, where the system tells it: pids are used again. */
  started: z.string().optional(),
  token: z.string(),
});
type Holder = z.infer<typeof Holder>;

/** Two tries over a stale lock are enough; more means that others are taking turns, so it is held. */
const TRIES = 3;

/** Takes the lock or throws a Refusal (JL6100) that names the holder. */
export function takeLock(file: string): Lock {
  const token = randomBytes(8).toString("hex");
  const started = startOf(process.pid);
  const me: Holder = {
    pid: process.pid,
    host: hostname(),
    token,
    ...(started === undefined ? {} : { started }),
  };
  const draft = `${file}.${process.pid}-${token}`;
  writeFileSync(draft, `${JSON.stringify(me)}\n`, { mode: 0o644, flag: "wx" });
  try {
    for (let attempt = 0; attempt < TRIES; attempt++) {
      if (linkOnto(draft, file)) return lockOf(file, token);
      const bytes = readIfThere(file);
      if (bytes !== undefined && isAlive(parseHolder(bytes))) throw heldBy(file, parseHolder(bytes));
      if (bytes !== undefined) setAside(file, bytes, `${draft}.stale`);
    }
    throw heldBy(file, parseHolder(readIfThere(file) ?? ""));
  } finally {
    rmSync(draft, { force: true });
  }
}

function lockOf(file: string, token: string): Lock {
  const isHeld = (): boolean => parseHolder(readIfThere(file) ?? "")?.token === token;
  return {
    file,
    isHeld,
    release: () => {
      if (isHeld()) rmSync(file, { force: true });
    },
  };
}

/** Link is the one step that fails where the name exists, on local and network file systems alike. */
function linkOnto(draft: string, file: string): boolean {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (systemCode(error) === "EEXIST") return false;
    throw error;
  }
}

/** Removes a stale lock. Another process may have replaced it since we read it: then it is put back. */
function setAside(file: string, stale: string, aside: string): void {
  try {
    renameSync(file, aside);
  } catch (error) {
    if (systemCode(error) === "ENOENT") return;
    throw error;
  }
  if (readIfThere(aside) !== stale) linkOnto(aside, file);
  rmSync(aside, { force: true });
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (systemCode(error) === "ENOENT") return undefined;
    throw error;
  }
}

function parseHolder(text: string): Holder | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    // Not ours, or damaged: whose it is cannot be told. The caller treats it as held and says so.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  const holder = Holder.safeParse(value);
  return holder.success ? holder.data : undefined;
}

function isAlive(holder: Holder | undefined): boolean {
  if (holder === undefined || holder.host !== hostname()) return true;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    // ESRCH: no such process. EPERM: it runs, as somebody else.
    if (systemCode(error) === "ESRCH") return false;
    if (systemCode(error) !== "EPERM") throw error;
  }
  const started = startOf(holder.pid);
  return holder.started === undefined || started === undefined || started === holder.started;
}

/** Field 22 of /proc/PID/stat; undefined where there is no such file. */
function startOf(pid: number): string | undefined {
  const stat = (() => {
    try {
      return readFileSync(`/proc/${pid}/stat`, "utf8");
    } catch (error) {
      if (systemCode(error) !== undefined) return undefined;
      throw error;
    }
  })();
  // The second field is the program's name in parentheses and may hold anything, spaces too.
  return stat?.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
}

const heldBy = (file: string, holder: Holder | undefined): Refusal =>
  new Refusal("JL6100", { file }, { pid: holder?.pid ?? "unknown", host: holder?.host ?? "unknown" });
