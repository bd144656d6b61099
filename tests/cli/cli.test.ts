/** The program as scripts see it: arguments in; stdout, stderr and exit code out. */
import { execFileSync, spawn, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { formats } from "../../src/read/formats.js";
import { readers } from "../../src/read/readers.js";
import { makePdf } from "../read/pdf/make-pdf.mjs";

const root = join(import.meta.dirname, "../..");
const main = join(root, "lib/cli/main.js");

let work: string;
beforeAll(() => {
  if (!existsSync(main)) execFileSync("npm", ["run", "build", "--silent"], { cwd: root });
});
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), "jumpline-cli-"));
});
afterEach(() => rmSync(work, { recursive: true, force: true }));

const { FORCE_COLOR: _f, NO_COLOR: _n, DEBUG: _d, ...quietEnv } = process.env;
function run(
  args: readonly string[],
  { input = "", env = {} }: { input?: string | Uint8Array; env?: Record<string, string> } = {},
) {
  const options = { cwd: work, input, encoding: "utf8", env: { ...quietEnv, ...env } } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], options);
  return { status, stdout, stderr };
}

const page = `County opens new footbridge

By A. Mills

The county opened a new footbridge over the river on Monday. It took two years to
build and cost less than was feared.

Mayor Jane Holt cut the ribbon before a crowd of four hundred. She thanked the
engineers and the neighbors who put up with the noise.
`;
function plant(folder = "in"): string {
  mkdirSync(join(work, folder, "pages"), { recursive: true });
  writeFileSync(
    join(work, folder, "edition.md"),
    "---\nnewspaper: The Vale Courier\ndate: 2001-05-04\nlanguage: en\n---\n",
  );
  writeFileSync(join(work, folder, "pages/01.txt"), page);
  return folder;
}
const events = (stdout: string): Record<string, unknown>[] =>
  stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe("help and usage", () => {
  it.each([[], ["build"], ["check"], ["explain"], ["articles"], ["repair"], ["init"], ["formats"]])(
    "%s --help and --version",
    (...command) => {
      const help = run([...command, "--help"]);
      expect(help).toMatchObject({ status: 0, stderr: "" });
      expect(help.stdout).toContain("Usage: build-edition");
      expect(help.stdout).toContain("$ build-edition");
      const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
      expect(run([...command, "--version"])).toEqual({ status: 0, stdout: `${version}\n`, stderr: "" });
    },
  );

  it("the first help names the commands and the options of the build", () => {
    const { stdout } = run(["--help"]);
    for (const word of [
      "check",
      "explain",
      "articles",
      "repair",
      "init",
      "formats",
      "--out",
      "--watch",
      "--serve",
      "--strict",
    ])
      expect(stdout).toContain(word);
  });

  it.each([
    [["--otu", "x"], "Did you mean --out?"],
    [["check", "--strct", "x"], "Did you mean --strict?"],
    [["chek"], "Did you mean check?"],
    [["chek", "in"], "Did you mean check?"],
    [["articles", "x", "--format", "pdf"], "json, markdown, text"],
    [["--port", "many"], "0 to 65535"],
    [["--base-url", "papers"], "https://"],
    [["--encoding", "klingon"], "gb18030"],
    [["--out", ""], "name of a folder"],
    [["explain", "in"], "id"],
    [["check"], "path"],
  ] as const)("%j is a usage error with advice", (args, advice) => {
    const { status, stdout, stderr } = run(args);
    expect(status).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toContain(advice);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

describe("formats", () => {
  it("lists every reader, what is read in more than one step, and plain text, for people and for machines", () => {
    const plain = run(["formats"]);
    expect(plain.status).toBe(0);
    for (const { name, describes, knownBy } of formats) {
      expect(plain.stdout).toContain(`${name} `);
      expect(plain.stdout).toContain(describes);
      expect(plain.stdout).toContain(`known by ${knownBy}`);
    }
    expect(formats.map(({ name }) => name)).toEqual([
      ...readers.map(({ name }) => name),
      "pdf",
      "mets",
      "didl",
      "plain-text",
    ]);
    const { status, stdout, stderr } = run(["formats", "--json"]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(events(stdout)).toEqual([
      ...formats.map((format) => ({ event: "format", ...format })),
      { event: "result", schemaVersion: 1, exitCode: 0 },
    ]);
  });

  it("takes no folder", () => {
    expect(run(["formats", "x"]).status).toBe(2);
  });
});

describe("a build", () => {
  it("puts the site where it says, with nothing but the place on stdout", () => {
    const { status, stdout, stderr } = run([plant(), "--out", "site"]);
    expect(stderr).toContain("Built 1 edition: 1 page");
    expect(status).toBe(0);
    expect(stdout).toBe("site/index.html\n");
    const summary = join(work, "site/the-vale-courier/2001-05-04/summary.json");
    expect(JSON.parse(readFileSync(summary, "utf8"))).toMatchObject({
      date: "2001-05-04",
      title: "The Vale Courier",
    });
    expect(readdirSync(work).sort()).toEqual(["in", "site"]);
  });

  it("changes nothing when nothing changed, and gives the same bytes in another zone, locale and wording of the path", () => {
    plant();
    run(["in", "--out", "one"]);
    const before = statSync(join(work, "one/index.html")).mtimeMs;
    expect(run(["in", "--out", "one"]).stderr).toContain("\n0 files written, ");
    expect(statSync(join(work, "one/index.html")).mtimeMs).toBe(before);
    run([join(work, "in"), "--out", "two"], {
      env: { TZ: "Asia/Shanghai", LC_ALL: "tr_TR.UTF-8", LANG: "tr_TR.UTF-8" },
    });
    expect(spawnSync("diff", ["-r", "one", "two"], { cwd: work, encoding: "utf8" }).stdout).toBe("");
  });

  it("takes a single bare page", () => {
    mkdirSync(join(work, "bare"));
    writeFileSync(join(work, "bare/page-02.txt"), page);
    expect(run(["bare"])).toMatchObject({ stdout: "dist/index.html\n" });
  });

  it("--json gives one object per line, the last the result, and nothing on stderr", () => {
    const { status, stdout, stderr } = run([plant(), "--json"]);
    expect(stderr).toBe("");
    const last = events(stdout).at(-1);
    expect(last).toMatchObject({
      event: "result",
      schemaVersion: 1,
      exitCode: status,
      index: "dist/index.html",
      pages: 1,
    });
    expect(last?.editions).toEqual({ built: 1, kept: 0, failed: 0 });
  });

  it("--dry-run writes nothing, --quiet says nothing", () => {
    const { status, stdout } = run([plant(), "--dry-run"]);
    expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
    expect(readdirSync(work)).toEqual(["in"]);
    expect(run(["in", "--quiet"])).toEqual({ status: 0, stdout: "", stderr: "" });
  });

  it("--dry-run counts what would be written, the book of the month too", () => {
    const [, foretold] = /A dry run: (\d+) files/.exec(run([plant(), "--dry-run"]).stderr) ?? [];
    const [, written] = /(\d+) files written/.exec(run(["in"]).stderr) ?? [];
    expect(readdirSync(join(work, "dist/the-vale-courier"))).toContain("2001-05.epub");
    expect(foretold).toBe(written);
  });

  it("ends with 4 where there is no input, and leaves what stood", () => {
    const missing = run(["nowhere"]);
    expect(missing.status).toBe(4);
    expect(missing.stderr).toContain("nowhere");
    mkdirSync(join(work, "empty"));
    expect(run(["empty"]).status).toBe(4);
    expect(readdirSync(work)).toEqual(["empty"]);
    run([plant()]);
    expect(run(["empty"]).status).toBe(4);
    expect(existsSync(join(work, "dist/index.html"))).toBe(true);
  });

  it("ends with 1 where a page is no text, and builds the rest", () => {
    plant();
    writeFileSync(join(work, "in/pages/02.txt"), Buffer.from("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "latin1"));
    const { status, stderr } = run(["in"]);
    expect(status).toBe(1);
    expect(stderr).toMatch(/pages\/02\.txt.*: error JL1\d{3} /);
    expect(existsSync(join(work, "dist/index.html"))).toBe(true);
  });

  it("ends with 3 under --strict where there are warnings", () => {
    plant();
    writeFileSync(
      join(work, "in/overrides.yaml"),
      "overrides:\n  - do: role\n    at: p1-u999\n    expect: Nothing like it\n    to: furniture\n",
    );
    expect(run(["in"]).status).toBe(0);
    expect(run(["in", "--strict"]).status).toBe(3);
  });

  it("ends with 2 where the folder is somebody else's, and with 75 where another build holds it", () => {
    plant();
    mkdirSync(join(work, "dist"));
    writeFileSync(join(work, "dist/thesis.txt"), "mine");
    const refused = run(["in"]);
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain("JL6101");
    expect(refused.stderr).toContain("--force");
    expect(readdirSync(join(work, "dist"))).toEqual(["thesis.txt"]);
    const lock = { pid: process.pid, host: hostname(), token: "x" };
    writeFileSync(join(work, ".site.jumpline-lock"), JSON.stringify(lock));
    const held = run(["in", "--out", "site"]);
    expect(held.status).toBe(75);
    expect(held.stderr).toContain(`process ${process.pid}`);
    expect(existsSync(join(work, "site"))).toBe(false);
  });

  it("refuses to put the site over its input", () => {
    plant();
    expect(run(["in", "--out", "in", "--force"]).status).toBe(2);
    expect(run(["in", "--out", ".", "--force"]).status).toBe(2);
    expect(readdirSync(join(work, "in")).sort()).toEqual(["edition.md", "pages"]);
  });

  it("goes on when its reader has gone", () => {
    plant();
    const command = `"${process.execPath}" "${main}" in --json --out site | head -c 1 >/dev/null; exit \${PIPESTATUS[0]}`;
    const { status, stderr } = spawnSync("bash", ["-c", command], {
      cwd: work,
      encoding: "utf8",
      env: quietEnv,
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(existsSync(join(work, "site/index.html"))).toBe(true);
  });

  it("uses no colour on a pipe, unless FORCE_COLOR asks for it and --no-color does not forbid it", () => {
    expect(run(["nowhere"]).stderr).not.toContain("\u001b");
    expect(run(["nowhere"], { env: { FORCE_COLOR: "1" } }).stderr).toContain("\u001b[31m");
    expect(run(["nowhere", "--no-color"], { env: { FORCE_COLOR: "1" } }).stderr).not.toContain("\u001b");
  });
});

describe("looking without building", () => {
  it("check writes nothing and lists as JSON lines", () => {
    plant();
    const { status } = run(["check", "in"]);
    expect(status).toBe(0);
    const json = run(["check", "in", "--json"]);
    expect(events(json.stdout).at(-1)).toMatchObject({ event: "result", schemaVersion: 1 });
    expect(readdirSync(work)).toEqual(["in"]);
    expect(readdirSync(join(work, "in")).sort()).toEqual(["edition.md", "pages"]);
  });

  it("check says how each file was recognised; a build says it with --verbose only", () => {
    plant();
    const note = "in/pages/01.txt: info JL1009 Read as plain text, UTF-8: 1 page, boxes: no.";
    expect(run(["check", "in"]).stderr).toContain(note);
    expect(run(["in"]).stderr).not.toContain("JL1009");
    expect(run(["in", "--verbose"]).stderr).toContain(note);
    expect(events(run(["check", "in", "--json"]).stdout)[0]).toMatchObject({
      event: "read",
      folder: "in",
      diagnostics: [{ code: "JL1009", details: { format: "plain text, UTF-8", count: 1, boxes: "no" } }],
    });
  });

  it("a build sums its notes up; check and --verbose tell each", () => {
    plant();
    writeFileSync(join(work, "in/pages/02.txt"), "A HEADLINE WITHOUT TEXT\n");
    const { status, stderr } = run(["in"]);
    expect(status).toBe(0);
    expect(stderr).not.toMatch(/: info JL/);
    expect(stderr).toContain(
      "1 note: 1 piece of text left over.\n    `npx build-edition check in` lists what can be settled",
    );
    expect(run(["in", "--verbose"]).stderr).toContain(
      "in/pages/02.txt:1: info JL3003 Left over: “A HEADLINE",
    );
    expect(run(["in", "--verbose"]).stderr).not.toContain("1 note");
    expect(run(["in", "--quiet"]).stderr).toBe("");
    expect(run(["check", "in"]).stdout).toContain("in/pages/02.txt:1: left over");
    const built = events(run(["in", "--json"]).stdout).find(({ event }) => event === "edition");
    expect(JSON.stringify(built)).toContain("JL3003");
  });

  it("check says of a PDF that it is read as one, and a build publishes its text", () => {
    mkdirSync(join(work, "in"));
    const text =
      "BT /Latin 10 Tf 20 250 Td (The council met on Tuesday.) Tj 0 -12 Td (It met for an hour.) Tj ET";
    writeFileSync(join(work, "in/page-1.pdf"), makePdf([text]));
    const { status, stderr } = run(["check", "in"]);
    expect(status).toBe(0);
    expect(stderr).toContain("in/page-1.pdf: info JL1009 Read as PDF 1.4: 1 page, boxes: yes.");
    expect(run(["in"]).status).toBe(0);
    expect(run(["articles", "in", "--format", "json"]).stdout).toContain("The council met on Tuesday.");
  });

  it("articles prints whole articles in each format", () => {
    plant();
    const json = JSON.parse(run(["articles", "in", "--format", "json"]).stdout) as {
      format: string;
      articles: { id: string }[];
    };
    expect(json.format).toBe("jumpline-edition/1");
    expect(json.articles.length).toBeGreaterThan(0);
    for (const format of ["markdown", "text"]) {
      const { status, stdout } = run(["articles", "in", "--format", format]);
      expect(status).toBe(0);
      expect(stdout).toContain("It took two years to build and cost less than was feared.");
    }
  });

  it("articles --write makes files that the next build takes for its own", () => {
    plant();
    const { status, stdout } = run(["articles", "in", "--write"]);
    expect(status).toBe(0);
    const files = stdout.trimEnd().split("\n");
    for (const file of files) expect(existsSync(join(work, file))).toBe(true);
    expect(run(["articles", "in", "--write"]).stdout).toBe("");
    const [file = ""] = files;
    writeFileSync(
      join(work, file),
      readFileSync(join(work, file), "utf8").replace("two years", "three years"),
    );
    expect(run(["articles", "in", "--write"]).status).toBe(0);
    expect(readFileSync(join(work, file), "utf8")).toContain("three years");
    expect(run(["articles", "in", "--format", "text"]).stdout).toContain("three years");
  });

  it("explain tells of an article, a line and a block, and refuses what is not there", () => {
    plant();
    const { articles } = JSON.parse(run(["articles", "in", "--format", "json"]).stdout) as {
      articles: { id: string }[];
    };
    for (const id of [articles[0]?.id ?? "", "p1-l1", "p1-b1"]) {
      const { status, stdout } = run(["explain", "in", id]);
      expect({ id, status }).toEqual({ id, status: 0 });
      expect(stdout).toContain(id);
    }
    const unknown = run(["explain", "in", "p9-l9"]);
    expect(unknown.status).toBe(2);
    expect(unknown.stderr).toContain("p9-l9");
  });
});

describe("--ocr tesseract", () => {
  const scan = Buffer.from("\xff\xd8\xff\xe0 a picture", "latin1");
  const line = '<span class="ocr_line" title="bbox 10 10 400 40">The ferry was late on Monday.</span>';
  const script = `#!/bin/sh
if [ "$1" = --list-langs ]; then printf 'List:\neng\n'; exit; fi
printf '%s' '<html><body><div class="ocr_page" title="bbox 0 0 1000 1400">${line}</div></body></html>'
`;
  beforeEach(() => {
    mkdirSync(join(work, "bin"));
    writeFileSync(join(work, "bin/tesseract"), script, { mode: 0o755 });
    mkdirSync(join(work, "in"));
    writeFileSync(join(work, "in/edition.md"), "---\nnewspaper: Quay\ndate: 2001-05-04\nlanguage: en\n---\n");
    writeFileSync(join(work, "in/page-01.jpg"), scan);
  });

  it.each(["build", "check", "articles"])("%s has scans read, says so, and ends well", (command) => {
    const env = { PATH: `${join(work, "bin")}:${process.env.PATH}` };
    const { status, stderr } = run([command, "in", "--ocr", "tesseract"], { env });
    expect(status).toBe(0);
    expect(stderr.match(/Tesseract \(eng\) reads in\/page-01\.jpg/g)).toHaveLength(1);
    expect(readFileSync(join(work, "in/page-01.hocr"), "utf8")).toContain("The ferry was late");
    const again = run([command, "in"], { env });
    expect(again.status).toBe(0);
    expect(again.stderr).not.toContain("Tesseract (eng)");
  });

  it("says how to install what is missing, and ends with 4", () => {
    const { status, stdout, stderr } = run(["in", "--ocr", "tesseract"], { env: { PATH: join(work, "no") } });
    expect({ status, stdout }).toEqual({ status: 4, stdout: "" });
    expect(stderr).toContain("apt-get install tesseract-ocr");
    writeFileSync(join(work, "in/edition.md"), "---\nnewspaper: Quay\ndate: 2001-05-04\nlanguage: ja\n---\n");
    const env = { PATH: `${join(work, "bin")}:${process.env.PATH}` };
    const other = run(["in", "--ocr", "tesseract"], { env });
    expect(other.status).toBe(4);
    expect(other.stderr).toContain("tesseract-ocr-jpn");
  });

  it("is named where there are scans only", () => {
    rmSync(join(work, "in/edition.md"));
    const { status, stderr } = run(["in"]);
    expect(status).toBe(4);
    expect(stderr).toContain("--ocr tesseract");
    expect(existsSync(join(work, "dist"))).toBe(false);
  });

  it("is not for --dry-run, nor for another program", () => {
    expect(run(["in", "--ocr", "tesseract", "--dry-run"]).status).toBe(2);
    expect(run(["in", "--ocr", "other"]).status).toBe(2);
  });
});

describe("repair as a filter", () => {
  const stretched = "市 民 中 心 昨 日 上 午 正 式 开 放 ， 市 民 可 以 免 费 进 入 参 观 。";
  it("mends stdin to stdout and keeps lines, blanks and line ends", () => {
    const { status, stdout, stderr } = run(["repair", "--language", "zh-Hans"], {
      input: `${stretched}\r\n\r\n\f第二页\n`,
    });
    expect(status).toBe(0);
    expect(stderr, "a page need not have a date").toBe("");
    expect(stdout).toBe("市民中心昨日上午正式开放，市民可以免费进入参观。\r\n\r\n\f第二页\n");
  });

  it("is stable and tells its edits as JSON", () => {
    const once = run(["repair", "--language", "zh-Hans"], { input: stretched }).stdout;
    expect(run(["repair", "--language", "zh-Hans"], { input: once }).stdout).toBe(once);
    const [told] = events(run(["repair", "--language", "zh-Hans", "--json"], { input: stretched }).stdout);
    expect(told).toMatchObject({ schemaVersion: 1, changed: [{ line: 1, original: stretched, text: once }] });
  });

  it("takes empty and undecodable text without losing it", () => {
    expect(run(["repair"], { input: "" })).toMatchObject({ stdout: "" });
    expect(run(["repair"], { input: Uint8Array.of(0x41, 0x42, 0x0a) }).stdout).toBe("AB\n");
  });
});

describe("signals", () => {
  it.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("%s ends the server with %i", async (signal, code) => {
    plant();
    const child = spawn(process.execPath, [main, "in", "--serve", "--port", "0"], {
      cwd: work,
      env: quietEnv,
    });
    let stdout = "";
    await new Promise<void>((resolve, reject) => {
      child.once("exit", (status) => reject(new Error(`it ended with ${status} before it served`)));
      child.stdout.on("data", (chunk) => {
        stdout += String(chunk);
        if (stdout.includes("http://")) resolve();
      });
    });
    const url = stdout.trim().split("\n").at(-1) ?? "";
    expect((await fetch(url)).status).toBe(200);
    child.kill(signal);
    expect(await new Promise((resolve) => child.once("exit", resolve))).toBe(code);
    expect(readdirSync(work).sort()).toEqual(["dist", "in"]);
  });

  it("--watch builds again when a page changes", async () => {
    plant();
    const child = spawn(process.execPath, [main, "in", "--watch"], { cwd: work, env: quietEnv });
    let said = "";
    child.stderr.on("data", (chunk) => {
      said += String(chunk);
    });
    const until = async (done: () => boolean): Promise<void> => {
      const end = Date.now() + 20_000;
      while (!done() && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 50));
      expect(done(), said).toBe(true);
    };
    try {
      await until(() => said.includes("Watching"));
      await new Promise((resolve) => setTimeout(resolve, 500)); // the watcher looks at the folder once before it is ready
      writeFileSync(
        join(work, "in/pages/02.txt"),
        "Second page\n\nA short report of the harvest, which was good.\n",
      );
      await until(() => existsSync(join(work, "dist/the-vale-courier/2001-05-04/p2.html")));
    } finally {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      if (child.exitCode === null) await ended;
    }
  });
});

it("init makes a skeleton that says what goes where", () => {
  const { status } = run(["init", "editions/my-paper/1958-03-02"]);
  expect(status).toBe(0);
  expect(existsSync(join(work, "editions/my-paper/1958-03-02/edition.md"))).toBe(true);
  expect(run(["init", "editions/my-paper/1958-03-02"]).status).not.toBe(0);
});
