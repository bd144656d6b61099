/**
 * From a first arrangement to the cheapest that can be reached: exchanges of the tails of two stories and moves of
 * short runs, each taken when it lowers the whole cost, until none does. Deterministic: stories are tried in order.
 */
import type { LinkCost } from "./link-costs.js";
import { costOfLinks, costOfWhole, type Path } from "./story-cost.js";
import type { StoryGraph } from "./story-nodes.js";
import type { Weights } from "./weights.js";

/** Improvements smaller than this are rounding. */
export const epsilon = 1e-7;
/** Sweeps at most, so that a hostile page ends; ordinary pages need a handful. */
const mostSweeps = 40;
/** No term of a whole story is worth more than this, so a move whose links cost more cannot pay. */
const mostWholeGain = 5.5;
const longestRun = 6;

/** A story under work: its nodes and its cost by parts. */
export interface Story {
  readonly path: Path;
  readonly links: number;
  readonly whole: number;
}

export type Try = (pathA: Path, pathB: Path, linksA: number, linksB: number) => void;

/** @param start the arrangement to begin from. Where no node stands, none is given back. */
export function searchStories(
  graph: StoryGraph,
  link: LinkCost,
  weights: Weights,
  start: readonly Path[],
): Story[] {
  const story = (path: Path): Story => ({
    path,
    links: costOfLinks(path, link),
    whole: costOfWhole(path, graph, weights),
  });
  let stories = start.map(story);
  let dirty = new Set<Story>(stories);
  for (let sweep = 0; sweep < mostSweeps && dirty.size > 0; sweep += 1) {
    const next = sweepStories(stories, dirty, link, story, graph, weights);
    stories = next.stories;
    dirty = next.dirty;
  }
  return stories;
}

/** One sweep: every pair of stories of which one changed since it was last looked at. */
function sweepStories(
  before: readonly Story[],
  dirty: ReadonlySet<Story>,
  link: LinkCost,
  story: (path: Path) => Story,
  graph: StoryGraph,
  w: Weights,
): { stories: Story[]; dirty: Set<Story> } {
  const empty = story([]);
  const stories: Story[] = [...before, empty];
  const fresh = new Set<Story>();
  const put = (at: number, path: Path): void => {
    const made = story(path);
    stories[at] = made;
    if (path.length > 0) fresh.add(made);
  };
  const isDirty = (s: Story | undefined): boolean => s !== undefined && (dirty.has(s) || fresh.has(s));
  for (let a = 0; a < stories.length; a += 1) {
    for (let b = 0; b < stories.length; b += 1) {
      const sa = stories[a] ?? empty;
      const sb = stories[b] ?? empty;
      if (sa.path.length === 0 || (!isDirty(sa) && !isDirty(sb))) continue;
      let gain = epsilon;
      let best: [Path, Path] | undefined;
      const limit = sa.links + sb.links + mostWholeGain;
      const now = a === b ? sa.links + sa.whole : sa.links + sa.whole + sb.links + sb.whole;
      const attempt: Try = (pathA, pathB, linksA, linksB) => {
        if (linksA + linksB > limit - gain) return;
        const gained = now - linksA - linksB - costOfWhole(pathA, graph, w) - costOfWhole(pathB, graph, w);
        if (gained > gain) {
          gain = gained;
          best = [pathA, pathB];
        }
      };
      if (a === b) tryReorders(sa, link, attempt);
      else tryExchanges(sa, sb, a < b || sb.path.length === 0, link, attempt);
      if (!best) continue;
      put(a, best[0]);
      if (a !== b) put(b, best[1]);
      if ((stories.at(-1) ?? empty).path.length > 0) stories.push(empty);
    }
  }
  const kept = stories.filter((s) => s.path.length > 0);
  return { stories: kept, dirty: new Set([...fresh].filter((s) => kept.includes(s))) };
}

/** Exchanges of tails (when `tails`) and moves of a run from the first story into the second. */
export function tryExchanges(sa: Story, sb: Story, tails: boolean, link: LinkCost, attempt: Try): void {
  const a = sa.path;
  const b = sb.path;
  const before = (path: Path, i: number): number => (i > 0 ? (path[i - 1] ?? -1) : -1);
  const at = (path: Path, i: number): number => path[i] ?? -1;
  const total = sa.links + sb.links;
  if (tails) {
    for (let i = 0; i <= a.length; i += 1) {
      for (let j = 0; j <= b.length; j += 1) {
        if (i + j === 0 || i + j === a.length + b.length) continue;
        const cut = link(before(a, i), at(a, i)) + link(before(b, j), at(b, j));
        const made =
          (i === 0 && j === b.length ? 0 : link(before(a, i), at(b, j))) +
          (j === 0 && i === a.length ? 0 : link(before(b, j), at(a, i)));
        if (made - cut > mostWholeGain) continue;
        attempt(a.slice(0, i).concat(b.slice(j)), b.slice(0, j).concat(a.slice(i)), total - cut + made, 0);
      }
    }
  }
  for (let i = 0; i < a.length; i += 1) {
    for (let length = 1; length <= longestRun && i + length <= a.length; length += 1) {
      const first = at(a, i);
      const last = at(a, i + length - 1);
      const whole = length === a.length;
      const out =
        (whole ? 0 : link(before(a, i), at(a, i + length))) -
        link(before(a, i), first) -
        link(last, at(a, i + length));
      for (let j = 0; j <= b.length; j += 1) {
        const into =
          link(before(b, j), first) +
          link(last, at(b, j)) -
          (b.length === 0 ? 0 : link(before(b, j), at(b, j)));
        if (out + into > mostWholeGain) continue;
        attempt(
          a.slice(0, i).concat(a.slice(i + length)),
          b.slice(0, j).concat(a.slice(i, i + length), b.slice(j)),
          total + out + into,
          0,
        );
      }
    }
  }
}

/** Moves of a run inside one story. */
function tryReorders(s: Story, link: LinkCost, attempt: Try): void {
  const path = s.path;
  for (let i = 0; i < path.length; i += 1) {
    for (let length = 1; length <= longestRun + 2 && i + length <= path.length; length += 1) {
      const run = path.slice(i, i + length);
      const rest = [...path.slice(0, i), ...path.slice(i + length)];
      for (let j = 0; j <= rest.length; j += 1) {
        if (j === i) continue;
        const candidate = [...rest.slice(0, j), ...run, ...rest.slice(j)];
        attempt(candidate, [], costOfLinks(candidate, link), 0);
      }
    }
  }
}
