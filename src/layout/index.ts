/**
 * Layout: lines with boxes → the same lines in the order they are read in, in blocks, each with its place in its
 * column. Its law: it orders and measures lines and never changes a character; a page without boxes stays as it is.
 */
import type { ReadEdition } from "../model/edition.js";
import { blockId } from "../model/ids.js";
import { type Block, type Line, linesOf, type Page } from "../model/page.js";
import { type Chain, chainLines, isRuled } from "./chain-lines.js";
import { runColumns } from "./columns/run-columns.js";
import { frameOf } from "./frame.js";
import { type Hanging, hangChains } from "./hang-chains.js";
import { type Frame, widthOf } from "./rect.js";
import { countHeadlines, isOrdered, runsDownColumns } from "./trust-source.js";

/** A page with what was found on it; `frame` is absent where it has no boxes. */
interface Laid {
  readonly page: Page;
  readonly frame?: Frame;
  readonly hangings: readonly Hanging[];
}

const measure = (page: Page, title: string): Laid => {
  const frame = frameOf(page);
  if (!frame) return { page, hangings: [] };
  return {
    page,
    frame,
    hangings: hangChains(frame, chainLines(frame), { title, isFront: page.number === 1 }),
  };
};

/** An edition with all pages that have boxes laid out; see trust-source.ts for where the source's order is kept. */
export function layOutEdition(edition: ReadEdition): ReadEdition {
  const laid = edition.pages.map((page) => measure(page, edition.info.newspaper.title));
  const measured = laid.filter(({ frame }) => frame);
  const asSource =
    runsDownColumns(measured.map(({ hangings }) => countHeadlines(hangings))) &&
    isOrdered(measured.map(({ page }) => page));
  return {
    ...edition,
    pages: laid.map((one) => (one.frame ? (asSource ? runOn(one) : placePage(one)) : one.page)),
  };
}

/** One page by itself, laid out whatever its make-up. */
export function layOutPage(page: Page, title = ""): Page {
  const laid = measure(page, title);
  return laid.frame ? placePage(laid) : page;
}

/** A page whose columns run on: that each block of the source stands by itself is as good as a blank line between them. */
const runOn = ({ page, frame }: Laid): Page => ({
  ...page,
  blocks: (frame ? runColumns(frame, page) : page.blocks).map(({ lines, ...block }, index) => ({
    ...block,
    lines: setApart(lines, index),
  })),
});

const setApart = (lines: readonly Line[], index: number): Line[] =>
  lines.map((line, i) => ({ ...line, blanksBefore: i === 0 && index > 0 ? 1 : 0 }));

function placePage({ page, frame, hangings }: Laid): Page {
  if (!frame) return page;
  const runs = hangings.flatMap(({ chains, head }, hanging) =>
    chains.map((chain) => placeLines(frame, chain, { hanging, head: round(head) })),
  );
  const placed = new Set(runs.flat().map(({ id }) => id));
  const rest = linesOf(page)
    .filter(({ id }) => !placed.has(id))
    .sort((a, b) => a.number - b.number);
  const blocks = [...runs, ...(rest.length > 0 ? [rest] : [])].map(
    (lines, index): Block => ({ id: blockId(page.number, index + 1), lines: setApart(lines, index) }),
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
    const place = {
      // Heights that an OCR measured differ by the letters in them: lines of one headline are of one size.
      scale: round(chain.display && !frame.exact ? chain.scale : spot.em / frame.em),
      bold: spot.bold && !frame.bold,
      inset: round((spot.x0 - chain.x0) / frame.em),
      room: round((chain.x1 - spot.x1) / frame.em),
      width: round(widthOf(spot) / frame.em),
      column: round(widthOf(chain) / frame.em),
      ruled: above !== undefined && isRuled(frame.rules, above, spot),
      ...run,
    };
    return spot.lines.map((line, part) => ({ ...line, place: { ...place, joins: part > 0 } }));
  });
}
