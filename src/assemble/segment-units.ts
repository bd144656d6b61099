/**
 * Lines → units, by one dynamic program over the page: for each piece, is it the first line of a paragraph, a further
 * line of it, a heading line, a byline, a mark, a credit, furniture? Costs are about −log of how often real pages do
 * such a thing: a line that falls short of its column ends a paragraph (unless it is stretched, then never); a
 * paragraph ends with a sentence; a line wider than its column is set in another size, so it is a heading. What these
 * costs get wrong is put right by figures whose weights are fitted on real setting (line-figures.ts).
 * It never looks at what comes from elsewhere on the page: that is for grouping.
 */
import { heedTold, type Told } from "./library/told-states.js";
import { fittedCosts, type LineCosts } from "./line-costs.js";
import { type LineState, never, type SegmentContext, type StatedPiece, states } from "./line-states.js";

/** A reading that is so much dearer than the cheapest so far is not followed. */
const hopeless = 20;

/**
 * The state of every piece of a page: the cheapest whole reading. Linear in the number of pieces.
 * @param told what a library's zones tell of each piece.
 */
export function segmentPieces(context: SegmentContext, told?: readonly Told[]): StatedPiece[] {
  const { pieces } = context;
  if (pieces.length === 0) return [];
  const fitted = fittedCosts(context);
  const costsOf = told ? heedTold(fitted, pieces, told) : fitted;
  const costs: number[][] = [];
  const back: number[][] = [];
  for (let i = 0; i < pieces.length; i += 1) {
    const row: number[] = [];
    const from: number[] = [];
    const bound = Math.min(never, Math.min(...(costs[i - 1] ?? [])) + hopeless);
    for (const state of states) {
      const own = costsOf.own(i, state);
      let best = i === 0 ? costsOf.step(0, "start", state) : never * 10;
      let bestFrom = 0;
      if (i > 0 && own < never)
        states.forEach((previous, p) => {
          const before = costs[i - 1]?.[p] ?? never;
          if (before >= bound) return;
          const cost = before + costsOf.step(i, previous, state);
          if (cost < best) {
            best = cost;
            bestFrom = p;
          }
        });
      row.push(best + own);
      from.push(bestFrom);
    }
    costs.push(row);
    back.push(from);
  }
  const finals = (costs.at(-1) ?? []).map((cost, s) => cost + costsOf.end(states[s] as LineState));
  let s = finals.indexOf(Math.min(...finals));
  const path: number[] = new Array(pieces.length).fill(0);
  for (let i = pieces.length - 1; i >= 0; i -= 1) {
    path[i] = s;
    s = back[i]?.[s] ?? 0;
  }
  return pieces.map((piece, i) => ({
    piece,
    state: states[path[i] ?? 0] as LineState,
    ...explain(context, costsOf, path, i),
  }));
}

/** What decided a state, and by how much it beat the next best with its neighbours held. */
function explain(
  context: SegmentContext,
  costs: LineCosts,
  path: readonly number[],
  i: number,
): { rule: string; margin: number } {
  const at = (k: number): LineState => states[path[k] ?? 0] as LineState;
  const local = (s: number): number => {
    const state = states[s] as LineState;
    return (
      costs.own(i, state) +
      costs.step(i, i > 0 ? at(i - 1) : "start", state) +
      (i + 1 < path.length ? costs.step(i + 1, state, at(i + 1)) : costs.end(state))
    );
  };
  const chosen = path[i] ?? 0;
  const own = local(chosen);
  let second = never;
  for (let s = 0; s < states.length; s += 1) if (s !== chosen) second = Math.min(second, local(s));
  const state = states[chosen] as LineState;
  const reading = context.readings[i]?.find((r) => r.role === state);
  const rule = reading
    ? reading.rule
    : state === "heading"
      ? "shape-of-heading"
      : state === "mark"
        ? "wording-of-mark"
        : state === "first"
          ? "begins-paragraph"
          : "continues-paragraph";
  return { rule, margin: Math.min(20, second - own) };
}
