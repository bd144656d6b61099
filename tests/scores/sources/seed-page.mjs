/**
 * A page of a modern Chinese daily with its truth by line numbers, as it is and in the variants that must cost
 * nothing or little: blocks shuffled, blank lines removed, set again in other measures, other bytes.
 */
import iconv from "iconv-lite";
import { file, has, inData, readJson, readText } from "./data-folder.mjs";
import { setLines } from "./set-lines.mjs";
import { shuffle } from "./shuffle.mjs";

const seeds = 20;
const measures = [10, 12, 18];

function readTruth() {
  const truth = readJson(inData("seed-page", "truth.json"));
  const items = truth.articles.map((article) => {
    const paragraphs = article.paragraphs.map((paragraph) => ({
      text: paragraph.text,
      heading: paragraph.kind === "subhead",
      ranges: paragraph.lines,
    }));
    const order = [...paragraphs.keys()];
    // The order of this story's two runs cannot be told from the page: either is right.
    const second = paragraphs.findIndex(
      (paragraph) => paragraph.ranges[0] >= 351 && paragraph.ranges[1] <= 417,
    );
    return {
      id: article.id,
      label: article.headline[0].text,
      story: true,
      headline: article.headline.map((line) => line.text),
      headLines: [...article.headline.map((line) => line.text), ...article.subheads],
      dangling: article.continued_from !== null,
      spaced: [
        ...article.headline.map((line) => line.text),
        ...(article.byline ? [article.byline.text] : []),
      ],
      paragraphs,
      ...(article.id === "B" && second > 0
        ? { orders: [order, [...order.slice(second), ...order.slice(0, second)]] }
        : {}),
      marks: article.continued_from ? [article.continued_from] : [],
      heads: [...article.headline, ...(article.byline ? [article.byline] : [])],
    };
  });
  return items;
}

/** Every printed line with its owner: {text, number, item, paragraph}; paragraph null: head, -1: mark. */
function ownLines(items, text) {
  const owner = new Map();
  const claim = (ranges, value, weak) => {
    for (let line = ranges[0]; line <= ranges[1]; line += 1)
      if (!weak || !owner.has(line)) owner.set(line, value);
  };
  for (const [item, entry] of items.entries()) {
    for (const [paragraph, { ranges }] of entry.paragraphs.entries()) claim(ranges, { item, paragraph });
    for (const { lines } of entry.heads) claim(lines, { item, paragraph: null }, true);
    for (const { lines } of entry.marks) claim(lines, { item, paragraph: -1 }, true);
  }
  return text
    .split("\n")
    .map((line, index) => ({
      text: line,
      number: index + 1,
      ...(owner.get(index + 1) ?? { item: -1, paragraph: null }),
    }))
    .filter((line) => line.text.trim() !== "");
}

/** Runs of lines that were set in one piece: one heading, or body paragraphs of one story that follow each other. */
function blocksOf(lines) {
  const blocks = [];
  let last;
  for (const line of lines) {
    const bodyLine = line.paragraph !== null;
    const heading = (entry) =>
      entry.item < 0 || entry.paragraph === null || items_[entry.item].paragraphs[entry.paragraph]?.heading;
    const goesOn =
      last &&
      last.item === line.item &&
      bodyLine &&
      last.paragraph !== null &&
      !heading(line) &&
      !heading(last) &&
      (line.paragraph === last.paragraph || line.paragraph === last.paragraph + 1);
    const sameHeading =
      last && heading(last) && heading(line) && last.item === line.item && line.number === last.number + 1;
    if (goesOn || sameHeading) blocks.at(-1).push(line);
    else blocks.push([line]);
    last = line;
  }
  return blocks;
}
let items_ = [];

/** File text and truth from lines; `blank`: a blank line after each, as the page has it. */
function caseOf(
  variant,
  items,
  lines,
  { blank = true, encode = (text) => new TextEncoder().encode(text) } = {},
) {
  const rows = [];
  const owners = new Map();
  for (const line of lines) {
    rows.push(line.text);
    if (line.item >= 0) owners.set(`2:${rows.length}`, { item: line.item, paragraph: line.paragraph });
    if (blank && !line.tight) rows.push("");
  }
  const text = `${rows.join("\n")}\n`;
  return {
    source: "seed-page",
    variant,
    job: { folder: "seed-page", files: [file("page-02.txt", encode(text))] },
    truth: {
      language: "zh-Hans",
      items,
      owners,
      lineOrder: [...owners.keys()],
      lines: rows
        .map((row, index) => ({ page: 2, number: index + 1, text: row }))
        .filter((row) => row.text.trim() !== ""),
      has: { paragraphs: true, headlineRole: false, spaces: true },
    },
  };
}

export function* seedPageCases() {
  if (!has("seed-page", "truth.json")) return;
  const items = readTruth();
  items_ = items;
  const text = readText(inData("seed-page", "page-02.txt"));
  const lines = ownLines(items, text);
  // Lines of one multi-line headline stand without a blank line between them.
  for (const [index, line] of lines.entries())
    if (lines[index + 1]?.number === line.number + 1) line.tight = true;
  const original = caseOf("as it is", items, lines);
  yield original;
  yield caseOf("GB18030", items, lines, { encode: (all) => new Uint8Array(iconv.encode(all, "gb18030")) });
  yield caseOf("no blank lines", items, lines, { blank: false });
  const blocks = blocksOf(lines);
  for (const measure of measures)
    yield caseOf(
      `set in ${measure} em`,
      items,
      blocks.flatMap((block) => setBlock(block, items, measure)),
    );
  for (let seed = 1; seed <= seeds; seed += 1)
    yield caseOf("blocks shuffled", items, shuffle(blocks, seed).flat());
}

/** A body block set again at another measure; headings keep their lines. */
function setBlock(block, items, measure) {
  const body = block.every(
    (line) =>
      line.item >= 0 &&
      line.paragraph !== null &&
      line.paragraph >= 0 &&
      !items[line.item].paragraphs[line.paragraph].heading,
  );
  if (!body) return block;
  const out = [];
  for (const paragraph of [...new Set(block.map((line) => line.paragraph))]) {
    const item = block[0].item;
    const { text, ranges } = items[item].paragraphs[paragraph];
    // A continuation mark takes the place of the indent.
    const mark = items[item].marks.find(({ lines }) => lines[0] === ranges[0]);
    for (const row of setLines((mark?.text ?? "") + text, { measure, indent: mark ? 0 : 2 }))
      out.push({ text: row, item, paragraph, number: 0 });
  }
  return out;
}
