/** What a reader keeps of an edition, and when it counts as changed. */
import { describe, expect, it } from "vitest";
import { listKeptFiles } from "../../src/build/list-kept-files.js";
import type { SiteFile } from "../../src/model/job.js";
import type { PageScan } from "../../src/model/picture.js";
import type { SiteContext } from "../../src/model/site.js";
import { reviewed, sampleEdition } from "../build-fixture.js";

const edition = reviewed(sampleEdition());
const { path } = edition.info;
const site: SiteContext = {
  offline: true,
  assets: {
    stylesheet: "assets/site-a.css",
    script: "assets/site-b.js",
    early: "assets/early-c.js",
    search: "assets/search-d.js",
    viewer: "assets/viewer-e.js",
  },
  writeTemplate: () => "",
  editions: [],
};
const scan: PageScan = { file: "1.jpg", kind: "jpeg", width: 3000, height: 4000, takesBoxes: true };
const sized: PageScan = {
  ...scan,
  sizes: {
    thumbnail: { file: "p1-thumb.webp", width: 200, height: 267 },
    reading: [
      { file: "p1-small.webp", width: 800, height: 1067 },
      { file: "p1-read.webp", width: 1600, height: 2133 },
    ],
  },
};
const withScan = (picture: PageScan | undefined) => ({
  ...edition,
  pages: edition.pages.map((page) => (page.number === 1 && picture ? { ...page, scan: picture } : page)),
});
const names = ["index.html", "p1.html", "p2.html", "s2-3.html", "p1-abc.html", "p2-thumb.svg"];
const others = ["report.html", "edition.json", "edition.epub", "p1-abc.txt", "p1-words.js", "texts-1.js"];
const written = (changed: Readonly<Record<string, string>> = {}): SiteFile[] =>
  [...names, ...others].map((name) => ({ path: `${path}/${name}`, content: changed[name] ?? name }));
const copied = [{ path: `${path}/p1.jpg`, copyOf: "/anywhere/1.jpg" }];

interface Kept {
  readonly version: string;
  readonly files: readonly string[];
}
const keep = (
  picture?: PageScan,
  { changed = {}, sum = "1" }: { changed?: Record<string, string>; sum?: string } = {},
): Kept => {
  const sums = new Map(picture ? [[1, sum]] : []);
  const [file] = listKeptFiles(withScan(picture), [...written(changed), ...copied], sums, site);
  expect(file?.path).toBe(`${path}/offline.json`);
  return JSON.parse(String(file?.content));
};
const up = "../".repeat(path.split("/").length);

describe("listKeptFiles", () => {
  it("keeps what a reader opens, once, the front first, and what that needs", () => {
    const shown = ["p1-abc.html", "p1.html", "p2-thumb.svg", "p2.html", "s2-3.html"];
    const assets = ["assets/site-a.css", "assets/site-b.js", "assets/early-c.js"].map((name) => up + name);
    expect(keep().files).toEqual(["index.html", ...shown, ...assets]);
  });
  it("keeps a scan in the sizes that are shown, or whole where there are none", () => {
    const pictures = (kept: Kept) => kept.files.filter((name) => /\.(webp|jpg)$/.test(name));
    expect(pictures(keep(sized))).toEqual(["p1-read.webp", "p1-small.webp", "p1-thumb.webp"]);
    expect(pictures(keep(scan))).toEqual(["p1.jpg"]);
    expect(keep(scan).files.at(-1)).toBe(`${up}assets/viewer-e.js`);
  });
  it("is another version when a kept file is, and no other when something else is", () => {
    const { version } = keep(sized);
    expect(keep(sized).version).toBe(version);
    for (const name of names) expect(keep(sized, { changed: { [name]: "new" } }).version).not.toBe(version);
    for (const name of others) expect(keep(sized, { changed: { [name]: "new" } }).version).toBe(version);
  });
  it("is another version when a picture of the same name has other bytes", () => {
    for (const picture of [scan, sized])
      expect(keep(picture, { sum: "2" }).version).not.toBe(keep(picture).version);
  });
  it("is not written for a site that keeps nothing", () => {
    const { offline: _offline, ...plain } = site;
    expect(listKeptFiles(edition, written(), new Map(), plain)).toEqual([]);
  });
});
