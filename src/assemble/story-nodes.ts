/**
 * Nodes of the grouping: units that belong to stories, heading lines that stand tight together as one node.
 * Furniture, pointers, serial lines and captions are left out; they are put where they stand afterwards.
 */
import type { LinePlace } from "../model/page.js";
import type { Lexicon } from "../text/lexicon/index.js";
import { squash } from "../text/squash.js";
import { type CohesionIndex, indexCohesion } from "./cohesion.js";
import type { DraftUnit } from "./draft-units.js";
import type { EditionWords } from "./edition-words.js";
import type { PageUnits } from "./read-units.js";

export type NodeKind =
  | "body"
  | "heading"
  | "byline"
  | "dateline"
  | "credit"
  | "jump"
  | "continuation"
  | "notice";

export interface StoryNode {
  readonly index: number;
  readonly kind: NodeKind;
  readonly units: readonly DraftUnit[];
  readonly page: number;
  readonly text: string;
  /** Run of nodes without a heading, byline or mark between them, in source order. */
  readonly chunk: number;
  /** Position in source order among all units of the page. */
  readonly order: number;
  readonly fresh: number;
  readonly open: number;
  readonly measure: number;
  /** Body that opens as a dispatch or a letter does: a story begins here. */
  readonly opens: boolean;
  /** Heading that could be one word group of capitals above a headline. */
  readonly apart: boolean;
  /** Heading that is the head of the rest of a story from a page before. */
  readonly again: boolean;
  /** How its first line stands on the page, where it has a box. */
  readonly place?: LinePlace;
  /** A one-line heading's punctuation inside, as a skeleton of how it is built; empty where it has none. */
  readonly build: string;
}

/** Only marks that divide or frame: commas and dots say nothing of the build. */
const buildOf = (text: string): string =>
  [...text.slice(1)].filter((c) => "：:“”「」—–；;？?！!、".includes(c)).join("");

export interface StoryGraph {
  readonly nodes: readonly StoryNode[];
  readonly index: CohesionIndex;
  readonly blanks: "pitch" | "blocks" | "none";
  /** How often two characters of unspaced script stand together in the edition. */
  readonly pairs: ReadonlyMap<string, number>;
}

const nodeKind = (unit: DraftUnit): NodeKind | undefined => {
  if (unit.caption) return undefined;
  switch (unit.kind) {
    case "furniture":
    case "pointer":
    case "serial":
      return undefined;
    case "notice-head":
      return "notice";
    default:
      return unit.kind;
  }
};

/** A place in capitals and a dash (WEXLEY HARBOR —), a bracketed place, or the language's own opener. */
export function opensStory(text: string, lexicon: Lexicon): boolean {
  if (lexicon.datelineOpeners.some((word) => [...word].length > 2 && text.startsWith(word))) return true;
  const lower = text.toLowerCase();
  if (lexicon.salutations.some((word) => lower.startsWith(word))) return true;
  const dash = text.slice(0, 60).search(/ ?[—–] ?|\. ?[—–-] /u);
  if (lexicon.spaced && dash > 2) {
    const place = text.slice(0, dash).replace(/\([^)]*\)/g, "");
    const head = place.split(/[,/]/)[0] ?? "";
    if (/\p{Lu}{3,}/u.test(head) && head === head.toUpperCase() && head.split(" ").length <= 4) return true;
  }
  if (lexicon.spaced && /^\p{Lu}[\p{Lu}’'-]{3,}(?: \p{Lu}{2,}){0,3}(?:[.,:]| \([^)]{2,12}\))/u.test(text))
    return true;
  return /^[【〔[［][^】〕\]］]{2,20}[】〕\]］]/.test(text) || /^\([^)]{2,16}=[^)]{2,10}\)/.test(text);
}

/** Bodies that stand together in one run of the file: mostly of one story. */
const neighbours = (nodes: readonly StoryNode[]): [number, number][] =>
  nodes.flatMap((node, i): [number, number][] =>
    node.kind === "body" && nodes[i + 1]?.kind === "body" && nodes[i + 1]?.chunk === node.chunk
      ? [[i, i + 1]]
      : [],
  );

function placeOf({ pieces }: DraftUnit): { place?: LinePlace } {
  const place = pieces[0]?.line.place;
  return place ? { place } : {};
}

export function buildGraph(
  { units, measure, lexicon }: PageUnits,
  { pairs, rarity, again }: EditionWords,
): StoryGraph {
  const nodes: StoryNode[] = [];
  let chunk = 0;
  let previous: DraftUnit | undefined;
  for (const unit of units) {
    const kind = nodeKind(unit);
    if (!kind) {
      if (unit.kind === "furniture") chunk += 1;
      previous = undefined;
      continue;
    }
    const last = nodes.at(-1);
    if (kind === "heading" && last?.kind === "heading" && previous?.kind === "heading" && unit.tight) {
      nodes[nodes.length - 1] = {
        ...last,
        units: [...last.units, unit],
        text: `${last.text} ${squash(unit.text).text}`,
        build: "",
        again: last.again || again.has(unit),
      };
      previous = unit;
      continue;
    }
    if (kind !== "body" || (last && last.kind !== "body") || !last) chunk += 1;
    nodes.push({
      index: nodes.length,
      kind,
      units: [unit],
      page: unit.page,
      text: squash(unit.text).text,
      chunk,
      order: unit.order,
      fresh: unit.fresh,
      open: kind === "body" ? unit.open : 0,
      measure: unit.measure,
      opens: kind === "body" && opensStory(unit.text, lexicon),
      apart: unit.apart,
      build: kind === "heading" ? buildOf(squash(unit.text).text) : "",
      again: again.has(unit),
      ...placeOf(unit),
    });
    previous = unit;
  }
  const texts = nodes.map((node) =>
    node.kind === "byline" || node.kind === "credit" || node.kind === "continuation"
      ? ""
      : node.kind === "jump"
        ? (node.units[0]?.mark?.slug ?? "")
        : node.text,
  );
  return {
    nodes,
    index: indexCohesion(texts, new Set(lexicon.functionWords), neighbours(nodes), rarity),
    blanks: measure.blanks,
    pairs,
  };
}
