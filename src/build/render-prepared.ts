/**
 * What must be there before an edition is rendered, since its pages show it or lead to it: smaller pictures of its
 * scans, and its sheets as a PDF. Both take programs of their own and time, so the store makes them when asked.
 */
import type { Diagnostic, Outcome } from "../model/diagnostic.js";
import type { ReviewedEdition } from "../model/edition.js";
import type { CopiedFile, EditionJob, PrintPdf, ScaleScans, SiteFile } from "../model/job.js";
import type { SiteContext } from "../model/site.js";
import { TemplateFault } from "../render/environment.js";
import {
  type BuiltEdition,
  type DecidedEdition,
  renderDecided,
  templateDiagnostic,
} from "./build-edition.js";
import { scaleScans } from "./scale-scans.js";
import type { Stages } from "./stages.js";

/** Given by the store. */
export interface Makers {
  /** Makes smaller pictures of scans; without it they are shown as they are. */
  readonly scaleScans?: ScaleScans;
  /** Cut scans into tiles, where an edition does not say otherwise. */
  readonly tiles?: boolean;
  /** Prints the sheets of an edition; without it there are no PDFs. */
  readonly printPdf?: PrintPdf;
}

export interface Preparing extends Makers {
  /** Bytes of a file that was given before in this build. */
  readonly made?: (path: string) => Uint8Array | undefined;
  /** What sheets are printed with, from `openSite`. */
  readonly sheets: SiteFile;
}

interface Printed {
  readonly edition: ReviewedEdition;
  readonly files: readonly (SiteFile | CopiedFile)[];
  readonly diagnostics: readonly Diagnostic[];
}

async function printSheets(
  edition: ReviewedEdition,
  site: SiteContext,
  { printPdf, sheets: style }: Preparing,
  stages: Stages,
): Promise<Printed> {
  if (!printPdf) return { edition, files: [], diagnostics: [] };
  const { path, folder } = edition.info;
  try {
    const document = stages.renderSheets(edition, site, style);
    const { exists, files, diagnostics } = await printPdf({ path, folder }, document);
    return { edition: exists ? { ...edition, hasPdf: true } : edition, files, diagnostics };
  } catch (fault) {
    // A user's template, or pages that cannot be shown: rendering will say the rest, and whether the edition is built.
    if (fault instanceof TemplateFault)
      return { edition, files: [], diagnostics: [templateDiagnostic(fault)] };
    const reason = `a fault in build-edition itself (${fault instanceof Error ? fault.message : String(fault)})`;
    const place = { file: folder };
    const said: Diagnostic = { code: "JL6022", severity: "warning", place, details: { reason } };
    return { edition, files: [], diagnostics: [said] };
  }
}

/** An edition as its pages will show it, and the files that were made for that. */
interface Prepared {
  readonly edition: ReviewedEdition;
  readonly scanSums: ReadonlyMap<number, string>;
  readonly files: readonly (SiteFile | CopiedFile)[];
  readonly diagnostics: readonly Diagnostic[];
}

async function prepare(
  job: EditionJob,
  decided: ReviewedEdition,
  site: SiteContext,
  preparing: Preparing,
  stages: Stages,
): Promise<Prepared> {
  const { scaleScans: scale, tiles = false, made: before = () => undefined } = preparing;
  const scaled = await scaleScans(job, decided, scale, tiles, before);
  const printed = await printSheets(scaled.edition, site, preparing, stages);
  return {
    edition: printed.edition,
    scanSums: scaled.sums,
    files: [...scaled.files, ...printed.files],
    diagnostics: [...scaled.diagnostics, ...printed.diagnostics],
  };
}

/**
 * Begins to make what an edition is shown with, and gives what renders it once that is made; undefined where there is
 * nothing to render. Between the two the caller may do other work.
 */
export function beginRendering(
  job: EditionJob,
  decided: DecidedEdition,
  site: SiteContext,
  preparing: Preparing,
  stages: Stages,
): (() => Promise<Outcome<BuiltEdition | undefined>>) | undefined {
  if (decided.edition === undefined) return undefined;
  const making = prepare(job, decided.edition, site, preparing, stages);
  // Whoever asks for the pages hears of a fault; a build that was broken off asks no more.
  making.catch(() => undefined);
  return async () => {
    const { edition, scanSums, files, diagnostics } = await making;
    const told = [...decided.diagnostics, ...diagnostics];
    const built = renderDecided(job, { ...decided, edition, diagnostics: told }, scanSums, site, stages);
    return {
      value: built.value && { ...built.value, files: [...built.value.files, ...files] },
      diagnostics: [...diagnostics, ...built.diagnostics],
    };
  };
}
