/** Units: the smallest pieces that an article is made of, each a run of whole lines or of parts of lines. */
import type { LineId, UnitId } from "./ids.js";

export type UnitKind =
  | "paragraph"
  | "headline"
  | "subhead"
  | "kicker"
  | "deck"
  | "byline"
  | "dateline"
  | "credit"
  | "jump-line"
  | "continuation-line"
  | "jump-head"
  | "pointer"
  | "serial"
  | "caption"
  | "notice"
  | "advert"
  | "furniture"
  | "verse"
  | "list"
  | "question"
  | "answer"
  | "note";

/** A stretch of one line's text: UTF-16 offsets into `Line.text`, end exclusive. */
export interface Span {
  readonly line: LineId;
  readonly start: number;
  readonly end: number;
}

/** How the text of one span meets the next. `drop-hyphen` removes the hyphen that ends the text before it. */
export type Seam = "space" | "nothing" | "drop-hyphen";

/** Text with its provenance: it can be recomputed from its spans and seams. `seams.length === spans.length - 1`. */
export interface Passage {
  readonly text: string;
  readonly spans: readonly Span[];
  readonly seams: readonly Seam[];
}

/**
 * One decision of the assembler and what else it could have been.
 * `confidence` is 0–1; `override` is the YAML list item for overrides.yaml that would decide it the other way.
 */
export interface Decision {
  readonly subject: string;
  readonly kind: "role" | "article" | "order" | "jump" | "repair" | "paragraph";
  readonly choice: string;
  readonly rule: string;
  readonly reason: string;
  readonly confidence: number;
  readonly runnerUp?: { readonly choice: string; readonly costGap: number };
  readonly override?: string;
}

export interface Unit {
  readonly id: UnitId;
  readonly kind: UnitKind;
  readonly page: number;
  readonly passage: Passage;
}
