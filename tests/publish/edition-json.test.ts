import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../src/model/diagnostic.js";
import { editionJson } from "../../src/publish/edition-json.js";
import { reviewEdition } from "../../src/review/index.js";
import { withoutSpaces } from "../../src/text/scripts.js";
import { reviewed, sampleEdition } from "../build-fixture.js";

const schema = JSON.parse(readFileSync(new URL("../../docs/edition.schema.json", import.meta.url), "utf8"));
const validate = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema);
const check = (data: unknown): unknown => {
  validate(data);
  return validate.errors ?? [];
};

const warning: Diagnostic = {
  code: "JL4204",
  severity: "warning",
  place: { file: "a.md" },
  details: { id: "x", first: "b.md" },
};
const error: Diagnostic = { code: "JL9999", severity: "error", place: { page: 2 }, details: {} };
const data = editionJson(reviewed(sampleEdition()), [warning, error]);

describe("edition.json", () => {
  test("keeps to its schema", () => {
    expect(check(JSON.parse(JSON.stringify(data)))).toEqual([]);
  });

  test("the schema refuses what it does not describe, at every depth", () => {
    // biome-ignore lint/suspicious/noExplicitAny: it is spoilt on purpose, at depths of its own
    const spoil = (change: (copy: any) => void): unknown => {
      const copy = structuredClone(data);
      change(copy);
      return check(copy);
    };
    expect(spoil((copy) => Object.assign(copy, { extra: 1 }))).not.toEqual([]);
    expect(spoil((copy) => Object.assign(copy.articles[0], { extra: 1 }))).not.toEqual([]);
    expect(spoil((copy) => Object.assign(copy.articles[0].body[0].from[0], { extra: 1 }))).not.toEqual([]);
    expect(spoil((copy) => delete copy.articles[0].jumps[0].mark)).not.toEqual([]);
    expect(spoil((copy) => Object.assign(copy.articles[0].jumps[0], { state: "lost" }))).not.toEqual([]);
    expect(spoil((copy) => Object.assign(copy, { date: "26.10.2023" }))).not.toEqual([]);
  });

  test("tells of a story over a jump", () => {
    const [story] = data.articles;
    expect(story?.headline).toBe("市民中心今日开放首日接待三千人");
    expect(story?.pages).toEqual([1, 2]);
    expect(story?.body[0]).toEqual({
      kind: "paragraph",
      text: "市民中心昨日上午正式开门，接待来客三千人。工作人员说，准备用了两年，其中一年用于选址。",
      from: [
        { page: 1, line: 5 },
        { page: 1, line: 6 },
        { page: 2, line: 4 },
      ],
    });
    expect(story?.jumps).toEqual([
      {
        state: "joined",
        from_page: 1,
        to_page: 2,
        mark: "（下转第二版）",
        continuation: "（上接第一版）",
        jump_head: ["市民中心"],
      },
    ]);
    expect(story?.url).toBe(`${story?.id}.html`);
    expect(data.diagnostics.map((each) => [each.code, each.severity])).toEqual([
      ["JL9999", "error"],
      ["JL4204", "warning"],
    ]);
  });

  test("holds every printed character once", () => {
    const edition = sampleEdition();
    const printed = edition.pages.flatMap((page) =>
      page.blocks.flatMap((block) => block.lines.map((line) => line.text)),
    );
    const told: string[] = [];
    for (const article of data.articles) {
      told.push(
        article.kicker,
        article.headline,
        article.deck,
        article.byline,
        article.dateline,
        article.credit,
      );
      told.push(...article.body.map((part) => part.text), ...article.marks.map((mark) => mark.text));
      for (const jump of article.jumps) told.push(jump.mark, jump.continuation, ...jump.jump_head);
    }
    told.push(...data.leftovers.map((each) => each.text), ...data.furniture.map((each) => each.text));
    const sorted = (texts: readonly string[]): string => [...withoutSpaces(texts.join(""))].sort().join("");
    expect(sorted(told)).toBe(sorted(printed));
  });

  test("tells where things stand on pages that have places, and how far a page is turned", () => {
    const edition = reviewed(sampleEdition());
    // Four lines to a column, each a tenth of the page high: the fifth begins the next.
    const box = (i: number) => ({ x: i < 4 ? 0.1 : 0.6, y: 0.1 * (i % 4), width: 1 / 3, height: 0.05 });
    const pages = edition.pages.map((page) => ({
      ...page,
      aspect: 1.40626,
      ...(page.number === 1 ? { skew: 0.01234567 } : {}),
      blocks: page.blocks.map((block) => ({
        ...block,
        lines: block.lines.map((line) => ({ ...line, box: box(line.number - 1) })),
      })),
    }));
    const json = editionJson({ ...edition, pages }, []);
    expect(check(JSON.parse(JSON.stringify(json)))).toEqual([]);
    expect(json.pages.map(({ aspect, skew }) => [aspect, skew])).toEqual([
      [1.4063, 0.0123],
      [1.4063, undefined],
    ]);
    const [first] = json.pages;
    const story = first?.regions.find(({ kind }) => kind === "article");
    expect(story?.boxes).toEqual([
      [0.1, 0.1, 0.3333, 0.15], // its headline
      [0.1, 0.3, 0.3333, 0.05],
      [0.6, 0, 0.3333, 0.25],
    ]);
    expect(data.pages.flatMap(({ regions }) => regions.flatMap(({ boxes }) => boxes ?? []))).toEqual([]);
  });

  test("gives a hand-edited article in the words of the person, with the lines of what stayed", () => {
    const edition = sampleEdition();
    const article = edition.assembly.articles[1];
    const text = `---\nid: ${article?.id}\nheadline: 河堤修好了\n---\n东河河堤加固工程前日完工。\n\n全长四点二公里。\n`;
    const { value } = reviewEdition(edition, [
      { path: "articles/a.md", bytes: new TextEncoder().encode(text) },
    ]);
    const json = editionJson(value, []);
    expect(check(JSON.parse(JSON.stringify(json)))).toEqual([]);
    expect(json.articles[1]).toMatchObject({ headline: "河堤修好了", hand_edited: true });
    expect(json.articles[1]?.body).toEqual([
      { kind: "paragraph", text: "东河河堤加固工程前日完工。", from: [{ page: 1, line: 9 }] },
      { kind: "paragraph", text: "全长四点二公里。", from: [] },
    ]);
  });
});
