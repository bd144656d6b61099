import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { linesOf } from "../../src/model/page.js";
import { readEdition } from "../../src/read/index.js";
import { inferFromNames, titleFromName } from "../../src/read/infer-from-names.js";
import { loadJob } from "../../src/store/load-job.js";

describe("what folder names tell", () => {
  it.each([
    ["editions/yanzhou-wanbao/2023-10-26", "2023-10-26", "yanzhou-wanbao"],
    ["jingbao/jb_0129_1920-04-03", "1920-04-03", "jingbao"],
    ["data/luxzeit-1858-12-07/derived", "1858-12-07", "luxzeit"],
    ["data/luxzeit-1858-12-07/derived/pages", "1858-12-07", "luxzeit"],
    ["courier/1948/01/05", "1948-01-05", "courier"],
    ["courier/1920/1920-04-03", "1920-04-03", "courier"],
    ["courier/2024-01-05-evening", "2024-01-05", "courier"],
    ["microfilm/courier-1920-04-03", "1920-04-03", "courier"],
    ["砚州晚报/20231026", "2023-10-26", "砚州晚报"],
    ["data/2023-10-26", "2023-10-26", undefined],
    ["2023-10-26", "2023-10-26", undefined],
    ["editions/seed-page", undefined, "seed-page"],
    ["editions", undefined, undefined],
    ["courier/1920-13-40", undefined, "courier"],
  ])("%s: %s, %s", (path, date, newspaper) => {
    const told = inferFromNames(path.split("/"));
    expect([told.date?.value, told.newspaper?.value]).toEqual([date, newspaper]);
  });

  it("makes titles of plain names and leaves others", () => {
    expect(["yanzhou-wanbao", "The_Courier", "砚州晚报"].map(titleFromName)).toEqual([
      "Yanzhou Wanbao",
      "The Courier",
      "砚州晚报",
    ]);
  });
});

/** Without the note of how each file was recognised, which every file that is read has. */
function readTexts(folder: string, ...texts: string[]): ReturnType<typeof readEdition> {
  const files = texts.map((text, index) => ({
    path: `page-${index + 1}.txt`,
    bytes: new Uint8Array(Buffer.from(text)),
  }));
  const { value, diagnostics } = readEdition({ folder, files });
  return { value, diagnostics: diagnostics.filter(({ code }) => code !== "JL1009") };
}
const prose =
  "The council met on Tuesday and said that it was\nfor the town. On June 3, 2019 it had been\nof another mind, as all of the members know.\n";

describe("what lines tell", () => {
  it.each([
    [
      "in capitals, with small letters in folios",
      "THE MAPLE FORK LEDGER\n\nWednesday, September 14, 1994",
      "2 • The Maple Fork Ledger • Wednesday, September 14, 1994",
      "The Maple Fork Ledger",
    ],
    [
      "with a full stop",
      "Oberwalder Kreisblatt.\n\nNr. 246. Sonnabend, den 21. Oktober 1911.",
      "Seite 2. Oberwalder Kreisblatt. 21. Oktober 1911.",
      "Oberwalder Kreisblatt",
    ],
    [
      "on one line with the date",
      "THE ALDERMERE GAZETTE, SATURDAY, MAY 9, 1931.",
      "2 THE ALDERMERE GAZETTE, SATURDAY, MAY 9, 1931.",
      "THE ALDERMERE GAZETTE",
    ],
    [
      "with its letters set apart",
      "临 潭 晚 报\n\n2008年4月22日 星期二",
      "2 要闻 2008年4月22日 星期二",
      "临潭晚报",
    ],
  ])("a nameplate %s", (_, nameplate, folio, title) => {
    const { value } = readTexts("scans", `${nameplate}\n\n${prose}`, `${folio}\n\n${prose}`);
    expect(value.info.newspaper.title).toBe(title);
  });

  it("an English nameplate and folios", () => {
    const { value, diagnostics } = readTexts(
      "scans",
      `${prose}\nThe Ansel Valley Bell\n\nFriday, March 6, 2026\n\nVol. 12, No. 5 • 50 cents\n\n${prose}`,
      `2 • The Ansel Valley Bell • Friday, March 6, 2026\n${prose}`,
    );
    expect(value.info).toMatchObject({
      newspaper: { title: "The Ansel Valley Bell", slug: "the-ansel-valley-bell" },
      date: "2026-03-06",
      number: "Vol. 12, No. 5",
      language: "en",
      path: "the-ansel-valley-bell/2026-03-06",
    });
    expect(value.info.inferred.map(({ field }) => field).sort()).toEqual([
      "date",
      "language",
      "newspaper",
      "number",
    ]);
    for (const { from } of value.info.inferred) expect(from).not.toBe("");
    expect(diagnostics).toEqual([]);
  });

  it("a letter-spaced Chinese folio, and a title of Han gets a hash for a slug", () => {
    const body = "本报讯　昨天早上七点，围挡撤走，双向六车道的长亭路恢复通车。\n";
    const { value } = readTexts(
      "scans",
      `临江日报\n2 0 2 4 年 3 月 5 日 星 期 二\n总第１ ０ ２ ４期\n${body}`,
      `２版 临江日报 2024.3.5 星期二\n${body}`,
    );
    expect(value.info).toMatchObject({
      newspaper: { title: "临江日报" },
      date: "2024-03-05",
      number: "总第1024期",
      language: "zh-Hans",
    });
    expect(value.info.newspaper.slug).toMatch(/^np-/);
  });

  it("a German one without a weekday beside its number", () => {
    const body =
      "Der Gemeinderat hat am Dienstag mit der Arbeit an dem Werk begonnen und ist nicht zu Ende.\n";
    const { value } = readTexts("x/y", `Nr. 288. — Dinstag, 7. Dezember 1858.\n${body.repeat(3)}`);
    expect(value.info).toMatchObject({ date: "1858-12-07", number: "Nr. 288", language: "de" });
  });

  it("prose tells nothing: no date, no number, no title", () => {
    const text = `${prose}The No. 3 bus stops at\nthe library since May 4, 2018.\n${prose}`.repeat(3);
    const { value, diagnostics } = readTexts("scans/box", text, text);
    expect(value.info.date).toBeUndefined();
    expect(value.info.number).toBeUndefined();
    expect(value.info.newspaper.title).toBe("Box");
    expect(value.info.path).toBe("box/box");
    expect(diagnostics.map(({ code }) => code)).toEqual(["JL1030"]);
  });

  it.each([
    "Paris, 3. März 1900",
    "Washington, Nov. 5, 1898.",
    "（上海四月三日電）",
    "At Leeds on May 4, 1898",
  ])("a dateline is no date of the edition: %s", (line) =>
    expect(readTexts("scans/box", `${line}\n${prose}`).value.info.date).toBeUndefined(),
  );

  it("a section in the list of contents is no newspaper, though a folio names it", () => {
    const { value } = readTexts(
      "scans/box",
      `Sports\n${prose}`,
      `2 • Local • Friday, March 6, 2026\n${prose}`,
      `3 • Sports • Friday, March 6, 2026\n${prose}`,
    );
    expect(value.info).toMatchObject({ newspaper: { title: "Box" }, date: "2026-03-06" });
  });

  it("the folder wins over a misprint, which is reported", () => {
    const { value, diagnostics } = readTexts("courier/2026-03-06", `Friday, March 16, 2026\n${prose}`);
    expect(value.info.date).toBe("2026-03-06");
    expect(diagnostics).toMatchObject([{ code: "JL1031", severity: "warning" }]);
  });

  it("vertical setting by its punctuation, and only where it prevails", () => {
    const vertical = "昨日東京で会議が開かれた︒市長は﹁新しい計画﹂を発表し︑住民の意見を聞くと述べた︒\n";
    const horizontal =
      "昨日、東京で会議が開かれた。市長は「新しい計画」を発表し、住民の意見を聞くと述べた。\n";
    expect(readTexts("a/2024-01-05", vertical.repeat(3)).value).toMatchObject({
      info: { direction: "vertical" },
      pages: [{ direction: "vertical" }],
    });
    const mixed = readTexts("a/2024-01-05", horizontal.repeat(9), vertical.repeat(3)).value;
    expect(mixed.info.direction).toBe("horizontal");
    expect(mixed.pages.map(({ direction }) => direction)).toEqual(["horizontal", "vertical"]);
  });

  it("which Chinese `zh` means", () => {
    const files = {
      "edition.md": "---\nlanguage: zh\n---\n",
      "page-1.txt": "民國九年，本報每逢三日出版一次，會議昨日在上海舉行。",
    };
    const { value } = readEdition({
      folder: "a/2024-01-05",
      files: Object.entries(files).map(([path, text]) => ({
        path,
        bytes: new Uint8Array(Buffer.from(text)),
      })),
    });
    expect(value.info.language).toBe("zh-Hant");
  });
});

const data = process.env.JUMPLINE_DATA ?? "../shared/data";
describe.skipIf(!existsSync(data))("real papers", () => {
  const load = async (path: string) => readEdition((await loadJob(join(data, path))).value);

  it("the page of a modern daily, alone", async () => {
    const { value } = await load("seed-page");
    expect(value.pages.map(({ number, language, direction }) => [number, language, direction])).toEqual([
      [2, "zh-Hans", "horizontal"],
    ]);
    expect(value.pages.flatMap(linesOf).join("")).not.toBe("");
    expect(value.info.date).toBeUndefined();
  });

  it("every edition of a paper of the 1920s: date, number, language, four pages", async () => {
    const folders = readdirSync(join(data, "jingbao")).sort();
    expect(folders).toHaveLength(20);
    for (const folder of folders) {
      const { value } = await load(`jingbao/${folder}`);
      expect(value.info).toMatchObject({
        date: folder.slice(-10),
        language: "zh-Hant",
        path: `jingbao/${folder.slice(-10)}`,
      });
      expect(value.info.number).toMatch(/^第一.*號$/);
      expect(value.pages.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    }
  });

  it.each([
    ["luxzeit-1858-12-07/derived", "fr", 4, "luxzeit/1858-12-07"],
    ["statesman-1824-02-17/derived/pages", "en", 4, "statesman/1824-02-17"],
    ["journal-des-debats-1821-08-01/derived", "fr", 4, "journal-des-debats/1821-08-01"],
    ["gravenhaegse-courant-1750-05-15/derived", "nl", 2, "gravenhaegse-courant/1750-05-15"],
    // That folder holds one page in three formats under three names, which would be three pages.
    ["national-tribune-1898-11-10/ndnp-sample1-txt.txt", "en", 1, "national-tribune/1898-11-10"],
  ])("%s: %s, %i pages", async (path, language, pages, address) => {
    const { value } = await load(path);
    expect(value.info).toMatchObject({ language, path: address });
    expect(value.pages.map(({ number, language: own }) => [number, own])).toEqual(
      Array.from({ length: pages }, (_, index) => [index + 1, language]),
    );
  });

  it.each(["text-jumbled", "text-pdftotext"])(
    "typeset issues as %s: date and number from their lines",
    async (variant) => {
      expect((await load(`typeset/en1/${variant}`)).value.info).toMatchObject({
        date: "2026-04-16",
        number: "Vol. 118, No. 91",
        language: "en",
      });
      expect((await load(`typeset/zh2/${variant}`)).value.info).toMatchObject({
        date: "2023-10-26",
        number: "总第9182期",
        language: "zh-Hans",
      });
    },
  );
});
