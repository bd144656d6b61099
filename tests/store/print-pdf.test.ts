/** PDFs of editions, with a program in a browser's place that notes how it was called and writes what it is told to. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { PrintedPdf, SheetsDocument } from "../../src/model/job.js";
import { blankDates } from "../../src/store/pdf/blank-dates.js";
import { createPdfPrinter, type PrinterOptions } from "../../src/store/pdf/pdf-printer.js";
import { beginSite } from "../../src/store/save-site.js";

let root = "";
let bin = "";
const { PATH, TMPDIR } = process.env;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "jumpline-print-"));
  bin = join(root, "bin");
  mkdirSync(bin);
  mkdirSync(join(root, "tmp"));
  process.env.PATH = bin;
  process.env.TMPDIR = join(root, "tmp");
});
afterEach(() => {
  process.env.PATH = PATH;
  if (TMPDIR === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = TMPDIR;
  rmSync(root, { recursive: true, force: true });
});

/** Like a browser's: dates of the moment, here one that differs with each call. */
const writesPdf = `n=$(wc -l < ${"$"}calls)
printf '%%PDF-1.4\\n%s\\n<</Title (x) /CreationDate (D:2026112809050%s+00%s00%s)\\n/ModDate (D:2026112809050%s+00%s00%s)>>\\n%%%%EOF\\n' "$(cat "$html")" $n "'" "'" $n "'" "'" > "$pdf"`;

function plantBrowser(does = writesPdf, version = "Chromium 99.0.1", name = "chromium"): string {
  const file = join(bin, name);
  const script = `#!/bin/sh
PATH=/bin:/usr/bin
if [ "$1" = --version ]; then echo '${version}'; exit; fi
calls=${root}/calls
for word in "$@"; do
  printf '%s|' "$word" >> "$calls"
  case "$word" in
    --print-to-pdf=*) pdf="\${word#--print-to-pdf=}" ;;
    file://*) html="\${word#file://}" ;;
  esac
done
echo >> "$calls"
${does}
`;
  writeFileSync(file, script);
  chmodSync(file, 0o755);
  return file;
}
const calls = (): string[] =>
  existsSync(join(root, "calls")) ? readFileSync(join(root, "calls"), "utf8").trimEnd().split("\n") : [];

const edition = { path: "post/1891-02-17", folder: "editions/post" };
const sheets = (words = "The ferry was late."): SheetsDocument => ({
  html: { path: "sheets.html", content: words },
  style: { path: "sheets.css", content: "p { margin: 0 }" },
  pages: 2,
});
const codes = ({ diagnostics }: PrintedPdf) => diagnostics.map(({ code }) => code);

async function printOnce(document = sheets(), options: PrinterOptions = {}): Promise<PrintedPdf> {
  const printer = createPdfPrinter(options);
  try {
    return await printer.print(edition, document);
  } finally {
    printer.close();
  }
}

/** A whole build of one edition: the site's counts, and what was printed. */
async function build(document = sheets(), named?: string) {
  const site = beginSite(join(root, "site"));
  const printer = createPdfPrinter({ standing: site, ...(named === undefined ? {} : { program: named }) });
  try {
    const printed = await printer.print(edition, document);
    for (const file of printed.files) site.put(file);
    site.put({ path: "index.html", content: "front" });
    return { printed, ...site.commit().counts };
  } finally {
    printer.close();
    site.abandon();
  }
}
const pdf = () => readFileSync(join(root, "site", edition.path, "edition.pdf"), "latin1");

describe("the PDF of an edition", () => {
  it("is what the browser printed, without the hour it was printed at", async () => {
    plantBrowser();
    const { printed } = await build();
    expect(printed.exists).toBe(true);
    expect(printed.diagnostics).toEqual([]);
    expect(pdf()).toContain("The ferry was late.");
    expect(pdf()).not.toContain("D:2026");
    expect(pdf()).toMatch(/^%PDF-1\.4\n[\s\S]*%%EOF\n$/);
  });

  it("is printed without a network, in a profile of its own, and leaves nothing behind", async () => {
    plantBrowser();
    await build();
    const [words = ""] = calls();
    for (const word of ["--headless", "--host-resolver-rules=MAP * ~NOTFOUND", "--no-pdf-header-footer"])
      expect(words.split("|")).toContain(word);
    expect(words).toContain(`--user-data-dir=${join(root, "tmp")}`);
    expect(words.includes("--no-sandbox")).toBe(process.getuid?.() === 0);
    expect(readdirSync(join(root, "tmp"))).toEqual([]);
  });

  it("is not printed again from the same sheets by the same browser", async () => {
    plantBrowser();
    await build();
    const first = pdf();
    const again = await build();
    expect(calls()).toHaveLength(1);
    expect(again).toMatchObject({ written: 0, removed: 0 });
    expect(pdf()).toBe(first);
  });

  it("is printed again from other sheets, by another browser, and where it was changed by hand", async () => {
    plantBrowser();
    await build();
    await build(sheets("The ferry was early."));
    expect(calls()).toHaveLength(2);
    expect(pdf()).toContain("early");
    plantBrowser(writesPdf, "Chromium 100.0.1");
    await build(sheets("The ferry was early."));
    expect(calls()).toHaveLength(3);
    writeFileSync(join(root, "site", edition.path, "edition.pdf"), "another");
    await build(sheets("The ferry was early."));
    expect(calls()).toHaveLength(4);
    expect(pdf()).toContain("early");
  });

  it("is printed again where the record is none of ours, or nobody says which browser it is", async () => {
    plantBrowser();
    await build();
    writeFileSync(join(root, "site", edition.path, "edition-pdf.json"), "{ no json");
    await build();
    expect(calls()).toHaveLength(2);
    plantBrowser(writesPdf, "no number");
    await build();
    await build();
    expect(calls()).toHaveLength(4);
  });

  it("is given once in a build, however often it is asked for", async () => {
    plantBrowser();
    const printer = createPdfPrinter();
    try {
      expect((await printer.print(edition, sheets())).files).toHaveLength(2);
      const again = await printer.print(edition, sheets());
      expect(again).toEqual({ exists: true, files: [], diagnostics: [] });
      expect(calls()).toHaveLength(1);
    } finally {
      printer.close();
    }
  });
});

describe("the browser", () => {
  it("is missed once, with what to do", async () => {
    const printer = createPdfPrinter();
    const first = await printer.print(edition, sheets());
    expect(first).toMatchObject({ exists: false, files: [] });
    expect(codes(first)).toEqual(["JL6020"]);
    expect(codes(await printer.print(edition, sheets()))).toEqual([]);
    printer.close();
  });

  it("is the one that was named, and no other where that is none", async () => {
    plantBrowser();
    const named = plantBrowser(writesPdf, "Chromium 7.0", "my browser");
    expect((await build(sheets(), named)).printed.exists).toBe(true);
    expect(codes(await printOnce(sheets(), { program: join(bin, "none") }))).toEqual(["JL6021"]);
    expect(codes(await printOnce(sheets(), { program: bin }))).toEqual(["JL6021"]);
    expect(calls()).toHaveLength(1);
  });

  it("is found under its other names", async () => {
    plantBrowser(writesPdf, "Google Chrome 99.0", "google-chrome");
    expect((await printOnce()).exists).toBe(true);
  });

  it.each([
    ["fails", "echo at /home/me >&2; exit 3", "it ended with code 3"],
    ["cannot start its sandbox", "echo 'No usable sandbox!' >&2; exit 1", "its sandbox cannot start here"],
    ["writes nothing", "exit 0", "it wrote no PDF"],
    ["writes half", `printf '%%PDF-1.4 half' > "$pdf"`, "what it wrote is no whole PDF"],
    ["writes something else", `echo '<html>' > "$pdf"`, "what it wrote is no whole PDF"],
  ])("that %s is told, in words that say nothing of this machine", async (_, does, reason) => {
    plantBrowser(does);
    const printed = await printOnce();
    expect(printed).toMatchObject({ exists: false, files: [] });
    expect(printed.diagnostics).toMatchObject([{ code: "JL6022", severity: "warning", details: { reason } }]);
  });

  it("that takes too long is ended with all that it started", async () => {
    plantBrowser(`sleep 300 & echo $! > ${root}/child; wait`);
    const printed = await printOnce(sheets(), { patience: () => 1000 });
    expect(codes(printed)).toEqual(["JL6022"]);
    const child = Number(readFileSync(join(root, "child"), "utf8"));
    await expect.poll(() => isRunning(child), { timeout: 10_000 }).toBe(false);
  });

  it("is ended when the build is", async () => {
    plantBrowser(`sleep 300 & echo $! > ${root}/child; wait`);
    const printer = createPdfPrinter();
    const printing = printer.print(edition, sheets());
    await expect.poll(() => existsSync(join(root, "child")), { timeout: 10_000 }).toBe(true);
    printer.close();
    expect((await printing).exists).toBe(false);
    const child = Number(readFileSync(join(root, "child"), "utf8"));
    await expect.poll(() => isRunning(child), { timeout: 10_000 }).toBe(false);
    expect(readdirSync(join(root, "tmp"))).toEqual([]);
  });

  it("is not given more than it can hold", async () => {
    plantBrowser();
    expect(codes(await printOnce(sheets("x".repeat(64 * 2 ** 20 + 1))))).toEqual(["JL6022"]);
    expect(calls()).toEqual([]);
  });
});

/** Whether the process does something still; one that ended and that nobody has asked after does not. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const stat = `/proc/${pid}/stat`;
  return !existsSync(stat) || !/\) [ZX] /.test(readFileSync(stat, "latin1"));
}

describe("the dates of a PDF", () => {
  const blanked = (text: string): string => {
    const bytes = Buffer.from(text, "latin1");
    blankDates(bytes);
    return bytes.toString("latin1");
  };
  it("are blanked, and every byte stays at its place", () => {
    const text = "<</Title (a)\n/CreationDate (D:20261128090532+00'00')\n/ModDate (D:20261128090532Z)>> \xff";
    expect(blanked(text)).toHaveLength(text.length);
    expect(blanked(text).replace(/ +/g, " ")).toBe("<</Title (a)\n \n >> \xff");
  });
  it("are not what a headline says", () => {
    const title = "<</Title (/CreationDate \\(D:20261128090532+00'00'\\))>>";
    expect(blanked(title)).toBe(title);
  });
});
