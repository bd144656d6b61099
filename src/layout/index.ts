/**
 * Layout: lines with boxes → the same lines in the order they are read in, in blocks, each with its place in its
 * column. Its law: it orders and measures lines and never changes a character; a page without boxes stays as it is.
 */
import type { ReadEdition } from "../model/edition.js";
import { blockId } from "../model/ids.js";
import { type Block, type Line, linesOf, type Page } from "../model/page.js";
import { type Chain, chainLines, isRuled } from "./chain-lines.js";
import { frameOf } from "./frame.js";
import { hangChains } from "./hang-chains.js";
import { type Frame, middle, widthOf } from "./rect.js";

/** An edition with all pages that have boxes laid out. */
export const layOutEdition = (edition: ReadEdition): ReadEdition => ({
  ...edition,
  pages: edition.pages.map((page) => layOutPage(page, edition.info.newspaper.title)),
});

export function layOutPage(page: Page, title = ""): Page {
  const frame = frameOf(page);
  if (!frame) return page;
  const hangings = hangChains(frame, chainLines(frame), { title, isFront: page.number === 1 });
  const runs = hangings.flatMap(({ chains, head }, hanging) =>
    chains.map((chain) => placeLines(frame, chain, { hanging, head: round(head) })),
  );
  const placed = new Set(runs.flat().map(({ id }) => id));
  const rest = linesOf(page)
    .filter(({ id }) => !placed.has(id))
    .sort((a, b) => a.number - b.number);
  const blocks = [...runs, ...(rest.length > 0 ? [rest] : [])].map(
    (lines, index): Block => ({
      id: blockId(page.number, index + 1),
      lines: lines.map((line, i) => ({ ...line, blanksBefore: i === 0 && index > 0 ? 1 : 0 })),
    }),
  );
  return { ...page, blocks };
}

const round = (value: number): number => Math.round(value * 100) / 100;

function placeLines(
  frame: Frame,
  chain: Chain,
  run: { readonly hanging: number; readonly head: number },
): Line[] {
  const { spots } = chain;
  return spots.flatMap((spot, i) => {
    const above = spots[i - 1];
    const white = above ? (middle(spot) - middle(above) - frame.pitch) / frame.em : 0;
    const place = {
      scale: round(spot.em / frame.em),
      inset: round((spot.x0 - chain.x0) / frame.em),
      room: round((chain.x1 - spot.x1) / frame.em),
      width: round(widthOf(spot) / frame.em),
      column: round(widthOf(chain) / frame.em),
      white: round(Math.max(0, white)),
      ruled: above !== undefined && isRuled(frame.rules, above, spot),
      ...run,
    };
    return spot.lines.map((line, part) => ({ ...line, place: { ...place, joins: part > 0 } }));
  });
}
