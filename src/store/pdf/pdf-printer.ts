/**
 * Prints the sheets of editions into PDFs, for one build: one edition at a time, by a Chromium where there is one, into
 * a folder for what is temporary. What the standing site has of the same sheets by the same browser is taken from there.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pdfFile, pdfRecordFile } from "../../model/address.js";
import type { Diagnostic } from "../../model/diagnostic.js";
import type { PrintedPdf, PrintPdf, SheetsDocument } from "../../model/job.js";
import { sumOfFile } from "../copy-file.js";
import { reasonOf } from "../read-regular-file.js";
import { systemCode } from "../refusal.js";
import { hasSum } from "../reuse-file.js";
import type { SiteInProgress } from "../save-site.js";
import { blankDates } from "./blank-dates.js";
import { findChromium } from "./find-chromium.js";
import { type RecordedPdf, readRecord, recordText, sumOfSource } from "./recorded-pdf.js";
import { printWithChromium, versionOfChromium } from "./run-chromium.js";

export interface PdfPrinter {
  readonly print: PrintPdf;
  /** Ends what is in work and deletes what was made. */
  close(): void;
}

export interface PrinterOptions {
  /** The site as it stands; nothing is reused without it. */
  readonly standing?: Pick<SiteInProgress, "folder" | "previous">;
  /** A browser named by the user; else one is looked for. */
  readonly program?: string;
  /** Milliseconds for an edition of so many pages. A measured page takes a second or two. */
  readonly patience?: (pages: number) => number;
}

/** Beyond this a browser's memory is not to be foreseen; a broadsheet page is some 200 KB of HTML. */
const mostHtml = 64 * 2 ** 20;
const mostPdf = 512 * 2 ** 20;

interface Browser {
  readonly program: string;
  /** Absent where it does not say: then nothing of it is reused. */
  readonly version: string | undefined;
}

/** Nothing is there, then whole: a browser that failed may have left half of it. */
function takePdf(file: string): { readonly bytes: Buffer } | { readonly reason: string } {
  const size = statSync(file, { throwIfNoEntry: false })?.size;
  if (size === undefined) return { reason: "it wrote no PDF" };
  if (size > mostPdf) return { reason: `the PDF is larger than ${mostPdf / 2 ** 20} MiB` };
  const bytes = readFileSync(file);
  const isWhole =
    bytes.subarray(0, 5).toString("latin1") === "%PDF-" &&
    bytes.subarray(-32).toString("latin1").includes("%%EOF");
  return isWhole ? { bytes } : { reason: "what it wrote is no whole PDF" };
}

export function createPdfPrinter({
  standing,
  program: named,
  patience = (pages) => Math.min(60_000 + 15_000 * pages, 15 * 60_000),
}: PrinterOptions = {}): PdfPrinter {
  const stopping = new AbortController();
  let folder: string | undefined;
  let browser: Browser | undefined;
  let isLookedFor = false;
  /** Of this build, by address: asked for again, the files were given before. */
  const done = new Map<string, string>();

  async function openBrowser(): Promise<Browser | undefined> {
    if (isLookedFor) return browser;
    isLookedFor = true;
    const program = await findChromium(named);
    if (program === undefined) return undefined;
    browser = { program, version: await versionOfChromium(program, stopping.signal) };
    return browser;
  }

  /** The PDF's file, or why there is none. */
  async function make(
    program: string,
    { html, style, pages }: SheetsDocument,
  ): Promise<{ readonly file: string } | { readonly reason: string }> {
    if (Buffer.byteLength(html.content) > mostHtml)
      return { reason: `its sheets are more than ${mostHtml / 2 ** 20} MiB of text and places` };
    try {
      folder ??= mkdtempSync(join(tmpdir(), "jumpline-pdf-"));
      const work = join(folder, "work");
      // What was printed of the edition before was taken over.
      rmSync(work, { recursive: true, force: true });
      mkdirSync(work);
      for (const { path, content } of [html, style]) writeFileSync(join(work, path), content);
      const printed = join(work, "printed.pdf");
      const order = {
        html: join(work, html.path),
        to: printed,
        profile: join(work, "profile"),
        patience: patience(pages),
      };
      const reason = await printWithChromium(program, order, stopping.signal);
      if (reason !== undefined) return { reason };
      const taken = takePdf(printed);
      if ("reason" in taken) return taken;
      blankDates(taken.bytes);
      const file = join(work, pdfFile);
      writeFileSync(file, taken.bytes);
      return { file };
    } catch (error) {
      if (systemCode(error) === undefined) throw error;
      return { reason: reasonOf(error) };
    }
  }

  const print: PrintPdf = async ({ path, folder: source }, sheets) => {
    const wasLookedFor = isLookedFor;
    const found = await openBrowser();
    if (found === undefined) {
      // Said once: it is the same for all editions.
      return without(wasLookedFor ? [] : [warn(named === undefined ? "JL6020" : "JL6021", source, {})]);
    }
    const key = sumOfSource(sheets, found.version ?? "");
    if (done.get(path) === key) return { exists: true, files: [], diagnostics: [] };
    const known =
      found.version === undefined ? undefined : readRecord(standing?.previous(`${path}/${pdfRecordFile}`));
    const at = `${path}/${pdfFile}`;
    if (standing && known?.source === key && hasSum(standing.folder, at, known))
      return give(path, key, join(standing.folder, at), known);
    const made = await make(found.program, sheets);
    if ("reason" in made) return without([warn("JL6022", source, { reason: made.reason })]);
    return give(path, key, made.file, { source: key, ...sumOfFile(made.file) });
  };

  function give(path: string, key: string, file: string, record: RecordedPdf): PrintedPdf {
    done.set(path, key);
    const files = [
      { path: `${path}/${pdfFile}`, copyOf: file },
      { path: `${path}/${pdfRecordFile}`, content: recordText(record) },
    ];
    return { exists: true, files, diagnostics: [] };
  }

  return {
    print,
    close() {
      stopping.abort();
      // A browser that was just ended may still have been writing.
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
      folder = undefined;
    },
  };
}

const without = (diagnostics: readonly Diagnostic[]): PrintedPdf => ({
  exists: false,
  files: [],
  diagnostics,
});

const warn = (code: string, file: string, details: Diagnostic["details"]): Diagnostic => ({
  code,
  severity: "warning",
  place: { file },
  details,
});
