/**
 * An edition as TEI P5: header, the pages as a facsimile with zones, and the articles as divisions, in their sections
 * where pages name theirs. Everything printed is in it once.
 */
import { teiFile } from "../../model/address.js";
import type { Furniture, Leftover } from "../../model/article.js";
import type { ReviewedEdition } from "../../model/edition.js";
import type { SiteFile } from "../../model/job.js";
import { readingsOf } from "../../text/readings.js";
import { type AltoBlock, listBlocks } from "../alto/list-blocks.js";
import { placesOfEdition } from "../page-places.js";
import type { PublishedEdition } from "../published-edition.js";
import { xml, xmlHead, xmlLines } from "../xml-element.js";
import { describeFacsimile } from "./describe-facsimile.js";
import { describeHeader } from "./describe-header.js";
import { type TeiContext, writeArticle } from "./write-article.js";
import { type LineSpot, writePassage } from "./write-passage.js";

function findSpots(blocks: Iterable<readonly AltoBlock[]>): ReadonlyMap<string, LineSpot> {
  const spots = new Map<string, LineSpot>();
  for (const list of blocks)
    for (const { id: block, lines } of list)
      for (const { id: zone, span, box } of lines)
        if (box) spots.set(`${span.line}:${span.start}`, { zone, block });
  return spots;
}

function writeLoose(type: string, loose: readonly (Furniture | Leftover)[], context: TeiContext): string[] {
  if (loose.length === 0) return [];
  const plain = { ...context, enter: () => "" };
  const pages = [...new Set(loose.map(({ page }) => page))].sort((a, b) => a - b);
  const inside = pages.flatMap((page) => [
    xml("pb", { n: context.folioOf(page), facs: `#p${page}` }),
    ...loose
      .filter((each) => each.page === page)
      .map(({ passage }) => xml("ab", { type }, writePassage(passage, plain))),
  ]);
  return [xmlLines("div", { type }, ...inside)];
}

function writeBody({ pages, assembly }: ReviewedEdition, context: TeiContext): string[] {
  const sectionOf = new Map(pages.map(({ number, section }) => [number, section]));
  const sections = new Map<string | undefined, string[]>();
  for (const article of assembly.articles) {
    const section = sectionOf.get(article.parts[0]?.page ?? 0);
    const written = writeArticle(article, context);
    const same = sections.get(section);
    if (same) same.push(written);
    else sections.set(section, [written]);
  }
  return [
    ...[...sections].flatMap(([section, list]) =>
      section === undefined ? list : [xmlLines("div", { type: "section", n: section }, ...list)],
    ),
    ...writeLoose("leftover", assembly.leftovers, context),
    // Readings stand with their letters, except where these are not ours to set them on.
    ...writeLoose(
      "furniture",
      assembly.furniture.filter(({ unit }) => !context.written.has(unit)),
      context,
    ),
  ];
}

export function writeTei({ edition }: PublishedEdition): SiteFile[] {
  const { info } = edition;
  const blocks = listBlocks(edition);
  const pages = [...edition.pages].sort((a, b) => a.number - b.number);
  const folios = new Map(pages.map(({ number, folio }) => [number, folio ?? String(number)]));
  const { lines } = placesOfEdition(edition);
  const { units, furniture } = edition.assembly;
  const spots = findSpots(blocks.values());
  const upright = new Set(
    pages.filter(({ direction }) => direction === "vertical").map(({ number }) => number),
  );
  const context: TeiContext = {
    lines,
    spots,
    readings: readingsOf(furniture, lines),
    zoneOfReading: (unit) => {
      const [span] = units.get(unit)?.passage.spans ?? [];
      return span && spots.get(`${span.line}:${span.start}`)?.zone;
    },
    placeOfReadings: (page) => (upright.has(page) ? "right" : "above"),
    written: new Set(),
    folioOf: (page) => folios.get(page) ?? String(page),
  };
  const body = writeBody(edition, context);
  const tei = xmlLines(
    "TEI",
    { xmlns: "http://www.tei-c.org/ns/1.0" },
    describeHeader(info),
    xmlLines("facsimile", {}, ...pages.map((page) => describeFacsimile(page, blocks.get(page.number) ?? []))),
    xmlLines(
      "text",
      { "xml:lang": info.language },
      xmlLines("body", {}, ...(body.length > 0 ? body : ["<div><p/></div>"])),
    ),
  );
  return [{ path: `${info.path}/${teiFile}`, content: `${xmlHead}${tei}\n` }];
}
