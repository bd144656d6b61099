/**
 * The project's own typeset bench: a spread of its invented issues over the make-ups, set in a browser by
 * tests/typeset/make-geometry.mjs and kept in the system's folder for passing files, under a key of all that they are
 * made from: a change in tests/typeset makes them anew.
 */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import path from "node:path";
import { root } from "./sources/data-folder.mjs";

const generator = path.join(root, "tests", "typeset");
/** As extractors give the text of a PDF; as ALTO with a box for each word; as PDF. */
export const madeVariants = ["text", "alto", "pdf"];
/** Heads below, above, in a corner, beside, inside, mixed; running columns, storeys, turns without a mark. */
const settings = [4, 6, 7, 8, 9, 10, 13, 14, 15];
/** Issues that are set in all of them: vertical Chinese and Japanese, Korean, German. */
const throughout = ["zh-v", "ja-vertical", "ko1", "de1"];
/** Issues that are set in some of them in turn. */
const sparse = ["en-weekly", "es1", "fr1", "nl1", "ja-h", "zh-daily", "zh-trad"];
/** A few of them, for tests: each way of writing, each kind of make-up. */
export const madeSample = ["zh-v-7", "ja-vertical-13", "ko1-8", "de1-14", "zh-daily-15", "es1-10"];

const settingsOf = (issue) =>
  throughout.includes(issue)
    ? settings
    : settings.filter((_, nth) => (nth + 4 * sparse.indexOf(issue)) % settings.length < 5);
const issues = [...throughout, ...sparse];
export const madeNames = issues.flatMap((issue) => settingsOf(issue).map((nth) => `${issue}-${nth}`));

/** All that the pages are made from, as one short key. */
function keyOf() {
  const hash = createHash("sha256");
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    )) {
      const file = path.join(folder, entry.name);
      if (entry.isDirectory()) walk(file);
      else if (/\.(?:mjs|json)$/.test(entry.name)) hash.update(entry.name).update(readFileSync(file));
    }
  };
  walk(generator);
  return hash.digest("hex").slice(0, 12);
}

export const madeFolder = () => path.join(tmpdir(), `jumpline-made-${keyOf()}`);
const isMade = (folder, name) => existsSync(path.join(folder, name, "truth.json"));

/** The bench's folder where all of these were made already. */
export function madeAtHand(names) {
  const folder = madeFolder();
  return names.every((name) => isMade(folder, name)) ? folder : undefined;
}

/** Runs a script of this project; gives the last line of its complaint where it fails. */
function runScript(file, args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [file, ...args], { stdio: ["ignore", "ignore", "pipe"] });
    const complaint = [];
    child.stderr.on("data", (chunk) => complaint.push(chunk));
    child.on("error", (error) => resolve(error.message));
    child.on("close", (code) =>
      resolve(code === 0 ? undefined : Buffer.concat(complaint).toString("utf8").trim().split("\n")[0]),
    );
  });
}

/**
 * Makes what is not made yet. Gives the folder, or says why there are none: no browser, as a rule.
 *
 * @returns {Promise<{folder: string, fault?: string}>}
 */
export async function makeMade(say, names = madeNames) {
  const folder = madeFolder();
  const missing = names.filter((name) => !isMade(folder, name));
  if (missing.length === 0) return { folder };
  say(`making ${missing.length} issues in ${folder}, once`);
  const jobs = issues.flatMap((issue) => {
    const own = missing.filter((name) => name.replace(/-\d+$/, "") === issue);
    return own.length > 0 ? [{ issue, own: own.map((name) => /\d+$/.exec(name)[0]) }] : [];
  });
  let fault;
  const work = async () => {
    for (let job = jobs.shift(); job && !fault; job = jobs.shift())
      fault ??= await runScript(path.join(generator, "make-geometry.mjs"), [
        folder,
        job.own.join(),
        job.issue,
      ]);
  };
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, work));
  return fault ? { folder, fault } : { folder };
}
