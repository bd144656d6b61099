/** The sample with places is what it shows off: every line has a box, and every page a picture that takes its boxes. */
import { statSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readEdition } from "../../src/read/index.js";
import { findPictures } from "../../src/store/find-pictures.js";
import { root, sampleJobs } from "../sample-jobs.mjs";

/** Bytes; more would make the repository heavy for what a sample is. */
const largestFile = 250_000;

const placed = sampleJobs().filter(({ files }) => files.some(({ path }) => path.endsWith(".xml")));

it("there is one", () => expect(placed.map(({ folder }) => folder)).toHaveLength(1));

it.each(placed.map((job) => [job.folder, job] as const))("%s has boxes and pictures", async (folder, job) => {
  const { value: pictures, diagnostics } = await findPictures(join(root, folder), job.files);
  expect(diagnostics).toEqual([]);
  const { pages } = readEdition({ ...job, pictures }).value;
  expect(pages.length).toBeGreaterThan(1);
  for (const { number, scan, blocks } of pages) {
    expect(scan, `picture of page ${number}`).toMatchObject({ kind: "webp", takesBoxes: true });
    const lines = blocks.flatMap((block) => block.lines);
    expect(lines.length).toBeGreaterThan(50);
    expect(lines.filter((line) => !line.box)).toEqual([]);
  }
  for (const { path } of [...job.files, ...pictures])
    expect(statSync(join(root, folder, path)).size, path).toBeLessThan(largestFile);
});
