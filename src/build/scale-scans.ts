/** The pictures of an edition's pages in smaller sizes: asked for once it is known which page shows which picture. */
import { coverFile } from "../model/address.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { ReviewedEdition } from "../model/edition.js";
import type { CopiedFile, EditionJob, ScaleScans, SiteFile } from "../model/job.js";
import type { ScanOrder } from "../model/picture.js";

export interface WithSizes {
  readonly edition: ReviewedEdition;
  readonly files: readonly (SiteFile | CopiedFile)[];
  /** Of the scans' bytes, by page. */
  readonly sums: ReadonlyMap<number, string>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * @param tiles whether the command line asks for tiles; the edition may too
 * @param made what was given before in this build: an edition that is rendered once more finds its cover there
 */
export async function scaleScans(
  { pictures = [] }: EditionJob,
  edition: ReviewedEdition,
  scale: ScaleScans | undefined,
  tiles: boolean,
  made: (path: string) => Uint8Array | undefined,
): Promise<WithSizes> {
  const sources = new Map(pictures.map(({ path, from }) => [path, from]));
  const front = Math.min(...edition.pages.map(({ number }) => number));
  const orders = edition.pages.flatMap(({ number, scan }): ScanOrder[] => {
    const from = scan && sources.get(scan.file);
    if (!scan || from === undefined) return [];
    return [{ page: number, from, scan, ...(number === front ? { cover: true } : {}) }];
  });
  if (!scale || orders.length === 0) return { edition, files: [], sums: new Map(), diagnostics: [] };
  const { path, folder, tiles: asked } = edition.info;
  const { sizes, sums, files, diagnostics, cover } = await scale(
    { path, folder, tiles: asked ?? tiles },
    orders,
  );
  const pages = edition.pages.map((page) => {
    const made = sizes.get(page.number);
    return page.scan && made ? { ...page, scan: { ...page.scan, sizes: made } } : page;
  });
  const hasCover = sizes.get(front)?.cover !== undefined;
  const bytes = cover ?? (hasCover ? made(`${path}/${coverFile}`) : undefined);
  return { edition: { ...edition, pages, ...(bytes ? { cover: bytes } : {}) }, files, sums, diagnostics };
}
