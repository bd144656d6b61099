/** The pictures of an edition's pages as files of the site: where each is copied from, and what it is called there. */
import { scanFile } from "../model/address.js";
import type { ReviewedEdition } from "../model/edition.js";
import type { CopiedFile, EditionJob } from "../model/job.js";

export function copyScans({ pictures = [] }: EditionJob, { info, pages }: ReviewedEdition): CopiedFile[] {
  const sources = new Map(pictures.map(({ path, from }) => [path, from]));
  return pages.flatMap(({ number, scan }): CopiedFile[] => {
    const copyOf = scan && sources.get(scan.file);
    return scan && copyOf !== undefined
      ? [{ path: `${info.path}/${scanFile(number, scan.kind)}`, copyOf }]
      : [];
  });
}
