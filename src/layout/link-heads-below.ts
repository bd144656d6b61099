/** Headlines at the foot of their stories hang on the text over them, and no text over one goes with text over another. */
import type { Chain } from "./chain-lines.js";
import type { HeadBelow } from "./columns-over.js";
import type { Field } from "./field.js";
import { type Links, rootOf } from "./links.js";
import { footOf, isWeak } from "./look-around.js";
import { around, type Frame } from "./rect.js";

/** Whether a chain may be linked to another, which is then done. */
export type MayJoin = (chain: Chain, up: Chain) => boolean;

/** Pitches by which a column of a story may reach below the headline at its foot. */
const deeper = 1.2;

/**
 * Columns over different headlines stand side by side as columns of one story do; but they are kept apart. So is a
 * column that goes on below the headline of what is beside it.
 */
export function keepApart(frame: Frame, field: Field, heads: readonly HeadBelow[], links: Links): MayJoin {
  if (heads.length === 0) return () => true;
  const headOf = new Map<Chain, HeadBelow>();
  for (const head of heads) for (const chain of head.columns.flat()) headOf.set(chain, head);
  const reachesBelow = (chain: Chain, { parts }: HeadBelow): boolean =>
    footOf(frame, field, chain).y1 > around(parts).y1 + deeper * frame.pitch;
  return (chain, up) => {
    const root = rootOf(up, links);
    const [own, other] = [headOf.get(rootOf(chain, links)), headOf.get(root)];
    if (own && other && own !== other) return false;
    if (!own && other && reachesBelow(chain, other)) return false;
    if (own && !other && reachesBelow(up, own)) return false;
    if (own) headOf.set(root, own);
    return true;
  };
}

/** A headline at the foot of its story hangs on the first column over it, and the other columns are of that story. */
export function linkHeadBelow({ parts, columns }: HeadBelow, links: Links): void {
  const first = columns[0]?.[0];
  if (!first) return;
  parts.forEach((part, i) => {
    links.set(part, parts[i - 1] ?? first);
  });
  for (const column of columns.slice(1))
    for (const chain of column) {
      const [story, root] = [rootOf(first, links), rootOf(chain, links)];
      if (root !== story && (!root.display || isWeak(root))) links.set(root, story);
    }
}
