/**
 * Which picture shows which printed page: the one that edition.md names (`scan: scans/1.jpg`), else one beside the page
 * file that is called like it (page-01.jpg for page-01.xml), else the one that the library's issue file names. Refuses to
 * give one picture to the several pages of one file, and to lay boxes on a picture of another shape.
 */
import type { Diagnostic, Outcome } from "../model/diagnostic.js";
import type { EditionJob } from "../model/job.js";
import type { Page } from "../model/page.js";
import type { PageScan, Picture } from "../model/picture.js";
import { isScan, picturesBeside, textBeside } from "./find-scans.js";
import type { PageListEntry } from "./header-schema.js";
import { fileMeant } from "./issue/list-pages.js";
import type { IssueFile } from "./mets/issue.js";
import { editionFileName } from "./read-headers.js";

/** Height by width of page and picture may differ by this share: pages are measured in whole millimetres or points. */
const shapeSlack = 0.02;

type Job = Pick<EditionJob, "files" | "pictures">;

/** Page files by the pictures that somebody names for them. */
function nameScans(
  { files, pictures = [] }: Job,
  list: readonly PageListEntry[] | undefined,
  issue: IssueFile | undefined,
): { readonly said: ReadonlyMap<string, string>; readonly told: ReadonlyMap<string, string> } {
  const paths = files.map(({ path }) => path);
  const said = new Map<string, string>();
  for (const { file, scan } of list ?? [])
    if (scan !== undefined) said.set((isScan(file) ? textBeside(file, paths) : undefined) ?? file, scan);
  const told = new Map<string, string>();
  const known = { files: new Set(paths), pictures: new Set(pictures.map(({ path }) => path)) };
  for (const { text, image } of list ? [] : (issue?.pages ?? [])) {
    const file = text && fileMeant(known.files, text);
    const picture = image && fileMeant(known.pictures, image);
    if (file !== undefined && picture !== undefined && !told.has(file)) told.set(file, picture);
  }
  return { said, told };
}

function showPicture({ path, kind, size }: Picture, aspect: number | undefined): PageScan | undefined {
  if (kind === undefined || kind === "tiff" || kind === "jpeg-2000" || size === undefined) return undefined;
  const shape = size.height / size.width;
  const takesBoxes = aspect !== undefined && Math.abs(shape / aspect - 1) <= shapeSlack;
  return { file: path, kind, ...size, takesBoxes };
}

const isUnshown = ({ kind }: Picture): boolean => kind === "tiff" || kind === "jpeg-2000";

/** By the code of what is said of them: once for all. */
function byReason(unshown: readonly Picture[]): ReadonlyMap<string, readonly Picture[]> {
  const groups = new Map<string, Picture[]>();
  for (const picture of unshown) {
    const code = picture.unshown?.code ?? "JL1038";
    groups.set(code, [...(groups.get(code) ?? []), picture]);
  }
  return groups;
}

/** Nothing is said of a page without a picture: most have none. */
export function attachScans(
  job: Job,
  pages: readonly Page[],
  list: readonly PageListEntry[] | undefined,
  issue: IssueFile | undefined,
): Outcome<readonly Page[]> {
  const pictures = new Map((job.pictures ?? []).map((picture) => [picture.path, picture]));
  const { said, told } = nameScans(job, list, issue);
  if (pictures.size === 0 && said.size === 0) return { value: pages, diagnostics: [] };
  const beside = picturesBeside([...pictures.keys()]);
  const diagnostics: Diagnostic[] = [];
  const unshown: Picture[] = [];
  const report = (
    code: string,
    severity: Diagnostic["severity"],
    file: string,
    details: Diagnostic["details"],
  ): void => {
    diagnostics.push({ code, severity, place: { file }, details });
  };
  const counts = new Map<string, number>();
  for (const { file } of pages) counts.set(file, (counts.get(file) ?? 0) + 1);
  const seen = new Set<string>();

  const find = (page: Page): PageScan | undefined => {
    const isFirst = !seen.has(page.file);
    seen.add(page.file);
    if (!isFirst) return undefined;
    const named = said.get(page.file);
    const issued = told.get(page.file);
    const names =
      named === undefined
        ? [...(counts.get(page.file) === 1 ? beside(page.file) : []), ...(issued ? [issued] : [])]
        : [named];
    const candidates = names.flatMap((name) => pictures.get(name) ?? []);
    if (named !== undefined && candidates.length === 0)
      report("JL1019", "error", editionFileName, { scan: named, number: page.number });
    for (const candidate of candidates) {
      const scan = showPicture(candidate, page.aspect);
      if (scan) return scan;
    }
    const [first] = candidates;
    const left = candidates.find(isUnshown);
    if (left?.unshown?.severity === "warning")
      report(left.unshown.code, "warning", left.path, { ...left.unshown.details, number: page.number });
    else if (left) unshown.push(left);
    else if (first) report("JL1039", "warning", first.path, { number: page.number });
    return undefined;
  };

  const value = pages.map((page): Page => {
    const scan = find(page);
    if (!scan) return page;
    if (page.aspect !== undefined && !scan.takesBoxes)
      report("JL1018", "info", scan.file, {
        picture: (scan.height / scan.width).toFixed(2),
        page: page.aspect.toFixed(2),
        number: page.number,
      });
    return { ...page, scan };
  });
  for (const [code, list] of byReason(unshown)) {
    const [first] = list as [Picture];
    report(code, "info", first.path, {
      ...first.unshown?.details,
      count: list.length,
      kind: first.kind === "tiff" ? "TIFF" : "JPEG 2000",
    });
  }
  return { value, diagnostics };
}
