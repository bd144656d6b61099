/** The formats that are read besides plain text, and how a file is told to be one: by its content, never by its name. */
import type { SourceFile } from "../model/job.js";
import { altoReader } from "./alto/index.js";
import { hocrReader } from "./hocr/index.js";
import { pageXmlReader } from "./page-xml/index.js";
import type { Reader } from "./source-page.js";
import { tsvReader } from "./tesseract-tsv.js";

/** Asked in this order. A file that none of them recognises is plain text. */
export const readers: readonly Reader[] = [altoReader, pageXmlReader, hocrReader, tsvReader];

const headLength = 8192;

/** The file's first characters, whatever its encoding: names of elements are ASCII in all that are read. */
export function headOf({ bytes }: SourceFile): string {
  const head = bytes.subarray(0, headLength);
  const wide = head[0] === 0xff || head[0] === 0xfe ? (head[0] === 0xff ? "utf-16le" : "utf-16be") : "utf-8";
  return new TextDecoder(wide).decode(head);
}

export function recogniseFormat(file: SourceFile): Reader | undefined {
  const head = headOf(file);
  return readers.find((reader) => reader.recognises(head));
}
