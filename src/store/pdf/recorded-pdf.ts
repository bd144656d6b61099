/**
 * `edition-pdf.json` in an edition's folder: what its PDF was printed from and by what. Where both are the same and the
 * standing site still has the very file, it is not printed again: a browser takes seconds for it.
 */
import { createHash } from "node:crypto";
import { z } from "zod";
import type { SheetsDocument } from "../../model/job.js";
import type { FileSum } from "../copy-file.js";
import { printWords } from "./run-chromium.js";

const format = "jumpline-edition-pdf/1";
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const record = z.strictObject({
  format: z.literal(format),
  /** Of the document, its style and the browser. */
  source: hash,
  sha256: hash,
  size: z.number().int().positive(),
});

export interface RecordedPdf extends FileSum {
  readonly source: string;
}

/** One word for all that a PDF depends on, but for the fonts of the machine. */
export function sumOfSource({ html, style }: SheetsDocument, version: string): string {
  const said = JSON.stringify([printWords, version, html.content, style.content]);
  return createHash("sha256").update(said).digest("hex");
}

export const recordText = ({ source, sha256, size }: RecordedPdf): string =>
  `${JSON.stringify({ format, source, sha256, size }, null, 1)}\n`;

/** Undefined where there is no record, or none of ours. */
export function readRecord(text: string | undefined): RecordedPdf | undefined {
  if (text === undefined) return undefined;
  try {
    return record.safeParse(JSON.parse(text)).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
