/**
 * The other forms in which an edition is published, for those that name them: one line for each form that
 * `publish-edition.ts` writes. `reading` is for people (IIIF calls it a rendering), `data` for programs.
 */
import { altoFile, bookFile, dataFile, editionTextFile, metsFile, teiFile } from "../model/address.js";

export interface OtherForm {
  /** Beside the edition's pages. */
  readonly file: string;
  readonly use: "reading" | "data";
  readonly format: string;
  readonly label: string;
  /** What the file keeps to, where that has an address. */
  readonly profile?: string;
}

export const otherForms: readonly OtherForm[] = [
  { file: bookFile, use: "reading", format: "application/epub+zip", label: "Book (EPUB)" },
  { file: editionTextFile, use: "reading", format: "text/plain", label: "Plain text" },
  { file: dataFile, use: "data", format: "application/json", label: "Edition as JSON" },
  {
    file: metsFile,
    use: "data",
    format: "application/xml",
    label: "METS",
    profile: "http://www.loc.gov/METS/",
  },
  {
    file: teiFile,
    use: "data",
    format: "application/tei+xml",
    label: "TEI",
    profile: "http://www.tei-c.org/ns/1.0",
  },
];

/** The forms of one page. */
export const pageForms = (page: number): readonly OtherForm[] => [
  {
    file: altoFile(page),
    use: "data",
    format: "application/xml",
    label: "ALTO",
    profile: "http://www.loc.gov/standards/alto/ns-v4#",
  },
];
