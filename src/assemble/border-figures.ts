/**
 * Figures of a border between two stories in the file, by what stands at its two sides.
 * It refuses to look at the stories themselves.
 */
import { balanceQuotes } from "./balance-quotes.js";
import { differ, fullText, isNarrow, isWide, type Put, surelyOpen, widest } from "./figure.js";
import { isAllCapitals } from "./line-states.js";
import { edgeOdds } from "./seams.js";
import type { StoryGraph, StoryNode } from "./story-nodes.js";

/** Characters below which a text shows no measure. */
const shortText = 40;
/** Texts at one side of a heading that are asked whether it names them. */
const mostNamed = 6;
/** Texts at each side of a border that are compared, and nodes from it where they are looked for. */
const mostAsked = 3;
const mostAround = 8;

/** A border between two stories, by what stands at its two sides. Without blank lines it is told from kinds alone. */
export function putBorder(graph: StoryGraph, i: number, put: Put): void {
  const { nodes, blanks } = graph;
  const above = nodes[i - 1] as StoryNode;
  const below = nodes[i] as StoryNode;
  const kinds = `${above.kind} | ${below.kind}`;
  put(kinds, 1);
  if (blanks === "none") put(`${kinds}, no blank lines`, 1);
  if (below.order !== above.order + 1) put("over furniture", 1);
  if (below.apart) put("at a blank line", 1);
  if (blanks === "pitch" && below.units[0]?.tight) put("tight at a wide pitch", 1);
  if (above.kind === "body" && below.kind === "body") putBorderOfBodies(above, below, put);
  if (below.kind === "heading") putBorderOverHeading(graph, i, put);
  if (above.kind === "heading") putBorderUnderHeading(graph, i, put);
  const before = nodes[i - 2]?.kind;
  const after = nodes[i + 1]?.kind;
  put("cohesion over it", cohesionOver(graph, i));
  putBorderOfPlaces(above, below, put);
  if (before) put(`${before}, ${kinds}`, 1);
  if (after) put(`${kinds}, ${after}`, 1);
  if (above.kind === "body" && below.kind === "byline") put("open | byline", above.open);
  if (above.kind === "byline" && below.kind === "body") {
    put("byline | fresh", below.fresh);
    if (below.opens) put("byline | opener", 1);
  }
  if (above.kind === "body" && below.kind === "jump") put("open | jump", above.open);
}

/** Whether the two hang under one heading by the make-up of the page; if not, how large the next one's heading is. */
function putBorderOfPlaces(above: StoryNode, below: StoryNode, put: Put): void {
  const [a, b] = [above.place, below.place];
  if (!a || !b) return;
  const runsOn = b.storey !== undefined;
  // A jump line ends its story on this page, whatever stands below it.
  if (a.hanging === b.hanging && above.kind === "jump") put("same hanging, after a jump", 1);
  else if (a.hanging === b.hanging)
    put(runsOn ? "same hanging, run on" : b.head > 0 ? "same hanging, headed" : "same hanging, headless", 1);
  // What comes from another page under no heading goes on from nothing on this one.
  else if (below.kind === "continuation" && b.head === 0) put("another hanging, arrives", 1);
  else if (runsOn && b.setOff) put("another hanging, head set off", 1);
  else if (a.storey !== b.storey || b.storey === -1) put("another storey", 1);
  else
    put(
      `another hanging, head ${b.head >= 1.5 ? "large" : b.head >= 1.3 ? "middling" : b.head > 0 ? "small" : "none"}`,
      1,
    );
  if (a.box !== b.box) put("into or out of a box", 1);
  if (b.ruled) put("at a rule", 1);
  if (b.rough && !runsOn && above.kind !== "jump")
    put(
      `${a.hanging === b.hanging ? "same" : "another"} hanging, ${b.head > 0 ? "headed" : "headless"}, measured`,
      1,
    );
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

function putBorderOverHeading(graph: StoryGraph, i: number, put: Put): void {
  const above = graph.nodes[i - 1] as StoryNode;
  const below = graph.nodes[i] as StoryNode;
  const after = graph.nodes[i + 1];
  if (below.units.length > 1) put("| heading of lines", 1);
  if (isWide(below)) put("| wide heading", 1);
  else if (isNarrow(below)) put("| narrow heading", 1);
  if (isAllCapitals(below.text)) put("| heading in capitals", 1);
  if (below.build !== "") put("| built heading", 1);
  if (above.kind === "body" && above.open > surelyOpen) put("open | heading", 1);
  if (after?.kind === "body" && after.opens) put("| heading, opener", 1);
  put("| lean", leanOf(graph, i));
  if (above.kind === "body" && changesOver(graph, i, 1)) put("change of measure over a heading", 1);
  if (above.kind !== "heading") return;
  if (below.again && !above.again) put("heading | jump head", 1);
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
  if (above.again && !below.again && below.kind === "heading") put("jump head | heading", 1);
  if (below.kind !== "body") return;
  if (changesOver(graph, i - 1, -1)) put("change of measure over a heading", 1);
  put("heading | fresh", below.fresh);
  if (below.opens) put("heading | opener", 1);
}

/** Whether the texts above and below the headings from `heading` on, in this direction, stand in columns of other measures. */
function changesOver({ nodes }: StoryGraph, heading: number, step: 1 | -1): boolean {
  const measureOf = (node: StoryNode | undefined): number | undefined =>
    node?.kind === "body" && node.text.length > shortText ? node.measure : undefined;
  let i = heading;
  while (nodes[i]?.kind === "heading") i += step;
  const [near, far] = [measureOf(nodes[heading - step]), measureOf(nodes[i])];
  return near !== undefined && far !== undefined && differ(near, far);
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
  const worth = (bodies: readonly number[]): number =>
    bodies.length > 0 ? index.naming(heading, bodies) : 0;
  return worth(run(1)) - worth(run(-1));
}
