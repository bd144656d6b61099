/**
 * Invented pages for layout tests, measured in ems of their body type: columns and headlines are put where a printed
 * paper puts them, and what layout makes of them is read back as labels.
 *
 *     storiesOf(layOutPage(printedPage([heading("H", {x: 0, y: 30}), column("a", {x: 0, y: 34, lines: 9})])))
 *     → ["H a1-9"]
 */
import { blockId, lineId } from "../../src/model/ids.js";
import { type Box, type Line, linesOf, type Page } from "../../src/model/page.js";

/** Ems of the page in the direction of its lines, and across them. */
const pageWidth = 80;
const pageHeight = 120;
/** Ems of a column, from one column's left edge to the next, and from one line to the next. */
const columnWidth = 16;
export const step = 18;
export const pitch = 1.2;

/** A line where the reader sees it: x to the right along the line, y downwards. In ems. */
export interface PrintedLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly bold: boolean;
}

interface ColumnParts {
  readonly x: number;
  readonly y: number;
  readonly lines: number;
  readonly width?: number;
  /** Ems of the type by the body's. */
  readonly size?: number;
  readonly bold?: boolean;
  /** Its last line ends a sentence; so it does where nothing goes on from it. */
  readonly ends?: boolean;
  /** Its first line is set in, as a paragraph's is. */
  readonly indented?: boolean;
}

/** A label and as much text as fills so many ems: an ideograph is one em wide whatever the font. */
const fill = (label: string, ems: number, ends: boolean): string =>
  `${label} ${"文".repeat(Math.max(0, Math.round(ems - label.length / 2 - 1)))}${ends ? "。" : ""}`;

/** Where the next thing stands that follows `lines` lines of a column begun at y. */
export const below = (y: number, lines: number): number => y + lines * pitch;

export function column(label: string, parts: ColumnParts): PrintedLine[] {
  const { x, y, lines, width = columnWidth, size = 1, bold = false, ends = false, indented = false } = parts;
  return Array.from({ length: lines }, (_, i) => {
    const indent = indented && i === 0 ? 2 * size : 0;
    return {
      text: fill(lines === 1 ? label : `${label}${i + 1}`, (width - indent) / size, ends && i === lines - 1),
      x: x + indent,
      y: y + i * pitch * size,
      width: width - indent,
      size,
      bold,
    };
  });
}

/** One line in large bold type. */
export const heading = (label: string, parts: Omit<ColumnParts, "lines">): PrintedLine[] =>
  column(label, { size: 3, bold: true, ...parts, lines: 1 });

interface PageParts {
  readonly number?: number;
  readonly vertical?: boolean;
  /** The source says no type sizes. */
  readonly sizeless?: boolean;
  /** Along the lines, unless a height is given. */
  readonly rules?: readonly (Omit<PrintedLine, "text" | "size" | "bold"> & { readonly height?: number })[];
  readonly pictures?: readonly Omit<PrintedLine, "text" | "bold">[];
}

export function printedPage(printed: readonly (readonly PrintedLine[])[], parts: PageParts = {}): Page {
  const { number = 2, vertical = false, sizeless = false, rules = [], pictures = [] } = parts;
  const boxOf = (x: number, y: number, width: number, height: number): Box =>
    vertical
      ? {
          x: 1 - (y + height) / pageHeight,
          y: x / pageWidth,
          width: height / pageHeight,
          height: width / pageWidth,
        }
      : { x: x / pageWidth, y: y / pageHeight, width: width / pageWidth, height: height / pageHeight };
  let count = 0;
  const lineOf = ({ text, x, y, width, size, bold }: PrintedLine): Line => {
    count += 1;
    const typeSize = size / (vertical ? pageWidth : pageHeight);
    return {
      id: lineId(number, count),
      page: number,
      number: count,
      original: text,
      text,
      edits: [],
      blanksBefore: 0,
      box: boxOf(x, y, width, size),
      ...(sizeless ? {} : { typeSize, bold }),
    };
  };
  return {
    number,
    file: "pages/1.xml",
    language: "en",
    direction: vertical ? "vertical" : "horizontal",
    aspect: vertical ? pageWidth / pageHeight : pageHeight / pageWidth,
    separators: rules.map(({ x, y, width, height = 0.1 }) => boxOf(x, y, width, height)),
    pictures: pictures.map(({ x, y, width, size }) => boxOf(x, y, width, size)),
    hash: "",
    blocks: printed.map((lines, index) => ({ id: blockId(number, index + 1), lines: lines.map(lineOf) })),
  };
}

const labelOf = ({ text }: Line): string => text.split(" ")[0] ?? "";

/** a1 a2 a3 b → a1-3 b */
function shorten(labels: readonly string[]): string {
  const runs: { name: string; from: number; to: number }[] = [];
  for (const label of labels) {
    const [, name = label, digits = "0"] = /^(\D+)(\d*)$/u.exec(label) ?? [];
    const at = Number(digits);
    const last = runs.at(-1);
    if (last?.name === name && last.to === at - 1 && at > 1) last.to = at;
    else runs.push({ name, from: at, to: at });
  }
  return runs
    .map(({ name, from, to }) =>
      from === 0 ? name : from === to ? `${name}${from}` : `${name}${from}-${to}`,
    )
    .join(" ");
}

/** The labels of the page's lines as they are read, each hanging for itself. */
export function storiesOf(page: Page): string[] {
  const stories = new Map<number | undefined, string[]>();
  for (const line of linesOf(page)) {
    const { hanging } = line.place ?? {};
    stories.set(hanging, [...(stories.get(hanging) ?? []), labelOf(line)]);
  }
  return [...stories.values()].map(shorten);
}

/** The labels of the page's blocks, each block for itself. */
export const blocksOf = (page: Page): string[] => page.blocks.map(({ lines }) => shorten(lines.map(labelOf)));
