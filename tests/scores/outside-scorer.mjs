/** Runs the measuring data's own scorer, where python3 and the scorer are at hand; otherwise says nothing. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { dataFolder } from "./sources/data-folder.mjs";

const tool = path.join(dataFolder, "..", "tools", "score.py");
export const hasOutsideScorer = () => existsSync(tool) && spawnSync("python3", ["--version"]).status === 0;

/**
 * `input`: the folder with the pages' own text, to count what of it is lost; `ocr`: letters may be misread.
 * @returns the scorer's figures, or undefined with its complaint on stderr
 */
export function scoreOutside(prediction, { truthFile, input, ocr = false }) {
  const folder = mkdtempSync(path.join(os.tmpdir(), "jumpline-scores-"));
  try {
    const file = path.join(folder, "prediction.json");
    writeFileSync(file, JSON.stringify(prediction));
    const more = [...(input ? ["--input", input] : []), ...(ocr ? ["--ocr"] : [])];
    const run = spawnSync("python3", [tool, file, truthFile, ...more], { encoding: "utf8" });
    if (run.status !== 0) {
      process.stderr.write(`score.py: ${run.stderr}\n`);
      return undefined;
    }
    return JSON.parse(run.stdout);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
