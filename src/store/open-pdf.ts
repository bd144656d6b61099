/**
 * Takes the glyphs out of a PDF, in a thread of its own: pdf.js cannot be stopped where a hostile file keeps it busy, a
 * thread can. It is stopped where one page takes too long, however long the whole file may take. That page is left empty
 * and said, and the pages after it are read by a new thread.
 */
import { Worker } from "node:worker_threads";
import type { PdfContent, PdfPage } from "../model/pdf-content.js";
import { emptyPdfPage, extractPdf } from "../read/index.js";

/** What the thread is given. */
export interface PdfOrder {
  readonly bytes: Uint8Array;
  /** The page to begin with. */
  readonly first: number;
}

/** What the thread says. */
export type PdfNews =
  | { readonly kind: "begun" }
  | { readonly kind: "opened"; readonly count: number }
  | { readonly kind: "page"; readonly page: PdfPage }
  | { readonly kind: "end"; readonly fault?: NonNullable<PdfContent["fault"]> };

export interface PdfLimits {
  /** Seconds for a page, and for opening the file; a full page takes a tenth of it. */
  readonly patience: number;
  /** MB of heap for one file. */
  readonly heap: number;
  /** Pages at which a file is given up. */
  readonly stops: number;
}

const limits: PdfLimits = { patience: 5, heap: 1500, stops: 2 };

/** How the thread ended: of itself, or why it was stopped. */
type Ended = { readonly fault?: NonNullable<PdfContent["fault"]> } | { readonly stopped: string };

/** What the threads have given so far. */
interface Read {
  /** How many pages the file says it has; 0 before it could be opened. */
  count: number;
  readonly pages: PdfPage[];
}

/** Runs the thread once. */
function runThread(script: URL, order: PdfOrder, read: Read, { patience, heap }: PdfLimits): Promise<Ended> {
  return new Promise((resolve) => {
    const worker = new Worker(script, {
      workerData: order,
      resourceLimits: { maxOldGenerationSizeMb: heap },
    });
    const end = (ended: Ended): void => {
      clearTimeout(timer);
      worker.removeAllListeners();
      // What a thread says while it is ended is of no interest; unheard, it would end the program.
      worker.on("error", () => undefined);
      void worker.terminate().then(() => resolve(ended));
    };
    const timer = setTimeout(
      () => end({ stopped: `reading it took more than ${patience} s` }),
      1000 * patience,
    );
    worker.on("message", (news: PdfNews) => {
      timer.refresh();
      if (news.kind === "opened") read.count = news.count;
      if (news.kind === "page") read.pages.push(news.page);
      if (news.kind === "end") end(news.fault ? { fault: news.fault } : {});
    });
    worker.on("error", (error: Error) => end({ stopped: error.message }));
    worker.on("exit", () => end({ stopped: "its reader stopped" }));
  });
}

/** {@link openPdf} by any script and with any limits. */
export async function openInThread(script: URL, bytes: Uint8Array, limits: PdfLimits): Promise<PdfContent> {
  const read: Read = { count: 0, pages: [] };
  const { pages } = read;
  for (let stop = 1; ; stop += 1) {
    const ended = await runThread(script, { bytes, first: pages.length + 1 }, read, limits);
    if (!("stopped" in ended) && (!ended.fault || pages.length === 0)) return { pages, ...ended };
    const stopped = "stopped" in ended ? ended.stopped : (ended.fault?.reason ?? "");
    if (read.count === 0) return { pages, fault: { kind: "damaged", reason: stopped } };
    const number = pages.length + 1;
    const isLast = stop === limits.stops && number < read.count;
    pages.push(emptyPdfPage(number, isLast ? `${stopped}; the pages after it were not tried` : stopped));
    if (isLast || number >= read.count) return { pages };
  }
}

/** Never rejects for what the file holds. */
export function openPdf(bytes: Uint8Array): Promise<PdfContent> {
  // Run from TypeScript (in tests) there is no script to start; the file is opened here.
  if (import.meta.url.endsWith(".ts")) return extractPdf(bytes);
  return openInThread(new URL("./open-pdf-thread.js", import.meta.url), bytes, limits);
}
