/**
 * What a library's issue file (METS, DIDL) says of an edition's articles, on the lines that were read: plain data that
 * goes through the stages untouched, for assembly to follow or to compare with.
 */
import type { LineId } from "./ids.js";

export type ItemType =
  | "article"
  | "advert"
  | "notice"
  | "illustration"
  | "section-title"
  | "furniture"
  | "other";

export type PartRole =
  | "headline"
  | "kicker"
  | "subhead"
  | "deck"
  | "byline"
  | "dateline"
  | "paragraph"
  | "caption"
  | "advert"
  | "illustration"
  | "table"
  | "text";

export interface LibraryPart {
  /** `paragraph` is the library's zone: it may hold several printed paragraphs, or a piece of one. */
  readonly role: PartRole;
  /** In reading order. Never empty; a line is in one part of one item. */
  readonly lines: readonly LineId[];
}

export interface LibraryItem {
  /** Its ID in the issue file. */
  readonly id: string;
  readonly type: ItemType;
  /** The library's title of it. Often corrected or invented: not what is printed. */
  readonly label?: string;
  readonly language?: string;
  /** In logical order, over all pages. Never empty. */
  readonly parts: readonly LibraryPart[];
}

/** How the library's articles count: followed as they are, or held against our own. */
export type LibraryUse = "source" | "compare";

export interface Library {
  readonly use: LibraryUse;
  /** Path of the issue file, relative to the edition's folder. */
  readonly file: string;
  /** Its paragraphs are whole printed paragraphs, or what of one stands on a page. */
  readonly exact?: true;
  readonly items: readonly LibraryItem[];
}
