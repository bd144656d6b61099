/**
 * A walked page → a page with boxes as fractions of it, type sizes and whole lines. Lines in which nothing is printed
 * and blocks without lines are left out; a line that lost its box has the one around its words, a block the one
 * around its lines.
 */

import type { Box } from "../../model/page.js";
import { aroundBoxes, placeBox } from "../place-box.js";
import { printedLine } from "../printed-line.js";
import type { SourceBlock, SourceLine, SourcePage } from "../source-page.js";
import { isBlank } from "../split-lines.js";
import { composeLine } from "./compose-line.js";
import { measureOf } from "./page-measure.js";
import type { RawBlock, RawBox, RawLine, RawPage } from "./raw-page.js";
import { orderBlocks } from "./reading-order.js";
import { mainSize, unitsPerPoint } from "./type-scale.js";

/** What the whole file says of its pages. */
export interface FileConvention {
  /** MeasurementUnit. */
  readonly unit: string;
  /** Whether words are parted by SP. */
  readonly spaced: boolean;
}

export interface PlacedPage {
  readonly page: SourcePage;
  /** Boxes that made no sense. */
  readonly badBoxes: number;
}

/** A rule is thin on one side; what is this share of the page both ways is a frame around something, and parts nothing. */
const thickest = 1 / 20;

/** Whether most of what is printed on a line is bold; undefined where no style says anything. */
function isBoldLine(line: RawLine): boolean | undefined {
  let [bold, said, all] = [0, false, 0];
  for (const { text, style } of line.pieces) {
    if (isBlank(text)) continue;
    all += text.length;
    if (style.bold !== undefined) said = true;
    if (style.bold === true) bold += text.length;
  }
  return said ? bold * 2 > all : undefined;
}

/** What most characters of a page are said to be; undefined where that is said of fewer than half. */
function mostSaid<T>(page: RawPage, say: (line: RawLine) => T | undefined): T | undefined {
  const counts = new Map<T | undefined, number>();
  let all = 0;
  for (const line of page.blocks.flatMap(({ lines }) => lines)) {
    const length = line.pieces.reduce((sum, { text }) => sum + text.length, 0);
    const said = say(line);
    counts.set(said, (counts.get(said) ?? 0) + length);
    all += length;
  }
  for (const [said, count] of counts) if (said !== undefined && count * 2 > all) return said;
  return undefined;
}

/** Takes all out of a list, first to last: what was taken need not stay in memory while the rest is. */
function* drain<T>(list: T[]): Generator<T> {
  list.reverse();
  for (let item = list.pop(); item !== undefined; item = list.pop()) yield item;
}

/** Empties `raw` of its lines: a large page would stand in memory twice. */
export function placePage(raw: RawPage, { unit, spaced }: FileConvention): PlacedPage {
  const measure = measureOf(raw);
  const perPoint = unitsPerPoint(raw, unit);
  const language = raw.language ?? mostSaid(raw, (line) => line.language);
  const direction = mostSaid(raw, (line) => line.direction);
  let badBoxes = 0;
  const place = (box: RawBox | undefined): Box | undefined => {
    if (!box) return undefined;
    const placed = measure && placeBox(measure, box.x, box.y, box.width, box.height);
    if (!placed) badBoxes += 1;
    return placed;
  };
  const isBox = (box: Box | undefined): box is Box => box !== undefined;

  const typeSizeOf = (line: RawLine): number | undefined => {
    const size = mainSize(line);
    if (size === undefined || perPoint === undefined || !measure) return undefined;
    const em = (size * perPoint) / measure.height;
    return em > 0 && em < 1 ? em : undefined;
  };
  const placeLine = (line: RawLine): SourceLine | undefined => {
    const { original, words } = composeLine(line, { spaced, place });
    if (isBlank(original)) return undefined;
    const box = place(line.box) ?? aroundBoxes(words.map((word) => word.box));
    const said = { box, words, typeSize: typeSizeOf(line), bold: isBoldLine(line), sourceIds: line.ids };
    return printedLine(line.number, original, said);
  };
  const placeBlock = (block: RawBlock): SourceBlock[] => {
    const lines: SourceLine[] = [];
    for (const raw of drain(block.lines)) {
      const line = placeLine(raw);
      if (line) lines.push(line);
    }
    if (lines.length === 0) return [];
    const box = place(block.box) ?? aroundBoxes(lines.map((line) => line.box).filter(isBox));
    return [
      {
        lines,
        ...(box && { box }),
        ...(block.kind && { kind: block.kind }),
        ...(block.id !== undefined && { sourceId: block.id }),
        ...(block.within && { within: block.within }),
      },
    ];
  };

  const { blocks, ordered } = orderBlocks(raw.blocks);
  const separators = raw.rules
    .map(place)
    .filter(isBox)
    .filter(({ width, height }) => width < thickest || height < thickest);
  const pictures = raw.pictures.map(place).filter(isBox);
  const page: SourcePage = {
    blocks: blocks.flatMap(placeBlock),
    ...(ordered && { ordered }),
    ...(measure && { aspect: measure.height / measure.width }),
    ...(separators.length > 0 && { separators }),
    ...(pictures.length > 0 && { pictures }),
    ...(raw.number !== undefined && { number: raw.number }),
    ...(raw.folio !== undefined && { folio: raw.folio }),
    ...(language !== undefined && { language }),
    ...(direction !== undefined && { direction }),
  };
  return { page, badBoxes };
}
