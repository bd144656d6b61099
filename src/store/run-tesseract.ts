/**
 * Runs the Tesseract that is installed: which models it has, and one scan → hOCR. No shell; the scan's name reaches it as
 * `./name` in the scan's own folder, so it is never an option, and its settings as `-c`, so that no file of that folder
 * is taken for one of its configurations. It gives up on a scan that takes too long.
 */
import { execFile } from "node:child_process";
import path from "node:path";
import { largestFile } from "./read-regular-file.js";
import { systemCode } from "./refusal.js";

/** Milliseconds for one scan. A broadsheet at 400 dpi takes one to five minutes on a slow machine. */
const patience = 15 * 60 * 1000;
/** Milliseconds to list the models. */
const patienceForList = 60 * 1000;
/** Characters of what Tesseract says about a failure that are shown. */
const shownReason = 200;

export type Ran = { readonly output: Uint8Array } | { readonly reason: string };

interface RunOptions {
  readonly folder: string;
  readonly patience: number;
  readonly signal?: AbortSignal | undefined;
}

function run(program: string, words: readonly string[], options: RunOptions): Promise<Ran> {
  return new Promise((resolve) => {
    const settings = {
      cwd: options.folder,
      timeout: options.patience,
      killSignal: "SIGKILL",
      maxBuffer: largestFile,
      encoding: "buffer",
      windowsHide: true,
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    } as const;
    execFile(program, words, settings, (error, stdout, stderr) => {
      if (error) resolve({ reason: nameFailure(error, stderr, options.patience) });
      else resolve({ output: stdout });
    });
  });
}

/** In the program's own last words, where it said any. */
function nameFailure(error: Error & { killed?: boolean }, stderr: Uint8Array, limit: number): string {
  if (systemCode(error) === "ERR_CHILD_PROCESS_STDIO_MAXBUFFER")
    return `it wrote more than ${largestFile / 2 ** 20} MiB`;
  if (error.killed) return `it took longer than ${limit / 60_000} minutes, or was stopped`;
  const words = new TextDecoder()
    .decode(stderr)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join(" ")
    .slice(0, shownReason);
  // Its own full stop would stand before ours.
  return words.replace(/[.!]$/, "") || `it ended with ${systemCode(error) ?? "a failure"} and said nothing`;
}

/** The names of the models that are installed: `eng`, `chi_tra_vert`. None where it cannot say. */
export async function listModels(program: string, signal?: AbortSignal): Promise<ReadonlySet<string>> {
  const folder = path.dirname(program);
  const ran = await run(program, ["--list-langs"], { folder, patience: patienceForList, signal });
  if ("reason" in ran) return new Set();
  const [, ...models] = new TextDecoder().decode(ran.output).split("\n");
  return new Set(models.map((model) => model.trim()).filter((model) => model !== ""));
}

/** The hOCR of a scan, or why there is none. */
export async function recogniseScan(
  program: string,
  scan: string,
  model: string,
  signal?: AbortSignal,
): Promise<Ran> {
  const words = [`./${path.basename(scan)}`, "stdout", "-l", model, "-c", "tessedit_create_hocr=1"];
  const ran = await run(program, words, { folder: path.dirname(scan), patience, signal });
  if ("output" in ran && !new TextDecoder().decode(ran.output).includes("ocr_page"))
    return { reason: "what it wrote is no hOCR" };
  return ran;
}
