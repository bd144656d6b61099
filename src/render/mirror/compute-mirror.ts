/**
 * Computes the approximate make-up of a page that has no coordinates: how many columns it had, and which piece of it
 * each story took. For vertical pages the same reckoning stands on its side: columns are tiers and the whole is read
 * from the right, which the style sheet does by its writing mode.
 * Where a source gives boxes, `measure-page.ts` is used in place of this; it never claims to be more than approximate.
 */
import type { Box } from "../../model/page.js";
import { type ColumnGrid, estimateHeight, gutter, headlineSize, leading } from "./estimate-height.js";
import { type PartMeasure, pageMeasure } from "./measure-part.js";
import { type Cut, groupSize, packRegions } from "./pack-regions.js";

export interface MirrorRegion {
  /** Place of the story in the list given. */
  readonly part: number;
  readonly columns: number;
  /** Headline type in ems of body type. */
  readonly headlineSize: number;
  /** Fractions of the page, origin at the page's own beginning (top left, or top right when vertical). */
  readonly box: Box;
}

export interface Mirror {
  readonly columns: number;
  /** Ems of one column. */
  readonly measure: number;
  /** Height by width of the whole, as reckoned. */
  readonly aspect: number;
  /** Its stories carry the place in the list given to `computeMirror`. */
  readonly cut: Cut;
  /** By place in the list given. */
  readonly regions: readonly MirrorRegion[];
  /** Places in the list given in the order of the page: its lead first, each story after what stands before or above it. */
  readonly order: readonly number[];
}

/** What a page of either direction may be. Measures as reckoned: of a vertical page, across its tiers. */
interface Paper {
  /** Height by width. */
  readonly aspect: number;
  readonly mostColumns: number;
  /** Ems: more do not fit a wide screen in type that can be read. */
  readonly widest: number;
  readonly highest: number;
}
/** Newspapers are 1.3 (tabloid) to 1.5 (broadsheet) times as high as wide; Japanese pages had up to fifteen tiers. */
const papers: Readonly<Record<"horizontal" | "vertical", Paper>> = {
  horizontal: { aspect: 1.4, mostColumns: 8, widest: 92, highest: Number.POSITIVE_INFINITY },
  vertical: { aspect: 0.7, mostColumns: 15, widest: 260, highest: 80 },
};
/** How strongly the shape of the whole counts against white paper, as a share of the page per doubling. */
const aspectPrice = 0.3;
/** Beyond the highest, each doubling counts as much as a page of white paper. */
const overflowPrice = 4;
/** Stories that go on elsewhere were worth a beginning here. */
const goesOnWeight = 1.8;
/** Notices and adverts stand low on a page, whatever their size. */
const kindWeight: Readonly<Record<PartMeasure["kind"], number>> = { story: 1, notice: 0.25, advert: 0.2 };
/** A story under a headline of its own stands above a headless one of the same length. */
const headlineWeight = 1.4;

const weightOf = (part: PartMeasure): number =>
  (part.ems + 30) *
  kindWeight[part.kind] *
  (part.headlineWidths.length > 0 ? headlineWeight : 1) *
  (part.goesOn ? goesOnWeight : 1);

function placeBoxes(
  cut: Cut,
  grid: ColumnGrid,
  order: readonly number[],
  parts: readonly PartMeasure[],
  total: number,
): MirrorRegion[] {
  const regions: MirrorRegion[] = [];
  const heightOf = (piece: Cut): number => {
    if (piece.kind === "story") {
      const part = parts[order[piece.index] ?? 0];
      return part ? estimateHeight(part, piece.index, piece.columns, grid) : 0;
    }
    const heights = piece.pieces.map(heightOf);
    return piece.kind === "across" ? heights.reduce((a, b) => a + b, 0) : Math.max(0, ...heights);
  };
  const place = (piece: Cut, x: number, y: number, height: number): void => {
    if (piece.kind === "story") {
      const part = order[piece.index] ?? 0;
      const measure = parts[part];
      if (!measure) return;
      const box = {
        x: x / grid.columns,
        y: y / total,
        width: piece.columns / grid.columns,
        height: height / total,
      };
      regions.push({
        part,
        columns: piece.columns,
        headlineSize: headlineSize(measure, piece.index, piece.columns, grid),
        box,
      });
      return;
    }
    if (piece.kind === "down") {
      let left = x;
      for (const child of piece.pieces) {
        place(child, left, y, height);
        left += child.columns;
      }
      return;
    }
    let top = y;
    piece.pieces.forEach((child, index) => {
      const own = heightOf(child);
      // The lowest piece takes what white is left, so that the boxes tile the page.
      const given = index === piece.pieces.length - 1 ? y + height - top : own;
      place(child, x, top, given);
      top += own;
    });
  };
  place(cut, 0, 0, total);
  return regions.sort((a, b) => a.part - b.part);
}

const renumber = (cut: Cut, order: readonly number[]): Cut =>
  cut.kind === "story"
    ? { ...cut, index: order[cut.index] ?? cut.index }
    : { ...cut, pieces: cut.pieces.map((piece) => renumber(piece, order)) };

const storiesOf = (cut: Cut): number[] =>
  cut.kind === "story" ? [cut.index] : cut.pieces.flatMap(storiesOf);

/**
 * Orders in which the stories may be laid out, all with the weightiest first: by weight, as a page is ranked; and with
 * notices and adverts last, as the source has them, which follows the print more or less, or from long to short, which packs best.
 */
function ordersOf(parts: readonly PartMeasure[]): readonly (readonly number[])[] {
  const measureOf = (index: number): PartMeasure => parts[index] as PartMeasure;
  const given = parts.map((_, index) => index);
  const byWeight = [...given].sort((a, b) => weightOf(measureOf(b)) - weightOf(measureOf(a)) || a - b);
  const [lead] = byWeight;
  if (lead === undefined) return [[]];
  const others = given.filter((index) => index !== lead);
  const low = (index: number): number => (measureOf(index).kind === "story" ? 0 : 1);
  const asGiven = [lead, ...[...others].sort((a, b) => low(a) - low(b) || a - b)];
  const byLength = [
    lead,
    ...[...others].sort((a, b) => low(a) - low(b) || measureOf(b).ems - measureOf(a).ems || a - b),
  ];
  return [byWeight, asGiven, byLength];
}

interface Trial {
  readonly columns: number;
  readonly cost: number;
  readonly height: number;
  readonly cut: Cut;
  readonly order: readonly number[];
}

function tryOut(
  parts: readonly PartMeasure[],
  order: readonly number[],
  grid: ColumnGrid,
  paper: Paper,
): Trial {
  const width = grid.columns * (grid.measure + gutter);
  const packing = packRegions(
    order.map((index) => parts[index] as PartMeasure),
    grid,
  );
  const skew = Math.abs(Math.log2(Math.max(packing.height, leading) / width / paper.aspect));
  const over = Math.max(0, Math.log2(packing.height / paper.highest));
  const cost = packing.cost / Math.max(1, packing.height * width) + skew * aspectPrice + over * overflowPrice;
  return { columns: grid.columns, cost, height: packing.height, cut: packing.cut, order };
}

/** How many numbers of columns are tried with every order; with the others the stories are by weight alone. */
const closest = 3;

/** @param parts the page's stories in reading order; ties in weight keep it. */
export function computeMirror(parts: readonly PartMeasure[], direction: "horizontal" | "vertical"): Mirror {
  const paper = papers[direction];
  const [byWeight = [], ...otherOrders] = ordersOf(parts);
  // A whole number of letters and a little: else the last letter of each CJK line would not fit.
  const measure = Math.ceil(pageMeasure(parts) - 0.05) + 0.2;
  const trials: Trial[] = [];
  for (let columns = 1; columns <= paper.mostColumns; columns += 1) {
    if (columns > 1 && columns * (measure + gutter) > paper.widest) break;
    trials.push(tryOut(parts, byWeight, { measure, columns }, paper));
  }
  const byCost = (a: Trial, b: Trial): number => a.cost - b.cost || a.columns - b.columns;
  trials.sort(byCost);
  for (const { columns } of trials.slice(0, closest))
    for (const order of otherOrders) trials.push(tryOut(parts, order, { measure, columns }, paper));
  let [best] = trials.sort(byCost);
  // Neighbours change places where the page is filled better so; the lead stays. More stories fill a page anyhow.
  const swaps = parts.length <= groupSize ? parts.length - 1 : 0;
  for (let at = 1; best && at < swaps; at += 1) {
    const order = [...best.order];
    const [left, right] = [order[at] ?? 0, order[at + 1] ?? 0];
    if (parts[left]?.kind !== parts[right]?.kind) continue;
    order.splice(at, 2, right, left);
    const trial = tryOut(parts, order, { measure, columns: best.columns }, paper);
    if (trial.cost < best.cost) best = trial;
  }
  const { columns, height, cut, order } = best ?? {
    columns: 1,
    height: 1,
    cut: { kind: "across", columns: 1, pieces: [] } as const,
    order: [],
  };
  const grid: ColumnGrid = { measure, columns };
  const renumbered = renumber(cut, order);
  return {
    columns,
    measure,
    aspect: Math.max(height, leading) / (columns * (measure + gutter)),
    cut: renumbered,
    order: storiesOf(renumbered),
    regions: placeBoxes(cut, grid, order, parts, Math.max(height, leading)),
  };
}
