/**
 * The whole trip of one edition, from the bytes of its pages to the files of its part of the site.
 *
 *     read → lay out → sketch → repair → assemble → conserved? → review → conserved? → render, publish
 *
 * An edition in which a line or a character is lost is not built. A fault of ours in one edition ends that edition
 * with a diagnostic and no other: an archive of a thousand is not lost over one page.
 */

import type { Diagnostic, Outcome } from "../model/diagnostic.js";
import type { EditionInfo, ReviewedEdition } from "../model/edition.js";
import type { CopiedFile, EditionJob, SiteFile } from "../model/job.js";
import type { SearchedEdition } from "../model/search.js";
import type { EditionSummary, SiteContext } from "../model/site.js";
import { TemplateFault } from "../render/environment.js";
import { copyScans } from "./copy-scans.js";
import { summaryFile } from "./keep-summary.js";
import { listKeptFiles } from "./list-kept-files.js";
import { writeTexts } from "./search/keep-texts.js";
import { stages as ourStages, type Stages } from "./stages.js";

/** What is decided about an edition before anything is written of it. */
export interface DecidedEdition {
  /** Absent where the trip ended early; the last of the diagnostics says why. */
  readonly edition?: ReviewedEdition;
  /** Absent where it could not even be read. */
  readonly info?: EditionInfo;
  readonly diagnostics: readonly Diagnostic[];
}

export interface BuiltEdition {
  readonly edition: ReviewedEdition;
  readonly summary: EditionSummary;
  readonly texts: SearchedEdition;
  readonly files: readonly (SiteFile | CopiedFile)[];
}

/**
 * Everything of the trip but its last leg: what `check`, `explain` and `articles` look at. `loading` is what was
 * noticed before the trip began.
 */
export function decideEdition(
  job: EditionJob,
  stages: Stages = ourStages,
  loading: readonly Diagnostic[] = [],
): DecidedEdition {
  const trip = beginTrip(job, loading);
  let info: EditionInfo | undefined;
  const edition = trip.through(() => {
    const asRead = trip.note("read", () => stages.readEdition(job));
    info = asRead.info;
    if (asRead.pages.length === 0) return undefined; // reading has said so
    if (asRead.pages.every(({ blocks }) => blocks.length === 0)) return trip.stop("JL6205", {});
    const read = trip.note("layout", () => ({
      value: stages.layOutEdition(asRead),
      diagnostics: stages.reportCrowded(asRead),
    }));
    const sketch = trip.at("sketch", () => stages.sketchUnits(read));
    const repaired = trip.note("repair", () => stages.repairEdition(read, sketch.kinds));
    const assembled = trip.note("assemble", () => stages.assembleEdition(repaired, job.knownWords));
    if (trip.breaksLaw("assemble", stages.checkConservation(assembled))) return undefined;
    const reviewed = trip.note("review", () => stages.reviewEdition(assembled, job.files, job.knownWords));
    return trip.breaksLaw("review", stages.checkConservation(reviewed)) ? undefined : reviewed;
  });
  const diagnostics = trip.diagnostics.map((diagnostic) => placeInFull(job, diagnostic));
  return { ...(edition ? { edition } : {}), ...(info ? { info } : {}), diagnostics };
}

/**
 * The last leg: an edition as decided becomes files.
 * @param scanSums of the bytes of its scans, by page
 */
export function renderDecided(
  job: EditionJob,
  { edition, diagnostics }: DecidedEdition & { readonly edition: ReviewedEdition },
  scanSums: ReadonlyMap<number, string>,
  site: SiteContext,
  stages: Stages = ourStages,
): Outcome<BuiltEdition | undefined> {
  const trip = beginTrip(job);
  const value = trip.through(() => {
    const told = diagnostics.map((diagnostic) => placeInside(job.folder, diagnostic));
    const mirrors = trip.at("render", () => stages.makeUpPages(edition));
    const pages = trip.note("render", () => stages.renderEdition(edition, site, told, mirrors));
    const names = trip.at("publish", () => stages.nameEdition(edition, mirrors));
    const data = trip.at("publish", () => stages.publishEdition(edition, site, told, names));
    const summary = trip.at("publish", () => stages.summariseEdition(edition, names));
    const texts = trip.at("search", () => stages.gatherTexts(edition));
    const read = [...pages, ...copyScans(job, edition), ...data];
    const kept = listKeptFiles(edition, read, scanSums, site);
    return { edition, summary, texts, files: [...read, ...kept, ...writeTexts(texts), summaryFile(summary)] };
  });
  return { value, diagnostics: trip.diagnostics };
}

/** A stage knows a page by its name inside the edition; a person at a terminal needs the path to open it. */
function placeInFull({ folder, files }: EditionJob, diagnostic: Diagnostic): Diagnostic {
  const { file } = diagnostic.place;
  if (folder === "." || !files.some(({ path }) => path === file)) return diagnostic;
  return { ...diagnostic, place: { ...diagnostic.place, file: `${folder}/${file}` } };
}

/** Readers of the site know nothing of the folders on the builder's disk: a file is named inside its edition. */
function placeInside(folder: string, diagnostic: Diagnostic): Diagnostic {
  const { file } = diagnostic.place;
  if (file === undefined || !file.startsWith(`${folder}/`)) return diagnostic;
  return { ...diagnostic, place: { ...diagnostic.place, file: file.slice(folder.length + 1) } };
}

/** Where a template cannot be used. */
export const templateDiagnostic = ({ template, line, message }: TemplateFault): Diagnostic => ({
  code: "JL5002",
  severity: "error",
  place: line === undefined ? { file: template } : { file: template, line },
  details: { message },
});

/** Notes what the stages notice, and knows which of them is at work when something breaks. */
function beginTrip(job: EditionJob, before: readonly Diagnostic[] = []) {
  const diagnostics: Diagnostic[] = [...before];
  let stage = "read";
  const stop = (code: string, details: Diagnostic["details"]): undefined => {
    diagnostics.push({ code, severity: "error", place: { file: job.folder }, details });
    return undefined;
  };
  const at = <T>(name: string, work: () => T): T => {
    stage = name;
    return work();
  };
  return {
    diagnostics,
    stop,
    at,
    note<T>(name: string, work: () => Outcome<T>): T {
      const outcome = at(name, work);
      diagnostics.push(...outcome.diagnostics);
      return outcome.value;
    },
    breaksLaw(name: string, violations: readonly Diagnostic[]): boolean {
      diagnostics.push(...violations);
      const count = violations.filter(({ severity }) => severity === "error").length;
      if (count > 0) stop("JL6201", { stage: name, count });
      return count > 0;
    },
    through<T>(legs: () => T | undefined): T | undefined {
      try {
        return legs();
      } catch (bug) {
        if (bug instanceof TemplateFault) {
          diagnostics.push(templateDiagnostic(bug));
          return undefined;
        }
        const message = bug instanceof Error ? bug.message : String(bug);
        const stack = bug instanceof Error ? (bug.stack ?? "") : "";
        return stop("JL6200", { stage, message, stack });
      }
    },
  };
}
