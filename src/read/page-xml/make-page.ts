/**
 * A collected PAGE page → a page as every reader gives it: blocks in reading order, boxes as fractions of the page,
 * and what was left out or could not be placed. A box that makes no sense costs only the box.
 */

import type { Diagnostic, Outcome } from "../../model/diagnostic.js";
import type { Box } from "../../model/page.js";
import { aroundBoxes, isMeasure, type PageMeasure, placeBox } from "../place-box.js";
import { printedLine } from "../printed-line.js";
import type { SourceBlock, SourceLine, SourcePage } from "../source-page.js";
import { orderLines, orderRegions } from "./order-regions.js";
import { isDrawn } from "./outline.js";
import { pageDirection, pageLanguage } from "./page-speech.js";
import { type Extent, numberIn, type RawLine, type RawPage, type RawRegion } from "./raw-page.js";
import { isPicture, kindOfRegion } from "./region-kind.js";
import { type NumberedLine, readPageText } from "./region-text.js";
import { isBold, pixelsPerPoint, pointsOf } from "./type-style.js";

/** A rule may be drawn as a line without breadth; it is printed with some. In pixels. */
const thinnestRule = 1;

function measureOf({ root }: RawPage): PageMeasure | undefined {
  const [width, height] = [numberIn(root.values.imageWidth), numberIn(root.values.imageHeight)];
  const measure = { width: width ?? 0, height: height ?? 0 };
  return isMeasure(measure) ? measure : undefined;
}

/** Places outlines on a page and counts those that make no sense there. */
function placer(measure: PageMeasure | undefined) {
  const tally = { bad: 0 };
  const place = (outline: Extent | undefined, thinnest = 0): Box | undefined => {
    if (!measure || !isDrawn(outline)) return undefined;
    const { left, top, right, bottom, broken } = outline;
    const [width, height] = [Math.max(thinnest, right - left), Math.max(thinnest, bottom - top)];
    const box = broken ? undefined : placeBox(measure, left, top, width, height);
    if (!box) tally.bad += 1;
    return box;
  };
  return { place, tally };
}

/** How large the type of each line is, as a fraction of the page's height. */
function typeSizes(
  page: RawPage,
  measure: PageMeasure | undefined,
  ofLine: ReadonlyMap<RawLine, readonly NumberedLine[]>,
): ReadonlyMap<RawLine, number> {
  if (!measure) return new Map();
  const sized = [...ofLine].flatMap(([line, [first]]) => {
    const points = first ? pointsOf(line, first.text) : undefined;
    return first && points !== undefined ? [{ line, text: first.text, points }] : [];
  });
  const pixels = pixelsPerPoint(page.root.values, sized);
  if (pixels === undefined) return new Map();
  return new Map(sized.map(({ line, points }) => [line, (points * pixels) / measure.height]));
}

/** `file` is for the diagnostics' places. */
export function makeSourcePage(page: RawPage, file: string): Outcome<SourcePage> {
  const measure = measureOf(page);
  const { place, tally } = placer(measure);
  const text = readPageText(page, (word) => place(word.outline));
  const sizes = typeSizes(page, measure, text.ofLine);

  const makeLines = (line: RawLine): SourceLine[] => {
    const printed = text.ofLine.get(line) ?? [];
    const outer = printed.length > 0 ? place(line.outline) : undefined;
    const typeSize = sizes.get(line);
    return printed.map(({ number, text: original, words, complete, whole }) => {
      const box =
        (whole ? outer : undefined) ?? (complete ? aroundBoxes(words.map((word) => word.box)) : undefined);
      return printedLine(number, original, { box, words, typeSize, bold: isBold(line, original) });
    });
  };
  const makeBlock = (region: RawRegion): SourceBlock[] => {
    const lines = text.ofRegion.has(region)
      ? (text.ofRegion.get(region) ?? []).map(
          ({ number, text: original }): SourceLine => ({ number, original, blanksBefore: 0 }),
        )
      : orderLines(region.lines, page.order !== undefined).flatMap(makeLines);
    if (lines.length === 0) return [];
    const boxes = lines.flatMap((line) => line.box ?? []);
    const box = place(region.outline) ?? (boxes.length === lines.length ? aroundBoxes(boxes) : undefined);
    const kind = kindOfRegion(region);
    const sourceId = region === page.root ? undefined : region.values.id;
    return [
      {
        lines,
        ...(box ? { box } : {}),
        ...(kind ? { kind } : {}),
        ...(sourceId === undefined ? {} : { sourceId }),
      },
    ];
  };

  const order = orderRegions(page);
  const unnamed = new Set<RawRegion>();
  const blocks = order.regions.flatMap((region) => {
    const block = makeBlock(region);
    if (block.length > 0 && order.unnamed.has(region)) unnamed.add(region);
    return block;
  });
  const regions = page.elements.flatMap((element) => (element.what === "region" ? [element] : []));
  const separators = regions
    .filter(({ name }) => name === "SeparatorRegion")
    .flatMap(({ outline }) => place(outline, thinnestRule) ?? []);
  const pictures = regions.filter(isPicture).flatMap(({ outline }) => place(outline) ?? []);
  const language = pageLanguage(page);
  const direction = pageDirection(page);

  const diagnostics: Diagnostic[] = [];
  const say = (
    code: string,
    severity: Diagnostic["severity"],
    details: Diagnostic["details"],
    line = page.root.at,
  ) => diagnostics.push({ code, severity, place: { file, line }, details });
  if (tally.bad > 0) say("JL1043", "warning", { count: tally.bad });
  if (!measure && blocks.length > 0) say("JL1051", "warning", {});
  if (text.unheard.length > 0) say("JL1052", "warning", { count: text.unheard.length }, text.unheard[0]?.at);
  if (text.misspelt > 0) say("JL1053", "info", { count: text.misspelt });
  if (order.missing > 0 || unnamed.size > 0)
    say("JL1055", "info", { missing: order.missing, unnamed: unnamed.size });
  return {
    value: {
      blocks,
      ...(order.stated ? { ordered: true } : {}),
      ...(measure ? { aspect: measure.height / measure.width } : {}),
      ...(separators.length > 0 ? { separators } : {}),
      ...(pictures.length > 0 ? { pictures } : {}),
      ...(language === undefined ? {} : { language }),
      ...(direction === undefined ? {} : { direction }),
    },
    diagnostics,
  };
}
