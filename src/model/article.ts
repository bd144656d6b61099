/** Whole articles, and what stands on a page outside of any. */
import type { ArticleId, UnitId } from "./ids.js";
import type { Decision, Passage, Unit } from "./unit.js";

export type BodyKind =
  | "paragraph"
  | "subhead"
  | "list"
  | "verse"
  | "question"
  | "answer"
  | "caption"
  | "note";
export type ArticleKind = "story" | "notice" | "advert";

/** One paragraph, subhead … of an article. `units` are the units it was made of: two or more where a jump or a column cut it. */
export interface BodyPart {
  readonly kind: BodyKind;
  readonly passage: Passage;
  readonly units: readonly UnitId[];
}

/** A printed mark: a jump line, a continuation line, a pointer or a serial line, as the page has it. */
export interface Mark {
  readonly unit: UnitId;
  readonly kind: "jump-line" | "continuation-line" | "pointer" | "serial";
  readonly passage: Passage;
  readonly page: number;
  /** The page number it names, where it names one that could be read. */
  readonly names?: number;
}

/**
 * A story's way from one page to another. `joined`: both halves are in this article. `dangling`: the other
 * half is not in this edition, or it is not sure enough which it is.
 */
export interface Jump {
  readonly state: "joined" | "dangling";
  readonly fromPage?: number;
  readonly toPage?: number;
  readonly forward?: Mark;
  readonly backward?: Mark;
  /** The headline lines repeated (or new) over the continuation. */
  readonly jumpHead: readonly Passage[];
  readonly confidence: number;
  readonly reason: string;
}

/** What of an article stands on one page: the ids of its units there, in reading order. */
export interface ArticlePart {
  readonly page: number;
  readonly units: readonly UnitId[];
}

export interface Article {
  readonly id: ArticleId;
  readonly kind: ArticleKind;
  readonly kicker: readonly Passage[];
  readonly headline: readonly Passage[];
  readonly deck: readonly Passage[];
  readonly byline: readonly Passage[];
  readonly dateline: readonly Passage[];
  readonly credit: readonly Passage[];
  readonly body: readonly BodyPart[];
  /** Pointers and serial lines; jump and continuation lines stand in `jumps`. */
  readonly marks: readonly Mark[];
  readonly jumps: readonly Jump[];
  readonly parts: readonly ArticlePart[];
  /** 0–1: the least sure of the decisions that made it. */
  readonly confidence: number;
  readonly decisions: readonly Decision[];
  /** Set where a person wrote it: the Markdown body that replaces `body` when the article is shown. */
  readonly handEdited?: HandEdit;
}

/** An article file that a person changed. Its words win over the generated ones; the source lines stay accounted for. */
export interface HandEdit {
  readonly file: string;
  readonly markdown: string;
  /** The kind the program gave the article, where the file says another. */
  readonly generatedKind?: ArticleKind;
  readonly headline?: string;
  readonly kicker?: string;
  readonly deck?: string;
  readonly byline?: string;
  readonly dateline?: string;
  readonly credit?: string;
}

/** Text of a page that belongs to no article. */
export interface Leftover {
  readonly unit: UnitId;
  readonly page: number;
  readonly passage: Passage;
  readonly reason: string;
}

/** Folios, rules, nameplate, imprint: what belongs to the page. */
export interface Furniture {
  readonly unit: UnitId;
  readonly page: number;
  readonly passage: Passage;
}

/** Every unit of the edition ends in exactly one of the three lists. */
export interface Assembly {
  readonly units: ReadonlyMap<UnitId, Unit>;
  readonly articles: readonly Article[];
  readonly furniture: readonly Furniture[];
  readonly leftovers: readonly Leftover[];
  readonly decisions: readonly Decision[];
}
