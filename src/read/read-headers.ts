/** edition.md and newspaper.md → what they say, checked. Both may be missing; both may be wrong in part. */
import { splitFrontMatter } from "../markdown/front-matter.js";
import type { Diagnostic, Outcome } from "../model/diagnostic.js";
import type { EditionJob, SourceFile } from "../model/job.js";
import { checkRelativePath } from "../text/relative-path.js";
import { decodeText } from "./decode-text.js";
import {
  type EditionHeader,
  editionHeader,
  type NewspaperHeader,
  newspaperHeader,
  type PageListEntry,
  pageListEntry,
  reportHeaderProblem,
  validateHeader,
} from "./header-schema.js";

export interface Headers {
  readonly edition: Omit<EditionHeader, "pages">;
  readonly newspaper: NewspaperHeader;
  /** The `pages` list, where edition.md has one: only entries whose file is inside the folder. */
  readonly list?: readonly PageListEntry[];
  /** Markdown under edition.md's header. */
  readonly introduction: string;
}

/** How the edition's own file is called. */
export const editionFileName = "edition.md";

function readPageList(
  items: readonly unknown[],
  file: string,
  line: number | undefined,
): Outcome<PageListEntry[]> {
  const diagnostics: Diagnostic[] = [];
  const place = line === undefined ? { file } : { file, line };
  const seen = new Set<string>();
  const value = items.flatMap((item, index) => {
    // `- pages/01.txt` is short for `- file: pages/01.txt`.
    const data = typeof item === "string" ? { file: item } : item;
    if (typeof data !== "object" || data === null || Array.isArray(data)) {
      diagnostics.push({
        code: "JL1012",
        severity: "error",
        place,
        details: { key: "pages", value: `item ${index + 1}`, reason: "is no map with a file" },
      });
      return [];
    }
    const checked = validateHeader(pageListEntry, data as Record<string, unknown>, file, () => line);
    diagnostics.push(...checked.diagnostics);
    const path = checkRelativePath(checked.value.file ?? "");
    if (path === undefined) {
      diagnostics.push({
        code: "JL1024",
        severity: "error",
        place,
        details: { item: index + 1, file: (checked.value.file ?? "").slice(0, 120) },
      });
      return [];
    }
    if (seen.has(path)) {
      diagnostics.push({ code: "JL1025", severity: "error", place, details: { file: path } });
      return [];
    }
    seen.add(path);
    return [{ ...checked.value, file: path }];
  });
  return { value, diagnostics };
}

function readNewspaper(file: SourceFile): Outcome<NewspaperHeader> {
  const decoded = decodeText(file);
  const split = splitFrontMatter(decoded.value.text);
  const checked = validateHeader(newspaperHeader, split.data, file.path, (key) => split.lineOf.get(key));
  const problems = reportHeaderProblem(split, file.path, "error");
  return { value: checked.value, diagnostics: [...decoded.diagnostics, ...problems, ...checked.diagnostics] };
}

function readEditionFile(file: SourceFile): Outcome<Omit<Headers, "newspaper">> {
  const decoded = decodeText(file);
  const split = splitFrontMatter(decoded.value.text);
  const checked = validateHeader(editionHeader, split.data, file.path, (key) => split.lineOf.get(key));
  const diagnostics = [
    ...decoded.diagnostics,
    ...reportHeaderProblem(split, file.path, "error"),
    ...checked.diagnostics,
  ];
  const { pages, ...edition } = checked.value;
  // A header that failed is not an introduction: it would show raw YAML to readers.
  const introduction = split.problem ? "" : split.body.trim();
  if (!pages) return { value: { edition, introduction }, diagnostics };
  const list = readPageList(pages, file.path, split.lineOf.get("pages"));
  return {
    value: { edition, introduction, list: list.value },
    diagnostics: [...diagnostics, ...list.diagnostics],
  };
}

/** What the edition's and the newspaper's own files say. */
export function readHeaders(job: Pick<EditionJob, "files" | "newspaper">): Outcome<Headers> {
  const file = job.files.find(({ path }) => path === editionFileName);
  const edition = file
    ? readEditionFile(file)
    : { value: { edition: {}, introduction: "" }, diagnostics: [] };
  const newspaper = job.newspaper ? readNewspaper(job.newspaper) : { value: {}, diagnostics: [] };
  return {
    value: { ...edition.value, newspaper: newspaper.value },
    diagnostics: [...newspaper.diagnostics, ...edition.diagnostics],
  };
}

/**
 * The page files that an edition.md names, relative to its folder, for the store to load; undefined where it names
 * none. Paths that leave the folder are not among them (`readEdition` reports those).
 */
export const namedPageFiles = (editionFile: SourceFile): string[] | undefined =>
  readEditionFile(editionFile).value.list?.map(({ file }) => file);

/** The pictures of pages that an edition.md names, relative to its folder. */
export const namedScans = (editionFile: SourceFile): string[] =>
  (readEditionFile(editionFile).value.list ?? []).flatMap(({ scan }) => (scan === undefined ? [] : [scan]));
