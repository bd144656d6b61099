/**
 * `npm run bench`, its second half: pages and megabytes a second of each reader, beside a bare pass of the parser it
 * stands on over the same files, and the most memory of a process that does only that. The files are made here from the
 * sample editions; those of JUMPLINE_DATA are measured too where it is set.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { recogniseFormat } from "../../lib/read/readers.js";
import { barePasses } from "./bare-passes.mjs";
import { samplePages } from "./sample-pages.mjs";
import { writers } from "./write-formats.mjs";

const child = fileURLToPath(new URL("read-files.mjs", import.meta.url));
const MEGABYTE = 1e6;
/** Bytes of the real files of one format, at most: enough to tell, and done in a few seconds. */
const MOST_REAL = 40 * MEGABYTE;
/** Bytes of the page that must not need more than 300 MB. */
const LARGE = 20 * MEGABYTE;

/** Writes the made pages in every format; gives the files by format. */
function makeFiles(folder) {
  const pages = samplePages();
  return new Map(
    Object.entries(writers).map(([format, { ending, write }]) => {
      mkdirSync(path.join(folder, format));
      const files = pages.flatMap((page, index) => {
        const content = write(page);
        if (content === undefined) return [];
        const file = path.join(folder, format, `${index + 1}.${ending}`);
        writeFileSync(file, content, ending === "pdf" ? "latin1" : "utf8");
        return [file];
      });
      return [format, files];
    }),
  );
}

/** One ALTO page as large as none should be: what its reader holds in memory is what counts. */
function makeLargeAlto(folder) {
  const [page] = samplePages();
  const { write } = writers.alto;
  const once = Buffer.byteLength(write(page));
  const blocks = Array.from({ length: Math.ceil(LARGE / once) }, () => page.blocks).flat();
  const file = path.join(folder, "large.xml");
  writeFileSync(file, write({ ...page, blocks }));
  return new Map([["alto", [file]]]);
}

/** Page files under a folder by format, told by their content as the program tells them. */
function findFiles(folder) {
  const found = new Map();
  const spent = new Map();
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  for (const name of names.filter((name) => /\.(xml|hocr|html?|tsv|pdf)$/i.test(name))) {
    const file = path.join(folder, name);
    const { size } = statSync(file);
    const format = /\.pdf$/i.test(name)
      ? "pdf"
      : recogniseFormat({ path: name, bytes: new Uint8Array(readFileSync(file)) })?.name;
    if (format === undefined || (spent.get(format) ?? 0) + size > MOST_REAL) continue;
    spent.set(format, (spent.get(format) ?? 0) + size);
    found.set(format, [...(found.get(format) ?? []), file]);
  }
  return found;
}

function measure(folder, source, byFormat, seconds) {
  return [...byFormat].flatMap(([format, files]) => {
    if (files.length === 0) return [];
    const list = path.join(folder, "list.json");
    writeFileSync(list, JSON.stringify(files));
    const run = (way) =>
      JSON.parse(
        execFileSync(process.execPath, [child, way, format, list, String(seconds)], {
          encoding: "utf8",
          stdio: ["ignore", "pipe", "ignore"],
        }),
      );
    const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
    const [floorName] = barePasses[format];
    return [
      { format, source, files: files.length, bytes, floorName, reader: run("reader"), bare: run("bare") },
    ];
  });
}

/** @returns one row for each format and source; `reader` is null where the format has no reader yet. */
export function benchReaders({ seconds, data }) {
  const folder = mkdtempSync(path.join(os.tmpdir(), "jumpline-readers-"));
  try {
    return [
      ...measure(folder, "made", makeFiles(folder), seconds),
      ...measure(folder, "20 MB", makeLargeAlto(folder), seconds),
      ...(data === undefined ? [] : measure(folder, "data", findFiles(data), seconds)),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function printReaders(rows) {
  const cell = (value, width) => String(value).padStart(width);
  console.log(
    `\n${"reader".padEnd(15)}${"files".padEnd(7)}${cell("pages", 6)}${cell("MB", 7)}${cell("pages/s", 10)}${cell("MB/s", 8)}${cell("peak MB", 9)}   floor: MB/s, peak MB, times as fast`,
  );
  for (const { format, source, bytes, floorName, reader, bare } of rows) {
    const mb = bytes / MEGABYTE;
    const tidy = (value) => value.toFixed(value < 10 ? 1 : 0);
    const rate = (ms) => ((1000 * mb) / ms).toFixed(1);
    const own = reader
      ? `${cell(reader.pages, 6)}${cell(mb.toFixed(1), 7)}${cell(tidy((1000 * reader.pages) / reader.ms), 10)}${cell(rate(reader.ms), 8)}${cell(reader.peak.toFixed(0), 9)}`
      : cell("no reader yet", 40);
    const times = reader ? `, ${(reader.ms / bare.ms).toFixed(1)}×` : "";
    console.log(
      `${format.padEnd(15)}${source.padEnd(7)}${own}   ${floorName}: ${rate(bare.ms)}, ${bare.peak.toFixed(0)}${times}`,
    );
  }
}
