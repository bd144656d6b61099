/**
 * The text of a page as ALTO 4: the mended lines, at their places where they have any, so that a library's own system
 * profits from what was mended. What the source had stands beside a mended word as its ALTERNATIVE; which kind of text
 * a block is, in its tag. Leaves out what the page does not say: places, type sizes, how sure the OCR was.
 */
import type { Box, Page } from "../../model/page.js";
import type { UnitKind } from "../../model/unit.js";
import { frameOfText, type Size } from "../page-size.js";
import { escapeXml } from "../xml.js";
import { type Attributes, xml, xmlHead, xmlLines } from "../xml-element.js";
import { cutStrings } from "./cut-strings.js";
import { type BrokenWords, placeKey } from "./join-hyphens.js";
import type { AltoBlock, BlockLine } from "./list-blocks.js";
import { type Styles, styleKey } from "./type-styles.js";

/** Words that systems know for kinds of blocks; the rest is called what we call it. */
const labels: Partial<Record<UnitKind, string>> = {
  paragraph: "paragraph",
  headline: "headline",
  furniture: "header",
  advert: "advertisement",
  "jump-head": "jump-head",
};
const labelOf = (kind: UnitKind): string => labels[kind] ?? kind;
const tagId = (kind: UnitKind): string => `tag-${kind}`;

const tenths = (value: number): number => Math.round(value * 10) / 10;
const placeAt = (box: Box | undefined, frame: Size | undefined): Attributes =>
  box && frame
    ? {
        HPOS: tenths(box.x * frame.width),
        VPOS: tenths(box.y * frame.height),
        WIDTH: tenths(box.width * frame.width),
        HEIGHT: tenths(box.height * frame.height),
      }
    : {};

function writeLine(
  { id, line, span, box }: BlockLine,
  frame: Size | undefined,
  styles: Styles,
  broken: BrokenWords,
): string {
  const strings = cutStrings(line, span.start, span.end);
  const ends = broken.firstHalves.get(placeKey(span.line, span.end));
  const begins = broken.secondHalves.get(placeKey(span.line, span.start));
  const written = strings.map(({ text, printed, box: own, confidence }, index) => {
    const last = index === strings.length - 1;
    // A word broken at both ends keeps what is said of its begin: one element says one thing.
    const hyphened = last && ends !== undefined && text.length > 1;
    const subs =
      index === 0 && begins !== undefined
        ? { SUBS_TYPE: "HypPart2", SUBS_CONTENT: begins }
        : hyphened
          ? { SUBS_TYPE: "HypPart1", SUBS_CONTENT: ends }
          : {};
    const content = hyphened ? text.slice(0, -1) : text;
    const alternative =
      printed === undefined ? "" : xml("ALTERNATIVE", { PURPOSE: "printed" }, escapeXml(printed));
    const string = xml(
      "String",
      {
        CONTENT: content,
        ...placeAt(frame && own, frame),
        ...subs,
        WC: confidence && tenths(confidence * 100) / 100,
      },
      alternative,
    );
    return `${string}${hyphened ? xml("HYP", { CONTENT: text.slice(-1) }) : ""}`;
  });
  const style = styles.ids.get(styleKey(line));
  return xml("TextLine", { ID: id, ...placeAt(box, frame), STYLEREFS: style }, written.join("<SP/>"));
}

const describe = (page: Page, frame: Size | undefined, image: string | undefined): string =>
  xmlLines(
    "Description",
    {},
    xml("MeasurementUnit", {}, "pixel"),
    image === undefined ? "" : xml("sourceImageInformation", {}, xml("fileName", {}, escapeXml(image))),
    xmlLines(
      "Processing",
      { ID: "jumpline" },
      xml("processingCategory", {}, "contentModification"),
      xml(
        "processingStepDescription",
        {},
        "Text mended, set in reading order and cut into articles. What the source had for a mended word is its ALTERNATIVE.",
      ),
      ...(frame && !page.scan?.takesBoxes
        ? [xml("processingStepDescription", {}, "Places are in units of a page 2000 wide.")]
        : []),
      xml("processingSoftware", {}, xml("softwareName", {}, "Jumpline")),
    ),
  );

export interface AltoPage {
  readonly page: Page;
  readonly blocks: readonly AltoBlock[];
  readonly styles: Styles;
  readonly broken: BrokenWords;
  /** Name of its picture beside the file. */
  readonly image?: string;
}

export function writeAlto({ page, blocks, styles, broken, image }: AltoPage): string {
  const frame = blocks.some(({ box }) => box) ? frameOfText(page) : undefined;
  const kinds = [...new Set(blocks.map(({ kind }) => kind))].sort();
  const drawn = (name: string, boxes: readonly Box[] = []): string[] =>
    frame
      ? boxes.map((box, at) => xml(name, { ID: `${name.toLowerCase()}-${at + 1}`, ...placeAt(box, frame) }))
      : [];
  const written = blocks.map(({ id, kind, box, lines }) =>
    xmlLines(
      "TextBlock",
      { ID: id, TAGREFS: tagId(kind), ...placeAt(box, frame) },
      ...lines.map((line) => writeLine(line, frame, styles, broken)),
    ),
  );
  const vertical = page.direction === "vertical";
  const content = vertical
    ? written.map((block) => block.replace(/^<TextBlock /, '<TextBlock BASEDIRECTION="ttb" '))
    : written;
  const space = xmlLines(
    "PrintSpace",
    { ID: `p${page.number}-print`, ...placeAt({ x: 0, y: 0, width: 1, height: 1 }, frame) },
    ...content,
    ...drawn("Illustration", page.pictures),
    ...drawn("GraphicalElement", page.separators),
  );
  const sheet = xmlLines(
    "Page",
    {
      ID: `p${page.number}`,
      PHYSICAL_IMG_NR: page.number,
      PRINTED_IMG_NR: page.folio,
      WIDTH: frame?.width,
      HEIGHT: frame?.height,
      LANG: page.language,
    },
    space,
  );
  const alto = xmlLines(
    "alto",
    { xmlns: "http://www.loc.gov/standards/alto/ns-v4#", SCHEMAVERSION: "4.4" },
    describe(page, frame, image),
    xmlLines("Styles", {}, ...styles.elements),
    xmlLines(
      "Tags",
      {},
      ...kinds.map((kind) => xml("StructureTag", { ID: tagId(kind), TYPE: "block", LABEL: labelOf(kind) })),
    ),
    xmlLines("Layout", {}, sheet),
  );
  return `${xmlHead}${alto}\n`;
}
