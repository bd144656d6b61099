/** Editions by stage. The states are distinct types, so a skipped stage does not compile. */
import type { Assembly } from "./article.js";
import type { InterfaceLanguage } from "./interface-languages.js";
import type { Library } from "./library.js";
import type { Page } from "./page.js";

export interface NewspaperInfo {
  readonly title: string;
  /** ASCII, lower case; the first folder of its addresses. */
  readonly slug: string;
  readonly place?: string;
  readonly publisher?: string;
  readonly rights?: string;
  /** Years after which its editions are brought again; absent where the usual ones are meant. */
  readonly anniversaries?: readonly number[];
}

export type Autospace = "css" | "keep" | "pangu";

/** What is known of an edition, from edition.md, newspaper.md, names and text. */
export interface EditionInfo {
  readonly newspaper: NewspaperInfo;
  /** YYYY-MM-DD, or absent where nothing tells it. */
  readonly date?: string;
  readonly number?: string;
  readonly language: string;
  /** Language of the site's own words around this edition, where it is not to be that of its text. */
  readonly interface?: InterfaceLanguage;
  readonly direction: "horizontal" | "vertical";
  readonly source?: string;
  readonly rights?: string;
  /** Where readers send corrections: `mailto:…` or `https://…` of a page for new issues. Absent: nowhere. */
  readonly corrections?: string;
  readonly autospace: Autospace;
  /** Whether scans are cut into tiles; absent where nobody says it. */
  readonly tiles?: boolean;
  /** No story has files of its own as plain text and as Markdown; the edition has. */
  readonly storyTexts?: false;
  /** House wordings of jump lines, added to the language's own: `{n}` stands for the page. */
  readonly jumpWordings: { readonly forward: readonly string[]; readonly backward: readonly string[] };
  /** Address of the edition under the site's root, e.g. `yanzhou-wanbao/2023-10-26`. */
  readonly path: string;
  /** Markdown of the editor's introduction; empty where there is none. */
  readonly introduction: string;
  /** Folder of the edition as the user named it, for messages. */
  readonly folder: string;
  /** What the program had to infer, and from what: shown to the archivist. */
  readonly inferred: readonly { readonly field: string; readonly value: string; readonly from: string }[];
}

interface Stage<Name extends string> {
  readonly stage: Name;
  readonly info: EditionInfo;
  readonly pages: readonly Page[];
  /** The articles as a library's issue file has them, where there is one and it counts. */
  readonly library?: Library;
}
export type ReadEdition = Stage<"read">;
export type RepairedEdition = Stage<"repaired">;
export interface AssembledEdition extends Stage<"assembled"> {
  readonly assembly: Assembly;
}
export interface ReviewedEdition extends Stage<"reviewed"> {
  readonly assembly: Assembly;
  /** A PDF of its sheets was made and stands beside its pages. */
  readonly hasPdf?: true;
  /** The cover of its book as bytes, where there is a picture of its first page. */
  readonly cover?: Uint8Array;
}
