/**
 * What a library's description of one issue says, METS and DIDL alike: which page files there are and in what order,
 * and which blocks, lines or words of them make up which article. It points and says nothing of the text itself.
 *
 *     ARTICLE "Kölnische Zeitung."  →  headline P1_TB00017 · paragraph P1_TB00018 · paragraph P2_TB00001 (page 2)
 */
import type { ItemType, PartRole } from "../../model/library.js";

export type { ItemType, PartRole } from "../../model/library.js";

/** A file that the description names. It is never fetched: who holds the files looks whether it is there. */
export interface FileRef {
  /** Relative to the issue file's folder, with `/`; only where it is certain to stay inside that folder. */
  readonly path?: string;
  /** The last step of the path or address. */
  readonly name: string;
}

/** What the whole description is about. */
export interface About {
  readonly title?: string;
  /** YYYY-MM-DD. */
  readonly date?: string;
  /** Number of the issue as it is written there: `58`, `Jg. unknown, nº 288`. */
  readonly number?: string;
  /** BCP 47, in the order named; many papers are printed in two. */
  readonly languages: readonly string[];
  readonly rights?: string;
  readonly place?: string;
  readonly publisher?: string;
  readonly identifier?: string;
}

export interface IssuePageFiles {
  /** What the description numbers the page with; pages stand in this order. */
  readonly order: number;
  readonly text?: FileRef;
  readonly image?: FileRef;
  /** Printed label of the page (folio), where it is said. */
  readonly label?: string;
}

/** One block, line or word of a page file, or all from one to another in file order. */
export interface PagePlace {
  readonly file: FileRef;
  /** ID inside the page file. */
  readonly id: string;
  /** ID of the last one, where a range is meant: `word001131` to `word001309`. */
  readonly end?: string;
}

export interface ItemPart {
  /** `paragraph` is the library's zone: it may hold several printed paragraphs, or a piece of one. */
  readonly role: PartRole;
  /** As the file calls it: `SUBHEADLINE`. */
  readonly rawType: string;
  readonly places: readonly PagePlace[];
}

export interface IssueItem {
  /** Its ID in the file; `div-12` where it has none. */
  readonly id: string;
  readonly type: ItemType;
  /** As the file calls it: `ADVERTISEMENT`, `familiebericht`. */
  readonly rawType: string;
  /** The library's title of it. Often corrected or invented (`Publicité 1 Page 4`): not what is printed. */
  readonly label?: string;
  readonly language?: string;
  /** Labels of the sections that it stands in, outermost first. */
  readonly sections: readonly string[];
  /** In logical order, over all pages. Empty where the file tells only that there is such an item. */
  readonly parts: readonly ItemPart[];
}

export interface IssueFile {
  readonly kind: "mets" | "didl";
  /** Path of the issue file itself, as it was handed in. */
  readonly file: string;
  /** Its zones are whole paragraphs: our own program wrote it. */
  readonly exact?: true;
  readonly about: About;
  readonly pages: readonly IssuePageFiles[];
  readonly items: readonly IssueItem[];
}
