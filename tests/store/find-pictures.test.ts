/** Which files of a folder are looked at as pictures of pages, and what their first bytes tell. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadJob } from "../../src/store/load-job.js";
import { jpeg, jpeg2000, png, svg, tiff, webp } from "../made-picture.js";
import { harbourFiles } from "../read/issue/harbour-post.js";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "jumpline-pictures-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function put(files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
}
async function look(path = "e") {
  const { value, diagnostics } = await loadJob(join(root, path));
  const seen = Object.fromEntries(
    (value.pictures ?? []).map(({ path: name, kind, size }) => [
      name,
      `${kind ?? "none"}${size ? ` ${size.width}x${size.height}` : ""}`,
    ]),
  );
  return { seen, value, codes: diagnostics.map(({ code }) => code) };
}

describe("pictures of pages", () => {
  it("are told by their first bytes, and say their size", async () => {
    put({
      "e/page-01.txt": "a",
      "e/page-01.png": png(20, 30),
      "e/page-02.txt": "b",
      "e/page-02.JPG": jpeg(1240, 1754),
      "e/page-03.txt": "c",
      "e/page-03.webp": webp(300, 400),
      "e/page-04.txt": "d",
      "e/page-04.webp": webp(301, 401, "VP8L"),
      "e/page-05.txt": "e",
      "e/page-05.webp": webp(302, 402, "VP8 "),
      "e/page-06.txt": "f",
      "e/page-06.tif": tiff(),
      "e/page-07.txt": "g",
      "e/page-07.jp2": jpeg2000(),
      "e/page-08.txt": "h",
      "e/page-08.jpg": png(7, 9),
    });
    const { seen, value } = await look();
    expect(seen).toEqual({
      "page-01.png": "png 20x30",
      "page-02.JPG": "jpeg 1240x1754",
      "page-03.webp": "webp 300x400",
      "page-04.webp": "webp 301x401",
      "page-05.webp": "webp 302x402",
      "page-06.tif": "tiff",
      "page-07.jp2": "jpeg-2000",
      "page-08.jpg": "png 7x9",
    });
    expect(value.pictures?.[0]?.from).toBe(join(root, "e/page-01.png"));
    expect(value.files.every(({ path }) => path.endsWith(".txt"))).toBe(true);
  });

  it("are no pictures where they are something else, or damaged", async () => {
    put({
      "e/page-01.txt": "a",
      "e/page-01.jpg": svg(),
      "e/page-02.txt": "b",
      "e/page-02.png": png(20, 30).subarray(0, 20),
      "e/page-03.txt": "c",
      "e/page-03.jpg": jpeg(10, 10).subarray(0, 66_000),
      "e/page-04.txt": "d",
      "e/page-04.jpg": "",
      "e/page-05.txt": "e",
      "e/page-05.png": png(0, 30),
      "e/page-06.txt": "f",
      "e/page-06.svg": svg(),
      "e/photo.jpg": png(5, 5),
    });
    expect((await look()).seen).toEqual({
      "page-01.jpg": "none",
      "page-02.png": "png",
      "page-03.jpg": "jpeg",
      "page-04.jpg": "none",
      "page-05.png": "png",
    });
  });

  it("never end a JPEG that goes in circles or on for ever", async () => {
    const endless = Buffer.concat([Buffer.from([0xff, 0xd8]), Buffer.alloc(200_000, 0xff)]);
    const empty = Buffer.concat([Buffer.from([0xff, 0xd8]), Buffer.from("ffe10000", "hex"), Buffer.alloc(9)]);
    put({ "e/1.txt": "a", "e/1.jpg": endless, "e/2.txt": "b", "e/2.jpg": empty });
    expect((await look()).seen).toEqual({ "1.jpg": "jpeg", "2.jpg": "jpeg" });
  });

  it("are ordinary files inside the folder, whoever names them", async () => {
    put({
      "secret/p.png": png(5, 5),
      "e/pages/01.txt": "a",
      "e/edition.md": `---\npages:\n  - {file: pages/01.txt, scan: link/p.png}\n  - {file: pages/02.txt, scan: ../secret/p.png}\n  - {file: pages/03.txt, scan: pages/gone.png}\n  - {file: pages/04.txt, scan: pages/pipe.png}\n  - {file: pages/05.txt, scan: pages/own.png}\n  - {file: pages/06.txt, scan: pages}\n  - {file: pages/07.txt, scan: scans/7.bin}\n---\n`,
      "e/scans/7.bin": jpeg(3, 4),
    });
    symlinkSync(join(root, "secret"), join(root, "e/link"));
    symlinkSync(join(root, "secret/p.png"), join(root, "e/pages/own.png"));
    symlinkSync(join(root, "secret/p.png"), join(root, "e/pages/01.png"));
    execFileSync("mkfifo", [join(root, "e/pages/pipe.png")]);
    const { seen, codes } = await look();
    expect(seen).toEqual({ "scans/7.bin": "jpeg 3x4" });
    expect(codes.filter((code) => code === "JL6005")).toHaveLength(3);
  });

  it("are found where the issue file names them, by path or by name", async () => {
    put(Object.fromEntries(harbourFiles().map(({ path, bytes }) => [`e/${path}`, bytes])));
    expect((await look()).seen).toEqual({});
    put({ "e/images/0001.jpg": jpeg(100, 200) });
    expect((await look()).seen).toEqual({ "images/0001.jpg": "jpeg 100x200" });
    rmSync(join(root, "e/images"), { recursive: true });
    put({ "e/access/jpg/0001.jpg": jpeg(100, 200), "e/ALTO/0002.png": png(5, 10) });
    expect((await look()).seen).toEqual({
      "ALTO/0002.png": "png 5x10",
      "access/jpg/0001.jpg": "jpeg 100x200",
    });
  });

  it("are found beside a single page file", async () => {
    put({ "e/page-01.txt": "a", "e/page-01.png": png(5, 10) });
    expect((await look("e/page-01.txt")).seen).toEqual({ "page-01.png": "png 5x10" });
    expect((await look("e/page-01.png")).seen).toEqual({ "page-01.png": "png 5x10" });
  });
});
