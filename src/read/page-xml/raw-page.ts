/**
 * A PAGE file as its elements stand, before anything is decided: regions in regions, lines, words and glyphs, each
 * with the readings of its text and the outline it was given. Built once by `collect-pages.ts`, then only read.
 */
export type Values = Readonly<Record<string, string>>;

/** What stands around a set of points, in the file's unit. */
export interface Extent {
  left: number;
  top: number;
  right: number;
  bottom: number;
  /** A coordinate was no number. */
  broken: boolean;
}

/** A `TextEquiv`: one reading of the text of an element. */
export interface RawReading {
  /** The lowest is the one meant; a reading without an index comes before all that have one. */
  readonly index: number;
  readonly confidence?: number;
  unicode: string;
  /** `PlainText`, the ASCII form: used only where there is nothing else. */
  plain: string;
}

export interface RawElement {
  readonly readings: RawReading[];
  outline?: Extent;
  style?: Values;
}

export interface RawWord extends RawElement {
  readonly glyphs: RawElement[];
}

export interface RawLine extends RawElement {
  readonly what: "line";
  readonly values: Values;
  readonly words: RawWord[];
  readonly region: RawRegion;
  baseline?: Extent;
}

export interface RawRegion extends RawElement {
  readonly what: "region";
  /** `TextRegion`, `TableRegion`, `TableCell` …; `Page` for the page itself. */
  readonly name: string;
  readonly values: Values;
  /** Line of the file on which its tag ends. */
  readonly at: number;
  readonly parent?: RawRegion;
  readonly lines: RawLine[];
  readonly regions: RawRegion[];
}

/** A group of the reading order, or one region named in it (then it has no members). */
export interface RawOrder {
  readonly ordered: boolean;
  readonly index?: number;
  readonly regionRef?: string;
  readonly members: RawOrder[];
}

export interface RawPage {
  /** The page as a region around all others: text that stands in no region is not lost. */
  readonly root: RawRegion;
  /** Lines and regions in file order. */
  readonly elements: (RawLine | RawRegion)[];
  order?: RawOrder;
}

/** A number as XML writes it; undefined for anything else (`Number` takes "" for 0 and "0x10" for 16). */
export function numberIn(text: string | undefined): number | undefined {
  if (text === undefined || !/^\s*[-+]?[\d.]/.test(text) || /[xXoObB]/.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

export const makeReading = (values: Values): RawReading => {
  const confidence = numberIn(values.conf);
  return {
    index: numberIn(values.index) ?? -1,
    ...(confidence !== undefined && confidence >= 0 && confidence <= 1 ? { confidence } : {}),
    unicode: "",
    plain: "",
  };
};

export const makeWord = (): RawWord => ({ readings: [], glyphs: [] });

export const makeLine = (region: RawRegion, values: Values): RawLine => ({
  what: "line",
  values,
  readings: [],
  words: [],
  region,
});

export const makeRegion = (name: string, values: Values, at: number, parent?: RawRegion): RawRegion => ({
  what: "region",
  name,
  values,
  at,
  ...(parent ? { parent } : {}),
  readings: [],
  lines: [],
  regions: [],
});

export const makePage = (values: Values, at: number): RawPage => {
  const root = makeRegion("Page", values, at);
  return { root, elements: [root] };
};
