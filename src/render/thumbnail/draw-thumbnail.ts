/**
 * A page drawn small from its make-up, as a picture of its own: type as grey bars, headlines dark, rules and pictures where
 * they stand. It is what stands for a page that has no scan. Like a scan it is paper by day and by night, and of words it
 * holds the newspaper's name alone.
 */
import type { Box } from "../../model/page.js";
import type { Mirror } from "../mirror/compute-mirror.js";
import type { MeasuredPage } from "../mirror/measure-page.js";
import type { PageMirror } from "../page/mirror-page.js";
import { makeRoom, type Nameplate, setName } from "./nameplate.js";
import { reckonBars } from "./reckon-bars.js";

/** Units of the drawing, and the pixels it is shown in at most. */
export const thumbnailWidth = 200;
/** Height by width; what is longer is cut off at its foot, what is flatter stands on white paper. */
const shapes = { least: 0.5, most: 1.6 };
/** White at the edges where the make-up is only reckoned: its stories fill the whole page. */
const margin = 8;
/** A line in type so much larger than the body's is a heading. */
const headingScale = 1.3;
/** Share of a line's height that its bar takes: what letters blacken. */
const ink = 0.55;

export interface Bars {
  /** In units of the drawing. */
  readonly body: readonly Box[];
  readonly heads: readonly Box[];
  readonly rules: readonly Box[];
  readonly pictures: readonly Box[];
}
/** Where the newspaper's name stands. */
interface NamePlace {
  readonly box: Box;
  readonly vertical: boolean;
}

const aspectOf = ({ makeUp }: PageMirror, vertical: boolean): number => {
  if (makeUp.kind === "measured") return makeUp.measured.place.aspect;
  return vertical ? 1 / makeUp.mirror.aspect : makeUp.mirror.aspect;
};

/** What the drawing measures, in pixels. */
export function measureThumbnail(mirror: PageMirror, vertical: boolean): { width: number; height: number } {
  const aspect = Math.min(shapes.most, Math.max(shapes.least, aspectOf(mirror, vertical)));
  return { width: thumbnailWidth, height: Math.round(thumbnailWidth * aspect) };
}

interface Drawing extends Bars {
  readonly name?: NamePlace;
}

const around = (a: Box, b: Box): Box => {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
};

function measuredBars({ place }: MeasuredPage, plate: Nameplate | undefined): Drawing {
  const scale = ({ x, y, width, height }: Box): Box => ({
    x: x * thumbnailWidth,
    y: y * thumbnailWidth,
    width: width * thumbnailWidth,
    height: height * thumbnailWidth,
  });
  const body: Box[] = [];
  const heads: Box[] = [];
  let name: NamePlace | undefined;
  for (const [id, { box, vertical }] of place.lines) {
    if (plate?.lines.has(id)) {
      const here = scale(box);
      name = { box: name ? around(name.box, here) : here, vertical };
      continue;
    }
    const em = place.sizes.get(id) ?? place.em;
    const thick = Math.min(vertical ? box.width : box.height, em) * ink;
    const bar = vertical
      ? { ...box, x: box.x + (box.width - thick) / 2, width: thick }
      : { ...box, y: box.y + (box.height - thick) / 2, height: thick };
    (em > place.em * headingScale ? heads : body).push(scale(bar));
  }
  const [rules, pictures] = [place.rules.map(scale), place.pictures.map(scale)];
  return { body, heads, rules, pictures, ...(name ? { name } : {}) };
}

/** The page as it may have been, with its name where the page view has it. */
function reckonedBars(
  { parts }: PageMirror,
  mirror: Mirror,
  paper: Box,
  plate: Nameplate | undefined,
  vertical: boolean,
): Drawing {
  if (plate === undefined) return reckonBars(parts, mirror, paper, vertical);
  const { name, rules, rest } = makeRoom(plate, paper, vertical);
  return { ...reckonBars(parts, mirror, rest, vertical), rules, name: { box: name, vertical } };
}

const dark = "#3a342c";
const short = (value: number): string => String(Math.round(value * 10) / 10);
const least = 0.3;

/** All boxes as one shape. */
const pathOf = (boxes: readonly Box[]): string =>
  boxes
    .map(({ x, y, width, height }) => {
      const w = short(Math.max(least, width));
      return `M${short(x)} ${short(y)}h${w}v${short(Math.max(least, height))}h-${w}z`;
    })
    .join("");

/**
 * The drawing as a file: SVG.
 * @param plate the name that the page prints, on an edition's first page
 */
export function drawThumbnail(mirror: PageMirror, vertical: boolean, plate?: Nameplate): string {
  const { width, height } = measureThumbnail(mirror, vertical);
  const { makeUp } = mirror;
  const inner = { x: margin, y: margin, width: width - 2 * margin, height: height - 2 * margin };
  const bars =
    makeUp.kind === "measured"
      ? measuredBars(makeUp.measured, plate)
      : reckonedBars(mirror, makeUp.mirror, inner, plate, vertical);
  const shape = (fill: string, boxes: readonly Box[]): string =>
    boxes.length === 0 ? "" : `<path fill="${fill}" d="${pathOf(boxes)}"/>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<path fill="#fbf8f0" d="M0 0h${width}v${height}H0z"/>`,
    shape("#c9c2b4", bars.pictures),
    shape("#b3ac9e", bars.body),
    shape("#8b8376", bars.rules),
    shape(dark, bars.heads),
    plate && bars.name ? setName(plate, bars.name.box, bars.name.vertical, dark) : "",
    "</svg>\n",
  ].join("");
}
