/**
 * Child of readers.mjs: reads the files of a list again and again, by the reader or by the bare pass, and prints how long
 * a turn takes and the most memory that the first had. One process for each, so that no row pays for another.
 *     node tests/bench/read-files.mjs reader|bare FORMAT LIST.json SECONDS
 */
import { existsSync, readFileSync } from "node:fs";
import { barePasses } from "./bare-passes.mjs";

const [, , way, format, list, seconds] = process.argv;
const files = JSON.parse(readFileSync(list, "utf8")).map((path) => ({
  path,
  bytes: new Uint8Array(readFileSync(path)),
}));

/** Gives pages read of a file. */
async function makeReader() {
  if (format !== "pdf") {
    const { readPageFile } = await import("../../lib/read/read-page-file.js");
    return (file) => readPageFile(file, undefined).value.pages.length;
  }
  const home = new URL("../../lib/read/pdf/", import.meta.url);
  if (!existsSync(new URL("read-pdf.js", home))) return undefined;
  const { extractPdf } = await import(new URL("extract-glyphs.js", home));
  const { readPdf } = await import(new URL("read-pdf.js", home));
  return async (file) => readPdf(file, await extractPdf(file.bytes.slice())).value.pages.length;
}

async function makePass() {
  const pass = await barePasses[format][1]();
  return ({ bytes }) => pass(bytes);
}

const read = await (way === "reader" ? makeReader() : makePass());
if (read === undefined) console.log("null");
else {
  let pages = 0;
  const turn = async () => {
    pages = 0;
    for (const file of files) pages += await read(file);
  };
  await turn(); // pays for compiling our own code
  // What it takes to read them once; later turns add only what was not yet thrown away of those before.
  const peak = process.resourceUsage().maxRSS / 1024;
  let turns = 0;
  const from = performance.now();
  do {
    await turn();
    turns += 1;
  } while (performance.now() - from < 1000 * Number(seconds));
  const ms = (performance.now() - from) / turns;
  console.log(JSON.stringify({ ms, pages, peak }));
}
