/**
 * Makes pictures that browsers show of TIFF scans, for one run of the program: each once, in a process of its own, into a
 * folder for what is temporary. The scan itself is never touched or published. It forgets its oldest pictures where they
 * come to more than a disk likes, but none of the edition in hand, nor of the one before: that one is still being
 * published while this one is read.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { NotShown, Shown } from "./convert-tiff.js";
import { convertTiffFile } from "./convert-tiff-file.js";
import { reasonOf } from "./read-regular-file.js";
import { systemCode } from "./refusal.js";
import { runApart } from "./run-apart.js";

type Converted = Shown | NotShown;
export type ShownFile = (Shown & { readonly from: string }) | NotShown;

/** What the process is given. */
export interface TiffOrder {
  readonly from: string;
  readonly to: string;
}

/** For one run of the program. */
export interface TiffShower {
  /** Pictures of all editions but the last may be forgotten from now on. */
  beginEdition(): void;
  /** The picture of a TIFF file, or why there is none. The same file is not converted twice. */
  show(file: string): Promise<ShownFile>;
  /** Ends what is in work and deletes all pictures. */
  close(): void;
}

export interface TiffOptions {
  /** Bytes of pictures that are kept. */
  readonly kept?: number;
  readonly convert?: (from: string, to: string, signal: AbortSignal) => Promise<Converted>;
}

/** Milliseconds for one picture; one of 280 million pixels takes seven seconds. */
const patience = 2 * 60 * 1000;
const keptBytes = 2 * 2 ** 30;

/** Runs the script. A decoder that crashes, hangs or eats the memory is a fault of the file. */
function convertApart(from: string, to: string, signal: AbortSignal): Promise<Converted> {
  // Run from TypeScript (in tests) there is no script to start; the file is converted here.
  if (import.meta.url.endsWith(".ts")) return convertTiffFile(from, to);
  return convertInProcess(new URL("./convert-tiff-process.js", import.meta.url), from, to, patience, signal);
}

/** The same by any script, with any patience in milliseconds. */
export const convertInProcess = (
  script: URL,
  from: string,
  to: string,
  patience: number,
  signal?: AbortSignal,
): Promise<Converted> => runApart<TiffOrder, Converted>(script, { from, to }, patience, signal);

/** What the file is now: one that was saved again is another. */
async function keyOf(file: string): Promise<string> {
  const { dev, ino, size, mtimeMs } = await stat(file);
  return JSON.stringify([file, dev, ino, size, mtimeMs]);
}

export function createTiffShower({ kept = keptBytes, convert = convertApart }: TiffOptions = {}): TiffShower {
  const stopping = new AbortController();
  let folder: string | undefined;
  /** Where sharp is not here, no picture need be tried again. */
  let absent: ShownFile | undefined;
  let count = 0;
  let edition = 0;
  /** Oldest first. */
  const known = new Map<string, { readonly shown: ShownFile; readonly size: number; edition: number }>();

  function forgetOldest(): void {
    let sum = [...known.values()].reduce((total, { size }) => total + size, 0);
    for (const [key, { shown, size, edition: of }] of known) {
      if (sum <= kept || of >= edition - 1) return;
      if ("from" in shown) rmSync(shown.from, { force: true });
      known.delete(key);
      sum -= size;
    }
  }

  async function make(file: string): Promise<{ shown: ShownFile; size: number }> {
    folder ??= mkdtempSync(join(tmpdir(), "jumpline-tiffs-made-"));
    count += 1;
    const from = join(folder, `${count}`);
    const made = await convert(file, from, stopping.signal);
    if ("kind" in made) return { shown: { ...made, from }, size: (await stat(from)).size };
    rmSync(from, { force: true });
    return { shown: made, size: 0 };
  }

  return {
    beginEdition: () => {
      edition += 1;
    },
    async show(file) {
      if (absent) return absent;
      try {
        const key = await keyOf(file);
        const before = known.get(key);
        // Moved to the end: it is of the edition in hand now.
        if (before) known.delete(key);
        const { shown, size } = before ?? (await make(file));
        if ("absent" in shown) absent = shown;
        known.set(key, { shown, size, edition });
        forgetOldest();
        return shown;
      } catch (error) {
        if (systemCode(error) === undefined) throw error;
        return { fault: reasonOf(error) };
      }
    },
    close() {
      stopping.abort();
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
      folder = undefined;
      known.clear();
    },
  };
}
