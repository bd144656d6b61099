/**
 * The index of the whole site as files: `search/editions.js`, what the search must know before it is asked anything;
 * `search/pairs-00.js` … and `search/words-00.js` …, at most `mostShards` of each, of which a query loads the few that
 * it needs. Editions are numbered by date, so that a newer one is put at the end of lists and moves nothing.
 */
import type { SiteFile } from "../../model/job.js";
import type { SearchedEdition, SearchedText } from "../../model/search.js";
import type { EditionSummary } from "../../model/site.js";
import { shortHash } from "../../text/hash.js";
import { cellCount, makeFoldForm, writeNumber } from "../../text/search/index.js";
import { dataScript, divideTexts, readTexts, textsVersion } from "./keep-texts.js";
import {
  type IndexKind,
  indexKinds,
  type PackedEdition,
  packEdition,
  sizeOf,
  unpackCells,
} from "./pack-edition.js";

/** Files of one kind, in an archive of any size: a cell each. */
export const mostShards = cellCount;
/** Bytes of a shard above which there should be more of them. */
const goodShard = 48 * 1024;

interface Collected {
  readonly packed: PackedEdition;
  readonly version: string;
  /** Kind and pages of each text, in digits. */
  readonly traits: string;
  /** Number of the first text of each further file. */
  readonly breaks: readonly number[];
}

export interface SearchCollector {
  add(edition: SearchedEdition): void;
  /** A standing edition stays findable where its texts stand beside it; false where they do not. */
  addStanding(path: string, textOf: (file: string) => string | undefined): boolean;
  /** The files of the index over the published editions, those that were added. */
  write(published: readonly EditionSummary[]): Generator<SiteFile>;
  /** Of what was written: each file says which version it is, so that files of two builds are never taken together. */
  version(): string;
}

export const editionsFile = "search/editions.js";
const kinds = ["story", "notice", "advert", "leftover"] as const;

const describeTraits = ({ kind, pages }: SearchedText): string =>
  [kinds.indexOf(kind) + kinds.length * pages.length, ...pages].map(writeNumber).join("");

export function collectSearch(): SearchCollector {
  const foldForm = makeFoldForm();
  const collected = new Map<string, Collected>();
  let version = "";
  const collector: SearchCollector = {
    add(edition) {
      let first = 0;
      const breaks = divideTexts(edition).map((texts) => {
        first += texts.length;
        return first;
      });
      collected.set(edition.path, {
        packed: packEdition(edition, foldForm),
        version: textsVersion(edition),
        traits: edition.texts.map(describeTraits).join(""),
        breaks: breaks.slice(0, -1),
      });
    },
    addStanding(path, textOf) {
      const texts = readTexts(path, textOf);
      if (texts !== undefined) collector.add(texts);
      return texts !== undefined;
    },
    *write(published) {
      const editions = [...published].sort(byDate).flatMap((summary) => {
        const found = collected.get(summary.path);
        return found === undefined ? [] : [{ summary, ...found }];
      });
      const versions: Record<IndexKind, string[]> = { pairs: [], words: [] };
      for (const kind of indexKinds)
        for (const { file, version: own } of writeShards(
          kind,
          editions.map(({ packed }) => packed),
        )) {
          versions[kind].push(own);
          yield file;
        }
      const data = describeEditions(editions, versions);
      version = shortHash(data);
      yield { path: editionsFile, content: dataScript(`editions ${version}`, data) };
    },
    version: () => version,
  };
  return collector;
}

const byDate = (a: EditionSummary, b: EditionSummary): number => {
  const [x, y] = [a.date ?? "9999", b.date ?? "9999"];
  return x === y ? (a.path < b.path ? -1 : 1) : x < y ? -1 : 1;
};

/** A power of two, so that shards are whole cells. */
function countShards(bytes: number): number {
  let shards = 1;
  while (shards < mostShards && bytes / shards > goodShard) shards *= 2;
  return shards;
}

export const shardName = (kind: IndexKind, shard: number): string =>
  `${kind}-${String(shard).padStart(3, "0")}`;

function* writeShards(
  kind: IndexKind,
  editions: readonly PackedEdition[],
): Generator<{ readonly file: SiteFile; readonly version: string }> {
  const shards = countShards(editions.reduce((sum, packed) => sum + sizeOf(packed, kind), 0));
  const cells = cellCount / shards;
  for (let shard = 0; shard < shards; shard += 1) {
    const lists = new Map<string, { last: number; places: string[] }>();
    editions.forEach((packed, number) => {
      for (const [key, places] of unpackCells(packed, kind, shard * cells, (shard + 1) * cells)) {
        const list = lists.get(key) ?? { last: 0, places: [] };
        list.places.push(writeNumber(number - list.last), places);
        list.last = number;
        lists.set(key, list);
      }
    });
    const rows = [...lists]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, { places }]) => `${JSON.stringify(key)}:"${places.join("")}"`);
    const name = shardName(kind, shard);
    const data = `{\n${rows.join(",\n")}\n}`;
    const version = shortHash(data);
    yield { file: { path: `search/${name}.js`, content: dataScript(`${name} ${version}`, data) }, version };
  }
}

interface Listed extends Collected {
  readonly summary: EditionSummary;
}

function describeEditions(
  editions: readonly Listed[],
  versions: Readonly<Record<IndexKind, string[]>>,
): string {
  const papers = [
    ...new Map(
      editions.map(({ summary }) => [
        summary.newspaper,
        [summary.newspaper, summary.title, summary.language],
      ]),
    ).values(),
  ].sort(([a = ""], [b = ""]) => (a < b ? -1 : 1));
  const places = new Map(papers.map(([slug], index) => [slug, index]));
  const rows = editions.map(({ summary, version, traits, breaks }) =>
    JSON.stringify([
      summary.path,
      places.get(summary.newspaper) ?? 0,
      summary.date ?? "",
      summary.number ?? "",
      summary.language,
      version,
      traits,
      breaks,
    ]),
  );
  const fields = [
    `"papers":${JSON.stringify(papers)}`,
    ...indexKinds.map((kind) => `${JSON.stringify(kind)}:${JSON.stringify(versions[kind])}`),
    `"editions":[\n${rows.join(",\n")}\n]`,
  ];
  return `{\n${fields.join(",\n")}}`;
}
