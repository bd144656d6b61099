/** What libraries' issue files say, held against what was derived from them by other means. Skipped without the data. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { type LineId, lineId } from "../../../src/model/ids.js";
import type { IssueFile } from "../../../src/read/mets/issue.js";
import { placeItems } from "../../../src/read/mets/place-items.js";
import { readIssueFile } from "../../../src/read/mets/read-issue-file.js";
import { readSmallAlto } from "./small-alto.js";

const data = process.env.JUMPLINE_DATA ?? path.join(import.meta.dirname, "../../../../shared/data");

interface Truth {
  readonly items: readonly {
    readonly id: string;
    readonly type?: string;
    readonly label?: string | null;
    readonly title?: string;
    readonly pages: readonly number[];
    readonly segments: readonly { readonly page: number; readonly block: string; readonly text: string }[];
    readonly paragraphs: readonly string[];
  }[];
}

function loadThere(folder: string, issueFile: string, altoFolder = "") {
  const read = readIssueFile({
    path: issueFile,
    bytes: new Uint8Array(readFileSync(path.join(data, folder, issueFile))),
  });
  expect(read.diagnostics).toEqual([]);
  const issue = read.value as IssueFile;
  const truth: Truth = JSON.parse(readFileSync(path.join(data, folder, "derived/truth.json"), "utf8"));
  const names = readdirSync(path.join(data, folder, altoFolder)).sort();
  const pages = issue.pages.map(({ text, order }) => {
    expect(names).toContain(text?.name);
    const file = path.posix.join(altoFolder, text?.name ?? "");
    return readSmallAlto(path.join(data, folder, file), file, order);
  });
  const texts = new Map(
    pages.flatMap(({ number, blocks }) =>
      blocks.flatMap(({ lines }) =>
        lines.map((line) => [lineId(number, line.number), line.original] as const),
      ),
    ),
  );
  const placed = placeItems(issue, pages);
  const textOf = (lines: readonly LineId[]) => lines.map((id) => texts.get(id)).join("\n");
  const named = new Set(placed.value.flatMap(({ parts }) => parts.flatMap(({ lines }) => lines)));
  return { issue, truth, placed, textOf, unnamed: [...texts.keys()].filter((id) => !named.has(id)) };
}
/** The small ALTO reader knows neither spaces nor hyphens. */
const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, "");
type Loaded = ReturnType<typeof loadThere>;

/** Same items, same places on the same pages in the same order, same text. */
function expectTruth({ issue, truth, placed, textOf }: Loaded): void {
  const types = new Set(truth.items.map(({ type }) => type));
  const said = placed.value.filter(({ item }) => types.has(item.rawType));
  const pageOf = new Map(issue.pages.map(({ text, order }) => [text?.name, order]));
  expect(
    said.map(({ item }) => ({
      id: item.id,
      segments: item.parts.flatMap(({ places }) =>
        places.map(({ file, id, end }) => [pageOf.get(file.name), id, end ?? id]),
      ),
    })),
  ).toEqual(
    truth.items.map(({ id, segments }) => ({
      id,
      segments: segments.map(({ page, block }) => {
        const [begin, end = begin] = block.split("..");
        return [page, begin, end];
      }),
    })),
  );
  expect(said.map(({ parts }) => letters(textOf(parts.flatMap(({ lines }) => lines))))).toEqual(
    truth.items.map(({ segments }) => letters(segments.map(({ text }) => text).join(""))),
  );
}
const has = (folder: string) => existsSync(path.join(data, folder));
/** What a skipped suite holds is run to know its tests, so it must not look for files that are not there. */
const load = (folder: string, ...rest: [issueFile: string, altoFolder?: string]): Loaded =>
  has(folder) ? loadThere(folder, ...rest) : (undefined as never);

describe.skipIf(!has("luxzeit-1858-12-07"))("Luxemburger Zeitung, METS over blocks", () => {
  const loaded = load("luxzeit-1858-12-07", "2385348_newspaper_luxzeit1858_1858-12-07_01-mets.xml", "text");

  it("gives the items of the truth", () => expectTruth(loaded));

  it("says what it is, and leaves no line of the pages without an item", () => {
    const { issue, placed, unnamed } = loaded;
    expect(unnamed).toEqual([]);
    expect(issue.about).toEqual({
      title: "Luxemburger Zeitung – Journal de Luxembourg",
      date: "1858-12-07",
      number: "Jg. unknown, nº 288",
      languages: ["fr", "de"],
      publisher: "Victor Bück",
      identifier: "https://persist.lu/ark:/70795/hnpwc4",
    });
    expect(issue.pages[0]).toEqual({
      order: 1,
      text: { path: "text/1858-12-07_01-00001.xml", name: "1858-12-07_01-00001.xml" },
      image: { path: "blackwhiteimages/1858-12-07_01-00001.png", name: "1858-12-07_01-00001.png" },
      label: "1",
    });
    expect(placed.diagnostics).toEqual([]);
    expect(placed.value.find(({ item }) => item.id === "DTL58")).toMatchObject({
      item: { type: "article", language: "fr", sections: ["Börsenberichte. — Bourses."] },
      parts: [
        { role: "headline" },
        { role: "paragraph" },
        { role: "paragraph" },
        { role: "paragraph" },
        { role: "table" },
      ],
    });
    const roles = placed.value.find(({ item }) => item.id === "DTL40")?.parts.map(({ role }) => role);
    expect([roles?.[0], roles?.[1], roles?.at(-1)]).toEqual(["kicker", "headline", "byline"]);
  });
});

describe.skipIf(!has("journal-des-debats-1821-08-01"))("Journal des Débats, METS over blocks", () => {
  const loaded = load("journal-des-debats-1821-08-01", "18210801_1-METS.xml", "ALTO");

  it("gives the items of the truth", () => expectTruth(loaded));

  it("says what it is", () => {
    expect(loaded.issue.about).toEqual({
      title: "Le Journal des Débats politiques et littéraires",
      date: "1821-08-01",
      languages: ["fr"],
      rights: "6 - Snippet view (image server)",
      identifier: "BnF_00001",
    });
    expect(loaded.placed.diagnostics).toEqual([]);
  });
});

describe.skipIf(!has("statesman-1824-02-17"))("The Statesman, METS over ranges of words", () => {
  const loaded = load("statesman-1824-02-17", "0002647_18240217_mets.xml");

  it("gives the items of the truth", () => expectTruth(loaded));

  it("says what it is, and the headlines that its zones are labelled with", () => {
    const { issue, placed, textOf } = loaded;
    expect(issue.about).toEqual({
      title: "The Statesman.",
      date: "1824-02-17",
      languages: [],
      place: "London, England",
      identifier: "0002647-00000",
    });
    expect(placed.diagnostics).toEqual([]);
    const coal = placed.value.find(({ item }) => item.id === "art0002");
    expect(coal?.parts.map(({ role, lines }) => [role, textOf(lines).split("\n")[0]])).toEqual([
      ["headline", "COAL DUTIES."],
      ["text", expect.any(String)],
    ]);
    expect(placed.value.at(-1)?.parts.every(({ role }) => role === "advert")).toBe(true);
  });
});

describe.skipIf(!has("gravenhaegse-courant-1750-05-15"))("'s Gravenhaegse courant, DIDL", () => {
  const loaded = load("gravenhaegse-courant-1750-05-15", "didl.xml");

  it("gives the items of the truth, over pages", () => {
    const { truth, placed, textOf } = loaded;
    expect(placed.value.map(({ item }) => item.id.slice(-4))).toEqual(truth.items.map(({ id }) => id));
    for (const [index, { parts }] of placed.value.entries()) {
      const { title = "", pages, paragraphs } = truth.items[index] as Truth["items"][number];
      const lines = parts.flatMap(({ lines }) => lines);
      expect([...new Set(lines.map((id) => Number(id.slice(1, id.indexOf("-")))))]).toEqual(pages);
      expect(letters(textOf(lines))).toBe(letters([title, ...paragraphs].join(" ")));
      expect(parts[0]?.role).toBe(title === "" ? "advert" : "headline");
    }
    expect(placed.diagnostics).toEqual([]);
  });

  it("says what it is", () => {
    expect(loaded.issue.about).toEqual({
      title: "'s Gravenhaegse courant",
      date: "1750-05-15",
      number: "58",
      languages: ["nl"],
      rights: "Koninklijke Bibliotheek Den Haag",
      place: "'s-Gravenhage",
      publisher: "Anthoni Pauw",
      identifier: "http://resolver.kb.nl/resolve?urn=ddd:010724973:mpeg21",
    });
    expect(loaded.issue.pages.map(({ text, label }) => [text?.path, label])).toEqual([
      ["DDD_010724973_001_alto.xml", "1"],
      ["DDD_010724973_002_alto.xml", "2"],
    ]);
  });
});
