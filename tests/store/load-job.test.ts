import { execFileSync } from "node:child_process";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { wordDiagnostic, wordedCodes } from "../../src/model/diagnostic-words.js";
import { readEdition } from "../../src/read/index.js";
import { parseOverrides } from "../../src/review/parse-overrides.js";
import { initEdition } from "../../src/store/init-edition.js";
import { findEditions, loadJob, loadJobs } from "../../src/store/load-job.js";
import { folderAbove, folderNames, joinPath, withSlashes } from "../../src/store/paths.js";
import { harbourFiles } from "../read/issue/harbour-post.js";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "jumpline-load-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function put(files: Readonly<Record<string, string>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
}
const editionsIn = async (path = "."): Promise<string[]> =>
  (await findEditions(join(root, path))).value.map((found) => found.slice(root.length + 1));
const filesOf = async (path: string): Promise<string[]> =>
  (await loadJob(join(root, path))).value.files.map((file) => file.path).sort();
const codesOf = async (path: string): Promise<string[]> =>
  (await loadJob(join(root, path))).diagnostics.map(({ code }) => code);

describe("findEditions", () => {
  it("finds newspaper/date folders, sorted, and one edition where the path is one", async () => {
    put({
      "b/2024-01-06/pages/01.txt": "x",
      "b/2024-01-05/page-01.txt": "x",
      "a/1948/01/05/edition.md": "---\ndate: 1948-01-05\n---\n",
      "a/newspaper.md": "---\ntitle: A\n---\n",
      "README.txt": "about",
      ".git/page-1.txt": "x",
      "node_modules/p/page-1.txt": "x",
    });
    expect(await editionsIn()).toEqual(["a/1948/01/05", "b/2024-01-05", "b/2024-01-06"]);
    expect(await editionsIn("b/2024-01-05")).toEqual(["b/2024-01-05"]);
    expect(await editionsIn("b/2024-01-05/page-01.txt")).toEqual(["b/2024-01-05/page-01.txt"]);
    expect(await editionsIn("b/2024-01-06/pages")).toEqual(["b/2024-01-06/pages"]);
  });

  it("takes a lone .txt without a number for an edition where nothing else is", async () => {
    put({ "x/front.txt": "x" });
    expect(await editionsIn("x")).toEqual(["x"]);
  });

  it.each([
    ["nowhere", "JL6001"],
    ["file.txt/below", "JL6001"],
    ["empty", "JL6004"],
    ["link.txt", "JL6005"],
  ])("says of %s what is wrong: %s", async (path, code) => {
    put({ "file.txt": "x", "empty/notes.md": "x" });
    symlinkSync(join(root, "file.txt"), join(root, "link.txt"));
    expect(await findEditions(join(root, path))).toMatchObject({
      value: [],
      diagnostics: [{ code, severity: "error" }],
    });
  });

  it("does not follow links to folders", async () => {
    put({ "real/2024-01-05/page-1.txt": "x" });
    symlinkSync(join(root, "real"), join(root, "loop"));
    symlinkSync(root, join(root, "real/up"));
    expect(await editionsIn()).toEqual(["real/2024-01-05"]);
  });
});

describe("loadJob", () => {
  it("loads pages, edition.md, overrides.yaml, articles and newspaper.md, and nothing else", async () => {
    put({
      "n/newspaper.md": "---\ntitle: N\n---\n",
      "n/d/edition.md": "",
      "n/d/overrides.yaml": "overrides: []",
      "n/d/articles/p1-k3f9q2.md": "x",
      "n/d/articles/notes.txt": "x",
      "n/d/pages/01.txt": "x",
      "n/d/pages/scan.jpg": "x",
      "n/d/issue.json": "{}",
      "n/d/sub/page-9.txt": "x",
    });
    expect(await filesOf("n/d")).toEqual([
      "articles/p1-k3f9q2.md",
      "edition.md",
      "overrides.yaml",
      "pages/01.txt",
    ]);
    const { value, diagnostics } = await loadJob(join(root, "n/d"), { encoding: "big5" });
    expect(value.newspaper?.path).toBe("../newspaper.md");
    expect(value.encoding).toBe("big5");
    expect(value.names?.slice(-2)).toEqual(["n", "d"]);
    expect(diagnostics).toEqual([]);
  });

  it("loads the files that edition.md lists, wherever they are inside the folder, and only those", async () => {
    put({
      "secret.txt": "no",
      "e/edition.md": "---\npages:\n  - scans/a.text\n  - ../secret.txt\n  - gone.txt\n---\n",
      "e/scans/a.text": "one",
      "e/page-1.txt": "unlisted",
    });
    expect(await filesOf("e")).toEqual(["edition.md", "scans/a.text"]);
    expect(await codesOf("e")).toEqual([]);
    const job = (await loadJob(join(root, "e"))).value;
    expect(readEdition(job).diagnostics.map(({ code }) => code)).toEqual(
      expect.arrayContaining(["JL1024", "JL1026"]),
    );
  });

  it("follows no link: not of a page, not of a listed page's folder, not of newspaper.md", async () => {
    put({
      "out/secret.txt": "no",
      "n/e/edition.md": "---\npages:\n  - linked/secret.txt\n  - page.txt\n---\n",
    });
    symlinkSync(join(root, "out"), join(root, "n/e/linked"));
    symlinkSync(join(root, "out/secret.txt"), join(root, "n/e/page.txt"));
    symlinkSync(join(root, "out/secret.txt"), join(root, "n/newspaper.md"));
    expect(await filesOf("n/e")).toEqual(["edition.md"]);
    expect(await codesOf("n/e")).toEqual(["JL6005", "JL6005"]);
    expect((await loadJob(join(root, "n/e"))).value.newspaper).toBeUndefined();
  });

  it.skipIf(process.platform === "win32")("does not hang on a named pipe", async () => {
    put({ "e/edition.md": "---\npages:\n  - pipe.txt\n  - a.txt\n---\n", "e/a.txt": "x" });
    execFileSync("mkfifo", [join(root, "e/pipe.txt")]);
    expect(await filesOf("e")).toEqual(["a.txt", "edition.md"]);
    expect(await codesOf("e")).toEqual(["JL6005"]);
  });

  it("leaves out a file that is too large, and says how large", async () => {
    put({ "e/page-1.txt": "x", "e/page-2.txt": "x" });
    truncateSync(join(root, "e/page-2.txt"), 65 * 1024 * 1024);
    const { value, diagnostics } = await loadJob(join(root, "e"));
    expect(value.files.map(({ path }) => path)).toEqual(["page-1.txt"]);
    expect(diagnostics).toMatchObject([{ code: "JL6003", details: { size: 65, limit: 64 } }]);
  });

  it.skipIf(process.getuid?.() === 0)("reports a file it may not read", async () => {
    put({ "e/page-1.txt": "x" });
    chmodSync(join(root, "e/page-1.txt"), 0);
    expect(await codesOf("e")).toEqual(["JL6002"]);
  });

  it("of a single file is an edition of that page alone", async () => {
    put({ "courier-1920-04-03/page-02.txt": "x", "courier-1920-04-03/page-03.txt": "y" });
    const path = "courier-1920-04-03/page-02.txt";
    expect(await filesOf(path)).toEqual(["page-02.txt"]);
    const { value } = readEdition((await loadJob(join(root, path))).value);
    expect(value.info).toMatchObject({ date: "1920-04-03", newspaper: { slug: "courier" } });
    expect(value.pages.map(({ number }) => number)).toEqual([2]);
  });

  it("streams: one job at a time, in order", async () => {
    put({ "a/page-1.txt": "x", "b/page-1.txt": "x" });
    const folders: string[] = [];
    for await (const { value } of loadJobs(root)) folders.push(value.folder.slice(root.length + 1));
    expect(folders).toEqual(["a", "b"]);
  });
});

describe("initEdition", () => {
  it("writes an edition that reads without a word, and never overwrites", async () => {
    for (const path of ["courier/2024-02-03", "plain"]) {
      const written = await initEdition(join(root, path));
      expect(written.diagnostics).toEqual([]);
      const { value, diagnostics } = await loadJob(join(root, path));
      const read = readEdition(value);
      expect([...diagnostics, ...read.diagnostics].map(({ code }) => code)).toEqual(["JL1009"]);
      expect(read.value.pages).toHaveLength(1);
      expect(read.value.info).toMatchObject({ language: "en" });
      const before = written.value.map((file) => readFileSync(file, "utf8"));
      expect(await initEdition(join(root, path))).toMatchObject({
        value: [],
        diagnostics: [{ code: "JL6006" }],
      });
      expect(written.value.map((file) => readFileSync(file, "utf8"))).toEqual(before);
    }
    const names = (await initEdition(join(root, "courier/2024-02-04"))).value.map((file) =>
      file.slice(root.length + 1),
    );
    expect(names).toEqual([
      "courier/2024-02-04/edition.md",
      "courier/2024-02-04/overrides.yaml",
      "courier/2024-02-04/pages/01.txt",
    ]);
    expect(readEdition((await loadJob(join(root, "courier/2024-02-03"))).value).value.info).toMatchObject({
      date: "2024-02-03",
      path: "courier/2024-02-03",
      newspaper: { title: "Courier" },
    });
  });

  it("refuses a path that is a file", async () => {
    put({ x: "1" });
    expect((await initEdition(join(root, "x"))).diagnostics).toMatchObject([{ code: "JL6006" }]);
  });

  it("writes examples of overrides that the program itself accepts", async () => {
    await initEdition(join(root, "e"));
    const text = readFileSync(join(root, "e/overrides.yaml"), "utf8");
    const uncommented = text.replace(/^overrides:.*$/m, "overrides:").replace(/^# {2}- /gm, "  - ");
    const { overrides, diagnostics } = parseOverrides(
      "overrides.yaml",
      new Uint8Array(Buffer.from(uncommented)),
    );
    expect(diagnostics).toEqual([]);
    expect(overrides).toHaveLength(9);
  });
});

it("paths keep the user's own way of naming", () => {
  expect(withSlashes("./a/b//")).toBe("a/b");
  expect(withSlashes("./")).toBe(".");
  expect(withSlashes("/")).toBe("/");
  expect(joinPath(".", "a")).toBe("a");
  expect(joinPath("/", "a")).toBe("/a");
  expect([
    folderAbove("a/b"),
    folderAbove("a"),
    folderAbove("."),
    folderAbove(".."),
    folderAbove("/a"),
  ]).toEqual(["a", ".", "..", "../..", "/"]);
  expect(folderNames("/x/a/b/c/d/e")).toEqual(["a", "b", "c", "d", "e"]);
});

it("every code used here has words", () => {
  for (const code of ["JL6001", "JL6002", "JL6003", "JL6004", "JL6005", "JL6006"])
    expect(wordedCodes()).toContain(code);
  expect(
    wordDiagnostic({ code: "JL6003", severity: "error", place: {}, details: { size: 65, limit: 64 } }),
  ).toContain("65 MiB");
});

describe("an edition with an issue file", () => {
  const [mets = "", one = "", two = ""] = harbourFiles().map(({ bytes }) => new TextDecoder().decode(bytes));

  it("is found by it, and loaded with the pages it names, wherever they are", async () => {
    put({ "a/x-mets.xml": mets, "a/ALTO/0001.xml": one, "a/deep/er/0002.xml": two, "a/ALTO/0003.xml": one });
    expect(await editionsIn()).toEqual(["a"]);
    expect(await filesOf("a")).toEqual(["ALTO/0001.xml", "deep/er/0002.xml", "x-mets.xml"]);
    expect(await codesOf("a")).toEqual([]);
    const { value } = readEdition((await loadJob(join(root, "a"))).value);
    expect(value.pages.map(({ file, number }) => `${number} ${file}`)).toEqual([
      "1 ALTO/0001.xml",
      "2 deep/er/0002.xml",
    ]);
  });

  it("is told by what the file holds, and reads no deeper than two levels unless a path says so", async () => {
    const far = mets.replace("file://./ALTO/0002.xml", "a/b/c/d/0002.xml");
    put({ "a/edition.md": "", "a/issue.xml": far, "a/1/2/3/0001.xml": one, "a/a/b/c/d/0002.xml": two });
    expect(await filesOf("a")).toEqual(["a/b/c/d/0002.xml", "edition.md", "issue.xml"]);
  });

  it("follows no link and no path out of the folder", async () => {
    const out = mets.replace("file://./ALTO/0001.xml", "../outside/0001.xml");
    put({ "a/x-mets.xml": out, "outside/0001.xml": one, "outside/0002.xml": two });
    symlinkSync(join(root, "outside"), join(root, "a/ALTO"));
    mkdirSync(join(root, "a/text"));
    symlinkSync(join(root, "outside/0002.xml"), join(root, "a/text/0002.xml"));
    expect(await filesOf("a")).toEqual(["x-mets.xml"]);
  });

  it("with a list of pages is loaded as listed, with the issue file", async () => {
    put({
      "a/edition.md": "---\npages: [ALTO/0002.xml]\n---\n",
      "a/x-mets.xml": mets,
      "a/ALTO/0001.xml": one,
      "a/ALTO/0002.xml": two,
    });
    expect(await filesOf("a")).toEqual(["ALTO/0002.xml", "edition.md", "x-mets.xml"]);
  });

  it("does not open the PDFs beside the pages that it names", async () => {
    put({ "a/x-mets.xml": mets, "a/0001.xml": one, "a/0002.xml": two, "a/0001.pdf": "%PDF-1.4" });
    expect(await filesOf("a")).toEqual(["0001.xml", "0002.xml", "x-mets.xml"]);
  });

  it("names a file beside it and loads that once", async () => {
    put({ "a/x-mets.xml": mets, "a/0001.xml": one, "a/0002.xml": two, "a/x_articletext.xml": "<a/>" });
    expect(await filesOf("a")).toEqual(["0001.xml", "0002.xml", "x-mets.xml", "x_articletext.xml"]);
  });
});
