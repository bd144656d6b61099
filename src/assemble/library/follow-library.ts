/**
 * Articles as a library has them (`segmentation: source`): each item is an article, over pages too. What the library
 * left out is added by our own lights: stories of the lines that are in no item, and printed jumps whose halves it has
 * as two articles. It never takes a line out of an item, and never parts one.
 */

import type { Leftover } from "../../model/article.js";
import type { LibraryItem } from "../../model/library.js";
import type { EditionWords } from "../edition-words.js";
import { groupArticles } from "../group-articles.js";
import type { JumpJoin } from "../join-jumps.js";
import { joinSettled } from "../join-jumps.js";
import { leftoverReason } from "../leftovers.js";
import type { PageUnits } from "../read-units.js";
import { readStories, type Story } from "../stories.js";
import { buildGraph } from "../story-nodes.js";
import { type LibraryIndex, placeOfUnit } from "./index-items.js";
import { storiesOfItems } from "./item-stories.js";

export interface GroupedStories {
  /** All stories, those that cannot stand alone among them. */
  readonly stories: readonly Story[];
  /** Those that can, and how they go on in each other, by their positions in this list. */
  readonly kept: readonly Story[];
  readonly joins: readonly JumpJoin[];
  /** Captions that stand in none. */
  readonly captions?: readonly Leftover[];
}

/** Units of items are hidden as furniture is: what stands beyond them is no neighbour. */
function ownStories(pages: readonly PageUnits[], index: LibraryIndex, words: EditionWords) {
  return pages.flatMap((page) => {
    const units = page.units.map((unit) =>
      placeOfUnit(unit, index) ? { ...unit, kind: "furniture" as const } : unit,
    );
    const graph = buildGraph({ ...page, units }, words);
    return readStories(graph, groupArticles(graph));
  });
}

/** What of an item stands on several pages is one article, in the order of the pages. */
function joinItems(stories: readonly Story[]): JumpJoin[] {
  const last = new Map<LibraryItem, number>();
  return stories.flatMap((story, to): JumpJoin[] => {
    if (!story.item) return [];
    const from = last.get(story.item);
    last.set(story.item, to);
    if (from === undefined) return [];
    return [
      { from, to, score: story.margin, margin: story.margin, reason: "the library has both in one article" },
    ];
  });
}

/** Printed jumps between stories that do not go on in, or from, a story of the same item. */
function joinPrinted(
  stories: readonly Story[],
  known: readonly JumpJoin[],
  pairs: ReadonlyMap<string, number>,
  functionWords: ReadonlySet<string>,
): JumpJoin[] {
  const leaving = new Set(known.map(({ from }) => from));
  const entered = new Set(known.map(({ to }) => to));
  const open = stories.map((story, i) => ({
    ...story,
    forward: leaving.has(i) ? [] : story.forward,
    backward: entered.has(i) ? [] : story.backward,
  }));
  const next = new Map(known.map(({ from, to }) => [from, to]));
  return joinSettled(open, pairs, functionWords).filter(({ from, to }) => {
    // A story that would go on in itself keeps its marks loose.
    for (let at: number | undefined = to; at !== undefined; at = next.get(at)) if (at === from) return false;
    next.set(from, to);
    return true;
  });
}

export function followLibrary(
  pages: readonly PageUnits[],
  index: LibraryIndex,
  words: EditionWords,
  functionWords: ReadonlySet<string>,
): GroupedStories {
  const stories = [...storiesOfItems(pages, index), ...ownStories(pages, index, words)];
  const kept = stories.filter((story) => leftoverReason(story) === undefined);
  const joined = joinItems(kept);
  // Our own file has joined what is to be joined.
  if ([...index.values()][0]?.piece !== undefined) return { stories, kept, joins: joined };
  return { stories, kept, joins: [...joined, ...joinPrinted(kept, joined, words.pairs, functionWords)] };
}
