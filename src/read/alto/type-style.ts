/**
 * Which type a piece of text is set in: the text styles that its element names, else those of the line, the block and
 * the page around it. The nearest text style says whether the type is bold (one without FONTSTYLE is regular, also
 * inside a bold block); its size is the nearest one that is a size at all, since software that knows none writes 0.
 *
 *     <TextBlock STYLEREFS="TXT_0 PAR_LEFT"> … <String STYLEREFS="TXT_10" CONTENT="Moniteur"/>
 */
import { type TypeStyle, toNumber } from "./raw-page.js";

type Values = Readonly<Record<string, string>>;

/** Type larger than this many points fills a page. */
const largestSize = 1000;

const isBold = (style: string): boolean => /\bbold\b/i.test(style);

/** A TextStyle element. Always says whether it is bold. */
export function readTextStyle(values: Values): TypeStyle {
  const size = toNumber(values.FONTSIZE);
  const bold = isBold(values.FONTSTYLE ?? "");
  return size > 0 && size < largestSize ? { size, bold } : { bold };
}

/** The style of an element inside one of style `outer`. STYLE is what a String says of itself, over every style. */
export function styleOf(values: Values, outer: TypeStyle, styles: ReadonlyMap<string, TypeStyle>): TypeStyle {
  let { size, bold } = outer;
  let named = false;
  for (const name of (values.STYLEREFS ?? "").split(/\s+/)) {
    const style = styles.get(name);
    if (!style) continue;
    size = style.size ?? size;
    // Two text styles on one element (a font and an emphasis) add up.
    bold = named ? bold === true || style.bold === true : style.bold;
    named = true;
  }
  if (values.STYLE !== undefined && isBold(values.STYLE)) bold = true;
  if (size === outer.size && bold === outer.bold) return outer;
  return { ...(size === undefined ? {} : { size }), ...(bold === undefined ? {} : { bold }) };
}
