/**
 * A page of running columns → its blocks in reading order, each line with its place: in which storey of the page and
 * under which heading. The convention is that of most papers before 1890: text runs down a column and on at the top of
 * the next; a heading in the middle of its column ends what went before, whatever the words say; a storey at the foot
 * of the page, under all columns (the *feuilleton*, in smaller type), is read after what stands above it.
 *
 *     ┌─ nameplate ─────────────┐     the page's head
 *     │ FRANCE │ …      │ …     │     storey 0
 *     ├────────┴────────┴───────┤
 *     │ FEUILLETON …    │ …     │     storey 1
 */
import type { Block, Line, LinePlace, Page } from "../../model/page.js";
import { isRuled } from "../chain-lines.js";
import { followSource } from "../follow-source.js";
import { placer } from "../frame.js";
import { median } from "../median.js";
import { type Frame, overlapX, type Rect, type Spot, widthOf } from "../rect.js";
import { type Crosshead, findCrossheads, isCapitals } from "./find-crossheads.js";
import { orderBlocks } from "./order-blocks.js";
import { insetOf, roomOf, type Standing, type StandingBlock, standBlocks } from "./standing-lines.js";

/** A line that comes within so many ems of its column's edges is body type, whatever was measured. */
const filled = 1.5;
/** Lines of a block that show that columns have begun. */
const textLines = 3;
/** Pitches from a heading at the top of a column down to its text at most; over more white stands the page's head. */
const headingGap = 2;

/** More blocks than any page has: such a page stays as it is. */
const mostBlocks = 2000;

const round = (value: number): number => Math.round(value * 100) / 100;

/**
 * The blocks of a page in reading order, their lines placed. Lines without boxes stay where the source has them; vertical pages,
 * whose headings stand otherwise, stay as they are.
 */
export function runColumns(frame: Frame, page: Page): readonly Block[] {
  const { aspect = 1, blocks, direction } = page;
  if (direction === "vertical" || blocks.length > mostBlocks) return blocks;
  const inFrame = placer(page, aspect, frame.skew);
  const boxOf = ({ box }: Line): Rect | undefined => (box ? inFrame(box) : undefined);
  const spotOf = new Map<Line, Spot>(
    frame.spots.flatMap((spot) => spot.lines.map((line): [Line, Spot] => [line, spot])),
  );
  const standing = standBlocks(
    frame,
    blocks.map((block) => ({
      block,
      lines: block.lines.flatMap((line) => {
        const [spot, box] = [spotOf.get(line), boxOf(line)];
        return spot && box ? [{ box, spot: ownSpot(spot, line) }] : [];
      }),
    })),
  );
  const head = headOfPage(frame, standing);
  const ordered = orderBlocks(
    frame,
    standing.filter((block) => !head.has(block)),
  );
  const places = placeBlocks(frame, [...standing.filter((block) => head.has(block)), ...ordered], head);
  const linesOfBlock = new Map(places.map(({ block, lines }) => [block, lines]));
  return followSource(
    blocks,
    places.map(({ block }) => block),
  ).map((block) => ({ ...block, lines: linesOfBlock.get(block) ?? block.lines }));
}

/** A line by itself, where fragments had been put together. */
const ownSpot = (spot: Spot, line: Line): Spot =>
  spot.lines.length === 1
    ? spot
    : {
        ...spot,
        lines: [line],
        amount: spot.amount * (line.text.length / spot.lines.reduce((n, { text }) => n + text.length, 1)),
      };

/** What a block belongs to: the heading it stands under, and the storey. */
type Section = Required<Pick<LinePlace, "hanging" | "head" | "storey">>;
const noColumn = { head: 0, storey: -1 };

interface PlacedBlock {
  readonly block: Block;
  readonly lines: readonly Line[];
}

function placeBlocks(
  frame: Frame,
  blocks: readonly StandingBlock[],
  head: ReadonlySet<StandingBlock>,
): PlacedBlock[] {
  let hangings = 0;
  let section: Section | undefined;
  let storey: StandingBlock[] = [];
  let number = 0;
  let under: readonly Standing[] | undefined;
  let sideways: Section | undefined;
  let onlyLines = false;
  const begin = (next: Omit<Section, "hanging">): Section => {
    hangings += 1;
    return { hanging: hangings, ...next };
  };
  return blocks.map((block): PlacedBlock => {
    const heads = findCrossheads(frame, block);
    if (head.has(block)) return place(frame, block, begin(noColumn), heads);
    if (block.sideways) {
      // Lines that stand alone are the heading of the table, or the notice, set sideways after them.
      if (!sideways || !onlyLines) sideways = begin(noColumn);
      onlyLines = block.lines.length === 1;
      return place(frame, block, sideways, heads);
    }
    const goesDown = beginsStorey(frame, storey, block);
    if (goesDown) {
      storey = [];
      number += 1;
    }
    if (!section || goesDown) section = begin({ head: 0, storey: number });
    storey.push(block);
    const lines = [...heads].filter(([, kind]) => kind === "section").map(([line]) => line);
    const isHead = lines.length > 0;
    // Under a line that is not in capitals one in capitals stands for itself: “Lyon, 29 juillet.” | “BOURSE.”
    const stands = !under || (lines.some(isCapitals) && !under.every(isCapitals));
    const scale = Math.max(...block.lines.map(({ spot }) => spot.em)) / frame.em;
    if (isHead && stands) section = begin({ head: round(Math.max(1, scale)), storey: number });
    under = isHead && lines.length === block.lines.length ? lines : undefined;
    return place(frame, block, section, heads);
  });
}

/** What stands over all columns; not the heading at the top of one. */
function headOfPage(frame: Frame, blocks: readonly StandingBlock[]): ReadonlySet<StandingBlock> {
  const text = blocks.filter(({ lines, sideways }) => lines.length >= textLines && !sideways);
  const usual = median(text.map(widthOf));
  const columns = text.filter((block) => widthOf(block) > 0.8 * usual && widthOf(block) < 1.25 * usual);
  if (columns.length === 0) return new Set();
  const top = Math.min(...columns.map(({ y0 }) => y0));
  const headsColumn = (block: Rect): boolean =>
    columns.some(
      (column) =>
        overlapX(column, block) > 0.9 * widthOf(block) &&
        column.y0 > block.y0 &&
        column.y0 - block.y1 < headingGap * frame.pitch,
    );
  return new Set(blocks.filter((block) => block.y1 <= top + 0.2 * frame.em && !headsColumn(block)));
}

/** Back at the left, under all that was read: a storey of its own. */
function beginsStorey(frame: Frame, storey: readonly StandingBlock[], block: StandingBlock): boolean {
  const last = storey.at(-1);
  if (!last || !storey.some(({ lines }) => lines.length >= textLines)) return false;
  if (
    block.x0 > last.x0 - 2 * frame.em ||
    overlapX(last, block) > 0.3 * Math.min(widthOf(last), widthOf(block))
  )
    return false;
  return storey.every((other) => overlapX(other, block) <= 0 || other.y1 <= block.y0 + frame.em);
}

function place(
  frame: Frame,
  { block, lines }: StandingBlock,
  section: Section,
  heads: ReadonlyMap<Standing, Crosshead>,
): PlacedBlock {
  const placed = new Map<Line, Line>(
    lines.map((standing, i): [Line, Line] => {
      const line = standing.spot.lines[0] as Line;
      const above = lines[i - 1];
      // Beside an initial it may begin further in.
      const fills =
        roomOf(frame, standing) < filled &&
        (insetOf(frame, standing) < 2 * filled || lines.length >= textLines);
      const scale = standing.spot.em / frame.em;
      const own: LinePlace = {
        scale: round(fills && !heads.has(standing) ? Math.min(1, scale) : scale),
        bold: standing.spot.bold && !frame.bold && !(fills && !heads.has(standing)),
        inset: round(insetOf(frame, standing)),
        room: round(roomOf(frame, standing)),
        width: round(standing.length / frame.em),
        column: round(standing.column / frame.em),
        ruled: above !== undefined && isRuled(frame.rules, above, standing),
        joins: standing.joins,
        ...section,
        ...(heads.has(standing) ? { setOff: true } : {}),
      };
      return [line, { ...line, place: own }];
    }),
  );
  return { block, lines: block.lines.map((line) => placed.get(line) ?? line) };
}
