/** The pictures of an edition's pages in smaller sizes: asked for once it is known which page shows which picture. */
import type { Diagnostic } from "../model/diagnostic.js";
import type { ReviewedEdition } from "../model/edition.js";
import type { CopiedFile, EditionJob, ScaleScans, SiteFile } from "../model/job.js";

export interface WithSizes {
  readonly edition: ReviewedEdition;
  readonly files: readonly (SiteFile | CopiedFile)[];
  /** Of the scans' bytes, by page. */
  readonly sums: ReadonlyMap<number, string>;
  readonly diagnostics: readonly Diagnostic[];
}

/** @param tiles whether the command line asks for tiles; the edition may too */
export async function scaleScans(
  { pictures = [] }: EditionJob,
  edition: ReviewedEdition,
  scale: ScaleScans | undefined,
  tiles: boolean,
): Promise<WithSizes> {
  const sources = new Map(pictures.map(({ path, from }) => [path, from]));
  const orders = edition.pages.flatMap(({ number, scan }) => {
    const from = scan && sources.get(scan.file);
    return scan && from !== undefined ? [{ page: number, from, scan }] : [];
  });
  if (!scale || orders.length === 0) return { edition, files: [], sums: new Map(), diagnostics: [] };
  const { path, folder, tiles: asked } = edition.info;
  const { sizes, sums, files, diagnostics } = await scale({ path, folder, tiles: asked ?? tiles }, orders);
  const pages = edition.pages.map((page) => {
    const made = sizes.get(page.number);
    return page.scan && made ? { ...page, scan: { ...page.scan, sizes: made } } : page;
  });
  return { edition: { ...edition, pages }, files, sums, diagnostics };
}
