/**
 * Layout: lines with boxes → the same lines in the order they are read in, in blocks, each with its place in its
 * column; a line that runs over several columns is cut. Its law: it cuts, orders and measures lines and never changes a
 * character; a page without boxes stays as it is.
 */
import type { ReadEdition } from "../model/edition.js";
import { blockId } from "../model/ids.js";
import { type Block, type Line, type LinePlace, linesOf, type Page } from "../model/page.js";
import { hangCaptions, setCaptionsApart } from "./captions.js";
import { type Chain, chainLines, isRuled } from "./chain-lines.js";
import { fillColumns } from "./columns/fill-columns.js";
import { runColumns } from "./columns/run-columns.js";
import { areFilled, type Filling } from "./columns/tell-filled.js";
import { isCrowded } from "./crowded.js";
import { cutLines, cutPage } from "./cut-lines.js";
import { frameOf, isMirrored } from "./frame.js";
import { type Hanging, hangChains } from "./hang-chains.js";
import { findJumpHeads, headlinesOf } from "./jump-heads.js";
import { findTurns, type PageTurns } from "./page-turns.js";
import { markReaderOf, type ReadMark, readNoMark } from "./printed-marks.js";
import { type Frame, widthOf } from "./rect.js";
import { putRuby, takeRuby } from "./ruby.js";
import { countHeadlines, isOrdered, runsDownColumns } from "./trust-source.js";
import { headedBoxes } from "./zones/boxes.js";
import { followColumns } from "./zones/follow-columns.js";
import { leavesOf } from "./zones/leaves.js";
import { orderBlocks } from "./zones/order-blocks.js";
import { skewOf } from "./zones/skew.js";

export { reportCrowded } from "./crowded.js";

/** One printed page: what was found on it. */
interface Leaf {
  readonly frame: Frame;
  readonly hangings: readonly Stored[];
  /** The same where its columns are filled one after the other. */
  readonly filled?: { readonly hangings: readonly Stored[]; readonly filling: Filling };
}

type Stored = Hanging & Pick<LinePlace, "storey">;

/** A page with what was found on it: one leaf, two where it is a spread, none where it has no boxes. */
interface Laid {
  readonly page: Page;
  readonly leaves: readonly Leaf[];
}

/** What is known of a page besides its lines: the newspaper's name, how marks are read, headlines of the pages before it. */
interface Known {
  readonly title: string;
  readonly readMark: ReadMark;
  readonly earlier: readonly string[];
}

function measureLeaf(page: Page, asScanned: Frame, { title, readMark, earlier }: Known): Leaf {
  const found = chainLines(asScanned, readMark);
  const skew = skewOf(found);
  const frame = (skew === 0 ? undefined : frameOf(page, skew)) ?? asScanned;
  const chains = frame === asScanned ? found : chainLines(frame, readMark);
  const apart = setCaptionsApart(frame, chains);
  const repeating = findJumpHeads(apart.chains, earlier);
  const marked = apart.chains.map((chain) =>
    repeating.has(chain) ? { ...chain, repeats: true as const } : chain,
  );
  const hangings = hangChains(apart.frame, marked, { title, isFront: page.number === 1 });
  const filled = fillColumns(apart.frame, hangings);
  return {
    frame: apart.frame,
    hangings: hangCaptions(hangings, apart.captioned),
    ...(filled ? { filled: { ...filled, hangings: hangCaptions(filled.hangings, apart.captioned) } } : {}),
  };
}

function measure(page: Page, known: Known): Laid {
  const whole = isCrowded(page) ? undefined : frameOf(page);
  if (!whole) return { page, leaves: [] };
  const parts = leavesOf(page, whole);
  const leaves = parts.flatMap((part) => {
    const frame = parts.length === 1 ? whole : frameOf(part);
    return frame ? [measureLeaf(part, frame, known)] : [];
  });
  return { page, leaves };
}

/** An edition with all pages that have boxes laid out. Ruby is taken out before, and put back behind the text of its page. */
export function layOutEdition(edition: ReadEdition): ReadEdition {
  const apart = edition.pages.map(takeRuby);
  if (apart.every(({ ruby }) => ruby.length === 0)) return layOutText(edition);
  const laid = layOutText({ ...edition, pages: apart.map(({ page }) => page) });
  return { ...laid, pages: laid.pages.map((page, at) => putRuby(page, apart[at]?.ruby ?? [])) };
}

/**
 * An edition with all pages that have boxes laid out. Where stories run down the columns (trust-source.ts) the blocks of
 * the source say more than the make-up: they are kept in its order, or, where that is none, put in order as they are.
 * Where its blocks are none either, the columns are the order.
 */
function layOutText(edition: ReadEdition): ReadEdition {
  const cut = cutLines(edition);
  const laid = measurePages(cut);
  const measured = laid.filter(({ leaves }) => leaves.length > 0);
  const running = runsDownColumns(
    measured.map(({ leaves }) => countHeadlines(leaves.flatMap(({ hangings }) => hangings))),
  );
  const isFilled = !running && areFilled(fillingsOf(measured));
  const ordered = running && isOrdered(measured.map(({ page }) => page));
  // In the source's order a line that runs over two columns is no better read in two.
  if (ordered)
    return {
      ...edition,
      pages: edition.pages.map((page, i) => (laid[i]?.leaves.length ? runOn(page, laid[i].leaves) : page)),
    };
  const layOut = (one: Laid): Page => {
    if (one.leaves.length === 0) return one.page;
    if (!running) return placePage(isFilled ? fill(one) : one);
    const frames = one.leaves.map(({ frame }) => frame);
    const blocks = orderBlocks(one.page, frames);
    if (blocks) return runOn({ ...one.page, blocks }, one.leaves);
    const leaves = one.leaves.map(
      ({ frame, hangings }): Leaf => ({ frame, hangings: followColumns(frame, hangings) }),
    );
    return placePage({ ...one, leaves });
  };
  return { ...cut, pages: laid.map(layOut) };
}

/** A page as its columns are filled, where they are. */
const fill = ({ page, leaves }: Laid): Laid => ({
  page,
  leaves: leaves.map(({ frame, hangings, filled }) => ({ frame, hangings: filled?.hangings ?? hangings })),
});

const fillingsOf = (pages: readonly Laid[]): Filling[] =>
  pages.flatMap(({ leaves }) => leaves.flatMap(({ filled }) => filled?.filling ?? []));

/** The pages of an edition one after the other, each with the headlines of those before it known. */
function measurePages({ pages, info }: ReadEdition): Laid[] {
  const earlier: string[] = [];
  return pages.map((page) => {
    const readMark = markReaderOf(page, info);
    const laid = measure(page, { title: info.newspaper.title, readMark, earlier });
    earlier.push(...laid.leaves.flatMap(({ hangings }) => headlinesOf(hangings)));
    return laid;
  });
}

/** One page by itself, laid out whatever its make-up. */
export function layOutPage(page: Page, title = "", readMark = readNoMark): Page {
  const { page: text, ruby } = takeRuby(page);
  const laid = measure(cutPage(text), { title, readMark, earlier: [] });
  if (laid.leaves.length === 0) return page;
  return putRuby(placePage(areFilled(fillingsOf([laid])) ? fill(laid) : laid), ruby);
}

/** A page whose columns run on: that each block of the source stands by itself is as good as a blank line between them. */
function runOn(page: Page, leaves: readonly Leaf[]): Page {
  const frame = leaves.length === 1 ? frameOf(page) : undefined;
  const blocks = frame ? runColumns(frame, page) : page.blocks;
  return {
    ...page,
    ...skewed(page, leaves),
    blocks: blocks.map(({ lines, ...block }, index) => ({ ...block, lines: partBlocks(lines, index) })),
  };
}

/** Two leaves of a spread may each be turned otherwise: then the page has no one skew. */
function skewed(page: Page, [leaf, other]: readonly Leaf[]): Pick<Page, "skew"> {
  const skew = leaf && !other ? leaf.frame.skew : 0;
  if (skew === 0) return {};
  return { skew: isMirrored(page) ? -skew : skew };
}

const partBlocks = (lines: readonly Line[], index: number): Line[] =>
  lines.map((line, i) => ({ ...line, blanksBefore: i === 0 && index > 0 ? 1 : 0 }));

function placePage({ page, leaves }: Laid): Page {
  if (leaves.length === 0) return page;
  const hangings = leaves.flatMap(({ frame, hangings }, leaf) => {
    // A spread is one page of the source: it begins on its first leaf and ends on its last.
    const found = findTurns(frame, hangings);
    const turns: PageTurns = {
      ...(leaf === 0 && found.in ? { in: found.in } : {}),
      ...(leaf === leaves.length - 1 && found.out ? { out: found.out } : {}),
    };
    const boxes = headedBoxes(frame, hangings);
    return hangings.map((hanging, at) => ({ ...hanging, frame, turns, box: boxes[at], leaf }));
  });
  const runs = hangings.flatMap(({ chains, head, frame, edge, storey, turns, box, leaf }, hanging) =>
    chains.map((chain) => {
      return placeLines(frame, chain, {
        hanging,
        head: round(head),
        ...(edge ? { edge } : {}),
        // A spread has boxes on both leaves.
        ...(box === undefined ? {} : { box: 2 * box + (leaf === 0 ? 0 : 1) }),
        ...(storey === undefined ? {} : { storey }),
        ...(storey === undefined && chain === turns.in ? { turnsIn: true } : {}),
        ...(storey === undefined && chain === turns.out ? { turnsOut: true } : {}),
      });
    }),
  );
  const placed = new Set(runs.flat().map(({ id }) => id));
  const rest = linesOf(page)
    .filter(({ id }) => !placed.has(id))
    .sort((a, b) => a.number - b.number);
  const blocks = [...runs, ...(rest.length > 0 ? [rest] : [])].map(
    (lines, index): Block => ({ id: blockId(page.number, index + 1), lines: partBlocks(lines, index) }),
  );
  return { ...page, ...skewed(page, leaves), blocks };
}

const round = (value: number): number => Math.round(value * 100) / 100;

function placeLines(
  frame: Frame,
  chain: Chain,
  {
    turnsOut,
    ...run
  }: Pick<LinePlace, "hanging" | "head" | "edge" | "box" | "storey" | "turnsIn" | "turnsOut">,
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
      ...(turnsOut && i === spots.length - 1 ? { turnsOut } : {}),
      ...(frame.exact ? {} : { rough: true as const }),
      ...(chain.caption ? { caption: true as const } : {}),
    };
    return spot.lines.map((line, part) => ({ ...line, place: { ...place, joins: part > 0 } }));
  });
}
