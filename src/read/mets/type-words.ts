/**
 * The words that libraries type the pieces of an issue with (METS TYPE, dc:subject) → what Jumpline calls them. The
 * words are those of docWorks/METAe and ENMAP files, of the Library of Congress and of Delpher; others can be added
 * here. Compared without case, prefix and punctuation: `np:Page` is `page`, `SUB_HEADLINE` is `subheadline`.
 */
import type { ItemType, PartRole } from "./issue.js";

const table = <T>(entries: readonly (readonly [T, string])[]): ReadonlyMap<string, T> =>
  new Map(entries.flatMap(([meaning, words]) => words.split(" ").map((word) => [word, meaning] as const)));

const itemTypes = table<ItemType>([
  ["article", "article artikel chapter editorial feuilleton serial letter interview review poem report"],
  ["article", "weather shipping correction game recipe stockprices supplementarticle illustratedarticle"],
  ["advert", "advertisement advertisements advert ad advertentie classified classifieds publicité"],
  [
    "notice",
    "notice obituary announcement familynotice familiebericht deathnotice birthnotice marriagenotice",
  ],
  [
    "illustration",
    "illustration illustratiemetonderschrift picture photograph photo cartoon comic map graphic",
  ],
  ["furniture", "titlesection publishingstmt publishingstatement imprint nameplate masthead pageheader"],
  ["furniture", "pagenumber runningtitle header footer"],
]);

/** Pieces that hold others and are nothing themselves. A title that is wider than its articles is a section's. */
const holders = table<"issue" | "section">([
  ["issue", "newspaper periodical serial year volume issue edition day supplement physsequence"],
  ["section", "section content rubric column"],
]);

const partRoles = table<PartRole>([
  ["headline", "title headline heading mainheading mainheadline head"],
  ["kicker", "overline kicker toptitle"],
  ["deck", "subheadline subtitle subheading deck motto teaser abstract lead"],
  ["subhead", "subhead crossheading crosshead intertitle"],
  ["byline", "author byline"],
  ["dateline", "dateline"],
  ["paragraph", "paragraph p"],
  ["caption", "caption"],
  ["advert", "advertisement advert ad"],
  ["illustration", "illustration picture photograph photo image graphic cartoon map"],
  ["table", "table"],
  ["text", "text textblock"],
]);

/** Say nothing that the piece around them does not say better. */
const fillers: ReadonlySet<string> = new Set(["text", "textblock", "image", "line", "block", "zone"]);

/** No word of these is longer; the rest of a longer one is not looked at. */
const longest = 100;

export const plainType = (raw: string): string =>
  raw
    .slice(0, longest)
    .replace(/^[^:]*:/, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");

export const itemTypeOf = (raw: string): ItemType | undefined => itemTypes.get(plainType(raw));
export const holderOf = (raw: string): "issue" | "section" | undefined => holders.get(plainType(raw));
export const isFiller = (raw: string): boolean => fillers.has(plainType(raw));
export const isHeading = (raw: string): boolean => plainType(raw) === "heading";
/** `TITLE_PAGE`, `np:page`; not `pagearea`. */
export const isPageType = (raw: string): boolean => plainType(raw).endsWith("page");

/** Over the body a second headline is the deck; inside the body it parts the text. */
export function partRoleOf(raw: string, inHeading: boolean): PartRole | undefined {
  const role = partRoles.get(plainType(raw));
  return role === "deck" && !inHeading ? "subhead" : role;
}
