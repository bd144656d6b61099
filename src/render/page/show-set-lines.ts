/**
 * Lines of print as spans that the style sheet puts at their places on a wide screen and on paper; on a small one they
 * run on as ordinary text. Only numbers reach the style attribute: boxes come from files.
 */
import type { Element } from "hast";
import { type Child, element } from "../../markdown/to-hast.js";
import type { Box } from "../../model/page.js";
import { cutAtReadings, type ReadLines, readingsInSpan } from "../../text/readings.js";
import { showReadings } from "../article/ruby.js";
import type { SetLine } from "../mirror/set-text.js";

/** A hundredth of the page's width is the unit of all lengths (`cqw` in the style sheet); a thousandth of it is not seen. */
const decimals = 3;
/** Nothing on a page is larger; above 1e21 a number would be written with an exponent. */
const largest = 1e5;
export const number = (value: number): string =>
  (Number.isFinite(value) ? Math.min(largest, Math.max(0, value)) : 0).toFixed(decimals);
const length = (share: number): string => number(share * 100);

/** `--x:6.1;--y:20.333;--w:18;--h:1.45` of a box in page widths. */
export const placeStyle = ({ x, y, width, height }: Box): string =>
  `--x:${length(x)};--y:${length(y)};--w:${length(width)};--h:${length(height)}`;

/** A reading stands at its own place where its letters do; where lines run on it is over them. */
const showText = ({ text, span }: SetLine, read: ReadLines): Child[] =>
  span ? showReadings(cutAtReadings(text, 0, readingsInSpan(span, read))) : [text];

function showSetLine(line: SetLine, read: ReadLines): Element {
  const { hyphen, box, size, squeeze, tracking, vertical, bold } = line;
  const className = ["set", ...(vertical ? ["down"] : []), ...(bold ? ["bold"] : [])];
  // Before it is squeezed a line is as long as its words need.
  const [width, height] = vertical ? [box.width, box.height / squeeze] : [box.width / squeeze, box.height];
  const squeezed = squeeze === 1 ? "" : `;--k:${number(squeeze)}`;
  const spaced = tracking === 0 ? "" : `;--t:${number(tracking)}`;
  return element(
    "span",
    { className, style: `${placeStyle({ ...box, width, height })};--s:${length(size)}${squeezed}${spaced}` },
    ...showText(line, read),
    hyphen !== "" && element("span", { className: ["hyphen"] }, hyphen),
  );
}

export const showSetLines = (lines: readonly SetLine[], read: ReadLines): Child[] =>
  lines.flatMap((line, at): Child[] => [
    showSetLine(line, read),
    line.spaced && at < lines.length - 1 && " ",
  ]);
