/** What a reader gives: pages of blocks of lines, exactly as the source says. Plain read-only values. */
import type { BlockId, LineId } from "./ids.js";
import type { PageScan } from "./picture.js";

/** Fractions of the page (0–1), origin top left. Absent where the source has no coordinates. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A word as the source sets it apart: where it begins in its line's `original` (UTF-16 offset), and its box. */
export interface Word {
  readonly at: number;
  readonly text: string;
  readonly box: Box;
  /** How sure the OCR was, 0–1, where the source says it. */
  readonly confidence?: number;
}

/**
 * One change to a line's text, in the order it was made. `at` is a UTF-16 offset into the text as it was
 * just before this edit; there `removed` stood and now `inserted` stands.
 */
export interface Edit {
  readonly rule: string;
  readonly at: number;
  readonly removed: string;
  readonly inserted: string;
}

/** Which part of the file's line a line is, where layout cut that at a gutter. */
export interface Stretch {
  /** Where it begins in the file's line (UTF-16 offset); it is as long as its `original`. */
  readonly at: number;
  /** How long the file's line is. */
  readonly of: number;
}

/** One printed line. `original` is what the file said; taking back `edits` from the last gives it again. */
export interface Line {
  readonly id: LineId;
  readonly page: number;
  /** 1-based line number in the page's source file. */
  readonly number: number;
  readonly original: string;
  readonly text: string;
  readonly edits: readonly Edit[];
  /** Only a stretch of the file's line: `original` is that stretch. */
  readonly stretch?: Stretch;
  /** How many blank source lines stand directly before it (0 at the top of a file); with boxes, 1 where its block begins. */
  readonly blanksBefore: number;
  readonly box?: Box;
  /** It gives the reading of letters of the line that it stands beside. */
  readonly ruby?: Ruby;
  readonly words?: readonly Word[];
  /** Height of the type (one em) as a fraction of the page's height, where the source says it. */
  readonly typeSize?: number;
  readonly bold?: boolean;
  /** Where it stands among the lines of its page: measured by layout, absent without boxes. */
  readonly place?: LinePlace;
}

/** Whose reading a line is: letters of another line, counted without spaces; none where it cannot be told which. */
export interface Ruby {
  readonly line: LineId;
  readonly from: number;
  readonly to: number;
}

/** How a line stands in its column. Ems are those of the page's body type. */
export interface LinePlace {
  /** Its type size by the size of the body type. */
  readonly scale: number;
  /** It is set in bold type and the body is not. */
  readonly bold: boolean;
  /** Ems from the column's left edge to the line, and from the line to the column's right edge (in vertical text: top, foot). */
  readonly inset: number;
  readonly room: number;
  /** Width of the line, and of its column, in ems. */
  readonly width: number;
  readonly column: number;
  /** A printed rule stands between it and what is above it in its column. */
  readonly ruled: boolean;
  /** It goes on in the printed line of the line before it: the source broke one line in two. */
  readonly joins: boolean;
  /** Which run of text it stands in: all that hangs under one heading, by the make-up alone. Unique on the page. */
  readonly hanging: number;
  /** Type size of the heading it hangs under, by the size of the body type; 0 where there is none. */
  readonly head: number;
  /** Which printed box it stands in, where that has a heading of its own and is not the whole page. Unique on the page. */
  readonly box?: number;
  /** A short line in the middle of its column, or in larger type than stands around it: a heading where columns run on. */
  readonly setOff?: true;
  /** An OCR measured its page, so that a small difference is none. */
  readonly rough?: true;
  /** It stands at the head or the foot of the page, over or under all stories: a folio, a nameplate. */
  readonly edge?: true;
  /** It stands under a picture and is of it, whatever text stands round it. */
  readonly caption?: true;
  /**
   * Where columns run on: which storey of the page its column is in, 0 the highest; text goes on in it from page to
   * page. −1 for what stands in no column: the page's head, and what is set sideways.
   */
  readonly storey?: number;
  /** At the head of the first column, under no heading: text of the page before may go on in it without a mark. */
  readonly turnsIn?: true;
  /** At the foot of the last column: it may go on on the next page without a mark. */
  readonly turnsOut?: true;
}

/** What a source calls a block, where it says so. */
export type BlockKind = "text" | "heading" | "caption" | "furniture" | "advert" | "table" | "separator";

export interface Block {
  readonly id: BlockId;
  readonly lines: readonly Line[];
  readonly box?: Box;
  readonly kind?: BlockKind;
  /** The block's name in its source file (ALTO, PAGE and METS point at it). */
  readonly sourceId?: string;
}

export interface Page {
  /** Number in the edition, from 1. Unique in an edition. */
  readonly number: number;
  /** What is printed as the page's name: 第二版, A7. */
  readonly folio?: string;
  readonly section?: string;
  /** Path of the source file relative to the edition's folder, with `/`. */
  readonly file: string;
  /** Path of its picture relative to the edition's folder, where an issue file names one. Nothing loads it. */
  readonly image?: string;
  /** Its picture, where one is here that browsers show. */
  readonly scan?: PageScan;
  /** BCP 47; the edition's language where the page says nothing else. */
  readonly language: string;
  readonly direction: "horizontal" | "vertical";
  readonly blocks: readonly Block[];
  /** Height of the page by its width. Present exactly where lines have boxes. */
  readonly aspect?: number;
  /**
   * How far it is turned on its scan, counter-clockwise: the tangent of the angle. Measured by layout; absent where it
   * stands upright or nothing tells.
   */
  readonly skew?: number;
  /** Printed rules, thin boxes. */
  readonly separators?: readonly Box[];
  readonly pictures?: readonly Box[];
  /** Lower-case hex SHA-256 of the source bytes. */
  readonly hash: string;
}

/** All lines of a page in source order. */
export const linesOf = (page: Page): readonly Line[] => page.blocks.flatMap((block) => block.lines);
