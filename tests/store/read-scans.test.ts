/** OCR of scans, with a program called tesseract that only notes how it was called and writes what it is told to. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readEdition } from "../../src/read/index.js";
import { findEditions, loadJob } from "../../src/store/load-job.js";
import { createOcr } from "../../src/store/read-scans.js";
import { Refusal } from "../../src/store/refusal.js";

let root = "";
let bin = "";
const { PATH } = process.env;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "jumpline-ocr-"));
  bin = join(root, "bin");
  mkdirSync(bin);
  process.env.PATH = bin;
});
afterEach(() => {
  process.env.PATH = PATH;
  rmSync(root, { recursive: true, force: true });
});

const jpeg = "\xff\xd8\xff\xe0 a picture";
const edition = (more = "") => `---\nnewspaper: The Quay\ndate: 1931-05-02\n${more}---\n`;
const hocr = `<html><head><meta name="ocr-system" content="tesseract 9.9"/></head><body>
<div class="ocr_page" title="bbox 0 0 1000 1400"><p class="ocr_par">
<span class="ocr_line" title="bbox 10 10 400 40">The ferry was late.</span></p></div></body></html>`;

/** Notes its folder and its words, a call a line; lists some models; then does as told. */
function plantTesseract(does = `cat <<'END'\n${hocr}\nEND`, models = "eng chi_tra_vert"): void {
  const file = join(bin, "tesseract");
  const script = `#!/bin/sh
PATH=/bin:/usr/bin
if [ "$1" = --list-langs ]; then
  echo 'List of available languages in "x":'
  for model in ${models}; do echo "$model"; done
  exit
fi
{ printf '%s' "$(basename "$PWD")"; for word in "$@"; do printf '|%s' "$word"; done; echo; } >> ${root}/calls
${does}
`;
  writeFileSync(file, script);
  chmodSync(file, 0o755);
}
const calls = (): string[] =>
  existsSync(join(root, "calls")) ? readFileSync(join(root, "calls"), "utf8").trimEnd().split("\n") : [];

function put(files: Readonly<Record<string, string>>): string {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, "in", path)), { recursive: true });
    writeFileSync(join(root, "in", path), content, "latin1");
  }
  return join(root, "in");
}
const options = "stdout|-l|eng|-c|tessedit_create_hocr=1";
const load = (path: string, told: string[] = []) =>
  loadJob(path, {
    ocr: createOcr({ tell: (scan, model) => told.push(`${scan.slice(root.length)} ${model}`) }),
  });
const codes = (list: readonly { code: string }[]) => list.map(({ code }) => code);

describe("scans without text", () => {
  it("are read once, and then like any hOCR", async () => {
    plantTesseract();
    const folder = put({
      "edition.md": edition("language: en\n"),
      "page-01.jpg": jpeg,
      "page-02.txt": "Text.\n",
    });
    const told: string[] = [];
    const { value, diagnostics } = await load(folder, told);
    expect(diagnostics).toEqual([]);
    expect(told).toEqual(["/in/page-01.jpg eng"]);
    expect(calls()).toEqual([`in|./page-01.jpg|${options}`]);
    expect(readFileSync(join(folder, "page-01.hocr"), "utf8")).toBe(`${hocr}\n`);
    expect(readdirSync(folder).sort()).toEqual(["edition.md", "page-01.hocr", "page-01.jpg", "page-02.txt"]);
    const read = readEdition(value);
    expect(read.value.pages.map(({ number, file }) => [number, file])).toEqual([
      [1, "page-01.hocr"],
      [2, "page-02.txt"],
    ]);
    expect(read.value.pages[0]?.blocks[0]?.lines[0]?.text).toBe("The ferry was late.");
    const again = await load(folder);
    expect(again).toEqual({
      value: expect.objectContaining({ files: expect.arrayContaining([...value.files]) }),
      diagnostics: [],
    });
    expect(calls()).toHaveLength(1);
  });

  it("are found in pages/ and through the list, each with its own language and direction", async () => {
    plantTesseract();
    const list =
      "language: en\npages:\n  - file: film/b.tif\n    language: zh-Hant\n    direction: vertical\n  - film/a.png\n";
    const folder = put({
      "edition.md": edition(list),
      "film/b.tif": "II*\0 a picture",
      "film/a.png": "\x89PNG\r\n\x1a\n a picture",
      "page-09.jpg": jpeg,
    });
    const { value, diagnostics } = await load(folder);
    expect(diagnostics).toEqual([]);
    expect(calls()).toEqual([
      "film|./b.tif|stdout|-l|chi_tra_vert|-c|tessedit_create_hocr=1",
      `film|./a.png|${options}`,
    ]);
    expect(readEdition(value).value.pages.map(({ number, file }) => [number, file])).toEqual([
      [1, "film/b.hocr"],
      [2, "film/a.hocr"],
    ]);
  });

  it("take their language from newspaper.md too, and a scan alone is an edition", async () => {
    plantTesseract();
    put({
      "newspaper.md": "---\ntitle: The Quay\nlanguage: en-GB\n---\n",
      "1931-05-02/p1.webp": "RIFF\0\0\0\0WEBP",
    });
    const { value, diagnostics } = await load(join(root, "in/1931-05-02/p1.webp"));
    expect(diagnostics).toEqual([]);
    expect(value.files.map(({ path }) => path)).toEqual(["p1.hocr"]);
    expect((await load(join(root, "in/1931-05-02/p1.webp"))).value.files).toEqual(value.files);
    expect(calls()).toHaveLength(1);
  });

  it("have names that are never options or settings", async () => {
    plantTesseract();
    const folder = put({
      "edition.md": edition("language: en\n"),
      "-l 1.jpg": jpeg,
      "$(rm x);`id` 2.jpg": jpeg,
    });
    await load(folder);
    expect(calls().sort()).toEqual([`in|./$(rm x);\`id\` 2.jpg|${options}`, `in|./-l 1.jpg|${options}`]);
  });
});

describe("without OCR", () => {
  it("a folder of scans says how to have them read", async () => {
    const folder = put({ "1.jpg": jpeg, "2.jpg": jpeg });
    expect(await findEditions(folder)).toMatchObject({
      value: [],
      diagnostics: [{ code: "JL6007", severity: "error", details: { count: 2 } }],
    });
    expect((await findEditions(folder, true)).value).toEqual([folder]);
    put({ "edition.md": edition() });
    expect((await loadJob(folder)).diagnostics).toMatchObject([{ code: "JL6007", severity: "error" }]);
    put({ "page-03.txt": "Text." });
    expect((await loadJob(folder)).diagnostics).toMatchObject([{ code: "JL6007", severity: "info" }]);
  });

  it("folders of pictures beside editions are noted only where they are called pages", async () => {
    const folder = put({ "a/1.txt": "Text.", "b/page-1.jpg": jpeg, "images/photo-1.jpg": jpeg });
    expect(await findEditions(folder)).toMatchObject({
      value: [join(folder, "a")],
      diagnostics: [{ code: "JL6007", severity: "info", place: { file: join(folder, "b") } }],
    });
    expect((await findEditions(folder, true)).value).toEqual([join(folder, "a"), join(folder, "b")]);
  });
});

describe("what cannot be read", () => {
  it("ends where no Tesseract is installed, and only where one is needed", async () => {
    const folder = put({ "edition.md": edition("language: en\n"), "1.jpg": jpeg });
    await expect(load(folder)).rejects.toThrow(Refusal);
    put({ "1.txt": "Text." });
    expect((await load(folder)).diagnostics).toEqual([]);
  });

  it("never runs a program that lies among the scans", async () => {
    const folder = put({ "edition.md": edition("language: en\n"), "1.jpg": jpeg, tesseract: "#!/bin/sh\n" });
    chmodSync(join(folder, "tesseract"), 0o755);
    process.env.PATH = ["", ".", "in"].join(delimiter);
    await expect(load(folder)).rejects.toThrow(Refusal);
  });

  it.each([
    ["language: ja\n", "JL6009", { model: "jpn", package: "tesseract-ocr-jpn", count: 2 }],
    ["language: zh-Hans\ndirection: vertical\n", "JL6009", { model: "chi_sim_vert", count: 2 }],
    ["language: zh\n", "JL6010", { said: "zh", count: 2 }],
    ["", "JL6010", { count: 2 }],
  ])("%j: %s, once for the edition", async (said, code, details) => {
    plantTesseract();
    const folder = put({ "edition.md": edition(said), "1.jpg": jpeg, "2.jpg": jpeg });
    const { diagnostics } = await load(folder);
    expect(diagnostics).toMatchObject([{ code, severity: "error", place: { file: folder }, details }]);
    expect(calls()).toEqual([]);
  });

  it.each([
    ["echo 'Image too small to scale!!' >&2; exit 1", "Image too small to scale!"],
    ["echo no hocr", "no hOCR"],
    ["exit 3", "said nothing"],
  ])(
    "a scan on which Tesseract fails (%s) is reported, not tried twice in a run, and leaves nothing",
    async (does, reason) => {
      plantTesseract(does);
      const folder = put({ "edition.md": edition("language: en\n"), "1.jpg": jpeg, "2.txt": "Text." });
      const ocr = createOcr({ tell: () => {} });
      const first = await loadJob(folder, { ocr });
      expect(first.diagnostics).toMatchObject([
        {
          code: "JL6011",
          place: { file: join(folder, "1.jpg") },
          details: { reason: expect.stringContaining(reason) },
        },
      ]);
      expect((await loadJob(folder, { ocr })).diagnostics).toEqual(first.diagnostics);
      expect(calls()).toHaveLength(1);
      expect(readdirSync(folder).sort()).toEqual(["1.jpg", "2.txt", "edition.md"]);
      expect(readEdition(first.value).value.pages).toHaveLength(1);
    },
  );

  it("a file that is no picture is not handed over: Tesseract would take it for a list of files to open", async () => {
    plantTesseract();
    const folder = put({ "edition.md": edition("language: en\n"), "1.jpg": "/etc/hostname\n", "2.png": "" });
    expect(codes((await load(folder)).diagnostics)).toEqual(["JL6012", "JL6012"]);
    expect(calls()).toEqual([]);
  });

  it("links are not followed, and nothing is written over", async () => {
    plantTesseract();
    const folder = put({ "edition.md": edition("language: en\n"), "2.jpg": jpeg });
    writeFileSync(join(root, "outside.jpg"), jpeg, "latin1");
    symlinkSync(join(root, "outside.jpg"), join(folder, "1.jpg"));
    symlinkSync(join(root, "elsewhere"), join(folder, "2.hocr"));
    expect((await load(folder)).diagnostics).toMatchObject([
      { code: "JL6112", place: { file: join(folder, "2.hocr") } },
    ]);
    expect(calls()).toEqual([]);
    expect(existsSync(join(root, "elsewhere"))).toBe(false);
  });

  it("a scan that takes until the program is ended is given up", async () => {
    plantTesseract("exec sleep 60");
    const folder = put({ "edition.md": edition("language: en\n"), "1.jpg": jpeg });
    const stopping = new AbortController();
    const ocr = createOcr({ tell: () => setTimeout(() => stopping.abort(), 50), signal: stopping.signal });
    expect(codes((await loadJob(folder, { ocr })).diagnostics)).toEqual(["JL6011"]);
    expect(existsSync(join(folder, "1.hocr"))).toBe(false);
  });
});
