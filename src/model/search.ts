/** What of an edition can be searched: plain values that can be kept as JSON beside it. */

export type SearchedKind = "story" | "notice" | "advert" | "leftover";

export interface SearchedParagraph {
  /** Its anchor on the page; empty where it has none of its own. */
  readonly anchor: string;
  readonly text: string;
  /** How it was printed, where letters were changed; not shown among the text itself. */
  readonly printed?: boolean;
}

/** An article, or what on one page could be given to none. */
export interface SearchedText {
  /** File name in the edition's folder. */
  readonly file: string;
  readonly title: string;
  readonly kind: SearchedKind;
  readonly pages: readonly number[];
  readonly paragraphs: readonly SearchedParagraph[];
}

export interface SearchedEdition {
  readonly path: string;
  readonly texts: readonly SearchedText[];
}
