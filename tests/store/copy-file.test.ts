/** Files that are copied into the site as they are: the same bytes, only when they changed, and nothing but ordinary files. */
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { beginSite } from "../../src/store/save-site.js";

let work: string;
let out: string;
let source: string;
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), "jumpline-copy-"));
  out = join(work, "dist");
  source = join(work, "scan.jpg");
});
afterEach(() => rmSync(work, { recursive: true, force: true }));

/** Of several pieces, none of them alike. */
const large = (seed: number): Buffer => {
  const bytes = Buffer.alloc(2 * 1024 * 1024 + 17);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = (at * 31 + (at >> 10) + seed) & 0xff;
  return bytes;
};
const save = () => {
  const site = beginSite(out);
  site.put({ path: "e/p1.jpg", copyOf: source });
  return site.commit().counts;
};
const then = new Date("2020-02-02T02:02:02Z");
const copy = (): string => join(out, "e/p1.jpg");

it("are the same bytes, and readable for a web server", () => {
  writeFileSync(source, large(1), { mode: 0o600 });
  expect(save()).toEqual({ written: 1, unchanged: 0, removed: 0 });
  expect(readFileSync(copy()).equals(large(1))).toBe(true);
  expect(statSync(copy()).mode & 0o777).toBe(0o644);
  const manifest = readFileSync(join(out, "jumpline-manifest.json"), "utf8");
  expect(manifest).toContain(`"size":${large(1).length}`);
  // A link to the source would change with it.
  expect(statSync(source).nlink).toBe(1);
});

it("are written again only when they changed", () => {
  writeFileSync(source, large(1));
  save();
  utimesSync(copy(), then, then);
  writeFileSync(source, large(1));
  expect(save()).toEqual({ written: 0, unchanged: 1, removed: 0 });
  expect(statSync(copy()).mtime).toEqual(then);
  writeFileSync(source, large(2));
  expect(save()).toEqual({ written: 1, unchanged: 0, removed: 0 });
  expect(readFileSync(copy()).equals(large(2))).toBe(true);
});

it("are written again where somebody changed the copy", () => {
  writeFileSync(source, large(1));
  save();
  const other = large(1);
  other[5] = 0xee;
  writeFileSync(copy(), other);
  expect(save().written).toBe(1);
  expect(readFileSync(copy()).equals(large(1))).toBe(true);
});

it("stay in the site while an edition is kept, and may be given twice", () => {
  writeFileSync(source, large(1));
  save();
  const site = beginSite(out);
  expect(site.keep("e")).toBe(1);
  site.put({ path: "index.html", content: "x" });
  expect(site.commit().counts).toEqual({ written: 1, unchanged: 1, removed: 0 });
  const again = beginSite(out);
  again.put({ path: "e/p1.jpg", copyOf: source });
  again.put({ path: "e/p1.jpg", copyOf: source }, { again: true });
  expect(again.commit().counts).toEqual({ written: 0, unchanged: 1, removed: 1 });
  expect(readFileSync(copy()).equals(large(1))).toBe(true);
});

it("leave the old site where the source has become something else", () => {
  const attempts: readonly [string, () => void][] = [
    ["nothing", () => undefined],
    ["a link", () => symlinkSync(join(work, "real.jpg"), source)],
    ["a folder", () => mkdirSync(source)],
  ];
  writeFileSync(source, large(1));
  save();
  renameSync(source, join(work, "real.jpg"));
  for (const [what, make] of attempts) {
    make();
    const site = beginSite(out);
    expect(() => site.put({ path: "e/p1.jpg", copyOf: source }), what).toThrow();
    site.abandon();
    expect(readFileSync(copy()).equals(large(1)), what).toBe(true);
    rmSync(source, { recursive: true, force: true });
  }
});
