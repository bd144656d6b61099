/**
 * Walks the drawing operators of a page as pdf.js lists them and notes where each glyph, rule and image comes to lie.
 * Its text content would be easier to have, but it has already decided about spaces: a stretched line comes back with
 * a space after each letter. Here nothing is decided.
 */

import type { PdfFont, PdfRectangle, PdfRun } from "../../model/pdf-content.js";
import { apply, aroundPoints, identity, type Matrix, multiply, toMatrix } from "./matrix.js";
import { rulesOfPath } from "./painted-rules.js";
import { type PlacedFont, placeGlyphs, type TextState, toNumber } from "./place-glyphs.js";

export interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/** pdf.js' numbers for operators, by name. */
export type OperatorNumbers = Readonly<Record<string, number>>;

export interface Walked {
  readonly fonts: readonly PdfFont[];
  readonly runs: readonly PdfRun[];
  readonly rules: readonly PdfRectangle[];
  readonly images: readonly PdfRectangle[];
  /** How many glyphs were left out, because no page has so many. */
  readonly leftOut: number;
}

/** The fullest page of small advertisements has some 60,000 letters. */
const mostGlyphs = 200_000;
/** Maps and charts are made of thousands of lines; no page has so many rules. */
const mostRules = 5_000;

interface State extends TextState {
  readonly leading: number;
  readonly lineWidth: number;
}

const start: State = {
  ctm: identity,
  font: -1,
  size: 1,
  charSpacing: 0,
  wordSpacing: 0,
  stretch: 1,
  leading: 0,
  rise: 0,
  mode: 0,
  lineWidth: 1,
};

/** Operators that paint a path, and how. */
const painters: Readonly<Record<string, { readonly stroke: boolean; readonly fill: boolean }>> = {
  stroke: { stroke: true, fill: false },
  closeStroke: { stroke: true, fill: false },
  fill: { stroke: false, fill: true },
  eoFill: { stroke: false, fill: true },
  fillStroke: { stroke: true, fill: true },
  eoFillStroke: { stroke: true, fill: true },
  closeFillStroke: { stroke: true, fill: true },
  closeEOFillStroke: { stroke: true, fill: true },
};

const toList = (value: unknown): readonly unknown[] =>
  Array.isArray(value) || ArrayBuffer.isView(value) ? Array.from(value as ArrayLike<unknown>) : [];

export function walkOperators(
  list: OperatorList,
  numbers: OperatorNumbers,
  fontNamed: (name: string) => PlacedFont | undefined,
  toPage: Matrix,
): Walked {
  const fonts: PlacedFont[] = [];
  const fontIndex = new Map<string, number>();
  const runs: PdfRun[] = [];
  const rules: PdfRectangle[] = [];
  const images: PdfRectangle[] = [];
  let state: State = { ...start, ctm: toPage };
  const saved: State[] = [];
  let [textMatrix, lineMatrix] = [identity, identity];
  let glyphCount = 0;
  const painterOf = new Map(Object.entries(painters).map(([name, painter]) => [numbers[name], painter]));

  const change = (changed: Partial<State>) => {
    state = { ...state, ...changed };
  };
  const save = () => {
    saved.push(state);
  };
  const restore = () => {
    state = saved.pop() ?? state;
  };
  const transform = (matrix: unknown) => {
    change({ ctm: multiply(state.ctm, toMatrix(matrix) ?? identity) });
  };
  const setFont = (name: unknown, size: unknown) => {
    const key = String(name);
    let index = fontIndex.get(key);
    if (index === undefined) {
      const font = fontNamed(key);
      index = font ? fonts.push(font) - 1 : -1;
      fontIndex.set(key, index);
    }
    change({ font: index, size: toNumber(size) });
  };
  const moveLine = (x: number, y: number) => {
    lineMatrix = multiply(lineMatrix, [1, 0, 0, 1, x, y]);
    textMatrix = lineMatrix;
  };
  const show = (items: unknown) => {
    const font = fonts[state.font];
    if (!font || !Array.isArray(items)) return;
    glyphCount += items.length;
    if (glyphCount > mostGlyphs) return;
    const placed = placeGlyphs(items, font, state, textMatrix);
    textMatrix = placed.textMatrix;
    if (placed.run.glyphs.length > 0) runs.push(placed.run);
  };
  const paintPath = (operator: unknown, data: unknown) => {
    const path = Array.isArray(data) ? (data as readonly unknown[])[0] : undefined;
    const painter = painterOf.get(operator as number);
    if (!painter || !ArrayBuffer.isView(path) || rules.length >= mostRules) return;
    const numbersOfPath = path as unknown as ArrayLike<number>;
    for (const rule of rulesOfPath(numbersOfPath, state.ctm, painter, state.lineWidth)) rules.push(rule);
  };
  const paintImage = () => {
    const corners = [
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 1],
    ].map(([x = 0, y = 0]) => apply(state.ctm, x, y));
    const box = aroundPoints(corners);
    if (Object.values(box).every(Number.isFinite)) images.push(box);
  };

  const steps: Readonly<Record<string, (args: readonly unknown[]) => void>> = {
    save,
    restore,
    transform: (args) => transform(args.length === 1 ? args[0] : args),
    paintFormXObjectBegin: ([matrix]) => {
      save();
      transform(matrix);
    },
    paintFormXObjectEnd: restore,
    beginText: () => {
      [textMatrix, lineMatrix] = [identity, identity];
    },
    setTextMatrix: (args) => {
      lineMatrix = toMatrix(args.length === 1 ? args[0] : args) ?? identity;
      textMatrix = lineMatrix;
    },
    moveText: ([x, y]) => moveLine(toNumber(x), toNumber(y)),
    setLeadingMoveText: ([x, y]) => {
      change({ leading: -toNumber(y) });
      moveLine(toNumber(x), toNumber(y));
    },
    nextLine: () => moveLine(0, -state.leading),
    setLeading: ([leading]) => change({ leading: toNumber(leading) }),
    setFont: ([name, size]) => setFont(name, size),
    setGState: ([pairs]) => {
      for (const [key, value] of toList(pairs).map(toList)) {
        if (key === "Font") setFont(toList(value)[0], toList(value)[1]);
        if (key === "LW") change({ lineWidth: toNumber(value) });
      }
    },
    setLineWidth: ([width]) => change({ lineWidth: toNumber(width) }),
    setCharSpacing: ([spacing]) => change({ charSpacing: toNumber(spacing) }),
    setWordSpacing: ([spacing]) => change({ wordSpacing: toNumber(spacing) }),
    setHScale: ([scale]) => change({ stretch: toNumber(scale) / 100 }),
    setTextRise: ([rise]) => change({ rise: toNumber(rise) }),
    setTextRenderingMode: ([mode]) => change({ mode: toNumber(mode) }),
    showText: ([items]) => show(items),
    showSpacedText: ([items]) => show(items),
    constructPath: ([operator, data]) => paintPath(operator, data),
    paintImageXObject: paintImage,
    paintInlineImageXObject: paintImage,
    paintImageMaskXObject: paintImage,
    paintSolidColorImageMask: paintImage,
  };
  const stepOf = new Map(Object.entries(steps).map(([name, step]) => [numbers[name], step]));
  for (const [nth, operator] of list.fnArray.entries()) stepOf.get(operator)?.(toList(list.argsArray[nth]));
  return {
    fonts: fonts.map(({ name, bold }) => ({ name, bold })),
    runs,
    rules,
    images,
    leftOut: Math.max(0, glyphCount - mostGlyphs),
  };
}
