/**
 * What an issue file says of articles → the lines of the pages that were read. Each line goes to one item at most: the
 * first that names it. Lines that no item names are the caller's to judge; none is made up, moved or dropped here.
 *
 *     ARTICLE "Kölnische Zeitung."  →  headline p1-l180 · paragraph p1-l181…p1-l196 · paragraph p2-l1…p2-l20
 *
 * Where the file types no headline (DIDL), the first zones whose words are the item's label are its headline.
 */
import type { Diagnostic, Outcome } from "../../model/diagnostic.js";
import type { LineId } from "../../model/ids.js";
import { lettersOf } from "../../text/letters-of.js";
import { type FileIndex, type IssuePage, indexPages, positionsOf } from "./index-page-ids.js";
import type { IssueFile, IssueItem, PagePlace, PartRole } from "./issue.js";

export interface PlacedPart {
  readonly role: PartRole;
  /** In file order inside a place, places in the order of the issue file. Never empty. */
  readonly lines: readonly LineId[];
}

export interface PlacedItem {
  readonly item: IssueItem;
  /** Empty where none of its lines is on these pages. */
  readonly parts: readonly PlacedPart[];
}

/** Pictures and tables without text have no lines to be found; that is no fault. */
const mayBeWordless: ReadonlySet<PartRole> = new Set(["illustration", "table"]);

/**
 * Looks at lines that are allowed: an issue names each of its lines once or twice, and the largest have some hundred
 * thousand. A file that names all lines in each of ten thousand items is stopped here.
 */
const mostLooks = 2_000_000;

/** Counts by a key, with what was seen first. */
class Tally<T> {
  readonly #seen = new Map<string, { first: T; count: number }>();
  add(key: string, first: T): void {
    const seen = this.#seen.get(key);
    if (seen) seen.count += 1;
    else this.#seen.set(key, { first, count: 1 });
  }
  list<R>(say: (key: string, first: T, count: number) => R): R[] {
    return [...this.#seen].map(([key, { first, count }]) => say(key, first, count));
  }
}

/** What was wrong with places, counted so that a wrong file is said once. */
function noteFaults(issueFile: string) {
  const noFile = new Tally<PagePlace>();
  const noId = new Tally<PagePlace>();
  const backwards = new Tally<PagePlace>();
  const doubled = new Tally<readonly [keeper: IssueItem, other: IssueItem]>();
  const details = ({ id, end }: PagePlace) => ({ id: end === undefined ? id : `${id}..${end}` });
  const diagnostics = (): Diagnostic[] => [
    ...noFile.list((name, _, count) => ({
      code: "JL1073",
      severity: "warning" as const,
      place: { file: issueFile },
      details: { name, count },
    })),
    ...noId.list((file, place, count) => ({
      code: "JL1074",
      severity: "warning" as const,
      place: { file },
      details: { ...details(place), count, issue: issueFile },
    })),
    ...backwards.list((file, place, count) => ({
      code: "JL1075",
      severity: "warning" as const,
      place: { file },
      details: { ...details(place), count, issue: issueFile },
    })),
    ...doubled.list((key, [keeper, other], count) => ({
      code: "JL1076",
      severity: "warning" as const,
      place: { file: issueFile, page: Number(key) },
      details: { count, page: Number(key), keeper: keeper.id, other: other.id },
    })),
  ];
  return { noFile, noId, backwards, doubled, diagnostics };
}

/** The longest headlines of old papers, with all their decks, run to some three hundred characters. */
const longestHeadline = 500;

/** Names the leading parts headlines whose words together are the label. */
function findHeadline(
  { label }: IssueItem,
  parts: readonly PlacedPart[],
  textOf: (id: LineId) => string,
): readonly PlacedPart[] {
  const wanted = (label?.length ?? 0) > longestHeadline ? "" : lettersOf(label ?? "");
  if (wanted === "" || parts.some(({ role }) => role === "headline")) return parts;
  let read = "";
  for (const [index, { lines }] of parts.entries()) {
    read += lettersOf(lines.map(textOf).join(" "));
    if (read === wanted)
      return parts.map((part, at) => (at <= index ? { ...part, role: "headline" as const } : part));
    if (!wanted.startsWith(read)) return parts;
  }
  return parts;
}

/** The lines of each item, item by item and part by part as the issue file has them. Never throws. */
export function placeItems(issue: IssueFile, pages: readonly IssuePage[]): Outcome<readonly PlacedItem[]> {
  const fileOf = indexPages(pages);
  const faults = noteFaults(issue.file);
  const owners = new Map<LineId, IssueItem>();
  const texts = new Map<LineId, string>();
  let looks = 0;

  const positions = (index: FileIndex, place: PagePlace, role: PartRole): readonly number[] => {
    const found = positionsOf(index, place);
    if (found === "backwards") faults.backwards.add(index.file, place);
    else if (found !== "missing") return found;
    else if (!mayBeWordless.has(role)) faults.noId.add(index.file, place);
    return [];
  };
  const claim = (item: IssueItem, place: PagePlace, role: PartRole): LineId[] => {
    if (looks > mostLooks) return [];
    const index = fileOf(place.file);
    if (!index) {
      faults.noFile.add(place.file.name, place);
      return [];
    }
    const found = positions(index, place, role);
    looks += found.length;
    return found.flatMap((at) => {
      const line = index.lines[at];
      if (!line) return [];
      const owner = owners.get(line.id);
      if (!owner) {
        owners.set(line.id, item);
        texts.set(line.id, line.text);
        return [line.id];
      }
      if (owner !== item) faults.doubled.add(String(line.page), [owner, item]);
      return [];
    });
  };
  const value = issue.items.map((item) => {
    const parts = item.parts
      .map(({ role, places }) => ({ role, lines: places.flatMap((place) => claim(item, place, role)) }))
      .filter(({ lines }) => lines.length > 0);
    return { item, parts: findHeadline(item, parts, (id) => texts.get(id) ?? "") };
  });
  const diagnostics = faults.diagnostics();
  if (looks > mostLooks)
    diagnostics.push({ code: "JL1077", severity: "error", place: { file: issue.file }, details: {} });
  return { value, diagnostics };
}
