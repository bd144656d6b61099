/**
 * Prints what repair does to real pages, where the data folder is at hand (JUMPLINE_DATA or ../shared/data):
 * spurious and lost gaps against the truth. Run `npx tsc -p tsconfig.json` before it.
 * Line kinds come from the truth, so that the figures are repair's own.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { repairLines } from "../../lib/repair/index.js";

const data = process.env.JUMPLINE_DATA ?? join(import.meta.dirname, "../../../shared/data");
const verbose = process.argv.includes("--verbose");
if (!existsSync(data)) {
  console.log("No data folder; nothing to measure.");
  process.exit(0);
}
const strip = (text) => text.replace(/[\s\u200b\ufeff]/gu, "");
const linesOf = (file) => readFileSync(file, "utf8").split(/\r\n|[\n\r\f]/);
const pagesOf = (folder) =>
  readdirSync(folder)
    .filter((name) => /^page-\d+\.txt$/.test(name))
    .sort()
    .map((name) => join(folder, name));

/** Every text of a truth file with the kind of line it stands on. */
function truthTexts(truth) {
  const texts = [];
  const add = (kind, text) => text && texts.push({ kind, text });
  for (const article of truth.articles) {
    for (const text of article.kicker ?? []) add("kicker", text);
    for (const text of article.headline ?? []) add("headline", text);
    for (const text of article.deck ?? []) add("deck", text);
    for (const text of article.jump?.jump_head ?? []) add("jump-head", text);
    add("jump-line", article.jump?.jump_line);
    add("continuation-line", article.jump?.continuation_line);
    add("byline", article.byline);
    add("credit", article.credit);
    for (const part of article.body) add(part.kind === "subhead" ? "subhead" : "paragraph", part.text);
    if (article.dateline) {
      const first = article.body.find((part) => part.kind !== "subhead");
      add("paragraph", `${article.dateline} ${first?.text ?? ""}`);
      add("dateline", article.dateline);
    }
    const last = article.body.at(-1);
    if (article.credit && last) add("paragraph", `${last.text}${article.credit}`);
  }
  for (const notice of truth.notices ?? []) for (const text of notice.lines) add("notice", text);
  for (const item of truth.furniture ?? []) add("furniture", item.text);
  return texts.sort((a, b) => strip(a.text).length - strip(b.text).length);
}

/** Where a line's ink stands in a truth text, and the truth's gaps there. */
function findTruth(ink, texts) {
  for (const { kind, text } of texts) {
    const at = strip(text).indexOf(ink);
    if (at < 0) continue;
    let inked = 0;
    let slice = "";
    for (const character of text) {
      const space = strip(character) === "";
      if (space ? inked > at && inked < at + ink.length : inked >= at && inked < at + ink.length)
        slice += character;
      if (!space) inked += character.length;
    }
    return { kind, wanted: slice };
  }
  return undefined;
}

function gapsAt(text) {
  const gaps = new Set();
  let inked = 0;
  for (const character of text) {
    if (strip(character) === "") gaps.add(inked);
    else inked += character.length;
  }
  return gaps;
}

function measure(name, lines, texts, language) {
  const found = lines.map((line) => (strip(line) === "" ? undefined : findTruth(strip(line), texts)));
  const repaired = repairLines(
    lines,
    found.map((hit) => hit?.kind),
    language,
  );
  const figures = { lines: 0, unmatched: 0, spurious: 0, lost: 0, edits: 0, ink: 0 };
  lines.forEach((line, index) => {
    if (strip(line) === "") return;
    figures.lines += 1;
    const { text, edits } = repaired[index];
    figures.edits += edits.length;
    figures.ink += strip(line).length;
    const hit = found[index] ?? findTruth(strip(text), texts);
    if (!hit) {
      figures.unmatched += 1;
      if (verbose && /\s/.test(text)) console.log(`   unmatched: ${JSON.stringify(text)}`);
      return;
    }
    const wanted = gapsAt(hit.wanted);
    const got = gapsAt(text);
    const spurious = [...got].filter((gap) => !wanted.has(gap)).length;
    const lost = [...wanted].filter((gap) => !got.has(gap)).length;
    figures.spurious += spurious;
    figures.lost += lost;
    if (verbose && spurious + lost > 0)
      console.log(
        `   ${hit.kind}: ${JSON.stringify(line)} → ${JSON.stringify(text)} wanted ${JSON.stringify(hit.wanted)}`,
      );
  });
  console.log(`${name}: ${JSON.stringify(figures)}`);
}

const seed = join(data, "seed-page");
if (existsSync(seed)) {
  const truth = JSON.parse(readFileSync(join(seed, "truth.json"), "utf8"));
  const lines = linesOf(join(seed, "page-02.txt"));
  const texts = truthTexts({
    articles: truth.articles.map((article) => ({
      headline: article.headline.map(({ text }) => text),
      byline: article.byline?.text,
      body: article.paragraphs,
      jump: { continuation_line: article.continued_from?.text },
    })),
  });
  // A mark run in with the text is one line in the file and two texts in the truth.
  for (const article of truth.articles)
    if (article.continued_from)
      texts.push({ kind: "paragraph", text: article.continued_from.text + article.paragraphs[0].text });
  measure("seed-page", lines, texts, "zh-Hans");
}
for (const [issue, language] of [
  ["zh2", "zh-Hans"],
  ["en1", "en"],
])
  for (const variant of ["text-jumbled", "text-pdftotext"]) {
    const folder = join(data, "typeset", issue, variant);
    if (!existsSync(folder)) continue;
    const truth = JSON.parse(readFileSync(join(data, "typeset", issue, "truth.json"), "utf8"));
    measure(`${issue} ${variant}`, pagesOf(folder).flatMap(linesOf), truthTexts(truth), language);
  }
const jingbao = join(data, "jingbao");
if (existsSync(jingbao)) {
  const rules = {};
  let total = 0;
  for (const issue of readdirSync(jingbao).sort()) {
    const lines = pagesOf(join(jingbao, issue)).flatMap(linesOf);
    total += lines.length;
    repairLines(lines, [], "zh-Hant").forEach(({ text, edits }, index) => {
      for (const { rule } of edits) rules[rule] = (rules[rule] ?? 0) + 1;
      if (verbose && edits.some(({ rule }) => rule !== "trim-edges"))
        console.log(`   ${JSON.stringify(lines[index])} → ${JSON.stringify(text)}`);
    });
  }
  console.log(`jingbao (${total} lines, all taken for paragraphs): ${JSON.stringify(rules)}`);
}
