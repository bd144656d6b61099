/**
 * Halves of jumped stories, put together over all pages of an edition. Two halves are joined when both ends agree:
 * a jump line on page 1 that names page 2, and a continuation mark on page 2 that names page 1; where several stand
 * between the same two pages, words decide which is whose, one to one. What does not find its other half with a
 * reason is dangling. False joins are worse than missed ones, so every join must beat a price.
 */
import { joinReasons, reasonSeparator } from "../model/join-reasons.js";
import { squash } from "../text/squash.js";
import { indexCohesion } from "./cohesion.js";
import { scoreCut } from "./score-cut.js";
import { settleMarks } from "./settle-marks.js";
import { solveAssignment } from "./solve-assignment.js";
import { bodyTextOf, headTextOf, type Story } from "./stories.js";

export interface JumpJoin {
  readonly from: number;
  readonly to: number;
  /** Worth of the join in nats over leaving both dangling. */
  readonly score: number;
  /** How much worse the best other arrangement would be. */
  readonly margin: number;
  readonly reason: string;
}

/** What a join must be worth, by how many could claim the same mark: alone, both ends' agreement is nearly enough. */
const priceAlone = 0.2;
const priceAmong = 1.2;
/** Alone once its rivals have found other halves. */
const priceLeft = 0.8;
const besideNotice = 1.5;
const never = 1e4;

interface Half {
  readonly story: number;
  /** Page it names; undefined where the number could not be read. */
  readonly names: number | undefined;
}

interface Evidence {
  readonly score: number;
  readonly reason: string;
}

/**
 * Joins among stories (of all pages), by their positions in the list that is given back: the same stories, with
 * jump lines that stood with the wrong one moved.
 */
export function joinJumps(
  grouped: readonly Story[],
  pairs: ReadonlyMap<string, number>,
  functionWords: ReadonlySet<string>,
): { stories: readonly Story[]; joins: readonly JumpJoin[] } {
  const judgeGrouped = evidenceFor(grouped, pairs, functionWords);
  const stories = settleMarks(grouped, (from, to) => judgeGrouped(from, to).score);
  return { stories, joins: joinSettled(stories, pairs, functionWords) };
}

/** Joins among stories whose marks stand with the right ones: the surest first, then what they leave over. */
export function joinSettled(
  stories: readonly Story[],
  pairs: ReadonlyMap<string, number>,
  functionWords: ReadonlySet<string>,
): JumpJoin[] {
  const forward = halves(stories, "forward");
  const backward = halves(stories, "backward");
  if (forward.length === 0 || backward.length === 0) return [];
  const judge = evidenceFor(stories, pairs, functionWords);
  const agree = (f: Half, b: Half): boolean => {
    const a = stories[f.story] as Story;
    const z = stories[b.story] as Story;
    if (f.story === b.story || a.page === z.page) return false;
    // A mark that lost its number to an OCR is told by the other half.
    if (f.names === undefined) return b.names === a.page;
    return f.names === z.page && (b.names === undefined || b.names === a.page);
  };
  // What speaks for two halves is the same in every round; what it must be worth is not.
  const evidence = new Map(
    forward.map((f) => [
      f,
      new Map(backward.filter((b) => agree(f, b)).map((b) => [b, judge(f.story, b.story)])),
    ]),
  );
  const joins: JumpJoin[] = [];
  for (;;) {
    const left = {
      forward: forward.filter(({ story }) => joins.every(({ from }) => from !== story)),
      backward: backward.filter(({ story }) => joins.every(({ to }) => to !== story)),
    };
    // Two that name each other have no rival in a mark whose number was lost: that is told by what is left to it.
    const rivalsIn = (among: typeof left, f: Half, b: Half): number => {
      const named = f.names !== undefined && b.names !== undefined;
      const counts = (x: Half): boolean => !named || x.names !== undefined;
      return (
        among.forward.filter((x) => counts(x) && agree(x, b)).length +
        among.backward.filter((x) => counts(x) && agree(f, x)).length -
        2
      );
    };
    const price = (f: Half, b: Half): number => {
      if (rivalsIn(left, f, b) > 0) return priceAmong;
      if (rivalsIn({ forward, backward }, f, b) > 0) return priceLeft;
      return f.names === undefined || b.names === undefined ? priceAmong : priceAlone;
    };
    const found = joinOnce(left.forward, left.backward, (f, b) => {
      const known = evidence.get(f)?.get(b);
      return known && { ...known, price: price(f, b) };
    });
    if (found.length === 0) return joins.sort((x, y) => x.from - y.from);
    joins.push(...found);
  }
}

/** The best joins of these halves, one to one; `weigh` is undefined where two cannot be halves of one story. */
function joinOnce(
  forward: readonly Half[],
  backward: readonly Half[],
  weigh: (f: Half, b: Half) => (Evidence & { readonly price: number }) | undefined,
): JumpJoin[] {
  const evidence = forward.map((f) => backward.map((b) => weigh(f, b)));
  const n = Math.max(forward.length, backward.length);
  const size = n * 2;
  const matrix = Array.from({ length: size }, (_, f) =>
    Array.from({ length: size }, (_, b) => {
      const found = evidence[f]?.[b];
      if (f < forward.length && b < backward.length) return found ? found.price - found.score : never;
      return 0;
    }),
  );
  const chosen = solveAssignment(matrix);
  return forward.flatMap((half, f): JumpJoin[] => {
    const b = chosen[f] ?? -1;
    const found = evidence[f]?.[b];
    const other = backward[b];
    if (!found || !other || (matrix[f]?.[b] ?? 0) >= 0) return [];
    return [
      {
        from: half.story,
        to: other.story,
        score: found.score - found.price,
        margin: marginOf(matrix, f, b),
        reason: found.reason,
      },
    ];
  });
}

function halves(stories: readonly Story[], side: "forward" | "backward"): Half[] {
  return stories.flatMap((story, index) =>
    story[side].slice(0, 1).map((unit) => ({ story: index, names: unit.mark?.page })),
  );
}

/** Cost of the best arrangement without this pair, over the best with it. */
function marginOf(matrix: readonly (readonly number[])[], f: number, b: number): number {
  const total = (m: readonly (readonly number[])[]): number =>
    solveAssignment(m).reduce((sum, column, row) => sum + (m[row]?.[column] ?? 0), 0);
  const without = matrix.map((row, i) => (i === f ? row.map((cost, j) => (j === b ? never : cost)) : row));
  return total(without) - total(matrix);
}

/** What speaks for two stories being halves of one, in nats. */
function evidenceFor(
  stories: readonly Story[],
  pairs: ReadonlyMap<string, number>,
  functionWords: ReadonlySet<string>,
): (from: number, to: number) => Evidence {
  const n = stories.length;
  const bodies = stories.map(bodyTextOf);
  const heads = stories.map(headTextOf);
  const slugs = stories.map((story) => story.forward[0]?.mark?.slug ?? "");
  const backSlugs = stories.map((story) => story.backward[0]?.mark?.slug ?? "");
  const index = indexCohesion(
    [...bodies, ...heads, ...slugs, ...backSlugs].map((text) => squash(text).text),
    functionWords,
    [],
  );
  return (from, to) => {
    const a = stories[from] as Story;
    const z = stories[to] as Story;
    const numbered = a.forward[0]?.mark?.page !== undefined && z.backward[0]?.mark?.page !== undefined;
    const reasons: string[] = [numbered ? joinReasons.bothMarks : joinReasons.oneMark];
    const words = 1.2 * index.cohesion(from, to);
    if (words > 0.5) reasons.push(joinReasons.rareWords);
    const head = z.heads.length > 0 ? index.coverage(n + to, [from, n + from]) : 0.1;
    if (z.heads.length > 0 && head > 0.5) reasons.push(joinReasons.headWords);
    const same = z.heads.length > 0 && a.heads.length > 0 ? index.coverage(n + to, [n + from]) : 0;
    const slug = slugs[from] !== "" ? index.coverage(2 * n + from, [to, n + to]) - 0.1 : 0;
    const backSlug =
      backSlugs[to] !== "" ? index.coverage(3 * n + to, [from, n + from, 2 * n + from]) - 0.1 : 0;
    if (slug > 0.3 || backSlug > 0.3) reasons.push(joinReasons.markWord);
    const cut = scoreCut(a, z, pairs);
    // Notices are not continued: a mark beside one stands with the wrong text.
    const beside = a.notice || z.notice ? besideNotice : 0;
    if (cut > 0.8) reasons.push(joinReasons.sentenceGoesOn);
    return {
      score: words + 3 * (head - 0.1) + 1.5 * same + 2 * slug + 2 * backSlug + cut - beside,
      reason: reasons.join(reasonSeparator),
    };
  };
}
