/**
 * Scans without text → hOCR files beside them, by the Tesseract that is installed: page-01.jpg gives page-01.hocr. Done
 * once: the next build finds the file and reads it like any other. It never writes over a file, and it guesses no
 * language: text read with the wrong model looks right and is not.
 */
import { rename, rm, writeFile } from "node:fs/promises";
import type { Diagnostic, Outcome } from "../model/diagnostic.js";
import { hocrOfScan, type ScanSettings } from "../read/index.js";
import { tesseractModel } from "../text/tesseract-models.js";
import { findProgram } from "./find-program.js";
import { isPicture } from "./is-picture.js";
import { joinPath } from "./paths.js";
import { reasonOf } from "./read-regular-file.js";
import { Refusal, systemCode } from "./refusal.js";
import { listModels, recogniseScan } from "./run-tesseract.js";
import { statusOf } from "./status-of.js";

export interface OcrOptions {
  /** Told before each scan: it takes a while. */
  readonly tell: (scan: string, model: string) => void;
  /** Ends the scan in work when the program ends. */
  readonly signal?: AbortSignal;
}

/** For one run of the program. */
export interface Ocr {
  /**
   * Reads scans of a folder (paths relative to it) and gives the paths of the files it wrote. What could not be read is
   * reported and not tried again in this run. Throws a Refusal (JL6008) where Tesseract is not installed.
   */
  readScans(
    folder: string,
    scans: readonly string[],
    settings: (scan: string) => ScanSettings,
  ): Promise<Outcome<string[]>>;
}

export function createOcr({ tell, signal }: OcrOptions): Ocr {
  let installed: { program: string; models: ReadonlySet<string> } | undefined;
  const failed = new Map<string, Diagnostic>();

  async function findTesseract(): Promise<{ program: string; models: ReadonlySet<string> }> {
    const program = await findProgram("tesseract");
    if (program === undefined) throw new Refusal("JL6008", {});
    return { program, models: await listModels(program, signal) };
  }

  async function readScan(program: string, scan: string, model: string): Promise<Diagnostic | undefined> {
    const report = (code: string, reason = ""): Diagnostic => ({
      code,
      severity: "error",
      place: { file: scan },
      details: reason === "" ? {} : { reason },
    });
    const target = hocrOfScan(scan);
    try {
      if (await statusOf(target)) return { ...report("JL6112"), place: { file: target } };
      if (!(await isPicture(scan))) return report("JL6012");
      tell(scan, model);
      const ran = await recogniseScan(program, scan, model, signal);
      if ("reason" in ran) return report("JL6011", ran.reason);
      await putInPlace(target, ran.output);
      return undefined;
    } catch (error) {
      if (systemCode(error) === undefined) throw error;
      return report("JL6011", reasonOf(error));
    }
  }

  return {
    async readScans(folder, scans, settings) {
      installed ??= await findTesseract();
      const value: string[] = [];
      const diagnostics: Diagnostic[] = [];
      const { ready, unready } = chooseModels(folder, scans, settings, installed.models);
      diagnostics.push(...unready);
      for (const { scan, model } of ready) {
        const full = joinPath(folder, scan);
        const problem = failed.get(full) ?? (await readScan(installed.program, full, model));
        if (problem) {
          failed.set(full, problem);
          diagnostics.push(problem);
        } else value.push(hocrOfScan(scan));
      }
      return { value, diagnostics };
    },
  };
}

/** Scans with a model that is installed; of the others, one report for each reason. */
function chooseModels(
  folder: string,
  scans: readonly string[],
  settings: (scan: string) => ScanSettings,
  installed: ReadonlySet<string>,
): { ready: { scan: string; model: string }[]; unready: Diagnostic[] } {
  const ready: { scan: string; model: string }[] = [];
  const without = new Map<string, { code: string; details: Record<string, string>; count: number }>();
  for (const scan of scans) {
    const { language, direction } = settings(scan);
    const model = language === undefined ? undefined : tesseractModel(language, direction);
    if (model !== undefined && installed.has(model)) {
      ready.push({ scan, model });
      continue;
    }
    const [code, details] =
      model === undefined
        ? ["JL6010", { said: language ?? "none is said" }]
        : ["JL6009", { model, package: `tesseract-ocr-${model.replaceAll("_", "-")}` }];
    const key = `${code} ${language} ${direction}`;
    const known = without.get(key);
    without.set(key, { code, details, count: (known?.count ?? 0) + 1 });
  }
  const unready = [...without.values()].map(
    ({ code, details, count }): Diagnostic => ({
      code,
      severity: "error",
      place: { file: folder },
      details: { ...details, count },
    }),
  );
  return { ready, unready };
}

/** Whole or not at all: a scan that is half read would never be read again. */
async function putInPlace(target: string, bytes: Uint8Array): Promise<void> {
  const cut = target.lastIndexOf("/") + 1;
  // Hidden, so that nothing takes it for a page while it is being written.
  const draft = `${target.slice(0, cut)}.${target.slice(cut)}.${process.pid}.tmp`;
  try {
    await writeFile(draft, bytes, { flag: "wx" });
    await rename(draft, target);
  } finally {
    await rm(draft, { force: true });
  }
}
