#!/usr/bin/env node
/** The program's door: runs one command and ends with its exit code. */
import "./tune-engine.js";
import { readFileSync } from "node:fs";
import { explainEnd } from "./explain-end.js";
import { createProgram } from "./program.js";
import { createReporter } from "./report.js";

// `build-edition articles … | head` closes the pipe early. That is no fault, and a build goes on without it.
process.stdout.on("error", swallowClosedPipe);
process.stderr.on("error", swallowClosedPipe);

const asked = (flag: string): boolean => process.argv.includes(flag);
const options = { verbose: asked("--verbose") || asked("-v"), color: !asked("--no-color") };
const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
  version: string;
};

try {
  await createProgram(version, (exitCode) => {
    process.exitCode = exitCode;
  }).parseAsync(process.argv);
} catch (error) {
  process.exitCode = explainEnd(error, createReporter(options), options);
}

function swallowClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
}
