/**
 * What a grouping of a page is worth: the figures of its stories and of the borders between them, times their
 * weights, less a price for stories that stand in several places of the file.
 */
import { weighBy } from "./figure.js";
import { type Figures, figuresOf } from "./group-figures.js";
import { groupWeights } from "./group-weights.js";
import type { StoryGraph } from "./story-nodes.js";

/** What the make-up of the page says of a border, in nats: text under one heading is one story unless words say no. */
const placeWeights = {
  "same hanging, headed": -4,
  "same hanging, headless": -2,
  "same hanging, after a jump": 3,
  "another hanging, head large": 8,
  "another hanging, head middling": 6,
  "another hanging, head small": 5,
  "another hanging, head none": 0,
  "another hanging, arrives": 8,
  // What an OCR measured is less sure.
  "same hanging, headed, measured": 1,
  "same hanging, headless, measured": 1,
  "another hanging, headed, measured": -2,
  "at a rule": 1,
  // What stands in a box under a heading of its own is by itself, whatever its words are.
  "into or out of a box": 5,
  "further boxes": -10,
  // Columns that run on: only a heading ends a section, and text of one storey is never of another.
  "same hanging, run on": -4,
  "another hanging, head set off": 9,
  "another storey": 6,
};

/**
 * In nats, set by reason, since invented issues have few of them: the head of the rest of a story from another page, and
 * columns of another measure under a heading than over it (of 8 such borders all part two stories, of 819 others .57).
 */
const reasonedWeights = {
  "heading | jump head": 2,
  "jump head | heading": 1.5,
  "jump head and headline": -3,
  "jump head in a longer block": -2,
  "further jump heads": -3,
  "jump head and byline": -2,
  "jump head and opener": -1.5,
  "jump head, goes on": 1.5,
  "change of measure over a heading": 2,
  // A story has at most one: of 479 signed stories none has two, and of 17 bylines under another all begin a story.
  "further bylines": -3,
};

/** Nodes of one story, in the order of the file. */
export type Group = readonly number[];

/** What a story must gain, in nats, for each further place in the file it stands in. */
const scatter = 5;
/**
 * The same for a place that holds a long text without word spaces: its words speak for themselves. (On average they
 * tell texts of one story from texts of two in 72 of 100 pairs in such scripts, in 62 in spaced ones.)
 */
const scatterOfLong = 2.5;
/** Characters of body text. */
const longRun = 300;

/** What groupings of a page are worth. */
export interface Worth {
  /** Of a group by itself, with the price of standing in several places. */
  readonly ofGroup: (group: Group) => number;
  /** Of a border between node i − 1 and node i. */
  readonly ofBorder: (i: number) => number;
}

export function worthOf(
  graph: StoryGraph,
  weights: Readonly<Record<string, number>> = {
    ...groupWeights,
    ...placeWeights,
    ...reasonedWeights,
  },
): Worth {
  const figures: Figures = figuresOf(graph);
  const weigh = weighBy(weights);
  const borders = graph.nodes.map((_, i) => (i === 0 ? 0 : weigh((put) => figures.ofBorder(i, put))));
  const known = new Map<string, number>();
  return {
    ofBorder: (i) => borders[i] ?? 0,
    ofGroup: (group) => {
      const key = nameOf(group);
      let worth = known.get(key);
      if (worth === undefined) {
        worth = weigh((put) => figures.ofGroup(group, put)) - priceOfScatter(group, graph);
        known.set(key, worth);
      }
      return worth;
    },
  };
}

/** Groups are many and long; their stretches name them in fewer words than their nodes. */
function nameOf(group: Group): string {
  let name = "";
  let last = Number.NaN;
  for (const i of group) {
    if (i !== last + 1) name += Number.isNaN(last) ? i : `-${last},${i}`;
    last = i;
  }
  return `${name}-${last}`;
}

/** What it costs that a group stands in several places: each but the cheapest, its home. */
function priceOfScatter(group: Group, { nodes }: StoryGraph): number {
  const prices = runsOf(group).map(([first, last]) => {
    let ideographs = 0;
    for (const { kind, units, text } of nodes.slice(first, last + 1))
      if (kind === "body" && !units[0]?.spaced) ideographs += text.length;
    return ideographs >= longRun ? scatterOfLong : scatter;
  });
  return prices.reduce((sum, price) => sum + price, 0) - Math.min(...prices);
}

/** Stretches of a group that stand together in the file: first and last node. */
export function runsOf(group: Group): [number, number][] {
  const runs: [number, number][] = [];
  for (const i of group) {
    const last = runs.at(-1);
    if (last && last[1] === i - 1) last[1] = i;
    else runs.push([i, i]);
  }
  return runs;
}
