/**
 * The articles of an edition as a logical structure over blocks of its ALTO files, in the words that libraries use
 * (docWorks/METAe, ENMAP): ARTICLE > HEADING > TITLE, BODY > PARAGRAPH. A paragraph that a column cut is one piece over its blocks. What an editor wrote instead of the printed words has no block, and is not in here.
 */
import type { Article, ArticleKind, Assembly } from "../../model/article.js";
import type { UnitId } from "../../model/ids.js";
import { titleOf } from "../../model/title-of.js";
import type { Unit, UnitKind } from "../../model/unit.js";
import type { AltoBlock } from "../alto/list-blocks.js";
import { xml, xmlLines } from "../xml-element.js";

export const altoId = (page: number): string => `ALTO${page}`;
export const pageId = (page: number): string => `PAGE${page}`;
export const articleDiv = (article: Article): string => `ART-${article.id}`;

const types: Record<ArticleKind, string> = {
  story: "ARTICLE",
  notice: "NOTICE",
  advert: "ADVERTISEMENT",
};
const headTypes = { kicker: "OVERLINE", headline: "TITLE", deck: "SUBHEADLINE" } as const;

/** What a unit is in the head of its article; the title of a notice is of the notice's kind, and a headline all the same. */
function tellHeads(article: Article): (unit: Unit) => string | undefined {
  const places = new Map<string, string>();
  for (const field of ["kicker", "headline", "deck"] as const)
    for (const { spans } of article[field])
      for (const { line, start } of spans) places.set(`${line}:${start}`, headTypes[field]);
  return ({ kind, passage: { spans } }) => {
    const [first] = spans;
    const told = first && places.get(`${first.line}:${first.start}`);
    return told ?? (kind === "jump-head" ? headTypes.headline : undefined);
  };
}

/** PARAGRAPH says that it is one whole; marks and credits are TEXT. */
const bodyTypes: Partial<Record<UnitKind, string>> = {
  subhead: "CROSSHEAD",
  byline: "AUTHOR",
  dateline: "DATELINE",
  caption: "CAPTION",
  credit: "TEXT",
  "jump-line": "TEXT",
  "continuation-line": "TEXT",
  pointer: "TEXT",
  serial: "TEXT",
};

/** Blocks by the unit they are of, with the page they stand on. */
export type BlocksOfUnits = ReadonlyMap<
  UnitId,
  readonly { readonly page: number; readonly block: AltoBlock }[]
>;

export function indexBlocks(pages: ReadonlyMap<number, readonly AltoBlock[]>): BlocksOfUnits {
  const index = new Map<UnitId, { page: number; block: AltoBlock }[]>();
  for (const [page, blocks] of pages)
    for (const block of blocks) {
      const same = index.get(block.unit);
      if (same) same.push({ page, block });
      else index.set(block.unit, [{ page, block }]);
    }
  return index;
}

const pointers = (units: readonly UnitId[], blocks: BlocksOfUnits): string[] =>
  units.flatMap((unit) =>
    (blocks.get(unit) ?? []).map(({ page, block }) =>
      xml("mets:fptr", {}, xml("mets:area", { FILEID: altoId(page), BETYPE: "IDREF", BEGIN: block.id })),
    ),
  );

interface Piece {
  readonly head: boolean;
  readonly type: string;
  readonly units: UnitId[];
}

/**
 * The pieces of an article in reading order. The units of one paragraph are one piece, in one column or more; one that
 * the page's end cut stands where it goes on, behind the head of the jump, and the mark that sends the reader there
 * follows it: so the pieces of each page alone are in the order of that page too.
 */
function piecesOf(article: Article, units: ReadonlyMap<UnitId, Unit>): Piece[] {
  const paragraphs = new Map<UnitId, readonly UnitId[]>();
  for (const part of article.body) for (const id of part.units) paragraphs.set(id, part.units);
  const headOf = tellHeads(article);
  const pageOf = (id: UnitId): number | undefined => units.get(id)?.page;
  const done = new Set<UnitId>();
  const pieces: Piece[] = [];
  const held: Piece[] = [];
  let cut: readonly UnitId[] | undefined;
  for (const id of article.parts.flatMap((part) => part.units)) {
    const unit = units.get(id);
    if (!unit || done.has(id)) continue;
    const all = paragraphs.get(id) ?? [id];
    if (pageOf(all.at(-1) ?? id) !== unit.page) {
      cut = all;
      continue;
    }
    for (const each of all) done.add(each);
    const head = paragraphs.has(id) ? undefined : headOf(unit);
    const type = head ?? bodyTypes[unit.kind] ?? "PARAGRAPH";
    const piece = { head: head !== undefined, type, units: [...all] };
    if (cut && unit.kind === "jump-line") held.push(piece);
    else pieces.push(piece);
    if (all === cut) {
      pieces.push(...held.splice(0));
      cut = undefined;
    }
  }
  return [...pieces, ...held];
}

function describeArticle(article: Article, units: ReadonlyMap<UnitId, Unit>, blocks: BlocksOfUnits): string {
  const pieces = piecesOf(article, units);
  const div = ({ type, units: ids }: Piece): string =>
    xmlLines("mets:div", { TYPE: type }, ...pointers(ids, blocks));
  // HEADING and BODY follow each other as often as they do in print: a jump has a head of its own.
  const groups: { head: boolean; divs: string[] }[] = [];
  for (const piece of pieces) {
    const group = groups.at(-1);
    if (group?.head === piece.head) group.divs.push(div(piece));
    else groups.push({ head: piece.head, divs: [div(piece)] });
  }
  return xmlLines(
    "mets:div",
    { ID: articleDiv(article), TYPE: types[article.kind], LABEL: titleOf(article, article.id) },
    ...groups.map(({ head, divs }) => xmlLines("mets:div", { TYPE: head ? "HEADING" : "BODY" }, ...divs)),
  );
}

/** Articles by section, then what belongs to the pages alone. Leftovers are in no article, and in no piece here. */
export function describeArticles(
  { articles, furniture, units }: Assembly,
  blocks: BlocksOfUnits,
  sectionOf: (page: number) => string | undefined,
): string[] {
  const sections = new Map<string | undefined, string[]>();
  for (const article of articles) {
    const section = sectionOf(article.parts[0]?.page ?? 0);
    const written = describeArticle(article, units, blocks);
    const same = sections.get(section);
    if (same) same.push(written);
    else sections.set(section, [written]);
  }
  const loose = furniture
    .filter(({ unit }) => blocks.has(unit))
    .map(({ unit }) => xmlLines("mets:div", { TYPE: "PAGE_HEADER" }, ...pointers([unit], blocks)));
  return [
    ...[...sections].flatMap(([section, list]) =>
      section === undefined ? list : [xmlLines("mets:div", { TYPE: "SECTION", LABEL: section }, ...list)],
    ),
    ...loose,
  ];
}
