/**
 * What an element of an hOCR file is, told by its classes: `class="foo ocr_line"` is a line, whatever its tag. Where a
 * class is not known the element says nothing; a bare `<p>` or `<h3>` is a paragraph, as OCRopus writes its headings.
 * Refuses to call Tesseract's `ocr_header` furniture: it means “wider than a column” there, a headline more often.
 */
import type { BlockKind } from "../../model/page.js";

export type Role =
  | "page"
  | "block"
  | "paragraph"
  | "line"
  /** A line as Tesseract writes it, a block around paragraphs as ABBYY does: what stands in it decides. */
  | "float"
  | "word"
  | "separator"
  | "drawing"
  | "picture"
  /** A picture where it holds no text. */
  | "box";

export interface ElementRole {
  readonly role: Role;
  /** The class, or for a bare paragraph its tag: what messages call it. */
  readonly called: string;
  readonly kind?: BlockKind;
}

type Known = readonly [Role, BlockKind?];
const classes: Readonly<Record<string, Known>> = {
  ocr_page: ["page"],
  ocr_carea: ["block"],
  ocr_column: ["block"],
  ocrx_block: ["block"],
  ocr_table: ["block", "table"],
  ocr_par: ["paragraph"],
  ocrx_par: ["paragraph"],
  ocr_line: ["line"],
  ocrx_line: ["line"],
  ocr_header: ["float", "furniture"],
  ocr_footer: ["float", "furniture"],
  ocr_pageno: ["float", "furniture"],
  ocr_caption: ["float", "caption"],
  ocr_textfloat: ["float"],
  ocr_textimage: ["float"],
  ocrx_word: ["word"],
  ocr_word: ["word"],
  ocr_separator: ["separator"],
  ocr_linedrawing: ["drawing"],
  ocr_photo: ["picture"],
  ocr_image: ["picture"],
  ocrx_photo: ["picture"],
  ocrx_image: ["picture"],
  ocr_float: ["box"],
};

/** Any class of hOCR's, known here or not: a sign that a file is hOCR. */
export const hasOcrClass = (value: string): boolean => /(^|\s)ocrx?_[a-z]/i.test(value);

const roles = new Map<string, ElementRole>(
  Object.entries(classes).map(([called, [role, kind]]) => [
    called,
    { role, called, ...(kind === undefined ? {} : { kind }) },
  ]),
);
const paragraph: ElementRole = { role: "paragraph", called: "p" };
const heading: ElementRole = { role: "paragraph", called: "h", kind: "heading" };

/** The first class that says something wins. Classes are compared in lower case: old tools shout. */
export function roleOfClasses(value: string): ElementRole | undefined {
  const alone = roles.get(value);
  if (alone) return alone;
  for (const name of value.toLowerCase().split(/[ \t\n\f\r]+/)) {
    const role = roles.get(name);
    if (role) return role;
  }
  return undefined;
}

/** What a tag says where its classes say nothing. */
export function roleOfTag(name: string): ElementRole | undefined {
  if (name === "p") return paragraph;
  return name.length === 2 && name[0] === "h" && "123456".includes(name[1] ?? "?") ? heading : undefined;
}

/** Elements that begin and end a line of their own where they are shown. */
export const blockTags: ReadonlySet<string> = new Set(
  (
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer " +
    "form h1 h2 h3 h4 h5 h6 header hgroup li main menu nav ol p pre section summary table tbody td tfoot th thead " +
    "tr ul caption html head"
  ).split(" "),
);

/** Elements that have no end tag. */
export const voidTags: ReadonlySet<string> = new Set(
  "area base basefont br col embed frame hr img input link meta param source track wbr".split(" "),
);
