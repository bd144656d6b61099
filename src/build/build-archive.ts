/**
 * A stream of editions becomes a stream of files. Only a summary of each edition stays in memory, and what the search
 * must find of it, packed: some bytes for each printed character. So an archive of any length takes little more memory
 * than two of its largest editions.
 *
 * It goes over the editions twice: first only reading them, to know every address (a page links to the editions
 * before and after its own), then building. Where an edition then fails and nothing of it was published before, the
 * others of its newspaper are rendered once more without it, so that no link leads nowhere.
 */
import type { Diagnostic, Outcome } from "../model/diagnostic.js";
import type { InterfaceLanguage } from "../model/interface-languages.js";
import type { CopiedFile, EditionJob, SiteFile, SourceFile } from "../model/job.js";
import type { EditionSummary, SiteContext } from "../model/site.js";
import { openSite } from "../render/open-site.js";
import { type BuiltEdition, type DecidedEdition, decideEdition } from "./build-edition.js";
import {
  decideAddress,
  earlierSummary,
  type Plan,
  type PlannedRequest,
  planArchive,
} from "./plan-archive.js";
import { beginRendering, type Makers, type Preparing } from "./render-prepared.js";
import type { SearchCollector } from "./search/write-index.js";
import { stages as ourStages, type Stages } from "./stages.js";

export interface ArchiveRequest extends PlannedRequest, Makers {
  readonly templates: ReadonlyMap<string, string>;
  readonly assets: readonly SourceFile[];
  readonly baseUrl?: string;
  readonly basePath?: string;
  /** YYYY-MM-DD. */
  readonly asOf?: string;
  /** Bytes of a file that was given before in this build, or kept. Absent where nothing is being written. */
  readonly made?: (path: string) => Uint8Array | undefined;
  readonly interface?: InterfaceLanguage;
  readonly offline?: boolean;
}

export type ArchiveEvent =
  | { readonly kind: "planned"; readonly total: number }
  | { readonly kind: "begun"; readonly folder: string }
  /** `again`: the file was given before and is replaced. */
  | { readonly kind: "file"; readonly file: SiteFile | CopiedFile; readonly again: boolean }
  /** Keep what stands below this path as it is. */
  | { readonly kind: "keep"; readonly path: string }
  | EditionEvent;

export interface EditionEvent {
  readonly kind: "edition";
  readonly folder: string;
  readonly state: "built" | "kept" | "failed";
  readonly path?: string;
  readonly pages: number;
  readonly articles: number;
  readonly diagnostics: readonly Diagnostic[];
}

export async function* buildArchive(
  request: ArchiveRequest,
  stages: Stages = ourStages,
): AsyncGenerator<ArchiveEvent> {
  const plan = await planArchive(request, stages);
  yield { kind: "planned", total: plan.total };

  const summaries = new Map<string, EditionSummary>();
  const search = stages.collectSearch();
  for (const summary of plan.keptUnseen) {
    summaries.set(summary.path, summary);
    const { path } = summary;
    yield { kind: "keep", path };
    const unfound = search.addStanding(path, request.earlier.text) ? [] : [note("JL6206", path, { path })];
    yield failed(path, "kept", [note("JL6204", path, { path }), ...unfound]);
  }

  const { site, files, viewer, sheets } = openSite({
    ...request,
    editions: [...plan.places.values(), ...plan.keptUnseen],
  });
  for (const file of files) yield { kind: "file", file, again: false };

  const preparing = { ...request, sheets };
  const lost = new Set<string>();
  const finish = async function* (begun: Begun): AsyncGenerator<ArchiveEvent> {
    for await (const event of finishJob(begun, request, summaries, search)) {
      if (event.kind === "edition" && event.state === "failed" && event.path !== undefined)
        lost.add(event.path);
      yield event;
    }
  };
  // While the pictures of one edition are made by other processes, the next is decided.
  let waiting: Begun | undefined;
  for await (const { value: job, diagnostics } of request.jobs()) {
    yield { kind: "begun", folder: job.folder };
    const decided = decideEdition(job, stages, diagnostics);
    if (waiting) yield* finish(waiting);
    const other = otherOwner(plan, job, decided);
    const render = other === undefined ? beginRendering(job, decided, site, preparing, stages) : undefined;
    waiting = { job, decided, ...(other === undefined ? {} : { other }), ...(render && { render }) };
  }
  if (waiting) yield* finish(waiting);

  yield* renderWithout(lost, preparing, site, plan, summaries, stages);

  const published = [...summaries.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  if (published.length === 0) return;
  if (viewer && published.some(({ hasScans }) => hasScans === true))
    yield { kind: "file", file: viewer, again: false };
  for (const file of search.write(published)) yield { kind: "file", file, again: false };
  const whole = { ...site, editions: published, searchVersion: search.version() };
  const above = stages.renderArchive(published, whole);
  for (const file of above) yield { kind: "file", file, again: false };
  const pages = above.map(({ path }) => path);
  for (const file of stages.publishArchive(published, whole, stages.feedWordsFor, request.made, pages))
    yield { kind: "file", file, again: false };
}

/** An edition that is decided, and whose pictures are being made. */
interface Begun {
  readonly job: EditionJob;
  readonly decided: DecidedEdition;
  /** Folder of the edition that has the address. */
  readonly other?: string;
  readonly render?: () => Promise<Outcome<BuiltEdition | undefined>>;
}

function otherOwner(plan: Plan, job: EditionJob, { info }: DecidedEdition): string | undefined {
  const owner = info && plan.owners.get(info.path);
  return owner === job.folder ? undefined : owner;
}

async function* finishJob(
  { job, decided, other, render }: Begun,
  request: ArchiveRequest,
  summaries: Map<string, EditionSummary>,
  search: SearchCollector,
): AsyncGenerator<ArchiveEvent> {
  const path = decided.info?.path;
  if (path !== undefined && other !== undefined) {
    const clash = note("JL6202", job.folder, { path, other }, "error");
    // Without its path: the address is another edition's, and that one is not lost.
    yield failed(job.folder, "failed", [...decided.diagnostics, clash]);
    return;
  }
  const built = await render?.();
  const diagnostics = [...decided.diagnostics, ...(built?.diagnostics ?? [])];
  if (built?.value !== undefined) {
    const { files, summary, texts } = built.value;
    summaries.set(summary.path, summary);
    search.add(texts);
    for (const file of files) yield { kind: "file", file, again: false };
    const counts = { pages: summary.pages.length, articles: summary.articleCount };
    yield { kind: "edition", folder: job.folder, state: "built", path: summary.path, ...counts, diagnostics };
    return;
  }
  const earlier = path === undefined ? undefined : earlierSummary(request, path);
  if (path !== undefined && earlier !== undefined) {
    summaries.set(path, earlier);
    yield { kind: "keep", path };
    const isFound = search.addStanding(path, request.earlier.text);
    const codes = isFound ? ["JL6203"] : ["JL6203", "JL6206"];
    const notes = codes.map((code) => note(code, job.folder, { path }));
    yield failed(job.folder, "kept", [...diagnostics, ...notes], path);
    return;
  }
  yield failed(job.folder, "failed", diagnostics, path);
}

/** Renders the newspapers of lost editions once more, so that their pages do not link to what is not there. */
async function* renderWithout(
  lost: ReadonlySet<string>,
  request: ArchiveRequest & Preparing,
  site: SiteContext,
  plan: Plan,
  summaries: ReadonlyMap<string, EditionSummary>,
  stages: Stages,
): AsyncGenerator<ArchiveEvent> {
  if (lost.size === 0) return;
  const editions = site.editions.filter(({ path }) => !lost.has(path));
  const papers = new Set(
    site.editions.filter(({ path }) => lost.has(path)).map(({ newspaper }) => newspaper),
  );
  for await (const { value: job } of request.jobs()) {
    const { info } = decideAddress(job, stages);
    if (info === undefined || !papers.has(info.newspaper.slug) || !summaries.has(info.path)) continue;
    if (plan.owners.get(info.path) !== job.folder) continue;
    const decided = decideEdition(job, stages);
    const again = await beginRendering(job, decided, { ...site, editions }, request, stages)?.();
    // Without one it is kept as it stood.
    // Pictures hold no links: those that were copied stay.
    for (const file of again?.value?.files ?? [])
      if (!("copyOf" in file)) yield { kind: "file", file, again: true };
  }
}

const failed = (
  folder: string,
  state: "failed" | "kept",
  diagnostics: readonly Diagnostic[],
  path?: string,
): EditionEvent => ({
  kind: "edition",
  folder,
  state,
  ...(path === undefined ? {} : { path }),
  pages: 0,
  articles: 0,
  diagnostics,
});

const note = (
  code: string,
  file: string,
  details: Diagnostic["details"],
  severity: Diagnostic["severity"] = "warning",
): Diagnostic => ({ code, severity, place: { file }, details });
