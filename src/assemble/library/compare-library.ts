/**
 * Our own articles held against the library's (`segmentation: compare`): each of its articles that we have in several
 * pieces, each of ours that holds several of its, and what it has as an article and we as none. A word or two that
 * stand with another article are no news.
 */
import type { Article, Assembly } from "../../model/article.js";
import type { Diagnostic, Place } from "../../model/diagnostic.js";
import type { RepairedEdition } from "../../model/edition.js";
import { type LineId, placeOfLine, type UnitId } from "../../model/ids.js";
import type { LibraryItem } from "../../model/library.js";
import { linesOf } from "../../model/page.js";

/** Less of an article than this may stand elsewhere before it is said: a byline, a mark, a line. */
const leastShare = 0.08;
/** So many names are given in one message. */
const mostNames = 3;
const longestName = 60;

const isWhole = ({ type }: LibraryItem): boolean =>
  type === "article" || type === "advert" || type === "notice";

/** How many characters of each item stand in each of our articles; those in none under undefined. */
type Shares = ReadonlyMap<LibraryItem, ReadonlyMap<Article | undefined, number>>;

function shareOut(items: readonly LibraryItem[], assembly: Assembly): Shares {
  const articleOf = new Map<UnitId, Article>();
  for (const article of assembly.articles)
    for (const { units } of article.parts) for (const unit of units) articleOf.set(unit, article);
  const itemOf = new Map<LineId, LibraryItem>();
  for (const item of items)
    for (const { lines } of item.parts) for (const line of lines) itemOf.set(line, item);
  const shares = new Map<LibraryItem, Map<Article | undefined, number>>(
    items.map((item) => [item, new Map()]),
  );
  for (const { id, passage } of assembly.units.values())
    for (const { line, start, end } of passage.spans) {
      const share = shares.get(itemOf.get(line) as LibraryItem);
      const article = articleOf.get(id);
      share?.set(article, (share.get(article) ?? 0) + end - start);
    }
  return shares;
}

interface Held {
  /** The articles in which enough of an item stands. */
  readonly by: readonly Article[];
  /** Share of its characters that stand in no article, where they are enough. */
  readonly loose: number;
}

const nowhere: Held = { by: [], loose: 1 };

function holdersOf(share: ReadonlyMap<Article | undefined, number>): Held {
  const all = [...share.values()].reduce((sum, count) => sum + count, 0);
  const by = [...share].flatMap(([article, count]) =>
    article && count >= leastShare * all ? [article] : [],
  );
  const loose = (share.get(undefined) ?? 0) / Math.max(1, all);
  return { by, loose: loose >= leastShare ? loose : 0 };
}

const cut = (text: string): string =>
  [...text].length > longestName ? `${[...text].slice(0, longestName).join("")}…` : text;
const list = (names: readonly string[]): string =>
  names
    .slice(0, mostNames)
    .map((name) => `“${name}”`)
    .join(", ") + (names.length > mostNames ? " …" : "");
const nameOf = ({ headline, body }: Article): string =>
  cut((headline.length > 0 ? headline.map(({ text }) => text).join(" ") : body[0]?.passage.text) ?? "");

export function compareLibrary({ pages, library }: RepairedEdition, assembly: Assembly): Diagnostic[] {
  if (library?.use !== "compare") return [];
  const texts = new Map(pages.flatMap((page) => linesOf(page).map(({ id, text }) => [id, text] as const)));
  const files = new Map(pages.map(({ number, file }) => [number, file]));
  const firstLine = ({ parts }: LibraryItem): LineId => parts[0]?.lines[0] as LineId;
  const titleOf = (item: LibraryItem): string =>
    cut(item.label ?? texts.get(firstLine(item))?.trim() ?? item.id);
  const placeOf = (line: LineId): Place => {
    const { page, line: number } = placeOfLine(line);
    return { file: files.get(page) ?? library.file, page, line: number };
  };
  const items = library.items.filter(isWhole);
  const shares = shareOut(items, assembly);
  const holders = new Map(items.map((item) => [item, holdersOf(shares.get(item) ?? new Map())]));
  const inside = new Map<Article, LibraryItem[]>();
  for (const [item, { by }] of holders)
    for (const article of by) inside.set(article, [...(inside.get(article) ?? []), item]);

  const warn = (code: string, place: Place, details: Diagnostic["details"]): Diagnostic => ({
    code,
    severity: "warning",
    place,
    details,
  });
  const split = items.flatMap((item): Diagnostic[] => {
    const { by, loose } = holders.get(item) ?? nowhere;
    const place = placeOf(firstLine(item));
    const details = { id: item.id, text: titleOf(item) };
    const pieces = { ...details, count: by.length, ours: list(by.map(nameOf)) };
    return [
      ...(by.length > 1 ? [warn("JL3080", place, pieces)] : []),
      ...(loose > 0 ? [warn("JL3082", place, { ...details, percent: Math.round(100 * loose) })] : []),
    ];
  });
  const merged = [...inside].flatMap(([article, held]): Diagnostic[] => {
    const line = assembly.units.get(article.parts[0]?.units[0] as UnitId)?.passage.spans[0]?.line;
    if (held.length < 2 || !line) return [];
    const details = {
      id: article.id,
      text: nameOf(article),
      count: held.length,
      theirs: list(held.map(titleOf)),
    };
    return [warn("JL3081", { ...placeOf(line), article: article.id }, details)];
  });
  const parted = new Set(split.map(({ details }) => details.id));
  const alike = items.filter((item) => {
    const [only] = holders.get(item)?.by ?? [];
    return !parted.has(item.id) && only !== undefined && inside.get(only)?.length === 1;
  }).length;
  const summary: Diagnostic = {
    code: "JL3083",
    severity: alike === items.length ? "info" : "warning",
    place: { file: library.file },
    details: { alike, all: items.length, split: parted.size, merged: merged.length },
  };
  return [summary, ...split, ...merged];
}
