import { execFileSync, spawn } from "node:child_process";
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Refusal } from "../../src/store/refusal.js";
import { beginSite } from "../../src/store/save-site.js";

let work: string;
let out: string;
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), "jumpline-save-"));
  out = join(work, "dist");
});
afterEach(() => rmSync(work, { recursive: true, force: true }));

const save = (files: Record<string, string>, force = false) => {
  const site = beginSite(out, { force });
  for (const [path, content] of Object.entries(files)) site.put({ path, content });
  return site.commit();
};
const text = (path: string): string => readFileSync(join(out, path), "utf8");
const codeOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error.diagnostic.code;
    throw error;
  }
  return "nothing was thrown";
};

describe("a site is put in place whole", () => {
  it("writes files, folders and a sorted manifest", () => {
    const { counts } = save({ "b/p.html": "page", "index.html": "front" });
    expect(counts).toEqual({ written: 2, unchanged: 0, removed: 0 });
    const manifest = JSON.parse(text("jumpline-manifest.json")) as {
      files: { path: string; size: number }[];
    };
    expect(manifest.files.map(({ path, size }) => [path, size])).toEqual([
      ["b/p.html", 4],
      ["index.html", 5],
    ]);
    expect(readdirSync(work)).toEqual(["dist"]);
  });

  it("is readable by a web server whatever the umask", () => {
    const before = process.umask(0o077);
    try {
      save({ "a/b/index.html": "x" });
    } finally {
      process.umask(before);
    }
    expect(statSync(join(out, "a/b/index.html")).mode & 0o777).toBe(0o644);
    for (const folder of ["", "a", "a/b"]) expect(statSync(join(out, folder)).mode & 0o777).toBe(0o755);
    expect(statSync(join(out, "jumpline-manifest.json")).mode & 0o777).toBe(0o644);
  });

  it("keeps the times of files that did not change, and drops what is no longer made", () => {
    save({ "same.html": "same", "other.html": "one", "gone/old.html": "old" });
    const then = new Date("2020-02-02T02:02:02Z");
    for (const path of ["same.html", "other.html"]) utimesSync(join(out, path), then, then);
    const { counts } = save({ "same.html": "same", "other.html": "two" });
    expect(counts).toEqual({ written: 1, unchanged: 1, removed: 1 });
    expect(statSync(join(out, "same.html")).mtime).toEqual(then);
    expect(statSync(join(out, "other.html")).mtime).not.toEqual(then);
    expect(text("other.html")).toBe("two");
    expect(existsSync(join(out, "gone"))).toBe(false);
  });

  it("touches nothing at all when nothing changed", () => {
    save({ "index.html": "front" });
    const before = statSync(out);
    expect(save({ "index.html": "front" }).counts).toEqual({ written: 0, unchanged: 1, removed: 0 });
    expect(statSync(out).ino).toBe(before.ino);
    expect(readdirSync(work)).toEqual(["dist"]);
  });

  it("does not take a file edited by hand for its own", () => {
    save({ "index.html": "front" });
    writeFileSync(join(out, "index.html"), "FRONT");
    expect(save({ "index.html": "front" }).counts.written).toBe(1);
    expect(text("index.html")).toBe("front");
  });

  it("replaces a file of this build when it comes again", () => {
    const site = beginSite(out);
    site.put({ path: "a.html", content: "first" });
    site.put({ path: "a.html", content: "second" }, { again: true });
    expect(site.commit().counts.written).toBe(1);
    expect(text("a.html")).toBe("second");
  });

  it("keeps the styles and scripts that kept pages name, and what these name, and no others", () => {
    const page = '<link href="../../assets/site-aaaaaaaa.css"><script src="../../assets/site-bbbbbbbb.js">';
    save({
      "paper/1/index.html": page,
      "paper/2/index.html": '<link href="../../assets/old-cccccccc.css">',
      "assets/site-aaaaaaaa.css": "old style",
      "assets/site-bbbbbbbb.js": 'load("words-de-dddddddd.js"); load("../paper/2/index.html")',
      "assets/words-de-dddddddd.js": "site-bbbbbbbb.js",
      "assets/old-cccccccc.css": "of no kept page",
    });
    const site = beginSite(out);
    site.keep("paper/1");
    site.put({ path: "assets/site-eeeeeeee.css", content: "new style" });
    // The build makes one of them itself.
    site.put({ path: "assets/words-de-dddddddd.js", content: "site-bbbbbbbb.js" });
    site.commit();
    expect(readdirSync(join(out, "assets")).sort()).toEqual([
      "site-aaaaaaaa.css",
      "site-bbbbbbbb.js",
      "site-eeeeeeee.css",
      "words-de-dddddddd.js",
    ]);
    // Built anew without the kept page, they go.
    save({ "index.html": "front", "assets/site-eeeeeeee.css": "new style" });
    expect(readdirSync(join(out, "assets"))).toEqual(["site-eeeeeeee.css"]);
  });
  it("keeps a folder of the standing site as it is", () => {
    save({ "paper/1/index.html": "one", "paper/10/index.html": "ten", "paper/2/index.html": "two" });
    const site = beginSite(out);
    expect(site.keep("paper/1")).toBe(1);
    site.commit();
    expect(readdirSync(join(out, "paper"))).toEqual(["1"]);
  });
});

describe("a build that does not end", () => {
  it("leaves the old site when abandoned", () => {
    save({ "index.html": "old" });
    const site = beginSite(out);
    site.put({ path: "index.html", content: "new" });
    site.abandon();
    expect(text("index.html")).toBe("old");
    expect(readdirSync(work)).toEqual(["dist"]);
  });

  it("brings the old site back when killed between the two renames", () => {
    save({ "index.html": "old" });
    renameSync(out, join(work, ".dist.jumpline-backup"));
    mkdirSync(join(work, ".dist.jumpline-staging"));
    const site = beginSite(out);
    expect(text("index.html")).toBe("old");
    site.abandon();
    expect(readdirSync(work)).toEqual(["dist"]);
  });

  it("drops the old site when killed after the second rename", () => {
    save({ "index.html": "new" });
    mkdirSync(join(work, ".dist.jumpline-backup"));
    beginSite(out).abandon();
    expect(text("index.html")).toBe("new");
    expect(readdirSync(work)).toEqual(["dist"]);
  });

  it("leaves the old site when killed with SIGKILL half way, and the next build takes over its lock", async () => {
    save({ "index.html": "old" });
    const store = join(dirname(import.meta.dirname), "..", "lib", "store", "save-site.js");
    const script = `import { beginSite } from ${JSON.stringify(store)};
      const site = beginSite(${JSON.stringify(out)});
      site.put({ path: "index.html", content: "new" });
      process.stdout.write("half way");
      setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    await new Promise((resolve) => child.stdout.once("data", resolve));
    expect(codeOf(() => beginSite(out))).toBe("JL6100");
    child.kill("SIGKILL");
    await new Promise((resolve) => child.once("exit", resolve));
    expect(text("index.html")).toBe("old");
    expect(existsSync(join(work, ".dist.jumpline-lock"))).toBe(true);
    expect(save({ "index.html": "newer" }).counts.written).toBe(1);
    expect(text("index.html")).toBe("newer");
    expect(readdirSync(work)).toEqual(["dist"]);
  });
});

describe("what belongs to somebody else", () => {
  it("refuses a folder with foreign files, and writes among them with force", () => {
    mkdirSync(out);
    writeFileSync(join(out, "thesis.txt"), "ten years");
    expect(codeOf(() => save({ "index.html": "x" }))).toBe("JL6101");
    expect(readdirSync(out)).toEqual(["thesis.txt"]);
    expect(readdirSync(work)).toEqual(["dist"]);
    save({ "index.html": "x" }, true);
    expect(text("thesis.txt")).toBe("ten years");
    expect(text("index.html")).toBe("x");
  });

  it("carries over foreign files, folders and links of its own folder, and follows no link", () => {
    const outside = join(work, "outside");
    mkdirSync(outside);
    save({ "index.html": "1", "assets/a.css": "a" });
    writeFileSync(join(out, "CNAME"), "example.org");
    mkdirSync(join(out, ".git/objects"), { recursive: true });
    writeFileSync(join(out, ".git/objects/x"), "object");
    symlinkSync(outside, join(out, "link"));
    save({ "index.html": "2", "assets/a.css": "a" });
    expect(text("CNAME")).toBe("example.org");
    expect(text(".git/objects/x")).toBe("object");
    expect(readlinkSync(join(out, "link"))).toBe(outside);
    expect(readdirSync(outside)).toEqual([]);
  });

  it("never writes through a link put in place of one of its folders", () => {
    const outside = join(work, "outside");
    mkdirSync(outside);
    save({ "assets/a.css": "a" });
    rmSync(join(out, "assets"), { recursive: true });
    symlinkSync(outside, join(out, "assets"));
    writeFileSync(join(outside, "a.css"), "theirs");
    const { diagnostics } = save({ "assets/a.css": "a" });
    expect(diagnostics.map(({ code }) => code)).toEqual(["JL6105"]);
    expect(lstatSync(join(out, "assets")).isDirectory()).toBe(true);
    expect(readFileSync(join(outside, "a.css"), "utf8")).toBe("theirs");
  });

  it("refuses to hold its input or the working folder, forced or not", () => {
    mkdirSync(join(work, "in"));
    expect(codeOf(() => beginSite(work, { force: true, inputs: [join(work, "in")] }))).toBe("JL6102");
    expect(codeOf(() => beginSite(join(work, "in"), { force: true, inputs: [join(work, "in")] }))).toBe(
      "JL6102",
    );
    expect(codeOf(() => beginSite("/", { force: true }))).toBe("JL6102");
    beginSite(join(work, "in", "site"), { inputs: [join(work, "in")] }).abandon();
  });

  it("refuses a target that is a file", () => {
    writeFileSync(out, "x");
    expect(codeOf(() => beginSite(out, { force: true }))).toBe("JL6101");
  });

  it("follows a link to the whole site once, and leaves the link", () => {
    mkdirSync(join(work, "real"));
    symlinkSync(join(work, "real"), out);
    save({ "index.html": "x" });
    expect(lstatSync(out).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(work, "real/index.html"), "utf8")).toBe("x");
  });
});

describe("paths", () => {
  const bad = [
    "../x",
    "/x",
    "a/../x",
    "a//b",
    "",
    ".git/config",
    "a\\b",
    "a\0b",
    "con",
    "x/nul.html",
    "a.",
    "é.html",
  ];
  it.each([...bad, "jumpline-manifest.json", "a".repeat(256)])("refuses %j", (path) => {
    const site = beginSite(out);
    expect(codeOf(() => site.put({ path, content: "x" }))).toBe("JL6103");
    site.abandon();
  });

  it.each([
    ["a.html", "a.html"],
    ["a.html", "A.html"],
    ["a", "a/b.html"],
    ["a/b.html", "a"],
  ])("refuses %s and %s together", (one, two) => {
    const site = beginSite(out);
    site.put({ path: one, content: "1" });
    expect(codeOf(() => site.put({ path: two, content: "2" }))).toBe("JL6104");
    site.abandon();
  });
});

it("the same files in any order give the same bytes", () => {
  save({ "b.html": "b", "a.html": "a" });
  const first = text("jumpline-manifest.json");
  rmSync(out, { recursive: true });
  save({ "a.html": "a", "b.html": "b" });
  expect(text("jumpline-manifest.json")).toBe(first);
  expect(execFileSync("ls", ["-A", work], { encoding: "utf8" })).toBe("dist\n");
});
