/**
 * Child of run.mjs: runs the cases of one format from a number on, and tells on its standard output which it begins and
 * what it found. One that never ends is ended by its parent.
 *     node tests/fuzz/run-cases.mjs FORMAT SEED FROM TO
 */
import { writeSync } from "node:fs";
import { decideEdition } from "../../lib/build/build-edition.js";
import { readEdition } from "../../lib/read/index.js";
import { extractPdf } from "../../lib/read/pdf/extract-glyphs.js";
import { loadPdfJs } from "../../lib/read/pdf/load-pdfjs.js";
import { makeCase } from "./cases.mjs";
import { findFault } from "./find-fault.mjs";

const [, , format, seed, from, to] = process.argv;
const program = { decideEdition, readEdition, extractPdf, loadPdfJs };
// pdf.js complains of what it finds on the terminal.
console.warn = console.log = () => {};
// Written at once: a case that never ends must be known.
const say = (news) => writeSync(1, `${JSON.stringify(news)}\n`);
const seconds = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

// As the thread does that reads a PDF (open-pdf-thread.ts): pdf.js leaves promises behind.
process.on("unhandledRejection", (error) => {
  const stack = String(error?.stack ?? error);
  if (!stack.includes("pdfjs-dist")) say({ fault: `nobody waited for ${stack}` });
});
for (let number = Number(from); number < Number(to); number += 1) {
  say({ begun: number });
  const { made, bytes } = makeCase(format, seed, number);
  const begun = seconds();
  const fault = await findFault(made, bytes, program);
  say({ ended: number, seconds: seconds() - begun, ...(fault ? { fault } : {}) });
}
