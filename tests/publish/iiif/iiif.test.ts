/** IIIF of the samples: what the API demands, what an independent reader makes of it, and whether places are right. */
import { normalize, Traverse } from "@iiif/parser";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { beforeAll, describe, expect, it } from "vitest";
import type { ReviewedEdition } from "../../../src/model/edition.js";
import { linesOf } from "../../../src/model/page.js";
import type { EditionSummary } from "../../../src/model/site.js";
import { rightsAddress } from "../../../src/publish/iiif/rights-address.js";
import { writeCollections } from "../../../src/publish/iiif/write-collections.js";
import { columnRuns } from "../../../src/publish/page-places.js";
import { writeTilesInfo } from "../../../src/render/page/write-tiles-info.js";
import { summariseEdition } from "../../../src/render/summarise-edition.js";
import { withoutSpaces } from "../../../src/text/scripts.js";
import { reviewed, sampleEdition } from "../../build-fixture.js";
import { baseUrl, publishedFiles, sampleEditions, siteAt } from "../published-samples.js";
import { annotationPageSchema, collectionSchema, manifestSchema } from "./presentation-schema.js";

const ajv = new Ajv2020({ allErrors: true, strict: false });
addFormats.default(ajv);
const validators = {
  Manifest: ajv.compile(manifestSchema),
  AnnotationPage: ajv.compile(annotationPageSchema),
  Collection: ajv.compile(collectionSchema),
};
// biome-ignore lint/suspicious/noExplicitAny: JSON as it was written
type Json = any;
function faults(text: string): unknown[] {
  const data = JSON.parse(text) as { type: keyof typeof validators };
  const validate = validators[data.type];
  validate(data);
  return validate.errors ?? [];
}

let editions: ReviewedEdition[] = [];
beforeAll(async () => {
  editions = await sampleEditions();
});
const iiifOf = (edition: ReviewedEdition): [string, string][] =>
  [...publishedFiles(edition, baseUrl)].filter(([name]) => /manifest\.json|\.text\.json/.test(name));
const parse = (files: readonly [string, string][], name: string): Json =>
  JSON.parse(new Map(files).get(name) ?? "null");
const articlesOf = (ranges: Json[]): Json[] =>
  ranges.flatMap((range) => (range.supplementary ? [range] : articlesOf(range.items ?? [])));

/** The reader takes `supplementary` for a list (2.2.10); the API makes it one object. The rest is read as it is. */
function withoutSupplementary(manifest: Json): Json {
  for (const range of articlesOf(manifest.structures)) delete range.supplementary;
  return manifest;
}

describe("manifests", () => {
  it("keep to what the API demands", () => {
    let checked = 0;
    for (const edition of editions)
      for (const [name, text] of iiifOf(edition)) {
        expect(faults(text), `${edition.info.path}/${name}`).toEqual([]);
        checked += 1;
      }
    expect(checked).toBeGreaterThan(100);
  });

  it("are refused by the same schema where something is amiss", () => {
    const spoil = (change: (manifest: Json) => void): unknown[] => {
      const manifest = parse(iiifOf(editions[0] as ReviewedEdition), "manifest.json");
      change(manifest);
      return faults(JSON.stringify(manifest));
    };
    expect(spoil(() => undefined)).toEqual([]);
    expect(spoil((m) => Object.assign(m, { label: "plain" }))).not.toEqual([]);
    expect(spoil((m) => Object.assign(m, { rights: "MIT" }))).not.toEqual([]);
    expect(spoil((m) => delete m.items[0].height)).not.toEqual([]);
    expect(spoil((m) => Object.assign(m, { navDate: "2024-09-19" }))).not.toEqual([]);
    expect(spoil((m) => Object.assign(m.items[0], { id: `${baseUrl}/p1.html#a` }))).not.toEqual([]);
    expect(spoil((m) => delete m.structures[0].items[0].label)).not.toEqual([]);
  });

  it("are read whole by a reader that is not ours", () => {
    for (const edition of editions) {
      const manifest = withoutSupplementary(parse(iiifOf(edition), "manifest.json"));
      const seen = { canvases: 0, ranges: 0 };
      new Traverse({
        canvas: [
          (canvas: Json) => {
            if (canvas.label) seen.canvases += 1;
            return canvas;
          },
        ],
        range: [
          (range: Json) => {
            seen.ranges += 1;
            return range;
          },
        ],
      }).traverseManifest(structuredClone(manifest));
      expect(seen.canvases).toBe(edition.pages.length);
      expect(seen.ranges).toBeGreaterThan(edition.assembly.articles.length);
      const { entities } = normalize(structuredClone(manifest)) as Json;
      const whole = Object.keys(entities.Canvas).filter((id) => !id.includes("#"));
      expect(whole.sort()).toEqual(manifest.items.map(({ id }: Json) => id).sort());
      for (const id of edition.assembly.articles.map(
        (article) => `${baseUrl}/${edition.info.path}/range/${article.id}`,
      ))
        expect(entities.Range[id].items.length, id).toBeGreaterThan(0);
    }
  });

  it("are not written where the site's address is not known, nor linked", () => {
    for (const edition of editions)
      expect(
        [...publishedFiles(edition).keys()].filter((name) => /manifest|\.text\.json/.test(name)),
      ).toEqual([]);
  });

  it("name nothing twice, and no file that is not there", () => {
    for (const edition of editions) {
      const files = iiifOf(edition);
      const names = new Set(publishedFiles(edition, baseUrl).keys());
      const manifest = parse(files, "manifest.json");
      const folder = `${baseUrl}/${edition.info.path}/`;
      const ids: string[] = [];
      const walk = (value: Json): void => {
        if (value === null || typeof value !== "object") return;
        if (typeof value.id === "string" && value.type !== "Canvas") ids.push(value.id);
        for (const each of Object.values(value)) walk(each);
      };
      walk(manifest.structures);
      const own = ids.filter((id) => !id.includes("/canvas/"));
      expect(new Set(own).size).toBe(own.length);
      const named = [
        ...manifest.items.flatMap((canvas: Json) => [...canvas.annotations, ...(canvas.seeAlso ?? [])]),
        ...(manifest.seeAlso ?? []),
        ...(manifest.rendering ?? []),
      ].map(({ id }: Json) => id as string);
      named.push(...articlesOf(manifest.structures).map((range) => range.supplementary.first));
      for (const id of named) expect(names.has(id.slice(folder.length)), id).toBe(true);
    }
  });
});

describe("a manifest's contents", () => {
  it("have each article once, over all its pages, and its text", () => {
    for (const edition of editions) {
      const files = iiifOf(edition);
      const manifest = parse(files, "manifest.json");
      const ranges = articlesOf(manifest.structures);
      expect(ranges).toHaveLength(edition.assembly.articles.length);
      for (const article of edition.assembly.articles) {
        const range = ranges.find(({ id }) => id.endsWith(`/${article.id}`));
        const canvases = range.items.map((item: Json) => item.id.split("#")[0]);
        // Where Mirador turns to: the canvas of the first item.
        expect(canvases[0]).toBe(`${baseUrl}/${edition.info.path}/canvas/p${article.parts[0]?.page}`);
        const pages = article.parts.map(({ page }) => `${baseUrl}/${edition.info.path}/canvas/p${page}`);
        expect(new Set(canvases)).toEqual(new Set(pages));
        expect(range.start).toEqual({ id: pages[0], type: "Canvas" });
        const text = parse(files, `${article.id}.text.json`)
          .items.map(({ body }: Json) => body.value)
          .join("");
        for (const { passage } of article.body) expect(text).toContain(passage.text);
      }
    }
    expect(editions.some(({ assembly }) => assembly.articles.some(({ parts }) => parts.length > 1))).toBe(
      true,
    );
  });

  it("hold every line of a measured page at its place, and an article's lines in its rectangles", () => {
    const placed = editions.filter(({ pages }) => pages.some(({ aspect }) => aspect !== undefined));
    expect(placed).toHaveLength(1);
    for (const edition of placed) {
      const files = iiifOf(edition);
      const manifest = parse(files, "manifest.json");
      for (const page of edition.pages) {
        const canvas = manifest.items.find(({ id }: Json) => id.endsWith(`/p${page.number}`));
        expect([canvas.width, canvas.height]).toEqual([page.scan?.width, page.scan?.height]);
        expect(canvas.items[0].items[0].body.id).toBe(`${baseUrl}/${edition.info.path}/p${page.number}.webp`);
        const { items } = parse(files, `p${page.number}.text.json`);
        expect(items).toHaveLength(linesOf(page).length);
        for (const item of items) expect(item.target).toContain("#xywh=");
      }
      const [range] = articlesOf(manifest.structures);
      const article = edition.assembly.articles[0];
      const boxes = range.items.map((item: Json) => ({
        page: item.id.split("#")[0],
        box: item.id.split("#xywh=")[1].split(",").map(Number),
      }));
      expect(range.items.every(({ type }: Json) => type === "Canvas")).toBe(true);
      // In the order of the article: page by page, a column after the other.
      const pagesInOrder = boxes.map(({ page }: Json) => page);
      expect([...pagesInOrder].sort()).toEqual(pagesInOrder);
      const onFirst = boxes.filter(({ page }: Json) => page === pagesInOrder[0]).slice(1);
      expect(onFirst.length).toBeGreaterThan(1);
      expect(onFirst.map(({ box }: Json) => box[0])).toEqual(
        onFirst.map(({ box }: Json) => box[0]).sort((a: number, b: number) => a - b),
      );
      const lines = edition.pages.flatMap((page) => linesOf(page).map((line) => ({ page, line })));
      const own = new Set(
        (article?.parts ?? []).flatMap(({ units }) =>
          units.flatMap((id) => edition.assembly.units.get(id)?.passage.spans.map(({ line }) => line) ?? []),
        ),
      );
      expect(own.size).toBeGreaterThan(10);
      expect(boxes.length).toBeLessThan(own.size / 2);
      for (const { page, line } of lines.filter((each) => own.has(each.line.id))) {
        const [width, height] = [page.scan?.width ?? 0, page.scan?.height ?? 0];
        const at = line.box ?? { x: 0, y: 0, width: 0, height: 0 };
        const [x, y] = [(at.x + at.width / 2) * width, (at.y + at.height / 2) * height];
        const inside = boxes.some(
          ({ page: source, box: [left, top, w, h] }: Json) =>
            source.endsWith(`/p${page.number}`) && x >= left && y >= top && x <= left + w && y <= top + h,
        );
        expect(inside, line.text).toBe(true);
      }
    }
  });

  it("of pages without places hold all their text, on the whole canvas, whose size is said to be nominal", () => {
    for (const edition of editions.filter(({ pages }) => pages.every(({ aspect }) => aspect === undefined))) {
      const files = iiifOf(edition);
      const manifest = parse(files, "manifest.json");
      for (const page of edition.pages) {
        const canvas = manifest.items.find(({ id }: Json) => id.endsWith(`/p${page.number}`));
        expect(canvas.items).toEqual([]);
        expect(JSON.stringify(canvas.metadata)).toContain("Nominal");
        const text = parse(files, `p${page.number}.text.json`)
          .items.map(({ body }: Json) => body.value)
          .join("");
        const letters = (all: string) => [...withoutSpaces(all).replaceAll("-", "")].sort().join("");
        expect(letters(text)).toBe(
          letters(
            linesOf(page)
              .map((line) => line.text)
              .join(""),
          ),
        );
      }
    }
  });

  it("show small pictures, and name the tiles of a scan beside the scan", () => {
    const scanned = editions.find(({ pages }) => pages.some(({ scan }) => scan)) as ReviewedEdition;
    const picture = (file: string, width: number) => ({ file, width, height: width * 1.4 });
    const withSizes = (turned?: true): ReviewedEdition => ({
      ...scanned,
      pages: scanned.pages.map((page) => {
        const { scan, number } = page;
        if (!scan) return page;
        const tiles = { folder: `p${number}-tiles`, width: 1500, height: 2100, tile: 512, count: 20 };
        const sizes = {
          thumbnail: picture(`p${number}-thumb.webp`, 200),
          reading: [picture(`p${number}-small.webp`, 800), picture(`p${number}-read.webp`, 1500)] as const,
          tiles: { ...tiles, scaleFactors: [1, 2, 4], sizes: [{ width: 375, height: 525 }] },
          ...(turned ? { turned } : {}),
        };
        return { ...page, scan: { ...scan, sizes } };
      }),
    });
    const folder = `${baseUrl}/${scanned.info.path}`;
    const files = iiifOf(withSizes());
    for (const [name, text] of files) expect(faults(text), name).toEqual([]);
    const manifest = parse(files, "manifest.json");
    expect(manifest.thumbnail).toEqual([
      { id: `${folder}/p1-thumb.webp`, type: "Image", format: "image/webp", width: 200, height: 280 },
    ]);
    const painted = (m: Json): Json => m.items[1].items[0].items[0].body;
    expect(manifest.items[1].thumbnail[0].id).toBe(`${folder}/p2-thumb.webp`);
    expect(painted(manifest)).toMatchObject({
      id: `${folder}/p2.webp`,
      service: [{ id: `${folder}/p2-tiles`, type: "ImageService3", profile: "level0" }],
    });
    // The service is the one whose info.json is written under this very id.
    const infos = writeTilesInfo(withSizes().pages, scanned.info.path, { baseUrl });
    expect(infos.map(({ content }) => JSON.parse(String(content)).id)).toContain(
      painted(manifest).service[0].id,
    );
    const turned = parse(iiifOf(withSizes(true)), "manifest.json");
    expect(painted(turned)).toMatchObject({ id: `${folder}/p2-read.webp`, width: 1500, height: 2100 });

    const collection = writeCollections([summariseEdition(withSizes())], siteAt(baseUrl))[0];
    expect(faults(String(collection?.content))).toEqual([]);
    expect(JSON.parse(String(collection?.content)).items[0].thumbnail).toEqual(manifest.thumbnail);
  });

  it("run from the right in vertical papers", () => {
    for (const edition of editions)
      expect(parse(iiifOf(edition), "manifest.json").viewingDirection).toBe(
        edition.info.direction === "vertical" ? "right-to-left" : "left-to-right",
      );
    expect(new Set(editions.map(({ info }) => info.direction)).size).toBe(2);
  });

  it("lie open like a paper where pages face each other, which those of a single leaf do not", () => {
    const behaviors = editions.map((edition) => [
      edition.pages.length > 2,
      parse(iiifOf(edition), "manifest.json").behavior,
    ]);
    for (const [faces, behavior] of behaviors) expect(behavior).toEqual(faces ? ["paged"] : undefined);
    expect(new Set(behaviors.map(([faces]) => faces)).size).toBe(2);
  });

  it("show hostile text as text", () => {
    const edition = reviewed(sampleEdition());
    const info = { ...edition.info, source: "<b onclick=x>bold</b>", rights: "see http://example.org" };
    const manifest = parse(iiifOf({ ...edition, info }), "manifest.json");
    const source = manifest.metadata.find(({ label }: Json) => label.en?.[0] === "Source");
    // HTML to a client is only what begins with < and ends with >.
    expect(source.value).toEqual({ "zh-Hans": ["<b onclick=x>bold</b> "] });
    expect(manifest.rights).toBeUndefined();
    expect(manifest.requiredStatement.value).toEqual({ "zh-Hans": ["see http://example.org"] });
  });
});

describe("rightsAddress", () => {
  it.each([
    [
      "CC BY 4.0, https://creativecommons.org/licenses/by/4.0/",
      "http://creativecommons.org/licenses/by/4.0/",
    ],
    [
      "https://creativecommons.org/publicdomain/mark/1.0.",
      "http://creativecommons.org/publicdomain/mark/1.0/",
    ],
    ["https://rightsstatements.org/page/InC/1.0/?language=en", "http://rightsstatements.org/vocab/InC/1.0/"],
    [
      "https://creativecommons.org/licenses/by-sa/4.0/deed.en",
      "http://creativecommons.org/licenses/by-sa/4.0/",
    ],
    ["MIT", undefined],
    ["https://example.org/creativecommons.org/licenses/by/4.0/", undefined],
    [undefined, undefined],
  ])("%s", (said, address) => expect(rightsAddress(said)).toBe(address));
});

describe("columnRuns", () => {
  const box = (x: number, y: number, width = 0.2, height = 0.01) => ({ x, y, width, height });
  it("puts the lines of a column in one rectangle and begins another in the next", () => {
    const lines = [box(0.1, 0.2), box(0.1, 0.21), box(0.1, 0.22, 0.05), box(0.4, 0.1), box(0.4, 0.11)];
    const runs = columnRuns(lines, false);
    expect(runs).toHaveLength(2);
    expect(runs[0]?.height).toBeCloseTo(0.03);
    expect(runs[1]?.x).toBe(0.4);
  });
  it("parts what has something else between", () => {
    expect(columnRuns([box(0.1, 0.2), box(0.1, 0.5)], false)).toHaveLength(2);
  });
  it("goes from right to left on a vertical page", () => {
    const column = (x: number, y: number) => box(x, y, 0.01, 0.2);
    const runs = columnRuns([column(0.9, 0.1), column(0.89, 0.1), column(0.88, 0.1), column(0.9, 0.4)], true);
    expect(runs).toHaveLength(2);
    expect(runs[0]?.x).toBeCloseTo(0.88);
    expect(runs[0]?.width).toBeCloseTo(0.03);
    expect(runs[0]?.height).toBeCloseTo(0.2);
  });
});

describe("collections", () => {
  const summaries = (): EditionSummary[] => editions.map((edition) => summariseEdition(edition));
  it("keep to what the API demands and lead from the site to every manifest", () => {
    const files = writeCollections(summaries(), siteAt(baseUrl));
    const contents = new Map(files.map(({ path, content }) => [`${baseUrl}/${path}`, String(content)]));
    for (const [id, text] of contents) {
      expect(faults(text), id).toEqual([]);
      expect(JSON.parse(text).id).toBe(id);
      // Without one Mirador 3.4 stops at the collection.
      expect(JSON.parse(text).requiredStatement.value).toEqual({ none: [baseUrl] });
    }
    const manifests = (id: string): string[] =>
      JSON.parse(contents.get(id) ?? "null").items.flatMap((item: Json) =>
        item.type === "Manifest" ? [item.id] : manifests(item.id),
      );
    expect(manifests(`${baseUrl}/collection.json`).sort()).toEqual(
      editions.map(({ info }) => `${baseUrl}/${info.path}/manifest.json`).sort(),
    );
  });
  it("have a collection for each year where a newspaper has many editions", () => {
    const one = summaries()[0] as EditionSummary;
    const many = ["2020-01-02", "2020-01-01", "2021-05-05", undefined].map((date) => {
      const { date: _date, ...rest } = one;
      return { ...rest, path: `${one.newspaper}/${date}`, ...(date === undefined ? {} : { date }) };
    });
    const files = writeCollections(many, siteAt(baseUrl), 3);
    expect(files.map(({ path }) => path)).toEqual([
      `${one.newspaper}/2020.collection.json`,
      `${one.newspaper}/2021.collection.json`,
      `${one.newspaper}/undated.collection.json`,
      `${one.newspaper}/collection.json`,
      "collection.json",
    ]);
    for (const { content } of files) expect(faults(String(content))).toEqual([]);
    const year = JSON.parse(String(files[0]?.content));
    expect(year.items.map(({ navDate }: Json) => navDate)).toEqual([
      "2020-01-01T00:00:00Z",
      "2020-01-02T00:00:00Z",
    ]);
  });
  it("are not written where the site's address is not known", () => {
    expect(writeCollections(summaries(), siteAt())).toEqual([]);
  });
});
