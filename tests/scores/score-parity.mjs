/**
 * One page that is there as ALTO, as PDF with a text layer and as plain text: which share of its words do two of them
 * have in common, and why are the others not? Words are counted, wherever they stand. A word without a like one is put
 * down to the first cause that explains it; what no cause explains is left, and shown.
 *
 *     PDF  skirmish-lin- e,     ALTO  skirmish-line,     cut in another place
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { editDistance } from "./edit-distance.mjs";
import { has, inData } from "./sources/data-folder.mjs";

const folder = "national-tribune-1898-11-10";
const files = { ALTO: "ndnp-alto-sample.xml", PDF: "ndnp-sample1.pdf", text: "ndnp-sample1-txt.txt" };

async function wordsOf(name, { readEdition, isPdf, extractPdf }) {
  const bytes = new Uint8Array(readFileSync(inData(folder, name)));
  const one = { path: name, bytes, ...(isPdf(bytes) ? { pdf: await extractPdf(bytes) } : {}) };
  const { pages } = readEdition({ folder, files: [one] }).value;
  const lines = pages.flatMap(({ blocks }) => blocks.flatMap((block) => block.lines));
  return lines.flatMap(({ original }) => original.split(/\s+/u)).filter((word) => word !== "");
}

/** Takes pairs of like words out of both lists; `keyOf` gives what must be the same, or "" for a word that has no like. */
function takePairs(lists, keyOf) {
  const left = new Map();
  for (const word of lists.b)
    if (keyOf(word) !== "") left.set(keyOf(word), [...(left.get(keyOf(word)) ?? []), word]);
  const used = new Set();
  const rest = lists.a.filter((word) => {
    const other = left.get(keyOf(word))?.shift();
    if (other) used.add(other);
    return other === undefined;
  });
  const count = lists.a.length - rest.length;
  return { count, lists: { a: rest, b: lists.b.filter((word) => !used.has(word)) } };
}

const letters = (text) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
/** Forms of one letter: ﬁ and fi, “ and ". */
const plainForms = (text) => text.normalize("NFKC").replace(/[‘’]/gu, "'").replace(/[“”]/gu, '"');

/** Runs of up to three words that follow each other in the file. */
const longestRun = 3;
function runsOf(words) {
  const runs = new Map();
  for (const [at, first] of words.entries()) {
    let run = [first];
    for (let next = at + 1; ; next += 1) {
      const key = letters(run.map(({ word }) => word).join(""));
      if (key !== "") runs.set(key, [...(runs.get(key) ?? []), run]);
      if (run.length === longestRun || words[next]?.at !== run.at(-1).at + 1) break;
      run = [...run, words[next]];
    }
  }
  return runs;
}

/** Runs with the same letters, cut into words otherwise. Counts words of both. */
function takeCuts(lists) {
  const [mine, theirs] = [runsOf(lists.a), runsOf(lists.b)];
  const [usedA, usedB] = [new Set(), new Set()];
  const isFree = (run, used) => !run.some((word) => used.has(word));
  for (const [key, runs] of mine)
    for (const run of runs) {
      const other = theirs.get(key)?.find((candidate) => isFree(candidate, usedB));
      if (!other || !isFree(run, usedA)) continue;
      for (const word of run) usedA.add(word);
      for (const word of other) usedB.add(word);
    }
  return {
    count: usedA.size,
    lists: { a: lists.a.filter((word) => !usedA.has(word)), b: lists.b.filter((word) => !usedB.has(word)) },
  };
}

/** Words of half their letters or more in the same places: the same word, misread by one. */
function takeMisread(lists) {
  const used = new Set();
  const rest = lists.a.filter(({ word }) => {
    const key = letters(word);
    if (key.length < 3) return true;
    const like = lists.b.find((other) => {
      const theirs = other.key;
      return (
        !used.has(other) &&
        Math.abs(theirs.length - key.length) <= 2 &&
        theirs.length >= 3 &&
        editDistance([...key], [...theirs]) <= Math.max(key.length, theirs.length) / 2
      );
    });
    if (like) used.add(like);
    return like === undefined;
  });
  return {
    count: lists.a.length - rest.length,
    lists: { a: rest, b: lists.b.filter((word) => !used.has(word)) },
  };
}

const causes = [
  ["in other forms (ﬁ, ’)", (lists) => takePairs(lists, ({ word }) => plainForms(word))],
  ["with other marks or capitals", (lists) => takePairs(lists, ({ key }) => key)],
  ["cut in another place", takeCuts],
  ["read otherwise", takeMisread],
];

function comparePair(a, b) {
  const marked = (words) => words.map((word, at) => ({ word, at, key: letters(word) }));
  let step = takePairs({ a: marked(a), b: marked(b) }, ({ word }) => word);
  const row = { words: [a.length, b.length], common: step.count, causes: [] };
  for (const [name, take] of causes) {
    step = take(step.lists);
    row.causes.push([name, step.count]);
  }
  const isSpeck = ({ key }) => key === "";
  const { a: mine, b: theirs } = step.lists;
  row.specks = [mine.filter(isSpeck).length, theirs.filter(isSpeck).length];
  row.alone = [mine, theirs].map((list) => list.filter((word) => !isSpeck(word)).map(({ word }) => word));
  return row;
}

/** @returns Map of the two names to {words, common, causes, specks, alone}; empty without the page */
export async function parityRows() {
  const rows = new Map();
  if (!has(folder)) return rows;
  const reading = await import("../../lib/read/index.js");
  const words = {};
  for (const [name, file] of Object.entries(files)) words[name] = await wordsOf(path.basename(file), reading);
  for (const [one, other] of [
    ["PDF", "ALTO"],
    ["text", "ALTO"],
  ])
    rows.set(`${one} and ${other}`, comparePair(words[one], words[other]));
  return rows;
}
