/** The project's own sample editions as jobs, read without the store, so that tests of the stages need no file of it. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const wanted = /^(edition\.md|overrides\.yaml|(pages\/)?(page-)?\d+\.(txt|xml)|articles\/[^/]+\.md)$/;

function filesOf(folder) {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll(path.sep, "/"))
    .filter((name) => wanted.test(name))
    .sort()
    .map((name) => ({ path: name, bytes: new Uint8Array(readFileSync(path.join(folder, name))) }));
}

/**
 * One job per edition under editions/, sorted by folder.
 * @returns {import("../src/model/job.js").EditionJob[]}
 */
export function sampleJobs() {
  const editions = path.join(root, "editions");
  /** @type {import("../src/model/job.js").EditionJob[]} */
  const jobs = [];
  const walk = (folder) => {
    const files = filesOf(folder);
    if (existsSync(path.join(folder, "edition.md"))) {
      const above = path.join(folder, "..", "newspaper.md");
      jobs.push({
        folder: path.relative(root, folder).replaceAll(path.sep, "/"),
        files,
        ...(existsSync(above)
          ? { newspaper: { path: "newspaper.md", bytes: new Uint8Array(readFileSync(above)) } }
          : {}),
      });
      return;
    }
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    ))
      if (entry.isDirectory()) walk(path.join(folder, entry.name));
  };
  if (existsSync(editions)) walk(editions);
  return jobs;
}
