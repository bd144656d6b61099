/** What a reader gives: pages of blocks of lines, exactly as the source says. Plain read-only values. */
import type { BlockId, LineId } from "./ids.js";

/** Fractions of the page (0–1), origin top left. Absent where the source has no coordinates. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
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

/** One printed line. `original` is what the file said; taking back `edits` from the last gives it again. */
export interface Line {
  readonly id: LineId;
  readonly page: number;
  /** 1-based line number in the page's source file. */
  readonly number: number;
  readonly original: string;
  readonly text: string;
  readonly edits: readonly Edit[];
  /** How many blank source lines stand directly before it (0 at the top of a file). */
  readonly blanksBefore: number;
  readonly box?: Box;
}

export interface Block {
  readonly id: BlockId;
  readonly lines: readonly Line[];
  readonly box?: Box;
}

export interface Page {
  /** Number in the edition, from 1. Unique in an edition. */
  readonly number: number;
  /** What is printed as the page's name: 第二版, A7. */
  readonly folio?: string;
  readonly section?: string;
  /** Path of the source file relative to the edition's folder, with `/`. */
  readonly file: string;
  /** BCP 47; the edition's language where the page says nothing else. */
  readonly language: string;
  readonly direction: "horizontal" | "vertical";
  readonly blocks: readonly Block[];
  /** Lower-case hex SHA-256 of the source bytes. */
  readonly hash: string;
}

/** All lines of a page in source order. */
export const linesOf = (page: Page): readonly Line[] => page.blocks.flatMap((block) => block.lines);
