/**
 * `npm run fuzz`: damaged files of every format through the program, each made by chance from a seed.
 *   --times 1000    files of each format
 *   --seed 1        another seed, other files
 *   --format alto   only this one
 *   --only 17       only this number, whose file is then written to --keep
 *   --keep folder   writes the files that found something there
 * A file must end in 5 s of the processor's time, whoever else is at work on the machine. It ends with 1 where
 * something was found.
 */
import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { formats, makeCase } from "./cases.mjs";

const { values: options } = parseArgs({
  options: {
    times: { type: "string", default: "1000" },
    seed: { type: "string", default: "1" },
    format: { type: "string" },
    only: { type: "string" },
    keep: { type: "string" },
  },
});
/** Seconds of the processor's time for one file. */
const patience = 5;
/** Seconds by the clock after which a case is taken to hang: the machine may be busy. */
const longest = 60;
const child = fileURLToPath(new URL("run-cases.mjs", import.meta.url));

/** Runs cases until they are done or one hangs; gives the number to go on from. */
function runFrom(format, from, to, found) {
  return new Promise((resolve) => {
    const running = spawn(process.execPath, [child, format, options.seed, String(from), String(to)], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    let at = from - 1;
    let errors = "";
    let timer;
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => running.kill("SIGKILL"), 1000 * longest);
    };
    wait();
    running.stderr.on("data", (piece) => {
      errors = `${errors}${piece}`.slice(-2000);
    });
    createInterface({ input: running.stdout }).on("line", (line) => {
      wait();
      const news = JSON.parse(line);
      if (news.begun !== undefined) at = news.begun;
      if (news.fault) found(at, news.fault);
      if (news.seconds > patience) found(at, `took ${news.seconds.toFixed(1)} s`);
    });
    running.on("close", (code, signal) => {
      clearTimeout(timer);
      if (signal) found(at, `did not end in ${longest} s`);
      else if (code !== 0) found(at, `ended the process: ${errors}`);
      resolve(signal || code !== 0 ? at + 1 : to);
    });
  });
}

let faults = 0;
for (const format of options.format ? [options.format] : formats) {
  const before = faults;
  const found = (number, fault) => {
    faults += 1;
    const { made, chosen, bytes } = makeCase(format, options.seed, number);
    console.log(
      `${format} ${number} (${made.name}; ${chosen.join(", ")}; ${bytes.length} bytes)\n  ${fault.split("\n").slice(0, 5).join("\n  ")}`,
    );
    if (options.keep) keep(format, number, made, bytes);
  };
  const first = options.only ? Number(options.only) : 0;
  const end = options.only ? first + 1 : Number(options.times);
  for (let from = first; from < end; ) from = await runFrom(format, from, end, found);
  if (options.only && options.keep) {
    const { made, bytes } = makeCase(format, options.seed, first);
    keep(format, first, made, bytes);
  }
  console.log(`${format}: ${end - first} files, ${faults - before} faults`);
}
process.exitCode = faults > 0 ? 1 : 0;

function keep(format, number, made, bytes) {
  mkdirSync(options.keep, { recursive: true });
  const ending = path.extname(made.files[made.target].path);
  writeFileSync(path.join(options.keep, `${format}-${number}${ending}`), bytes);
}
