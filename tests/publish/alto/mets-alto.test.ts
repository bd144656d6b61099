/** METS and ALTO of the samples: whether they keep to the standards, and are the same articles when we read them again. */
import { beforeAll, describe, expect, it } from "vitest";
import type { Article } from "../../../src/model/article.js";
import type { ReviewedEdition } from "../../../src/model/edition.js";
import type { LineId } from "../../../src/model/ids.js";
import type { EditionJob } from "../../../src/model/job.js";
import type { Line } from "../../../src/model/page.js";
import { cutStrings, sourcePlaces } from "../../../src/publish/alto/cut-strings.js";
import { shownBody, shownHead } from "../../../src/publish/shown-article.js";
import { harbourFiles } from "../../read/issue/harbour-post.js";
import { fileOf } from "../../read/mets/small-issue.js";
import { decided, publishedFiles, sampleEditions } from "../published-samples.js";
import { hasStandard, standards, validatorFor } from "../validate-xml.js";

let samples: ReviewedEdition[] = [];
let harbour: ReviewedEdition;
beforeAll(async () => {
  samples = await sampleEditions();
  harbour = decided({ folder: "harbour-post/1871-03-06", files: harbourFiles() });
});
const all = (): ReviewedEdition[] => [...samples, harbour];

const xmlOf = (edition: ReviewedEdition): [string, string][] =>
  [...publishedFiles(edition)].filter(([name]) => /^mets\.xml$|\.alto\.xml$/.test(name));
const readBefore = new Map<ReviewedEdition, ReviewedEdition>();
/** The same edition from what was written of it, in a folder of its own. */
const readAgain = (edition: ReviewedEdition): ReviewedEdition => {
  const known = readBefore.get(edition);
  if (known) return known;
  const files = xmlOf(edition).map(([name, text]) => fileOf(text, name));
  const job: EditionJob = { folder: "again/undated", files };
  const again = decided(job);
  readBefore.set(edition, again);
  return again;
};
const shapeOf = (article: Article) => ({
  kind: article.kind,
  head: shownHead(article).map(({ field, text }) => `${field}: ${text}`),
  body: shownBody(article).map(({ kind, text }) => `${kind}: ${text}`),
  pages: article.parts.map(({ page }) => page),
  jumps: article.jumps.map(({ state, fromPage, toPage }) => `${state} ${fromPage} ${toPage}`),
});
type Shape = ReturnType<typeof shapeOf>;
const shapesOf = ({ assembly }: ReviewedEdition): Shape[] => assembly.articles.map(shapeOf);

describe("METS and ALTO", () => {
  it("keep to their standards", () => {
    const validators = { mets: validatorFor("mets.xsd"), alto: validatorFor("alto.xsd") };
    let checked = 0;
    for (const edition of all())
      for (const [name, text] of xmlOf(edition)) {
        const faults = validators[name === "mets.xml" ? "mets" : "alto"](text);
        expect(faults, `${edition.info.path}/${name}`).toEqual([]);
        checked += 1;
      }
    expect(checked).toBe(all().reduce((sum, { pages }) => sum + pages.length + 1, 0));
  });

  const published = { alto: "alto-4-4.xsd", mets: "mets.xsd", mods: "mods-3-7.xsd" };
  const records = (): [string, string][] =>
    all().flatMap(({ info, ...rest }) =>
      xmlOf({ info, ...rest }).flatMap(([name, text]) => {
        const record = /<mods:mods[\s\S]*<\/mods:mods>/.exec(text)?.[0];
        const root = '<mods:mods xmlns:mods="http://www.loc.gov/mods/v3"';
        return record
          ? [[`${info.path}/${name}`, record.replace("<mods:mods", root)] as [string, string]]
          : [];
      }),
    );
  const written = {
    alto: (): [string, string][] =>
      all().flatMap((edition) => xmlOf(edition).filter(([name]) => name !== "mets.xml")),
    mets: (): [string, string][] =>
      all().flatMap((edition) => xmlOf(edition).filter(([name]) => name === "mets.xml")),
    mods: records,
  };
  for (const [name, file] of Object.entries(published) as [keyof typeof published, string][])
    it.skipIf(!hasStandard(file))(`keep to the published ${file} (JUMPLINE_SCHEMAS names its folder)`, () => {
      const faults = validatorFor(file, standards);
      const files = written[name]();
      expect(files.length).toBeGreaterThanOrEqual(all().length);
      for (const [path, text] of files) expect(faults(text), path).toEqual([]);
      const [, one = ""] = files[0] ?? [];
      expect(faults(one.replace(/<(?:\w+:)?(?:alto|mets|mods)\b/, '$& strange="yes"'))).not.toEqual([]);
    });

  it("are refused by these schemas where something is amiss", () => {
    const [[, mets = ""] = [], [, alto = ""] = []] = xmlOf(harbour);
    const [checkMets, checkAlto] = [validatorFor("mets.xsd"), validatorFor("alto.xsd")];
    expect(checkMets(mets.replace('MDTYPE="MODS"', ""))).not.toEqual([]);
    expect(checkMets(mets.replace('LOCTYPE="URL"', ""))).not.toEqual([]);
    expect(checkMets(mets.replace("<mods:title>", "<mods:title><b/>"))).not.toEqual([]);
    expect(checkAlto(alto.replace(/ PHYSICAL_IMG_NR="1"/, ""))).not.toEqual([]);
    expect(checkAlto(alto.replace("<SP/>", "<SP/><SP/>"))).not.toEqual([]);
    expect(checkAlto(alto.replace(/HPOS="[^"]+"/, 'HPOS="left"'))).not.toEqual([]);
  });

  it("name nothing that is not there", () => {
    // libxml2 does not look whether what an IDREF names is there.
    for (const edition of all())
      for (const [name, text] of xmlOf(edition)) {
        const ids = [...text.matchAll(/ ID="([^"]+)"/g)].map(([, id]) => id);
        expect(new Set(ids).size, name).toBe(ids.length);
        for (const [, refs = ""] of text.matchAll(
          / (?:FILEID|DMDID|TAGREFS|STYLEREFS|xlink:from|xlink:to)="([^"]+)"/g,
        ))
          for (const ref of refs.split(" ")) expect(ids, name).toContain(ref);
      }
  });

  it("point at blocks that are there, each once", () => {
    for (const edition of all()) {
      const files = new Map(xmlOf(edition));
      const ids = new Map(
        edition.pages.map(({ number }) => [
          `ALTO${number}`,
          [...(files.get(`p${number}.alto.xml`) ?? "").matchAll(/<TextBlock[^>]* ID="([^"]+)"/g)].map(
            (m) => m[1],
          ),
        ]),
      );
      const areas = [
        ...(files.get("mets.xml") ?? "").matchAll(/FILEID="(\w+)" BETYPE="IDREF" BEGIN="([^"]+)"/g),
      ];
      expect(new Set(areas.map(([, file, id]) => `${file} ${id}`)).size).toBe(areas.length);
      for (const [, file = "", id] of areas) expect(ids.get(file)).toContain(id);
      const leftovers = new Set(edition.assembly.leftovers.map(({ unit }) => unit as string));
      const pointedAt = new Set(areas.map(([, , id]) => id));
      for (const id of [...ids.values()].flat())
        expect(pointedAt.has(id) || leftovers.has((id ?? "").replace(/_\d+$/, "")), id).toBe(true);
    }
  });
});

describe("read again by our own reader", () => {
  it("are the same editions of the same newspaper", () => {
    for (const edition of all()) {
      const again = readAgain(edition).info;
      const { newspaper, date, number, language, rights } = edition.info;
      expect([again.newspaper.title, again.date, again.number, again.language]).toEqual([
        newspaper.title,
        date,
        number,
        language,
      ]);
      expect(again.newspaper.place).toBe(newspaper.place);
      expect(again.newspaper.publisher).toBe(newspaper.publisher);
      expect(again.rights).toBe(rights ?? newspaper.rights);
    }
  });

  it("are the same articles: headlines and text, pages and jumps", () => {
    const differing: string[] = [];
    let same = 0;
    for (const edition of all()) {
      const again = new Set(shapesOf(readAgain(edition)).map((shape) => JSON.stringify(shape)));
      for (const shape of shapesOf(edition)) {
        if (again.has(JSON.stringify(shape))) same += 1;
        else differing.push(shape.head.find((text) => text.startsWith("headline")) ?? shape.body[0] ?? "");
      }
      expect(again.size).toBe(new Set(shapesOf(edition).map((shape) => JSON.stringify(shape))).size);
    }
    // One line of print that we cut into headline and deck is put together again.
    expect(differing).toEqual(["headline: 郷土の写真一万枚\n「いつ」"]);
    expect(same).toBeGreaterThan(85);
  });

  it("have jumps over pages among them, and lines at the same places", () => {
    const jumped = all().flatMap((edition) =>
      shapesOf(readAgain(edition)).filter(({ pages }) => pages.length > 1),
    );
    expect(jumped.length).toBeGreaterThan(5);
    const placed = samples.find(({ pages }) =>
      pages.some(({ aspect }) => aspect !== undefined),
    ) as ReviewedEdition;
    const boxesOf = ({ pages }: ReviewedEdition): string[] =>
      pages.flatMap(({ number, blocks }) =>
        blocks.flatMap(({ lines }) =>
          lines.map(({ text, box }) =>
            [
              number,
              text,
              ...[box?.x, box?.y, box?.width, box?.height].map((n) => Math.round((n ?? 0) * 500)),
            ].join(" "),
          ),
        ),
      );
    const [before, after] = [boxesOf(placed), new Set(boxesOf(readAgain(placed)))];
    const kept = before.filter((line) => after.has(line)).length;
    expect(kept / before.length).toBeGreaterThan(0.95);
  });
});

describe("mended words", () => {
  it("keep what was printed beside them, and a hyphened word says what it is whole", () => {
    const texts = samples.flatMap((edition) => xmlOf(edition).map(([, text]) => text)).join("");
    expect(texts).toMatch(/<String CONTENT="[^"]+"><ALTERNATIVE PURPOSE="printed">[^<]+<\/ALTERNATIVE>/);
    const halves = [
      ...texts.matchAll(/SUBS_TYPE="HypPart1" SUBS_CONTENT="([^"]+)"[^>]*\/?>.*?<HYP CONTENT="-"\/>/g),
    ];
    expect(halves.length).toBeGreaterThan(20);
    for (const [, whole] of halves) expect(texts).toContain(`SUBS_TYPE="HypPart2" SUBS_CONTENT="${whole}"`);
  });

  const line = (original: string, text: string, edits: Line["edits"]): Line => ({
    id: "p1-l1" as LineId,
    page: 1,
    number: 1,
    original,
    text,
    edits,
    blanksBefore: 0,
  });
  it("are traced to what the source had for them", () => {
    const edits = [
      { rule: "x", at: 1, removed: " ", inserted: "" },
      { rule: "x", at: 2, removed: " ", inserted: "" },
      { rule: "y", at: 8, removed: "0", inserted: "o" },
      { rule: "z", at: 9, removed: "", inserted: " " },
    ];
    const mended = line("t h e mill0n", "the millo n", edits);
    expect(sourcePlaces(mended)).toHaveLength(mended.text.length + 1);
    expect(cutStrings(mended, 0, mended.text.length)).toEqual([
      { text: "the", printed: "t h e" },
      { text: "millo", printed: "mill0" },
      { text: "n" },
    ]);
    expect(cutStrings(mended, 4, 9)).toEqual([{ text: "millo", printed: "mill0" }]);
  });
  it("stand where their printed words stood", () => {
    const box = (x: number) => ({ x, y: 0.1, width: 0.05, height: 0.01 });
    const words = [
      { at: 0, text: "w", box: box(0.1) },
      { at: 2, text: "ord", box: box(0.2), confidence: 0.5 },
      { at: 6, text: "next", box: box(0.3), confidence: 0.9 },
    ];
    const edits = [{ rule: "x", at: 1, removed: " ", inserted: "" }];
    const strings = cutStrings({ ...line("w ord next", "word next", edits), words }, 0, 9);
    expect(strings.map(({ text }) => text)).toEqual(["word", "next"]);
    expect(strings[0]?.box?.x).toBe(0.1);
    expect(strings[0]?.box?.width).toBeCloseTo(0.15);
    expect(strings[0]?.confidence).toBeUndefined();
    expect(strings[1]).toMatchObject({ text: "next", box: { x: 0.3, y: 0.1 }, confidence: 0.9 });
  });
});
