/**
 * What pdf.js tells of a font → what placing its glyphs needs. pdf.js' own fields are looked at one by one, because
 * they are nothing that it promises.
 */
import type { PlacedFont } from "./place-glyphs.js";

/** Fields of pdf.js' font object, of which any may be missing. */
interface FontFields {
  readonly name?: unknown;
  readonly bold?: unknown;
  readonly black?: unknown;
  readonly vertical?: unknown;
  readonly fontMatrix?: unknown;
  readonly bbox?: unknown;
  readonly isType3Font?: unknown;
  /** With `fontExtraProperties` only. */
  readonly toUnicode?: { readonly _map?: Readonly<Record<number, unknown>> };
}

const defaultUnit = 0.001;
/** Names of weights from semibold on: NotoSerifCJKsc-Bold, STHeiti-W7, FZDaBiaoSong-Heavy. */
const boldName = /bold|black|heavy|demi|[-_](?:bd|blk|w[6-9]\d{0,2})(?![a-z])/i;
/** Height of a drawn font's box by the size it is set at, where it can be believed. */
const [leastEm, mostEm] = [0.3, 3];

const numberAt = (list: unknown, nth: number): number | undefined => {
  const value =
    Array.isArray(list) || ArrayBuffer.isView(list) ? (list as ArrayLike<unknown>)[nth] : undefined;
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
};

/** Undefined where pdf.js could not make out the font at all. */
export function describeFont(found: unknown): PlacedFont | undefined {
  if (typeof found !== "object" || found === null) return undefined;
  const font = found as FontFields;
  const name = typeof font.name === "string" ? font.name : "";
  const unit = numberAt(font.fontMatrix, 0) || defaultUnit;
  const drawn = ((numberAt(font.bbox, 3) ?? 0) - (numberAt(font.bbox, 1) ?? 0)) * Math.abs(unit);
  const isDrawn = font.isType3Font === true && drawn !== 0;
  const map = font.toUnicode?._map;
  return {
    name,
    bold: font.bold === true || font.black === true || boldName.test(name),
    unit,
    em: isDrawn && drawn >= leastEm && drawn <= mostEm ? drawn : 1,
    vertical: font.vertical === true,
    guesses: (code) => map?.[code] === undefined,
  };
}
