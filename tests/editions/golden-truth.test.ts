/**
 * The sample pages hold what their golden truth says, character for character and page by page: nothing else, nothing
 * less. Spaces, hyphens at line ends and the radicals and presentation forms of the PDFs are folded on both sides.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readIssue } from "../typeset/read-issue.mjs";
import { truthOf } from "../typeset/write-truth.mjs";

interface Jump {
  from_page: number;
  to_page: number;
  jump_line: string;
  continuation_line: string;
  jump_head: string[];
}
interface Story {
  id: string;
  kicker: string[];
  headline: string[];
  deck: string[];
  byline: string | null;
  dateline: string | null;
  credit: string | null;
  body: { kind: string; text: string }[];
  parts: { page: number; spans: [number, number, number][] }[];
  jump: Jump | null;
  jumps?: Jump[];
}
interface Truth {
  id: string;
  date: string;
  newspaper: string;
  pages: { number: number }[];
  articles: Story[];
  notices: { page: number; lines: string[] }[];
  furniture: { page: number; text: string }[];
}

const root = join(import.meta.dirname, "..", "..");
const names = readdirSync(import.meta.dirname).filter((name) =>
  existsSync(join(import.meta.dirname, name, "truth.json")),
);

/** Radicals that NFKC leaves as they are, or turns into another script's form (⼾ is 户, 戸 or 戶 by the font). */
const SUPPLEMENT = new Map(
  "⺠民⻓长⻔门⻋车⻅见⻢马⻛风⻝食⻚页⻘青⻆角⻄西⻩黄⻥鱼⻮齿⻰龙⻉贝⻨麦⻜飞⻣骨⺟母⻬齐⻑長⻤鬼⻦鸟⻁虎⼾户戶户戸户"
    .match(/../gu)
    ?.map((pair) => [pair.charAt(0), pair.charAt(1)]),
);
const fold = (text: string): string[] =>
  [
    ...[...text]
      .map((char) => SUPPLEMENT.get(char) ?? char)
      .join("")
      .normalize("NFKC"),
  ]
    .filter((char) => !/[\s\-‐\u00ad]/u.test(char))
    .sort();

const jumpsOf = (story: Story): Jump[] => story.jumps ?? (story.jump ? [story.jump] : []);

function printedOn(truth: Truth, page: number): string {
  const texts: (string | null)[] = [];
  for (const story of truth.articles) {
    if (story.parts[0]?.page === page)
      texts.push(...story.kicker, ...story.headline, ...story.deck, story.byline, story.dateline);
    if (story.parts.at(-1)?.page === page) texts.push(story.credit);
    for (const part of story.parts.filter((each) => each.page === page))
      for (const [index, from, to] of part.spans) texts.push(story.body[index]?.text.slice(from, to) ?? "");
    for (const jump of jumpsOf(story)) {
      if (jump.from_page === page) texts.push(jump.jump_line);
      if (jump.to_page === page) texts.push(jump.continuation_line, ...jump.jump_head);
    }
  }
  texts.push(...truth.notices.filter((notice) => notice.page === page).flatMap((notice) => notice.lines));
  texts.push(...truth.furniture.filter((each) => each.page === page).map((each) => each.text));
  return texts.filter(Boolean).join("");
}

function folderOf(truth: Truth): string {
  const editions = join(root, "editions");
  const slugs = readdirSync(editions).filter((slug) => {
    const file = join(editions, slug, truth.date, "edition.md");
    return existsSync(file) && readFileSync(file, "utf8").includes(truth.newspaper);
  });
  expect(slugs, `editions of ${truth.newspaper} of ${truth.date}`).toHaveLength(1);
  return join(editions, slugs[0] ?? "", truth.date);
}

const codes: Record<string, string> = { "&#38;": "&", "&#60;": "<", "&#62;": ">", "&#34;": '"' };

/** What stands on a page: its file's text, or the words of its ALTO. */
function pageOf(truth: Truth, page: number): string {
  const base = join(folderOf(truth), "pages", String(page).padStart(2, "0"));
  if (existsSync(`${base}.txt`)) return readFileSync(`${base}.txt`, "utf8");
  const words = [...readFileSync(`${base}.xml`, "utf8").matchAll(/ CONTENT="([^"]*)"/g)].map(
    (word) => word[1],
  );
  return words.join(" ").replace(/&#\d+;/g, (code) => codes[code] ?? code);
}

describe.each(names)("golden edition %s", (name) => {
  const truth = JSON.parse(readFileSync(join(import.meta.dirname, name, "truth.json"), "utf8")) as Truth;

  it("is the truth of the issue as it is written now (else: npm run samples)", () => {
    const issue = readIssue(join(root, "tests", "typeset", "issues", truth.id, "issue.json"));
    expect(truth).toEqual(JSON.parse(JSON.stringify(truthOf(issue))));
  });

  it.each(truth.pages.map((page) => page.number))("page %i holds its truth", (page) => {
    expect(fold(pageOf(truth, page)).join("")).toBe(fold(printedOn(truth, page)).join(""));
  });
});

it("four sample editions have a golden truth", () => {
  expect(names).toEqual(["de-weekly", "en-weekly", "ja-vertical", "zh-daily"]);
});
