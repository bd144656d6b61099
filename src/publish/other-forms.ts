/**
 * The other forms in which an edition is published, for those that name them: one line for each form that
 * `publish-edition.ts` writes. `reading` is for people (IIIF calls it a rendering), `data` for programs.
 */
import {
  altoFile,
  bookFile,
  dataFile,
  editionTextFile,
  metsFile,
  pdfFile,
  teiFile,
} from "../model/address.js";
import type { ReviewedEdition } from "../model/edition.js";

export interface OtherForm {
  /** Beside the edition's pages. */
  readonly file: string;
  readonly use: "reading" | "data";
  readonly format: string;
  readonly label: string;
  /** What the file keeps to, where that has an address. */
  readonly profile?: string;
}

const writtenForms: readonly OtherForm[] = [
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

const printedForm: OtherForm = {
  file: pdfFile,
  use: "reading",
  format: "application/pdf",
  label: "PDF of the pages",
};

/** The forms of an edition: the PDF, which is printed before the others are written, only where there is one. */
export const otherForms = ({ hasPdf }: Pick<ReviewedEdition, "hasPdf">): readonly OtherForm[] =>
  hasPdf ? [printedForm, ...writtenForms] : writtenForms;

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
