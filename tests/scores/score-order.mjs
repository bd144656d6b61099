/**
 * The reading order that layout finds, against the one a person gave. The file is read without its ReadingOrder and
 * with its regions shuffled, and laid out; then two sequences are held against the file's by edit distance, over the
 * length of the file's (0 is the same order; one region in another place costs 2 of its n):
 *
 * - regions, each where its first line came to stand. That a region's lines come apart does not show here.
 * - lines, each once. Here it shows: a region of forty lines in another place costs eighty, one cut in two its half.
 *
 * And once more with lines alone: each line of the shuffled page in a block of its own, as of a source without regions.
 */
import path from "node:path";
import { editDistance } from "./edit-distance.mjs";
import { file, inData, list, readText } from "./sources/data-folder.mjs";
import { shuffle } from "./sources/shuffle.mjs";

const folder = "reichsanzeiger";
export const seeds = [1, 2, 3, 4, 5];

/** The file with its regions in another order and no word of the right one. Regions are not nested in these files. */
function shuffleRegions(xml, seed) {
  const open = /<TextRegion\b/;
  const close = "</TextRegion>";
  const parts = xml
    .replace(/<ReadingOrder>[\s\S]*?<\/ReadingOrder>/, "")
    .split(new RegExp(`(?=${open.source})`));
  const head = parts.shift();
  const regions = parts.map((part) => part.slice(0, part.indexOf(close) + close.length));
  const between = parts.map((part) => part.slice(part.indexOf(close) + close.length)).join("");
  return head + shuffle(regions, seed).join("") + between;
}

/** A line by its region and its place there: its number is that of the file, which the shuffle changed. */
function nameLines(pages) {
  const names = new Map();
  for (const { blocks } of pages)
    for (const { sourceId, lines } of blocks)
      for (const [at, { id }] of lines.entries())
        names.set(id, { region: sourceId, line: `${sourceId}/${at}` });
  return names;
}

const idsOf = (pages) =>
  pages.flatMap(({ blocks }) => blocks.flatMap(({ lines }) => lines.map(({ id }) => id)));

/** Each line in a block of its own, in any order. */
const withoutRegions = (edition, seed) => ({
  ...edition,
  pages: edition.pages.map((page) => ({
    ...page,
    blocks: shuffle(
      page.blocks.flatMap(({ id, lines }) =>
        lines.map((line) => ({ id: `${id}-${line.number}`, lines: [line] })),
      ),
      seed,
    ),
  })),
});

function sequences(ids, names) {
  const lines = ids.map((id) => names.get(id));
  return { regions: [...new Set(lines.map(({ region }) => region))], lines: lines.map(({ line }) => line) };
}

export function scoreOrder({ readEdition, layOutEdition }, name, xml, seed) {
  const read = (text) => readEdition({ folder, files: [file(name, text)] }).value;
  const asTold = read(xml);
  const want = sequences(idsOf(asTold.pages), nameLines(asTold.pages));
  const shuffled = read(shuffleRegions(xml, seed));
  const names = nameLines(shuffled.pages);
  const have = sequences(idsOf(layOutEdition(shuffled).pages), names);
  const alone = sequences(idsOf(layOutEdition(withoutRegions(shuffled, seed)).pages), names);
  if (have.lines.length !== want.lines.length) throw new Error(`${name}: lines were lost in the shuffle`);
  const apart = (key, found = have) => editDistance(found[key], want[key]) / want[key].length;
  return {
    regions: want.regions.length,
    lines: want.lines.length,
    regions_apart: apart("regions"),
    lines_apart: apart("lines"),
    alone_apart: apart("lines", alone),
  };
}

/** The pages that are at hand, by row name: path of each. */
export const orderSources = () =>
  new Map(
    list(inData(folder))
      .filter((name) => name.endsWith(".xml"))
      .map((name) => [`${folder} ${path.parse(name).name}`, name]),
  );

/** Figures of one page: the worst of the shuffles, for the order must not hang on the file's. */
export function orderFigures(stages, name) {
  const xml = readText(inData(folder, name));
  const scores = seeds.map((seed) => scoreOrder(stages, name, xml, seed));
  const worst = (key) => Math.max(...scores.map((score) => score[key]));
  return {
    ...scores[0],
    regions_apart: worst("regions_apart"),
    lines_apart: worst("lines_apart"),
    alone_apart: worst("alone_apart"),
  };
}

/** @returns Map of row name to figures */
export const orderRows = (stages) =>
  new Map([...orderSources()].map(([row, name]) => [row, orderFigures(stages, name)]));
