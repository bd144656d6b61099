/**
 * Takes the glyphs out of a PDF, in a thread of its own: pdf.js cannot be stopped where a hostile file keeps it busy,
 * a thread can. A file that takes too long or too much is reported as damaged, like any other that cannot be opened.
 */
import { Worker } from "node:worker_threads";
import type { PdfContent } from "../model/pdf-content.js";
import { extractPdf } from "../read/index.js";

/** Seconds; an ordinary page takes a tenth of one. */
const longest = 60;
/** MB of heap for one file. */
const largest = 1500;

const damaged = (reason: string): PdfContent => ({ pages: [], fault: { kind: "damaged", reason } });

/** Never rejects for what the file holds. */
export function openPdf(bytes: Uint8Array): Promise<PdfContent> {
  const script = new URL("./open-pdf-thread.js", import.meta.url);
  // Run from TypeScript (in tests) there is no script to start; the file is opened here.
  if (import.meta.url.endsWith(".ts")) return extractPdf(bytes);
  return new Promise((resolve) => {
    const worker = new Worker(script, {
      workerData: bytes,
      resourceLimits: { maxOldGenerationSizeMb: largest },
    });
    const end = (content: PdfContent): void => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(content);
    };
    const timer = setTimeout(() => end(damaged(`opening it took more than ${longest} s`)), longest * 1000);
    worker.once("message", end);
    worker.once("error", (error: Error) => end(damaged(error.message)));
    worker.once("exit", () => end(damaged("its reader stopped")));
  });
}
