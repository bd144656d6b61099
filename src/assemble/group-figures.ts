/**
 * What can be said of a set of nodes as one story, and of a border between two stories in the file: named figures,
 * whose weights (group-weights.ts) make the worth of a grouping. Each is a count, a yes (1), or a sum of log odds.
 * It refuses to weigh, and to look at other stories: how they share a page is for the search.
 * Boxes, once pages have them, add their figures here (same column, under the same headline, across a rule).
 */
import { isUnspaced } from "../text/scripts.js";
import { typicalWidth } from "../text/widths.js";
import { balanceQuotes } from "./balance-quotes.js";
import type { StoryGraph, StoryNode } from "./story-nodes.js";

/** Takes a figure; the same name again adds to it. */
export type Put = (name: string, value: number) => void;

/** A text is open where its last sentence goes on elsewhere, fresh where a paragraph begins with it: at least so likely. */
const surelyOpen = 0.5;
const hardlyFresh = 0.3;
/** A body of few characters says less by what it shares. */
const fullText = 60;
/** Companions a body must have for half of their mean to count: so that a long story is not better off in two. */
const companions = 3;
/** Paragraphs beyond the first that make a story long: long ones are signed or dated, briefs are not. */
const longStory = 4;
/** Letters below which a story is a brief. */
const brief = 200;
/** Latin letters that say as much as one ideograph. */
const latinShare = 0.4;
/** Texts at one side of a heading that are asked whether it names them. */
const mostNamed = 6;
/** Texts at each side of a border that are compared, and nodes from it where they are looked for. */
const mostAsked = 3;
const mostAround = 8;

const widest = (node: StoryNode): number => Math.max(...node.units.map((unit) => typicalWidth(unit.text)));
/** Set in larger type than the column's: wider than it. */
const isWide = (node: StoryNode): boolean => widest(node) > 1.05 * node.measure;
const isNarrow = (node: StoryNode): boolean => widest(node) <= 0.9 * node.measure && node.units.length === 1;
const isSpacedPage = ({ nodes }: StoryGraph): boolean => {
  const bodies = nodes.filter((node) => node.kind === "body");
  return 2 * bodies.filter((node) => node.units[0]?.spaced).length > bodies.length;
};
const differ = (a: number, b: number): boolean => Math.abs(a - b) > 0.1 * Math.max(a, b);

/** Log odds against a text that is `open` being followed by one that is `fresh`. */
function edgeOdds(open: number, fresh: number): number {
  const whenOpen = 0.94 * (1 - fresh) + 0.06 * fresh;
  const whenEnded = 0.06 * (1 - fresh) + 0.94 * fresh;
  return -Math.log(2 * (open * whenOpen + (1 - open) * whenEnded));
}

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
      if (parts.bodies.length === 0) return;
      putHeads(group, parts, graph, put);
      putFragments(group, parts, graph, put);
      putSize(parts, graph, spaced, put);
      putWords(group, parts, graph, spaced, put);
    },
    ofBorder: (i, put) => putBorder(graph, i, put),
  };
}

interface Parts {
  readonly bodies: readonly number[];
  readonly heads: readonly number[];
  /** Headings that stand together in the file. */
  readonly blocks: readonly (readonly number[])[];
  readonly count: Readonly<Record<StoryNode["kind"], number>>;
  /** Bodies that open as a dispatch does. */
  readonly openers: number;
  /** Nothing says that a story begins here: no byline, no dateline, no opener, no mark, no box. */
  readonly unmarked: boolean;
}

function partsOf(group: readonly number[], { nodes }: StoryGraph): Parts {
  const count = { body: 0, heading: 0, byline: 0, dateline: 0, credit: 0, jump: 0, continuation: 0, notice: 0 };
  const bodies: number[] = [];
  const heads: number[] = [];
  const blocks: number[][] = [];
  let openers = 0;
  for (const i of group) {
    const node = nodes[i] as StoryNode;
    count[node.kind] += 1;
    if (node.kind === "body") {
      bodies.push(i);
      if (node.opens) openers += 1;
    } else if (node.kind === "heading") {
      heads.push(i);
      const last = blocks.at(-1);
      if (last?.at(-1) === i - 1) last.push(i);
      else blocks.push([i]);
    }
  }
  const unmarked =
    count.byline + count.dateline + count.continuation + count.notice + openers === 0 && bodies.length > 0;
  return { bodies, heads, blocks, count, openers, unmarked };
}

/** What a story is made of. */
function putKinds(group: readonly number[], parts: Parts, { nodes }: StoryGraph, put: Put): void {
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

/** How its headings stand. A heading of one narrow line without a byline under it is as a rule a subhead. */
function putHeads(group: readonly number[], parts: Parts, { nodes }: StoryGraph, put: Put): void {
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
  put("parallel subheads", countParallel(heads, nodes));
}

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
function putFragments(group: readonly number[], parts: Parts, graph: StoryGraph, put: Put): void {
  const { nodes } = graph;
  const { bodies, count } = parts;
  const inGroup = new Set(group);
  const runsOn = (i: number): boolean =>
    nodes[i]?.kind === "body" && nodes[i + 1]?.kind === "body" && nodes[i]?.chunk === nodes[i + 1]?.chunk;
  const open = bodies.filter(
    (i) => (nodes[i]?.open ?? 0) > surelyOpen && !(runsOn(i) && inGroup.has(i + 1)),
  );
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
function sumOfSeams(bodies: readonly number[], { nodes, pairs }: StoryGraph, runsOn: (i: number) => boolean): number {
  let sum = 0;
  for (const i of bodies) {
    const last = nodes[i]?.text.at(-1) ?? "";
    if ((nodes[i]?.open ?? 0) <= surelyOpen || !isUnspaced(last)) continue;
    let best: number | undefined;
    for (const j of bodies) {
      const first = nodes[j]?.text[0] ?? "";
      if (j === i || (j === i + 1 && runsOn(i)) || (nodes[j]?.fresh ?? 1) >= surelyOpen || !isUnspaced(first))
        continue;
      const seen = pairs.get(last + first) ?? 0;
      const worth = seen > 0 ? 0.9 + 0.4 * Math.min(2, Math.log(seen)) : -0.5;
      if (best === undefined || worth > best) best = worth;
    }
    sum += best ?? 0;
  }
  return sum;
}

function putSize({ bodies, blocks, count, unmarked }: Parts, graph: StoryGraph, spaced: boolean, put: Put): void {
  const { nodes } = graph;
  const letters =
    bodies.reduce((sum, i) => sum + (nodes[i]?.text.length ?? 0), 0) * (spaced ? latinShare : 1);
  put("log letters", Math.log(1 + letters));
  const linesOf = (block: readonly number[]): number =>
    block.reduce((sum, i) => sum + (nodes[i]?.units.length ?? 0), 0);
  const lines = Math.max(0, ...blocks.map(linesOf));
  if (blocks.length > 1)
    put("headings over little", Math.max(0, Math.log(blocks.length * 150) - Math.log(1 + letters)));
  if (lines >= 2) put("large heading over little", Math.max(0, Math.log(lines * 150) - Math.log(1 + letters)));
  if (unmarked && letters < brief) put("unmarked brief", 1);
  if (count.byline > 0 && letters < 0.6 * brief) put("signed brief", 1);
  if (count.jump > 0 && letters < 0.75 * brief) put("jump from a brief", 1);
}

/** That its texts speak of one thing, and its headings of them. */
function putWords(
  group: readonly number[],
  { bodies, heads, blocks }: Parts,
  graph: StoryGraph,
  spaced: boolean,
  put: Put,
): void {
  const { nodes, index } = graph;
  const both = (name: string, value: number): void => {
    put(name, value);
    if (spaced) put(`${name}, spaced`, value);
  };
  const size = (i: number): number => Math.min(1, (nodes[i]?.text.length ?? 0) / fullText);
  if (bodies.length === 1) put("lonely", size(bodies[0] ?? 0));
  else {
    both("cohesion", bodies.reduce((sum, i) => sum + size(i) * companionship(i, bodies, index.cohesion), 0));
    put("cohesion of runs", cohesionOfRuns(bodies, graph));
  }
  if (blocks.length > 0) {
    const named = blocks.map((block) => block.reduce((sum, i) => sum + index.naming(i, bodies), 0));
    both("naming, best heading", Math.max(...named));
    both("naming", named.reduce((sum, value) => sum + value, 0));
    if (named.length > 1) put("naming, least heading", Math.min(...named));
    put("naming against", heads.reduce((sum, i) => sum + Math.min(0, index.naming(i, bodies)), 0));
  }
  for (const i of group)
    if (nodes[i]?.kind === "jump") put("slug", index.naming(i, [...bodies, ...heads]));
}

/** How well a body goes with the story: with the two most like it, and with all of it. */
function companionship(i: number, bodies: readonly number[], cohesion: (a: number, b: number) => number): number {
  let best = -2;
  let second = -2;
  let sum = 0;
  for (const other of bodies) {
    if (other === i) continue;
    const value = cohesion(i, other);
    sum += value;
    if (value > best) {
      second = best;
      best = value;
    } else if (value > second) second = value;
  }
  const nearest = second <= -2 ? best : 0.65 * best + 0.35 * second;
  return 0.5 * nearest + sum / (bodies.length - 1 + companions);
}

/** How far neighbouring runs of bodies, with a heading or mark between, speak of one thing. */
function cohesionOfRuns(bodies: readonly number[], { nodes, index }: StoryGraph): number {
  const runs: number[][] = [];
  for (const i of bodies) {
    const last = runs.at(-1);
    if (last && nodes[last.at(-1) ?? 0]?.chunk === nodes[i]?.chunk) last.push(i);
    else runs.push([i]);
  }
  const letters = (run: readonly number[]): number => run.reduce((sum, i) => sum + (nodes[i]?.text.length ?? 0), 0);
  let total = 0;
  for (let k = 1; k < runs.length; k += 1) {
    const [above, below] = [runs[k - 1] ?? [], runs[k] ?? []];
    let sum = 0;
    for (const a of above) for (const b of below) sum += index.cohesion(a, b);
    const size = Math.min(1, letters(above) / 80, letters(below) / 80);
    total += (size * sum) / (above.length * below.length);
  }
  return total;
}

/** A border between two stories, by what stands at its two sides. Without blank lines it is told from kinds alone. */
function putBorder(graph: StoryGraph, i: number, put: Put): void {
  const { nodes, blanks } = graph;
  const above = nodes[i - 1] as StoryNode;
  const below = nodes[i] as StoryNode;
  const kinds = `${above.kind} | ${below.kind}`;
  put(kinds, 1);
  if (blanks === "none") put(`${kinds}, no blank lines`, 1);
  if (below.order !== above.order + 1) put("over furniture", 1);
  if (below.apart) put("at a blank line", 1);
  if (blanks === "pitch" && !below.units[0]?.tight) put("at a wide pitch", 1);
  if (above.kind === "body" && below.kind === "body") putBorderOfBodies(above, below, put);
  if (below.kind === "heading") putBorderOverHeading(graph, i, put);
  if (above.kind === "heading") putBorderUnderHeading(graph, i, put);
  const before = nodes[i - 2]?.kind ?? "nothing";
  const after = nodes[i + 1]?.kind ?? "nothing";
  put("cohesion over it", cohesionOver(graph, i));
  put(`${before}, ${kinds}`, 1);
  put(`${kinds}, ${after}`, 1);
  if (above.kind === "body" && below.kind === "byline") put("open | byline", above.open);
  if (above.kind === "byline" && below.kind === "body") {
    put("byline | fresh", below.fresh);
    if (below.opens) put("byline | opener", 1);
  }
  if (above.kind === "body" && below.kind === "jump") put("open | jump", above.open);
}

/** How far the nearest texts above and below a border speak of one thing. */
function cohesionOver({ nodes, index }: StoryGraph, border: number): number {
  const nearest = (from: number, step: 1 | -1): number[] => {
    const bodies: number[] = [];
    for (let i = from; nodes[i] && Math.abs(i - from) < mostAround && bodies.length < mostAsked; i += step)
      if (nodes[i]?.kind === "body" && (nodes[i]?.text.length ?? 0) >= fullText / 2) bodies.push(i);
    return bodies;
  };
  const [above, below] = [nearest(border - 1, -1), nearest(border, 1)];
  if (above.length === 0 || below.length === 0) return 0;
  let sum = 0;
  for (const a of above) for (const b of below) sum += index.cohesion(a, b);
  return sum / (above.length * below.length);
}

function putBorderOfBodies(above: StoryNode, below: StoryNode, put: Put): void {
  if (above.chunk !== below.chunk) {
    put("body | body of another run", 1);
    return;
  }
  put("edge", edgeOdds(above.open, below.fresh));
  put("open | body", above.open);
  put("body | fresh", below.fresh);
  if (below.apart) put("body | body at a blank line", 1);
  if (differ(above.measure, below.measure)) put("change of measure", 1);
  if (below.opens) put("body | opener", 1);
  const quotes = balanceQuotes(above.text, below.text);
  if (quotes !== 0) put(quotes > 0 ? "quotation closed over it" : "quotation closed without one", 1);
}

const isCapitals = (text: string): boolean => /\p{Lu}{2}/u.test(text) && text === text.toUpperCase();

function putBorderOverHeading(graph: StoryGraph, i: number, put: Put): void {
  const above = graph.nodes[i - 1] as StoryNode;
  const below = graph.nodes[i] as StoryNode;
  const after = graph.nodes[i + 1];
  if (below.units.length > 1) put("| heading of lines", 1);
  if (isWide(below)) put("| wide heading", 1);
  else if (isNarrow(below)) put("| narrow heading", 1);
  if (isCapitals(below.text)) put("| heading in capitals", 1);
  if (below.build !== "") put("| built heading", 1);
  if (above.kind === "body" && above.open > surelyOpen) put("open | heading", 1);
  if (after?.kind === "body" && after.opens) put("| heading, opener", 1);
  put("| lean", leanOf(graph, i));
  if (above.kind !== "heading") return;
  const ratio = widest(below) / Math.max(1, widest(above));
  if (ratio >= 1.4) put("heading | longer heading", 1);
  else if (ratio <= 0.7) put("heading | shorter heading", 1);
  if (below.apart) put("heading | heading at a blank line", 1);
}

function putBorderUnderHeading(graph: StoryGraph, i: number, put: Put): void {
  const above = graph.nodes[i - 1] as StoryNode;
  const below = graph.nodes[i] as StoryNode;
  const before = graph.nodes[i - 2];
  if (above.units.length > 1) put("heading of lines |", 1);
  if (isWide(above)) put("wide heading |", 1);
  else if (isNarrow(above)) put("narrow heading |", 1);
  if (above.build !== "") put("built heading |", 1);
  if (before?.kind === "body" && before.open < 0.3) put("ended, heading |", 1);
  put("lean |", leanOf(graph, i - 1));
  if (below.kind !== "body") return;
  put("heading | fresh", below.fresh);
  if (below.opens) put("heading | opener", 1);
}

/** How much better a heading names the run of text after it in the file than the run before it. */
function leanOf({ nodes, index }: StoryGraph, heading: number): number {
  const run = (step: 1 | -1): number[] => {
    let i = heading + step;
    while (nodes[i] && nodes[i]?.kind !== "body" && Math.abs(i - heading) < 4) i += step;
    const chunk = nodes[i]?.chunk;
    const bodies: number[] = [];
    for (; nodes[i]?.kind === "body" && nodes[i]?.chunk === chunk && bodies.length < mostNamed; i += step)
      bodies.push(i);
    return bodies;
  };
  const worth = (bodies: readonly number[]): number => (bodies.length > 0 ? index.naming(heading, bodies) : 0);
  return worth(run(1)) - worth(run(-1));
}
