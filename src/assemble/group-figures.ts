/**
 * What can be said of a set of nodes as one story, and of a border between two stories in the file: named figures,
 * whose weights (group-weights.ts) make the worth of a grouping. Each is a count, a yes (1), or a sum of log odds.
 * It refuses to weigh, and to look at other stories: how they share a page is for the search.
 */
import { isUnspaced } from "../text/scripts.js";
import { putBorder } from "./border-figures.js";
import { differ, hardlyFresh, isWide, type Put, surelyOpen } from "./figure.js";
import { seamWorth } from "./seams.js";
import type { StoryGraph, StoryNode } from "./story-nodes.js";
import { partsOf, type StoryParts } from "./story-parts.js";
import { putWords } from "./word-figures.js";

/** Paragraphs beyond the first that make a story long: long ones are signed or dated, briefs are not. */
const longStory = 4;
/** Letters below which a story is a brief. */
const brief = 200;
/** Latin letters that say as much as one ideograph. */
const latinShare = 0.4;
const isSpacedPage = ({ nodes }: StoryGraph): boolean => {
  const bodies = nodes.filter((node) => node.kind === "body");
  return 2 * bodies.filter((node) => node.units[0]?.spaced).length > bodies.length;
};
/** Where a page is asked for many figures: what does not change from one to the next. */
export interface Figures {
  /** Figures of the nodes, in the order of the file, as one story. */
  readonly ofGroup: (nodes: readonly number[], put: Put) => void;
  /** Figures of a border between node i − 1 and node i. */
  readonly ofBorder: (i: number, put: Put) => void;
}

export function figuresOf(graph: StoryGraph): Figures {
  const spaced = isSpacedPage(graph);
  return {
    ofGroup: (group, put) => {
      const parts = partsOf(group, graph);
      putKinds(group, parts, graph, put);
      putBoxes(group, graph, put);
      if (parts.bodies.length === 0) return;
      putHeads(group, parts, graph, put);
      putFragments(group, parts, graph, put);
      putSize(parts, graph, spaced, put);
      putWords(group, parts, graph, spaced, put);
    },
    ofBorder: (i, put) => putBorder(graph, i, put),
  };
}

/** What a story is made of. */
function putKinds(group: readonly number[], parts: StoryParts, { nodes }: StoryGraph, put: Put): void {
  const { bodies, heads, blocks, count, openers, unmarked } = parts;
  const { byline, credit, jump, continuation, notice, dateline } = count;
  const further = (name: string, value: number): void => {
    if (value > 1) put(`further ${name}`, value - 1);
  };
  put("stories", 1);
  if (bodies.length === 0) {
    put("no body", 1);
    put("bare headings", heads.length);
    further("bare heading blocks", blocks.length);
    const only = group.length === 1 ? nodes[group[0] ?? 0] : undefined;
    if (only && only.kind !== "heading") put(`alone ${only.kind}`, 1);
    if (jump + continuation > 0) put("mark without body", 1);
    if (byline > 0) put("byline without body", 1);
  } else {
    if (bodies.length === 1) put("one body", 1);
    put("log bodies", Math.log(bodies.length));
  }
  further("bylines", byline);
  further("credits", credit);
  further("jump lines", jump);
  further("continuation lines", continuation);
  further("notice heads", notice);
  further("openers", openers);
  further("datelines", dateline);
  if (byline > 0) put("byline", 1);
  if (byline > 0 && blocks.length === 0) put("byline without heading", 1);
  if (credit > 0) put("credit", 1);
  if (credit > 0 && byline > 0) put("credit and byline", 1);
  if (jump > 0) put("jump line", 1);
  if (continuation > 0) put("continuation line", 1);
  if (continuation > 0 && jump > 0) put("continuation and jump", 1);
  if (continuation > 0 && byline > 0) put("continuation and byline", 1);
  if (continuation > 0 && openers > 0) put("continuation and opener", 1);
  if (openers > 0) put("opener", 1);
  if (notice > 0) {
    if (heads.length > 0) put("notice and heading", 1);
    if (byline > 0) put("notice and byline", 1);
    if (jump + continuation > 0) put("notice and mark", 1);
    put("notice bodies", Math.min(6, Math.max(0, bodies.length - 1)));
  }
  if (unmarked) {
    put("unmarked", 1);
    put("unmarked long", Math.min(longStory, bodies.length - 1));
  }
}

/** A box with a heading of its own is by itself: no story is in it and out of it, or in two. */
function putBoxes(group: readonly number[], { nodes }: StoryGraph, put: Put): void {
  const boxes = new Set(group.map((i) => nodes[i]?.place).flatMap((place) => (place ? [place.box] : [])));
  if (boxes.size > 1) put("further boxes", boxes.size - 1);
}

/** How its headings stand. A heading of one narrow line without a byline under it is as a rule a subhead. */
function putHeads(group: readonly number[], parts: StoryParts, { nodes }: StoryGraph, put: Put): void {
  const { bodies, heads, blocks, count } = parts;
  const isSigned = (block: readonly number[]): boolean => {
    const next = (block.at(-1) ?? 0) + 1;
    return nodes[next]?.kind === "byline" && group.includes(next);
  };
  const isSubhead = (block: readonly number[]): boolean => {
    const node = nodes[block[0] ?? 0] as StoryNode;
    return block.length === 1 && node.units.length === 1 && !isWide(node) && !isSigned(block);
  };
  if (blocks.length === 0) {
    if (count.notice > 0) put("headless notice", 1);
    else if (count.continuation > 0) put("headless jump", 1);
    // Where columns run on, what stands at the head of a page before the first heading goes on from the page before.
    else if (bodies.every((i) => runsOnHeadless(nodes[i]))) put("headless, run on", 1);
    else {
      put("headless", 1);
      put("headless long", Math.min(longStory, bodies.length - 1));
    }
    return;
  }
  const subheads = blocks.filter(isSubhead).length;
  const headlines = blocks.length - subheads;
  if (headlines > 1) put("further headlines", headlines - 1);
  if (blocks.length > 1) put("further heading blocks", blocks.length - 1);
  if (blocks.length > 1) put("subheads to a body", subheads / bodies.length);
  const first = heads[0] === group[0];
  const last = heads.at(-1) === group.at(-1);
  put(first ? "heading first" : last ? "heading last" : "heading inside", 1);
  if (blocks.length > 1 && first && last) put("headings at both ends", 1);
  const longest = Math.max(...blocks.map((block) => block.length));
  if (longest > 3) put("long heading", longest - 3);
  put("headings in a row", heads.length - blocks.length);
  putJumpHead(blocks, isSubhead, parts, nodes, put);
  put("parallel subheads", countParallel(heads, nodes));
}

/** The head of a rest: there is no other headline, no byline over it, and its text goes on from another page. */
function putJumpHead(
  blocks: StoryParts["blocks"],
  isSubhead: (block: readonly number[]) => boolean,
  { bodies, count, openers }: StoryParts,
  nodes: readonly StoryNode[],
  put: Put,
): void {
  const isAgain = (i: number): boolean => nodes[i]?.again === true;
  const again = blocks.filter((block) => block.some(isAgain));
  if (again.length === 0) return;
  put("jump head and headline", blocks.filter((block) => !block.some(isAgain) && !isSubhead(block)).length);
  put("jump head in a longer block", again.filter((block) => !block.every(isAgain)).length);
  if (again.length > 1) put("further jump heads", again.length - 1);
  if (count.byline > 0) put("jump head and byline", 1);
  if (openers + count.dateline > 0) put("jump head and opener", 1);
  if (count.continuation > 0 || bodies.some((i) => (nodes[i]?.fresh ?? 1) < hardlyFresh))
    put("jump head, goes on", 1);
}

const runsOnHeadless = (node: StoryNode | undefined): boolean =>
  node?.place?.storey !== undefined && node.place.head === 0;

/** Neighbouring headings of one build (头两天：下山 / 中间三天：过关; A聚“B”：… twice): the mark of one story. */
function countParallel(heads: readonly number[], nodes: readonly StoryNode[]): number {
  let count = 0;
  for (let k = 1; k < heads.length; k += 1) {
    const a = nodes[heads[k - 1] ?? 0]?.build ?? "";
    const b = nodes[heads[k] ?? 0]?.build ?? "";
    const length = Math.min(3, a.length, b.length);
    if (length > 0 && a.slice(0, length) === b.slice(0, length) && (length === 3 || a.length === b.length))
      count += 1;
  }
  return count;
}

/** Columns break paragraphs: what ends open somewhere goes on elsewhere in the same story, or over the page. */
function putFragments(group: readonly number[], parts: StoryParts, graph: StoryGraph, put: Put): void {
  const { nodes } = graph;
  const { bodies, count } = parts;
  const inGroup = new Set(group);
  const runsOn = (i: number): boolean =>
    nodes[i]?.kind === "body" && nodes[i + 1]?.kind === "body" && nodes[i]?.chunk === nodes[i + 1]?.chunk;
  const open = bodies.filter((i) => (nodes[i]?.open ?? 0) > surelyOpen && !(runsOn(i) && inGroup.has(i + 1)));
  const starts = bodies.filter(
    (i) => (nodes[i]?.fresh ?? 1) < hardlyFresh && !(runsOn(i - 1) && inGroup.has(i - 1)),
  );
  const ends = Math.max(0, open.length - (count.jump > 0 ? 1 : 0));
  const begins = Math.max(0, starts.length - (count.continuation > 0 ? 1 : 0));
  put("fragments paired", Math.min(ends, begins));
  if (ends > begins) put("open ends", ends - begins);
  if (begins > ends) put("cut beginnings", begins - ends);
  put("seams", sumOfSeams(bodies, graph, runsOn));
  const measures = bodies.flatMap((i) => {
    const node = nodes[i] as StoryNode;
    return node.text.length > 40 ? [node.measure] : [];
  });
  if (measures.length > 1 && Math.max(...measures) > 1.15 * Math.min(...measures)) put("measures differ", 1);
  put("changes of measure", measures.filter((m, k) => k > 0 && differ(m, measures[k - 1] ?? m)).length);
}

/** For each text that ends open, how often the two characters that would meet at its best continuation meet elsewhere. */
function sumOfSeams(
  bodies: readonly number[],
  { nodes, pairs }: StoryGraph,
  runsOn: (i: number) => boolean,
): number {
  let sum = 0;
  for (const i of bodies) {
    const last = nodes[i]?.text.at(-1) ?? "";
    if ((nodes[i]?.open ?? 0) <= surelyOpen || !isUnspaced(last)) continue;
    let best: number | undefined;
    for (const j of bodies) {
      const first = nodes[j]?.text[0] ?? "";
      if (j === i || (j === i + 1 && runsOn(i)) || (nodes[j]?.fresh ?? 1) >= surelyOpen || !isUnspaced(first))
        continue;
      const worth = seamWorth(pairs.get(last + first) ?? 0);
      if (best === undefined || worth > best) best = worth;
    }
    sum += best ?? 0;
  }
  return sum;
}

function putSize(
  { bodies, blocks, count, unmarked }: StoryParts,
  graph: StoryGraph,
  spaced: boolean,
  put: Put,
): void {
  const { nodes } = graph;
  const letters =
    bodies.reduce((sum, i) => sum + (nodes[i]?.text.length ?? 0), 0) * (spaced ? latinShare : 1);
  put("log letters", Math.log(1 + letters));
  const linesOf = (block: readonly number[]): number =>
    block.reduce((sum, i) => sum + (nodes[i]?.units.length ?? 0), 0);
  const lines = Math.max(0, ...blocks.map(linesOf));
  if (blocks.length > 1)
    put("headings over little", Math.max(0, Math.log(blocks.length * 150) - Math.log(1 + letters)));
  if (lines >= 2)
    put("large heading over little", Math.max(0, Math.log(lines * 150) - Math.log(1 + letters)));
  if (unmarked && letters < brief) put("unmarked brief", 1);
  if (count.byline > 0 && letters < 0.6 * brief) put("signed brief", 1);
  if (count.jump > 0 && letters < 0.75 * brief) put("jump from a brief", 1);
}
