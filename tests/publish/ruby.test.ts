/**
 * Ruby as an OCR has it, small lines of kana beside the text, each by itself or a row of them as one: what becomes of it in
 * every form of the edition.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { ReviewedEdition } from "../../src/model/edition.js";
import { publishEdition } from "../../src/publish/publish-edition.js";
import { nameEdition, renderEdition } from "../../src/render/index.js";
import { writers } from "../bench/write-formats.mjs";
import { open } from "../render/made-up.js";
import { decided, publishedFiles, siteAt } from "./published-samples.js";
import { validatorFor } from "./validate-xml.js";

type Box = [number, number, number, number];
interface Written {
  readonly text: string;
  readonly box: Box;
  readonly words: { text: string; box: Box }[];
}
const em = 40;
const leading = 80;
/** Along the line and across it, in ems. */
const pages: Readonly<Record<string, (along: number, across: number, length: number, size: number) => Box>> =
  {
    horizontal: (along, across, length, size) => [along, across, length, size],
    vertical: (along, across, length, size) => [2400 - across - size, along, size, length],
  };
const body = [
  "北岸の渡し場に新しい桟橋が完成し、きのう午前、六十人",
  "余りの乗客を乗せた一番船が対岸へ向かった。桟橋には三",
  "隻の船が同時に着くことができ、待合室には暖房が入り、",
  "冬の朝も風を避けて待てる。船長の高橋さんは「やっと間",
  "に合った」と胸をなで下ろした。町の人も喜んでいる。",
];
const readings: readonly { line: number; over: string; text: string }[] = [
  { line: 0, over: "北岸", text: "ほくがん" },
  { line: 0, over: "桟橋", text: "さんばし" },
  { line: 2, over: "暖房", text: "だんぼう" },
  { line: 3, over: "高橋", text: "たかはし" },
  { line: 3, over: "間", text: "ま" },
];

function writePage(place: (typeof pages)[string], rowsAreOne: boolean) {
  const at = (text: string, along: number, across: number, length: number, size: number): Written => {
    const box = place(along, across, length, size).map(Math.round) as Box;
    return { text, box, words: [{ text, box }] };
  };
  const head = at("渡し場に新桟橋", 100, 200, 7 * 80, 80);
  const over = at("わた", 105, 165, 70, 32);
  const lines = body.map((text, n) => at(text, 100, 400 + n * leading, text.length * em, em));
  const small = readings.map((reading) => {
    const from = body[reading.line]?.indexOf(reading.over) ?? 0;
    const middle = 100 + (from + reading.over.length / 2) * em;
    const length = (reading.text.length * em) / 2;
    return {
      ...reading,
      set: at(reading.text, middle - length / 2, 400 + reading.line * leading - em / 2 - 3, length, em / 2),
    };
  });
  const hull = (boxes: readonly Box[]): Box => {
    const [x, y] = [Math.min(...boxes.map((box) => box[0])), Math.min(...boxes.map((box) => box[1]))];
    return [
      x,
      y,
      Math.max(...boxes.map((box) => box[0] + box[2])) - x,
      Math.max(...boxes.map((box) => box[1] + box[3])) - y,
    ];
  };
  const rows = lines.flatMap((line, n): Written[] => {
    const own = small.filter((reading) => reading.line === n).map(({ set }) => set);
    if (!rowsAreOne || own.length < 2) return [...own, line];
    const words = own.flatMap(({ words: [word] }) => (word ? [word] : []));
    return [
      { text: words.map(({ text }) => text).join(" "), box: hull(own.map(({ box }) => box)), words },
      line,
    ];
  });
  const block = (list: Written[]) => ({ box: hull(list.map(({ box }) => box)), lines: list });
  return { width: 2400, height: 2400, blocks: [block([over, head]), block(rows)] };
}

function editionOf(direction: string, rowsAreOne: boolean, format: "alto" | "hocr"): ReviewedEdition {
  const { ending, write } = writers[format];
  const page = writePage(pages[direction] as (typeof pages)[string], rowsAreOne);
  const file = String(write(page)).replaceAll(
    /x_size \d+/g,
    // A line of hOCR says the height of its type, whichever way it runs; the writer knows one way only.
    (
      (lines) => () =>
        `x_size ${Math.min(...(lines.shift()?.box.slice(2) ?? []))}`
    )(page.blocks.flatMap(({ lines }) => lines)),
  );
  const front = `---\nnewspaper: 汐凪\ndate: 2020-05-05\nlanguage: ja\ndirection: ${direction}\n---\n`;
  const bytes = (text: string) => new TextEncoder().encode(text);
  return decided({
    folder: "shio/2020-05-05",
    files: [
      { path: `page-1.${ending}`, bytes: bytes(file) },
      { path: "edition.md", bytes: bytes(front) },
    ],
  });
}

const plain = body.join("");
const expected = [{ over: "渡", text: "わた" }, ...readings].map(({ over, text }) => `${over}|${text}`);
const found = (markup: string, pattern: RegExp): string[] =>
  [...markup.matchAll(pattern)].map(([, over, text]) => `${over}|${text}`);
const ways = ["horizontal", "vertical"].flatMap((direction) =>
  [false, true].flatMap((one) =>
    (["alto", "hocr"] as const).map((format) => [direction, one, format] as const),
  ),
);

describe.each(ways)("ruby of a %s page, rows of readings one line: %s, in %s", (direction, one, format) => {
  const edition = editionOf(direction, one, format);
  const files = new Map(
    publishEdition(edition, siteAt(), [], nameEdition(edition)).map(({ path: name, content }) => [
      name.slice(edition.info.path.length + 1),
      content,
    ]),
  );

  it("is in no text, and no line of it is lost", () => {
    const { articles, furniture, leftovers } = edition.assembly;
    expect(articles.map(({ headline }) => headline.map(({ text }) => text))).toEqual([["渡し場に新桟橋"]]);
    expect(articles[0]?.body.map(({ passage }) => passage.text).join("")).toBe(plain);
    expect(leftovers).toEqual([]);
    expect(furniture.map(({ passage }) => passage.text).sort()).toEqual(
      ["わた", ...readings.map(({ text }) => text)].sort(),
    );
    for (const name of ["edition.txt", "edition.md"]) {
      const text = String(files.get(name)).replaceAll("\n", "");
      expect(text).toContain(plain);
      expect(text).not.toContain("ほくがん");
    }
  });

  it("stands over its letters in the story and, where the lines of its page run on, there", () => {
    const shown = new Map(
      renderEdition(edition, open().site, []).value.map(({ path: name, content }) => [name, String(content)]),
    );
    const ruby = /<ruby>([^<]*)<rt data-reading="([^"]*)"><\/rt><\/ruby>/g;
    for (const end of [/\/p1-[a-z0-9]+\.html$/, /\/p1\.html$/]) {
      const name = [...shown.keys()].find((each) => end.test(each)) ?? "";
      expect(found(shown.get(name) ?? "", ruby), name).toEqual(expected);
    }
  });

  it("is ruby in the book", () => {
    const book = unzipSync(files.get("edition.epub") as Uint8Array);
    const chapter = Object.entries(book).find(([name]) => name.endsWith("/p1.xhtml"))?.[1];
    const markup = strFromU8(chapter ?? new Uint8Array());
    expect(found(markup, /<ruby>([^<]*)<rt>([^<]*)<\/rt><\/ruby>/g)).toEqual(expected);
  });

  it("is ruby in TEI, once, with the place where it was printed", () => {
    const tei = String(publishedFiles(edition).get("edition.tei.xml"));
    expect(validatorFor("tei.rng")(tei)).toEqual([]);
    const place = direction === "vertical" ? "right" : "above";
    const ruby = new RegExp(
      `<ruby><rb>([^<]*)</rb><rt place="${place}" facs="#z-[^"]+">([^<]*)</rt></ruby>`,
      "g",
    );
    expect(found(tei, ruby)).toEqual(expected);
    expect(tei.split("ほくがん")).toHaveLength(2);
    for (const [, zone] of tei.matchAll(/<rt [^>]*facs="#([^"]+)"/g))
      expect(tei).toContain(`xml:id="${zone}"`);
  });
});

describe("a reading over letters that an editor changed", () => {
  it("is where it was printed and nowhere else", () => {
    const edition = editionOf("horizontal", false, "alto");
    const [article] = edition.assembly.articles;
    if (!article) throw new Error("no story");
    const written = {
      ...edition,
      assembly: {
        ...edition.assembly,
        articles: [
          { ...article, handEdited: { file: "articles/x.md", headline: "新桟橋", markdown: "書き直した。" } },
        ],
      },
    };
    const tei = String(publishedFiles(written).get("edition.tei.xml"));
    expect(validatorFor("tei.rng")(tei)).toEqual([]);
    expect(tei).not.toContain("<ruby>");
    expect(tei.split("ほくがん")).toHaveLength(2);
  });
});

const checker = "/usr/share/java/epubcheck.jar";
const canCheck = spawnSync("java", ["-version"]).status === 0 && existsSync(checker);
describe.skipIf(!canCheck)(`epubcheck${canCheck ? "" : " (not here)"}`, () => {
  it("finds nothing in a book with ruby", () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), "jumpline-book-"));
    try {
      const edition = editionOf("vertical", true, "alto");
      const book = publishEdition(edition, siteAt(), [], nameEdition(edition)).find(({ path: name }) =>
        name.endsWith(".epub"),
      );
      writeFileSync(path.join(folder, "book.epub"), book?.content as Uint8Array);
      const { stdout, stderr, status } = spawnSync(
        "java",
        ["-jar", checker, "--failonwarnings", path.join(folder, "book.epub")],
        { encoding: "utf8" },
      );
      expect(`${stdout}${stderr}`).toContain("0 fatals / 0 errors / 0 warnings");
      expect(status).toBe(0);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 120_000);
});
