/**
 * The bars of a page whose make-up is only reckoned: in the box of each story its headline lines, then lines of text down its
 * columns. What of it is true is what of the make-up is true: the order and rough size of the stories.
 */
import type { Box } from "../../model/page.js";
import type { Mirror, MirrorRegion } from "../mirror/compute-mirror.js";
import { gutter, leading } from "../mirror/estimate-height.js";
import { measurePart } from "../mirror/measure-part.js";
import type { PagePart } from "../page/gather-part.js";
import type { Bars } from "./draw-thumbnail.js";

/** Units between two lines of text: closer ones would be one grey. */
const leastPitch = 3;
/** Shares of a pitch and of an em that ink takes. */
const ink = { body: 0.45, head: 0.7 };
/** Ems from one headline line to the next, by their size. */
const headPitch = 1.2;
/** The last line of a column of text is short, or the drawing looks like a fence. */
const lastLine = 0.6;

/** On a vertical page the reckoning stands on its side: what runs down runs from the right. */
const onItsSide = ({ x, y, width, height }: Box, wide: number): Box => ({
  x: wide - y - height,
  y: x,
  width: height,
  height: width,
});

interface Sheet {
  readonly wide: number;
  readonly high: number;
  /** One em, in units. */
  readonly em: number;
}

function barsOf(part: PagePart, region: MirrorRegion, sheet: Sheet): { body: Box[]; heads: Box[] } {
  const { em } = sheet;
  const x = region.box.x * sheet.wide;
  const end = (region.box.y + region.box.height) * sheet.high - em;
  const width = region.box.width * sheet.wide - gutter * em;
  let y = region.box.y * sheet.high + em;
  const heads: Box[] = [];
  for (const ems of measurePart(part.lines).headlineWidths) {
    const size = Math.max(region.headlineSize * em, leastPitch);
    if (y + size > end) break;
    heads.push({ x, y, width: Math.min(width, ems * region.headlineSize * em), height: size * ink.head });
    y += Math.max(size * headPitch, leastPitch * headPitch);
  }
  const pitch = Math.max(leading * em, leastPitch);
  const column = (region.box.width * sheet.wide) / region.columns;
  const body: Box[] = [];
  for (let at = 0; at < region.columns; at += 1)
    for (let line = y; line + pitch <= end; line += pitch) {
      const isLast = line + 2 * pitch > end && at === region.columns - 1;
      const full = column - gutter * em;
      body.push({
        x: x + at * column,
        y: line,
        width: isLast ? full * lastLine : full,
        height: pitch * ink.body,
      });
    }
  return { body, heads };
}

/** @param inner the paper within its margins */
export function reckonBars(
  parts: readonly PagePart[],
  { regions, columns, measure }: Mirror,
  inner: Box,
  vertical: boolean,
): Bars {
  const [wide, high] = vertical ? [inner.height, inner.width] : [inner.width, inner.height];
  const sheet: Sheet = { wide, high, em: wide / (columns * (measure + gutter)) };
  const place = (box: Box): Box => {
    const { x, y, width, height } = vertical ? onItsSide(box, inner.width) : box;
    return { x: x + inner.x, y: y + inner.y, width, height };
  };
  const all = regions.flatMap((region) => {
    const part = parts[region.part];
    return part ? [barsOf(part, region, sheet)] : [];
  });
  return {
    body: all.flatMap(({ body }) => body.map(place)),
    heads: all.flatMap(({ heads }) => heads.map(place)),
    rules: [],
    pictures: [],
  };
}
