/** The sample editions taken through all stages, pictures too, and the files that are published of them. */
import { join } from "node:path";
import { decideEdition } from "../../src/build/build-edition.js";
import type { ReviewedEdition } from "../../src/model/edition.js";
import type { EditionJob, SiteFile } from "../../src/model/job.js";
import type { SiteContext } from "../../src/model/site.js";
import { publishEdition } from "../../src/publish/publish-edition.js";
import { nameEdition } from "../../src/render/name-edition.js";
import { findPictures } from "../../src/store/find-pictures.js";
import { root, sampleJobs } from "../sample-jobs.mjs";

export const baseUrl = "https://papers.example.org/old";
export const siteAt = (address?: string): SiteContext => ({
  ...(address === undefined ? {} : { baseUrl: address }),
  assets: { stylesheet: "a.css", script: "a.js", early: "e.js", search: "s.js" },
  writeTemplate: () => "",
  editions: [],
});

/** @throws where the trip ended early */
export function decided(job: EditionJob): ReviewedEdition {
  const { edition, diagnostics } = decideEdition(job);
  if (!edition) throw new Error(`not built: ${JSON.stringify(diagnostics)}`);
  return edition;
}

export async function sampleEditions(): Promise<ReviewedEdition[]> {
  const editions: ReviewedEdition[] = [];
  for (const job of sampleJobs()) {
    const { value: pictures } = await findPictures(join(root, job.folder), job.files);
    editions.push(decided({ ...job, pictures }));
  }
  return editions;
}

/** By their names in the edition's folder. */
export function publishedFiles(edition: ReviewedEdition, address?: string): Map<string, string> {
  const files: SiteFile[] = publishEdition(edition, siteAt(address), [], nameEdition(edition));
  const below = `${edition.info.path}/`;
  return new Map(files.map(({ path, content }) => [path.slice(below.length), String(content)]));
}
