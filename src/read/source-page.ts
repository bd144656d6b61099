/**
 * What a reader of one format gives: pages of blocks of lines as its file has them, before they have numbers in the
 * edition. A reader knows its format and nothing of newspapers: it does not order, cut, mend or judge. All boxes are
 * fractions of the page (0–1, origin top left), whatever unit the file uses; a box that makes no sense (not finite,
 * negative, outside the page) is left out and reported, and its text stays.
 */
import type { Outcome } from "../model/diagnostic.js";
import type { SourceFile } from "../model/job.js";
import type { BlockKind, Box, Word } from "../model/page.js";

export interface SourceLine {
  /** 1-based, unique on its page: the line of the file for text, else the count of lines in file order. */
  readonly number: number;
  /** The line's characters exactly as the file has them. A word's `at` counts in it. */
  readonly original: string;
  /** Blank lines of the file before it (plain text only; 0 elsewhere). */
  readonly blanksBefore: number;
  readonly box?: Box;
  readonly words?: readonly Word[];
  /** One em as a fraction of the page's height. */
  readonly typeSize?: number;
  readonly bold?: boolean;
  /** IDs that the file gives to the line and its words, in file order: METS points at them. Not kept in the model. */
  readonly sourceIds?: readonly string[];
}

export interface SourceBlock {
  readonly lines: readonly SourceLine[];
  readonly box?: Box;
  readonly kind?: BlockKind;
  readonly sourceId?: string;
  /** IDs of what encloses it, outermost first (ALTO's ComposedBlock): METS points adverts and tables at them. */
  readonly within?: readonly string[];
}

export interface SourcePage {
  /** In file order, or in the reading order that the file states. */
  readonly blocks: readonly SourceBlock[];
  /** Whether the file states a reading order of its own (PAGE's ReadingOrder). */
  readonly ordered?: boolean;
  /** Height by width; absent where the file gives no page size (then there are no boxes). */
  readonly aspect?: number;
  readonly separators?: readonly Box[];
  readonly pictures?: readonly Box[];
  /** What the file says of the page itself. */
  readonly number?: number;
  readonly folio?: string;
  readonly language?: string;
  readonly direction?: "horizontal" | "vertical";
}

export interface SourceContent {
  /** Shown to the user: `ALTO 4.2`, `hOCR (tesseract 5.3.0)`. */
  readonly format: string;
  readonly pages: readonly SourcePage[];
}

/** One input format. Adding one is a file with a Reader and a line in `readers.ts`. */
export interface Reader {
  /** Short and lower case, for `--json` and tests: `alto`, `hocr`, `page-xml`. */
  readonly name: string;
  /** For `build-edition formats`: what it is, in a line. */
  readonly describes: string;
  /** For `build-edition formats`: what in a file tells the format, as an end of “known by …”. */
  readonly knownBy: string;
  /** Tells the format by content: `head` is the first 8 KiB, decoded leniently. */
  recognises(head: string): boolean;
  /** Never throws for what the file holds: a file that cannot be read has no pages and an error. */
  read(file: SourceFile): Outcome<SourceContent>;
}
