/**
 * The articles of an edition as a logical structure over blocks of its ALTO files, in the words that libraries use
 * (docWorks/METAe, ENMAP): ARTICLE > HEADING > TITLE, BODY > PARAGRAPH. A paragraph that a column or a page cut is one
 * piece over all its blocks. What an editor wrote instead of the printed words has no block, and is not in here.
 */
import type { Article, ArticleKind, Assembly } from "../../model/article.js";
import type { UnitId } from "../../model/ids.js";
import type { Unit, UnitKind } from "../../model/unit.js";
import type { AltoBlock } from "../alto/list-blocks.js";
import { shownTitle } from "../shown-article.js";
import { xml, xmlLines } from "../xml-element.js";

export const altoId = (page: number): string => `ALTO${page}`;
export const pageId = (page: number): string => `PAGE${page}`;
export const articleDiv = (article: Article): string => `ART-${article.id}`;

const types: Record<ArticleKind, string> = {
  story: "ARTICLE",
  notice: "NOTICE",
  advert: "ADVERTISEMENT",
};
const headTypes: Partial<Record<UnitKind, string>> = {
  kicker: "OVERLINE",
  headline: "TITLE",
  "jump-head": "TITLE",
  deck: "SUBHEADLINE",
};
const bodyTypes: Partial<Record<UnitKind, string>> = {
  subhead: "CROSSHEAD",
  byline: "AUTHOR",
  dateline: "DATELINE",
  caption: "CAPTION",
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

/** The pieces of an article in reading order; the units of one paragraph are one, where it begins. */
function piecesOf(article: Article, units: ReadonlyMap<UnitId, Unit>): Piece[] {
  const paragraphs = new Map<UnitId, readonly UnitId[]>();
  for (const part of article.body) for (const id of part.units) paragraphs.set(id, part.units);
  const done = new Set<UnitId>();
  const pieces: Piece[] = [];
  for (const id of article.parts.flatMap((part) => part.units)) {
    const unit = units.get(id);
    if (!unit || done.has(id)) continue;
    const all = paragraphs.get(id) ?? [id];
    for (const each of all) done.add(each);
    const headType = paragraphs.has(id) ? undefined : headTypes[unit.kind];
    const type = headType ?? bodyTypes[unit.kind] ?? "PARAGRAPH";
    pieces.push({ head: headType !== undefined, type, units: [...all] });
  }
  return pieces;
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
    { ID: articleDiv(article), TYPE: types[article.kind], LABEL: shownTitle(article) },
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
