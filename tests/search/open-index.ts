/** The index as it is written, read back as a browser does: scripts that hand over their data, asked cell by cell. */
import { collectSearch } from "../../src/build/search/write-index.js";
import type { SiteFile } from "../../src/model/job.js";
import type { SearchedEdition, SearchedText } from "../../src/model/search.js";
import type { EditionSummary } from "../../src/model/site.js";
import * as search from "../../src/text/search/index.js";

export const summaryOf = (path: string, language = "en"): EditionSummary => ({
  path,
  newspaper: path.split("/")[0] ?? "",
  date: path.split("/")[1] ?? "",
  title: path,
  language,
  direction: "horizontal",
  pages: [],
  headlines: [],
  articleCount: 0,
  files: [],
});

export function writeIndex(editions: readonly SearchedEdition[]): { files: SiteFile[]; version: string } {
  const collector = collectSearch();
  for (const edition of editions) collector.add(edition);
  const files = [...collector.write(editions.map(({ path }) => summaryOf(path)))];
  return { files, version: collector.version() };
}

/** Runs the file's one call, as a browser would. */
export function takeData(file: SiteFile): { name: string; data: Record<string, unknown> } {
  let taken: { name: string; data: Record<string, unknown> } | undefined;
  new Function("jumplineTake", String(file.content))((name: string, data: Record<string, unknown>) => {
    taken = { name, data };
  });
  if (taken === undefined) throw new Error(`${file.path} hands nothing over`);
  return taken;
}

export interface OpenIndex {
  /** The texts that answer a query, as `edition/file`. */
  ask(typed: string, anyForm?: boolean): string[];
  /** Bytes of the files that a query needs. */
  readonly files: readonly SiteFile[];
}

export function openIndex(editions: readonly SearchedEdition[]): OpenIndex {
  const { files } = writeIndex(editions);
  const foldForm = search.makeFoldForm();
  const shards = (kind: string): ReadonlyMap<string, string>[] =>
    files
      .filter(({ path }) => path.startsWith(`search/${kind}-`))
      .map((file) => new Map(Object.entries(takeData(file).data as Record<string, string>)));
  const [pairs, words] = [shards("pairs"), shards("words")];
  const cellsIn =
    (held: ReadonlyMap<string, string>[]) =>
    (cell: number): ReadonlyMap<string, string> =>
      held[search.shardOf(cell, held.length)] ?? new Map();
  const index = { pairs: cellsIn(pairs), words: cellsIn(words) };
  const listed = files.find(({ path }) => path === "search/editions.js");
  if (listed === undefined) throw new Error("no list of editions was written");
  const rows = takeData(listed).data.editions as [path: string][];
  const byPath = new Map(editions.map((edition) => [edition.path, edition]));
  return {
    files,
    ask: (typed, anyForm = false) =>
      search.answerQuery(search.parseQuery(typed, anyForm), index, foldForm).map((article) => {
        const path = rows[search.editionOf(article)]?.[0] ?? "";
        const text: SearchedText | undefined = byPath.get(path)?.texts[article % search.articleRoom];
        if (text === undefined) throw new Error(`the index names a text that is not there: ${article}`);
        return `${path}/${text.file}`;
      }),
  };
}
