/** What the files of the index promise: few, the same from the same, changed where the text changed; hostile text is text. */
import { describe, expect, it } from "vitest";
import { readTexts, writeTexts } from "../../src/build/search/keep-texts.js";
import { mostShards } from "../../src/build/search/write-index.js";
import type { SearchedEdition } from "../../src/model/search.js";
import { openIndex, takeData, writeIndex } from "./open-index.js";
import { searchedEditions } from "./searched-editions.js";

const editions = searchedEditions().map(({ texts }) => texts);
const contents = (of: readonly SearchedEdition[]): Map<string, string> =>
  new Map(writeIndex(of).files.map(({ path, content }) => [path, String(content)]));

/** The archive many times over, under other dates. */
const many = Array.from({ length: 6 }, (_, printing) =>
  editions.map((edition) => ({ ...edition, path: edition.path.replace(/\/\d{4}/, `/${1900 + printing}`) })),
).flat();

const one = (text: string): SearchedEdition => ({
  path: "paper/1900-01-01",
  texts: [{ file: "a.html", title: "A", kind: "story", pages: [1], paragraphs: [{ anchor: "k-1", text }] }],
});

describe("shards", () => {
  it("are few, and the same whatever order editions come in", () => {
    const files = contents(many);
    expect(files.size).toBeGreaterThan(10);
    expect(files.size).toBeLessThanOrEqual(2 * mostShards + 1);
    expect([...contents(many.toReversed())]).toEqual([...files]);
  });

  it("change where the text changed: one letter leaves nearly all as they were", () => {
    const before = contents(many);
    const [first, ...rest] = many;
    if (first === undefined) throw new Error("no editions");
    const texts = first.texts.map((text, at) =>
      at === 3
        ? {
            ...text,
            paragraphs: text.paragraphs.map((paragraph, n) =>
              n === 1 ? { ...paragraph, text: paragraph.text.replace(/^./u, "q") } : paragraph,
            ),
          }
        : text,
    );
    const after = contents([{ ...first, texts }, ...rest]);
    const changed = [...after]
      .filter(([path, content]) => before.get(path) !== content)
      .map(([path]) => path);
    expect(changed.length).toBeGreaterThan(1);
    expect(changed.length).toBeLessThanOrEqual(7);
    expect(after.size).toBe(before.size);
  });

  it("say their version, which the list of editions asks for", () => {
    const { files, version } = writeIndex(editions);
    const listed = files.find(({ path }) => path === "search/editions.js");
    if (listed === undefined) throw new Error("no list of editions");
    const { name, data } = takeData(listed);
    expect(name).toBe(`editions ${version}`);
    for (const kind of ["pairs", "words"])
      (data[kind] as string[]).forEach((own, shard) => {
        const shardName = `${kind}-${String(shard).padStart(3, "0")}`;
        const file = files.find(({ path }) => path === `search/${shardName}.js`);
        expect(file && takeData(file).name).toBe(`${shardName} ${own}`);
      });
  });
});

describe("hostile text", () => {
  const hostile = [
    "</script><script>alert(1)</script>",
    '");alert(1);("',
    "\\u0022 \\",
    "\u2028\u2029\t\n\u0000 end",
    "__proto__ constructor toString",
    "汉\t字\n中\u0000文",
    "\ud800 lone \udc00",
  ];
  for (const text of hostile)
    it(`stays text: ${JSON.stringify(text)}`, () => {
      const edition = one(text);
      const [file] = writeTexts(edition);
      if (file === undefined) throw new Error("no texts");
      expect(takeData(file).data).toEqual(edition.texts);
      const standing = new Map([[file.path, String(file.content)]]);
      expect(readTexts(edition.path, (path) => standing.get(path))).toEqual(edition);
      const index = openIndex([edition]);
      for (const word of ["alert", "constructor", "proto", "汉字中文", "lone", "end"])
        expect(index.ask(word)).toEqual(
          text.split(/\s|\0/).join("").includes(word) ? ["paper/1900-01-01/a.html"] : [],
        );
    });
});

describe("long editions", () => {
  it("are cut into several files between articles, and put together again", () => {
    const long: SearchedEdition = {
      path: "paper/1900-01-01",
      texts: Array.from({ length: 60 }, (_, n) => ({
        file: `a${n}.html`,
        title: `${n}`,
        kind: "story",
        pages: [1],
        paragraphs: [{ anchor: "", text: `word${n} `.repeat(300) }],
      })),
    };
    const files = writeTexts(long);
    expect(files.length).toBeGreaterThan(2);
    const standing = new Map(files.map(({ path, content }) => [path, String(content)]));
    expect(readTexts(long.path, (path) => standing.get(path))).toEqual(long);
  });
});
