/**
 * What an element of the layout hands down to those inside it: type, kind, language, direction, place in the reading
 * order, and the block and line that text inside it belongs to.
 */
import type { BlockKind } from "../../model/page.js";
import { isPictureLabel, kindOfLabel } from "./block-kind.js";
import type { RawBlock, RawLine, TypeStyle } from "./raw-page.js";
import { readLanguage } from "./read-language.js";
import type { ReadingOrder } from "./reading-order.js";
import { styleOf } from "./type-style.js";

type Values = Readonly<Record<string, string>>;

export interface Scope {
  readonly style: TypeStyle;
  readonly kind?: BlockKind | undefined;
  readonly language?: string | undefined;
  readonly direction?: "horizontal" | "vertical" | undefined;
  readonly rank?: number | undefined;
  /** Inside a block that is a picture and has a box: what is drawn in it is no picture or rule of its own. */
  readonly pictured?: boolean;
  /** IDs of the ComposedBlocks around it, outermost first. */
  readonly within?: readonly string[];
  block?: RawBlock | undefined;
  line?: RawLine | undefined;
}

/** What the head of a file says, for its layout to refer to. */
export interface Names {
  readonly styles: Map<string, TypeStyle>;
  /** LABEL and TYPE of tags. */
  readonly tags: Map<string, readonly string[]>;
  readonly order: ReadingOrder;
}

/** BASEDIRECTION (ALTO 4.3): ltr, rtl, ttb, btt. */
const directions: ReadonlyMap<string | undefined, "horizontal" | "vertical"> = new Map([
  ["ltr", "horizontal"],
  ["rtl", "horizontal"],
  ["ttb", "vertical"],
  ["btt", "vertical"],
]);

/** What is said of a block: the labels of its tags and its TYPE. */
export function labelsOf({ TAGREFS, TYPE, LABEL }: Values, tags: Names["tags"]): readonly string[] {
  const tagged = TAGREFS === undefined ? [] : TAGREFS.split(/\s+/).flatMap((name) => tags.get(name) ?? []);
  return [...tagged, TYPE ?? "", LABEL ?? ""].filter((label) => label !== "");
}

/** The language that an element says; versions spell its name differently. */
export const languageOf = (values: Values): string | undefined =>
  readLanguage(values.LANG ?? values.LANGUAGE ?? values.language ?? values.lang);

/** The scope of an element inside `outer`, in the same block and line. */
export const innerScope = (outer: Scope, values: Values, names: Names): Scope => ({
  ...outer,
  style: styleOf(values, outer.style, names.styles),
  language: languageOf(values) ?? outer.language,
  direction: directions.get(values.BASEDIRECTION) ?? outer.direction,
  rank: names.order.rankOf(values.ID) ?? outer.rank,
});

/** The scope of a block inside `outer`: a kind of its own before that of the block around it. */
export function blockScope(outer: Scope, values: Values, names: Names, hasBox: boolean): Scope {
  const labels = labelsOf(values, names.tags);
  const kind = labels.map(kindOfLabel).find((found) => found !== undefined) ?? outer.kind;
  const pictured = outer.pictured === true || (hasBox && labels.some(isPictureLabel));
  return { ...innerScope(outer, values, names), kind, pictured, block: undefined, line: undefined };
}
