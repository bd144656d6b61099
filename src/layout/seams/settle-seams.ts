/**
 * Which text goes on in which, where the make-up led astray: a story goes on in the next column under the foot of its
 * neighbour, or begins left of its headline. What hung there by its place is looked at again by its seams (how text ends
 * and how the next begins), all of a page together, and only where another arrangement is plainly better.
 *
 *     une séance où l’on a   ‖ beaucoup parlé        the end of the story above, and the beginning of this one in
 *     ─────────────────────                          the next column
 *     mécanisme, avec l’aide                         from the column left of it: … du
 *
 * It refuses to move what stands round a headline amid its text or at its foot, and text that says nothing.
 */
import type { Chain } from "../chain-lines.js";
import type { Linked } from "../link-chains.js";
import type { Links } from "../links.js";
import type { Frame } from "../rect.js";
import { columnRuns, type Run } from "./column-runs.js";
import { pathsOf } from "./seam-order.js";
import { searchOrder } from "./search-order.js";
import { setsIn } from "./text-edges.js";
import { waysOf } from "./ways.js";

/** Runs of a page at most; more are no print. */
const mostRuns = 150;

/** The links of a page, those of text that goes on otherwise set anew. */
export function settleSeams(frame: Frame, chains: readonly Chain[], linked: Linked): Linked {
  const runs = columnRuns(frame, chains, linked, setsIn(frame, chains));
  if (runs.length < 2 || runs.length > mostRuns) return linked;
  const order = searchOrder(runs, waysOf(frame, chains, runs));
  if (order.every((before, at) => before === runs[at]?.before)) return linked;
  const links = new Map(linked.links);
  for (const path of pathsOf(order)) relink(runs, path, links);
  return { ...linked, links };
}

/** Each run of a story hangs on the one before it, and the first on the headline that the story has. */
function relink(runs: readonly Run[], path: readonly number[], links: Links): void {
  const own = path.map((at) => runs[at] as Run);
  const head = own.find((run) => run.head)?.head;
  own.forEach((run, nth) => {
    if (run.settled) return;
    const [first, ...rest] = run.chains as [Chain, ...Chain[]];
    rest.forEach((chain, i) => {
      const up = links.get(chain);
      if (!up || !run.chains.includes(up)) links.set(chain, run.chains[i] as Chain);
    });
    if (run.head !== undefined && run.head === head) return;
    const before = own[nth - 1]?.chains.at(-1) ?? head;
    if (before) links.set(first, before);
    else if (run.before !== undefined) links.delete(first);
  });
}
