/**
 * The asynchronous half of reading a PDF: its bytes → plain data, by pdf.js. All that is decided about lines and
 * spaces is decided later, by a function without a package (`read-pdf.ts`).
 *
 * Nothing is fetched, nothing of the file is run, nothing is printed, and nothing is thrown for what the file holds:
 * what cannot be read is a fault in the data. A page can keep pdf.js busy for ever, which nothing here can end: whoever
 * must have an end runs this in a thread and watches its progress (`store/open-pdf.ts`).
 */
import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { PdfContent, PdfPage } from "../../model/pdf-content.js";
import { describeFont } from "./describe-font.js";
import { loadPdfJs, type PdfJs } from "./load-pdfjs.js";
import { toMatrix } from "./matrix.js";
import { sparePictures } from "./spare-pictures.js";
import { type OperatorList, walkOperators } from "./walk-operators.js";

/** A larger picture is left out unseen: where it is no JPEG, pdf.js would still decode it. */
const mostPixels = 32_000_000;
/** Turns of the event loop that a font may take to arrive after the page that uses it. */
const mostTurns = 20;
/** After so many unreadable pages in a row, the count of pages is what is damaged. */
const mostFailures = 100;

/** What whoever waits is told on the way. */
export interface PdfWatcher {
  /** The file could be opened, and says that it has so many pages. */
  opened(count: number): void;
  /** The next page, in order; it is in the result too. */
  page(page: PdfPage): void;
}

/** A folder of the installed package as a path with `/` at its end, as pdf.js wants it under Node. */
function packageFolder(name: string): string {
  const path = decodeURIComponent(
    new URL(`${name}/`, import.meta.resolve("pdfjs-dist/package.json")).pathname,
  );
  return /^\/[A-Za-z]:\//.test(path) ? path.slice(1) : path;
}

const reasonOf = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault));

const turn = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

async function readPage(pdfjs: PdfJs, pdf: PDFDocumentProxy, number: number): Promise<PdfPage> {
  const page = await pdf.getPage(number);
  const view = page.getViewport({ scale: 1 });
  // Notes and form fields were put on the page by its readers, not printed.
  const list: OperatorList = await page.getOperatorList({ annotationMode: pdfjs.AnnotationMode.DISABLE });
  const names = new Set<string>();
  for (const [nth, operator] of list.fnArray.entries())
    if (operator === pdfjs.OPS.dependency) names.add(String((list.argsArray[nth] as unknown[])[0]));
  const fontNames = [...names].filter((name) => name.startsWith("g_"));
  for (let turns = 0; turns < mostTurns; turns += 1) {
    if (fontNames.every((name) => page.commonObjs.has(name))) break;
    await turn();
  }
  const walked = walkOperators(
    list,
    pdfjs.OPS,
    (name) => (page.commonObjs.has(name) ? describeFont(page.commonObjs.get(name)) : undefined),
    toMatrix(view.transform) ?? [1, 0, 0, -1, 0, view.height],
  );
  page.cleanup();
  return { number, width: view.width, height: view.height, ...walked };
}

/** A page that could not be read, and why. */
export const emptyPage = (number: number, fault: string): PdfPage => ({
  number,
  width: 0,
  height: 0,
  fonts: [],
  runs: [],
  rules: [],
  images: [],
  leftOut: 0,
  fault,
});

async function readPages(
  pdfjs: PdfJs,
  pdf: PDFDocumentProxy,
  first: number,
  watcher: PdfWatcher | undefined,
): Promise<PdfContent> {
  const pages: PdfPage[] = [];
  let failed = 0;
  watcher?.opened(pdf.numPages);
  for (let number = first; number <= pdf.numPages && failed < mostFailures; number += 1) {
    let page: PdfPage;
    try {
      page = await readPage(pdfjs, pdf, number);
      failed = 0;
    } catch (fault) {
      page = emptyPage(number, reasonOf(fault));
      failed += 1;
    }
    pages.push(page);
    watcher?.page(page);
  }
  return pages.length > 0 ? { pages } : { pages, fault: { kind: "empty", reason: "" } };
}

/** Takes out all pages from the first wanted on. `bytes` stay as they are. */
export async function extractPdf(bytes: Uint8Array, watcher?: PdfWatcher, first = 1): Promise<PdfContent> {
  if (bytes.length === 0) return { pages: [], fault: { kind: "empty", reason: "" } };
  const pdfjs = await loadPdfJs();
  const task = pdfjs.getDocument({
    data: sparePictures(bytes),
    verbosity: pdfjs.VerbosityLevel.ERRORS,
    isEvalSupported: false,
    useSystemFonts: false,
    useWasm: false,
    useWorkerFetch: false,
    maxImageSize: mostPixels,
    // Tells which characters a font's table names and which pdf.js guessed.
    fontExtraProperties: true,
    cMapUrl: packageFolder("cmaps"),
    cMapPacked: true,
    standardFontDataUrl: packageFolder("standard_fonts"),
  });
  try {
    return await readPages(pdfjs, await task.promise, first, watcher);
  } catch (fault) {
    const isLocked = fault instanceof Error && fault.name === "PasswordException";
    return { pages: [], fault: { kind: isLocked ? "encrypted" : "damaged", reason: reasonOf(fault) } };
  } finally {
    await task.destroy();
  }
}
