/**
 * The asynchronous half of reading a PDF: its bytes → plain data, by pdf.js. All that is decided about lines and
 * spaces is decided later, by a function without a package (`read-pdf.ts`).
 *
 * Nothing is fetched, nothing of the file is run, nothing is printed, and nothing is thrown for what the file holds:
 * what cannot be read is a fault in the data.
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

const emptyPage = (number: number, fault: string): PdfPage => ({
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

async function readPages(pdfjs: PdfJs, pdf: PDFDocumentProxy): Promise<PdfContent> {
  const pages: PdfPage[] = [];
  let failed = 0;
  for (let number = 1; number <= pdf.numPages && failed < mostFailures; number += 1) {
    try {
      pages.push(await readPage(pdfjs, pdf, number));
      failed = 0;
    } catch (fault) {
      pages.push(emptyPage(number, reasonOf(fault)));
      failed += 1;
    }
  }
  return pages.length > 0 ? { pages } : { pages, fault: { kind: "empty", reason: "" } };
}

/** Takes out all pages. `bytes` stay as they are. */
export async function extractPdf(bytes: Uint8Array): Promise<PdfContent> {
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
    return await readPages(pdfjs, await task.promise);
  } catch (fault) {
    const isLocked = fault instanceof Error && fault.name === "PasswordException";
    return { pages: [], fault: { kind: isLocked ? "encrypted" : "damaged", reason: reasonOf(fault) } };
  } finally {
    await task.destroy();
  }
}
