/** The first pass over an archive: every address is known before a page is written, since pages link to other editions. */
import type { Outcome } from "../model/diagnostic.js";
import type { EditionJob } from "../model/job.js";
import type { EditionPlace, EditionSummary } from "../model/site.js";
import { parseSummary, SUMMARY_NAME } from "./keep-summary.js";
import type { Stages } from "./stages.js";

/** A job, and what was noticed while its files were loaded. */
export type Jobs = AsyncIterable<Outcome<EditionJob>> | Iterable<Outcome<EditionJob>>;

export interface PlannedRequest {
  /** Opens the editions from the start; asked for more than once, and must give the same each time. */
  readonly jobs: () => Jobs;
  /** The site as it stands: all its paths, and the text of one. */
  readonly earlier: {
    readonly paths: readonly string[];
    readonly text: (path: string) => string | undefined;
  };
}

export interface Plan {
  readonly total: number;
  /** By address; the first edition that claims one has it. */
  readonly places: ReadonlyMap<string, EditionPlace>;
  /** Folder of the edition that has the address. */
  readonly owners: ReadonlyMap<string, string>;
  /** Standing editions that an edition without a known address may have been. */
  readonly keptUnseen: readonly EditionSummary[];
}

export async function planArchive(request: PlannedRequest, stages: Stages): Promise<Plan> {
  const places = new Map<string, EditionPlace>();
  const owners = new Map<string, string>();
  let total = 0;
  let nameless = false;
  for await (const { value: job } of request.jobs()) {
    total++;
    const { info } = decideAddress(job, stages);
    if (info === undefined) nameless = true;
    else if (!owners.has(info.path)) {
      owners.set(info.path, job.folder);
      const { path, newspaper, date, number } = info;
      places.set(path, {
        path,
        newspaper: newspaper.slug,
        ...(date === undefined ? {} : { date }),
        ...(number === undefined ? {} : { number }),
      });
    }
  }
  const standing = request.earlier.paths
    .filter((path) => path.endsWith(`/${SUMMARY_NAME}`))
    .map((path) => path.slice(0, -SUMMARY_NAME.length - 1));
  const keptUnseen = nameless
    ? standing.filter((path) => !owners.has(path)).map((path) => earlierSummary(request, path))
    : [];
  return { total, places, owners, keptUnseen: keptUnseen.filter((summary) => summary !== undefined) };
}

/** Only what reading tells. A fault here is found again, and reported, when the edition is built. */
export function decideAddress(job: EditionJob, stages: Stages) {
  try {
    const { value } = stages.readEdition(job);
    return { info: value.info };
  } catch (bug) {
    return { bug };
  }
}

export const earlierSummary = (request: PlannedRequest, path: string): EditionSummary | undefined =>
  parseSummary(request.earlier.text(`${path}/${SUMMARY_NAME}`), path);
