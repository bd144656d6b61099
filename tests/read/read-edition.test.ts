import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/model/diagnostic.js";
import { wordDiagnostic, wordedCodes } from "../../src/model/diagnostic-words.js";
import type { EditionJob } from "../../src/model/job.js";
import { linesOf } from "../../src/model/page.js";
import { readEdition } from "../../src/read/index.js";

type Files = Readonly<Record<string, string | Uint8Array>>;
const bytesOf = (content: string | Uint8Array): Uint8Array =>
  new Uint8Array(typeof content === "string" ? Buffer.from(content) : content);

function job(files: Files, more: Partial<EditionJob> & { newspaperText?: string } = {}): EditionJob {
  const { newspaperText, ...rest } = more;
  return {
    folder: "editions/courier/2024-01-05",
    files: Object.entries(files).map(([path, content]) => ({ path, bytes: bytesOf(content) })),
    ...(newspaperText === undefined
      ? {}
      : { newspaper: { path: "../newspaper.md", bytes: bytesOf(newspaperText) } }),
    ...rest,
  };
}
/** Without the note of how each file was recognised, which every file that is read has. */
function read(files: Files, more: Parameters<typeof job>[1] = {}): ReturnType<typeof readEdition> {
  const { value, diagnostics } = readEdition(job(files, more));
  return { value, diagnostics: diagnostics.filter(({ code }) => code !== "JL1009") };
}
const codes = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code);
const numbersByFile = (files: Files) =>
  Object.fromEntries(read(files).value.pages.map(({ file, number }) => [file, number]));
const prose = "The council met on Tuesday and the members of the board said that it was for the town.\n";

describe("the place for corrections", () => {
  const edition = (corrections: string) => `---\nlanguage: en\n${corrections}---\n`;
  it("is the edition's own, else its newspaper's, else nowhere", () => {
    const newspaperText = "---\ntitle: Courier\ncorrections: mailto:desk@example.org\n---\n";
    const own = { "pages/01.txt": prose, "edition.md": edition("corrections: https://a.example/new\n") };
    expect(read(own, { newspaperText }).value.info.corrections).toBe("https://a.example/new");
    const silent = { "pages/01.txt": prose, "edition.md": edition("") };
    expect(read(silent, { newspaperText }).value.info.corrections).toBe("mailto:desk@example.org");
    expect(read(silent).value.info).not.toHaveProperty("corrections");
  });
});

describe("texts of each story", () => {
  it("are there but where an edition or its newspaper does without", () => {
    const told = (own: string, paper: string) => {
      const edition = `---\nlanguage: en\n${own}---\n`;
      const files = { "pages/01.txt": prose, "edition.md": edition };
      return read(files, { newspaperText: `---\ntitle: Courier\n${paper}---\n` });
    };
    expect(told("", "").value.info).not.toHaveProperty("storyTexts");
    expect(told("", "story_texts: false\n").value.info.storyTexts).toBe(false);
    expect(told("story_texts: false\n", "").value.info.storyTexts).toBe(false);
    expect(told("story_texts: true\n", "story_texts: false\n").value.info).not.toHaveProperty("storyTexts");
    expect(codes(told("story_texts: seldom\n", "").diagnostics)).toContain("JL1012");
  });
});

describe("pages", () => {
  it.each([
    [
      ["pages/01.txt", "pages/02.txt"],
      [1, 2],
    ],
    [
      ["page-01.txt", "page-10.txt", "page-2.txt"],
      [1, 10, 2],
    ],
    [
      ["p1.txt", "p2.txt"],
      [1, 2],
    ],
    [
      ["page_02.txt", "page_03.txt"],
      [2, 3],
    ],
    [["02.txt"], [2]],
    [["page-02.txt"], [2]],
    [
      ["front.txt", "sports.txt"],
      [1, 2],
    ],
    [
      ["courier-2024-01-05-p03.txt", "courier-2024-01-05-p04.txt"],
      [3, 4],
    ],
    [["2024-01-05.txt"], [1]],
    [
      ["第3版.txt", "第4版.txt"],
      [3, 4],
    ],
    [["Seite 3.TXT"], [3]],
    [["19200403.txt"], [1]],
  ])("%j are pages %j", (names, numbers) => {
    const files = Object.fromEntries(names.map((name) => [name, prose]));
    expect(numbersByFile(files)).toEqual(
      Object.fromEntries(names.map((name, index) => [name, numbers[index]])),
    );
  });

  it("come sorted by number, whatever the order of the files", () => {
    const files = { "page-3.txt": "c", "page-1.txt": "a", "page-2.txt": "b" };
    const turned = Object.fromEntries(Object.entries(files).reverse());
    expect(read(files)).toEqual(read(turned));
    expect(read(files).value.pages.map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  it("leave a README among numbered pages alone, and say so", () => {
    const { value, diagnostics } = read({ "page-1.txt": prose, "README.txt": "about" });
    expect(value.pages.map(({ file }) => file)).toEqual(["page-1.txt"]);
    expect(diagnostics).toMatchObject([
      { code: "JL1021", place: { file: "editions/courier/2024-01-05/README.txt" } },
    ]);
  });

  it("with one number twice: the second becomes another, and that is an error", () => {
    const { value, diagnostics } = read({ "page-1.txt": prose, "p1.txt": prose, "page-2.txt": prose });
    expect(value.pages.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(diagnostics).toMatchObject([
      { code: "JL1022", severity: "error", details: { wanted: 1, number: 3 } },
    ]);
  });

  it("of one file are parted at form feeds and keep the lines of the file", () => {
    const { value } = read({ "edition.txt": "one\n\ntwo\n\fthree\n\ffour\n\f" });
    expect(
      value.pages.map(({ number, blocks }) => [
        number,
        blocks.flatMap(({ lines }) => lines.map(({ id }) => id)),
      ]),
    ).toEqual([
      [1, ["p1-l1", "p1-l3"]],
      [2, ["p2-l4"]],
      [3, ["p3-l5"]],
    ]);
  });

  it("count on from a file with form feeds without taking another file's number", () => {
    expect(
      read({ "page-1.txt": "a\fb", "page-2.txt": "c" }).value.pages.map(({ number, file }) => [number, file]),
    ).toEqual([
      [1, "page-1.txt"],
      [2, "page-2.txt"],
      [3, "page-1.txt"],
    ]);
  });

  it("take number, folio, section, language and direction from their own front matter; lines count from the file's first", () => {
    const { value, diagnostics } = read({
      "pages/01.txt":
        "---\nnumber: 7\nfolio: A7\nsection: Sport\nlanguage: de\ndirection: vertical\n---\nErste Zeile\n",
    });
    expect(value.pages[0]).toMatchObject({
      number: 7,
      folio: "A7",
      section: "Sport",
      language: "de",
      direction: "vertical",
    });
    expect(value.pages[0]?.blocks[0]?.lines[0]).toMatchObject({
      id: "p7-l8",
      number: 8,
      original: "Erste Zeile",
    });
    expect(diagnostics).toEqual([]);
  });

  it("that only look like they have front matter keep every line", () => {
    const text = "---\nNote: the ferry is late\n---\nIt was the fog.\n";
    const { value, diagnostics } = read({ "page-1.txt": text });
    expect(value.pages.flatMap(linesOf).map(({ original }) => original)).toEqual(text.trimEnd().split("\n"));
    expect(codes(diagnostics)).toEqual(["JL1017"]);
    const rule = read({ "page-1.txt": "--- 人民日报 ---\n第一版\n---\n" });
    expect(rule.value.pages.flatMap(linesOf)).toHaveLength(3);
    expect(rule.diagnostics).toEqual([]);
  });

  it("that are no text are empty, with an error, and the rest is read", () => {
    const { value, diagnostics } = read({
      "page-1.txt": new Uint8Array([1, 0, 2, 0xff, 0]),
      "page-2.txt": prose,
    });
    expect(value.pages.map(({ number, blocks }) => [number, blocks.length])).toEqual([
      [1, 0],
      [2, 1],
    ]);
    expect(codes(diagnostics)).toEqual(["JL1002"]);
  });

  it("may be in an encoding named on the command line, or for the edition, or for the page", () => {
    const text = "民國九年四月三日本報每逢三日出版\n";
    const bytes = iconv.encode(text, "big5");
    const own = Buffer.concat([Buffer.from("---\nencoding: big5\n---\n"), bytes]);
    for (const result of [
      read({ "page-1.txt": bytes }, { encoding: "big5" }),
      read({ "page-1.txt": bytes, "edition.md": "---\nencoding: big5\n---\n" }, { encoding: "gb18030" }),
      read({ "page-1.txt": own, "edition.md": "---\nencoding: gb18030\n---\n" }),
      read({
        "a.txt": bytes,
        "edition.md": "---\nencoding: gb18030\npages:\n  - file: a.txt\n    encoding: big5\n---\n",
      }),
    ])
      expect(result.value.pages.flatMap(linesOf)[0]?.original).toBe(text.trim());
  });
});

describe("the pages list", () => {
  const edition = (list: string) => ({
    "edition.md": `---\npages:\n${list}---\n`,
    "text/a.txt": prose,
    "b.txt": prose,
  });

  it("decides which files are pages, in which order and under which number", () => {
    const { value, diagnostics } = read(
      edition(
        "  - file: b.txt\n    number: 4\n    folio: B4\n  - file: ./text/a.txt\n    section: Local\n  - text/a.txt\n",
      ),
    );
    expect(value.pages).toMatchObject([
      { number: 4, file: "b.txt", folio: "B4" },
      { number: 5, file: "text/a.txt", section: "Local" },
    ]);
    expect(codes(diagnostics)).toEqual(["JL1025"]);
  });

  it.each(["../secret.txt", "/etc/passwd", "text/../../x.txt", "C:/x.txt", "a\\b.txt", "", "."])(
    "refuses %j",
    (path) => {
      const { value, diagnostics } = read(edition(`  - file: ${JSON.stringify(path)}\n  - file: b.txt\n`));
      expect(value.pages.map(({ file }) => file)).toEqual(["b.txt"]);
      expect(diagnostics).toMatchObject([{ code: "JL1024", severity: "error", place: { line: 2 } }]);
    },
  );

  it("keeps an empty page where the file is missing", () => {
    const { value, diagnostics } = read(edition("  - file: gone.txt\n    number: 2\n  - file: b.txt\n"));
    expect(value.pages).toMatchObject([{ number: 2, blocks: [] }, { number: 3 }]);
    expect(codes(diagnostics)).toEqual(["JL1026"]);
  });
});

describe("headers", () => {
  it("say what an edition is, before names and text", () => {
    const { value, diagnostics } = read({
      "page-1.txt": prose,
      "edition.md":
        "---\nnewspaper: 砚州晚报\ndate: 2023-10-26\nnumber: 第9182期\nlanguage: zh-Hans\nsource: film 12\ndirection: vertical\n---\n\nAn *introduction*.\n",
    });
    expect(diagnostics).toEqual([]);
    expect(value.info).toMatchObject({
      newspaper: { title: "砚州晚报", slug: "courier" },
      date: "2023-10-26",
      number: "第9182期",
      language: "zh-Hans",
      direction: "vertical",
      source: "film 12",
      introduction: "An *introduction*.",
      path: "courier/2023-10-26",
      inferred: [],
    });
  });

  it("take quoted wordings", () => {
    const { value, diagnostics } = read(
      { "page-1.txt": prose, "edition.md": '---\njump_lines:\n  forward: ["over to {n}"]\n---\n' },
      {
        newspaperText:
          '---\ntitle: 砚州晚报\nslug: yanzhou-wanbao\nrights: CC0\nplace: 砚州\nautospace: pangu\njump_lines: { forward: ["see {n}"], backward: "back to {n}" }\n---\n',
      },
    );
    expect(diagnostics).toEqual([]);
    expect(value.info).toMatchObject({
      newspaper: { title: "砚州晚报", slug: "yanzhou-wanbao", place: "砚州", rights: "CC0" },
      rights: "CC0",
      autospace: "pangu",
      jumpWordings: { forward: ["see {n}", "over to {n}"], backward: ["back to {n}"] },
      path: "yanzhou-wanbao/2024-01-05",
    });
  });

  it.each([
    ["newpaper: X", "JL1011", "newspaper"],
    ["Date: 2024-01-06", "JL1011", "date"],
    ["date: 2024-02-30", "JL1012", "calendar"],
    ["date: 5 January", "JL1012", "YYYY-MM-DD"],
    ["language: not a tag!", "JL1012", "zh-Hans"],
    ["direction: sideways", "JL1012", "horizontal or vertical"],
    ["encoding: klingon", "JL1012", "gb18030"],
    ["slug: Über", "JL1012", "lower-case"],
    ["corrections: javascript:alert(1)", "JL1012", "mailto:desk@example.org"],
    ["corrections: http://a.example/new", "JL1012", "https://"],
    ["pages: all", "JL1012", "list"],
  ])("%s is an error at its line, and the rest counts", (line, code, hint) => {
    const { value, diagnostics } = read({
      "page-1.txt": prose,
      "edition.md": `---\nsource: film\n${line}\nnumber: 7\n---\n`,
    });
    expect(value.info).toMatchObject({ source: "film", number: "7", date: "2024-01-05" });
    expect(value.pages).toHaveLength(1);
    expect(diagnostics).toMatchObject([
      { code, severity: "error", place: { file: "editions/courier/2024-01-05/edition.md", line: 3 } },
    ]);
    expect(JSON.stringify(diagnostics[0]?.details)).toContain(hint);
  });

  it("in another language than YAML are never read, and are no introduction", () => {
    const { value, diagnostics } = read({
      "page-1.txt": prose,
      "edition.md": "---js\n({date: '2000-01-01'})\n---\nHello",
    });
    expect(value.info).toMatchObject({ date: "2024-01-05", introduction: "" });
    expect(codes(diagnostics)).toEqual(["JL1013"]);
  });

  it("of newspaper.md are named by their own path", () => {
    const { diagnostics } = read({ "page-1.txt": prose }, { newspaperText: "---\ntitel: X\n---\n" });
    expect(diagnostics).toMatchObject([
      { code: "JL1011", place: { file: "editions/courier/newspaper.md", line: 2 } },
    ]);
  });
});

describe("hostile input", () => {
  it("without pages is an edition without pages, and an error", () => {
    expect(codes(read({}).diagnostics)).toContain("JL1020");
  });

  it("never throws, says everything in words, and gives every printed line once", () => {
    const chunk = fc.constantFrom(
      "---\n",
      "number: 1\n",
      "pages:\n",
      "  - file: page-1.txt\n",
      "date: 2024-01-05\n",
      "\f",
      "\n",
      "第一版",
      "a\u0000",
      "x",
      "\u2028",
      "[[[",
      "\ud800",
    );
    const text = fc.array(chunk, { maxLength: 12 }).map((chunks) => chunks.join(""));
    fc.assert(
      fc.property(text, text, fc.uint8Array({ maxLength: 60 }), (page, header, bytes) => {
        const result = read({ "page-1.txt": page, "page-2.txt": bytes, "edition.md": header });
        for (const diagnostic of result.diagnostics) {
          expect(wordedCodes()).toContain(diagnostic.code);
          expect(wordDiagnostic(diagnostic)).not.toMatch(/\{[a-z]+\}/);
        }
        const ids = result.value.pages.flatMap(linesOf).map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        const numbers = result.value.pages.map(({ number }) => number);
        expect(new Set(numbers).size).toBe(numbers.length);
      }),
    );
  });

  it("of one very long line is read soon", () => {
    const start = performance.now();
    const { value } = read({
      "page-1.txt": " ".repeat(250_000) + "第".repeat(250_000) + "1 ".repeat(250_000),
    });
    expect(value.pages.flatMap(linesOf)).toHaveLength(1);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
