/**
 * Closes gaps inside one number or formula: `17 .4%`, `9 %`, `1+9 +X`, and on a stretched line `1 1 类 2 3 项`.
 * A stretched line sets single digits apart, so two numbers of which one has two digits are really two
 * (`2013 2014`). It refuses `10 %` on lines in spaced scripts, where French and German print it so.
 */
import { isDigit, isLatinLetter, isSpace } from "../../text/scripts.js";
import { type Gap, type GapMeasure, measureGaps, settingOf } from "../measure-gaps.js";
import { closeGap, type LineRule } from "./line-rule.js";

const isSign = (character: string): boolean => "+-×=/&".includes(character);
const isAscii = (character: string): boolean => character > " " && character <= "~";
const isMark = (character: string): boolean => character === "." || character === ",";

export const closeNumberGaps: LineRule = (text, { habits, language }) => {
  const cjk = settingOf(text, habits.closesCjk, language.toLowerCase().startsWith("ko")) === "cjk";
  if (!cjk && !/\d/.test(text)) return [];
  const measure = measureGaps(text);
  if (measure.gaps.length === 0) return [];
  return measure.gaps.flatMap((gap) => {
    const rule = gap.wide ? undefined : ruleInNumber(text, gap, measure, cjk);
    return rule ? [closeGap(rule, gap)] : [];
  });
};

function ruleInNumber(text: string, gap: Gap, measure: GapMeasure, cjk: boolean): string | undefined {
  const { left, right } = gap;
  const end = gap.at + gap.raw.length;
  const afterRight = text[end + right.length] ?? "";
  const beforeLeft = text[gap.at - left.length - 1] ?? "";
  const fraction = isDigit(left) && isMark(right) && isDigit(afterRight) && gap.width === 1;
  // `.50 .51` are two prices: a number has one fraction.
  if (fraction && !isMark(text[startOfDigits(text, gap.at) - 1] ?? "")) return "close-number-gap";
  if (!cjk) return undefined;
  if (isDigit(left) && "%‰℃°".includes(right)) return "close-number-gap";
  const stretched = measure.stretch !== "none" && gap.width <= measure.base;
  if (stretched) {
    // 2 . 1 ℃: the figure before the mark is set apart too.
    const figure = isSpace(beforeLeft)
      ? text
          .slice(0, gap.at - left.length)
          .trimEnd()
          .slice(-1)
      : beforeLeft;
    if (isMark(left) && isDigit(figure) && isDigit(right)) return "close-number-gap";
    if (isDigit(left) && isMark(right)) return "close-number-gap";
    const single = !isAscii(beforeLeft) && !isAscii(afterRight);
    if (isDigit(left) && isDigit(right)) return single ? "close-spaced-digits" : undefined;
    const singles = (isLatinLetter(left) || isDigit(left)) && (isLatinLetter(right) || isDigit(right));
    if (singles && single) return "close-spaced-latin";
  }
  // One side of a sign closed and the other open is no way to set a formula; both open may be one.
  if (isSign(right) && isAscii(left) && isAscii(afterRight)) return "close-number-gap";
  if (isSign(left) && isAscii(right) && isAscii(beforeLeft)) return "close-number-gap";
  if (stretched && ((isSign(right) && isAscii(left)) || (isSign(left) && isAscii(right))))
    return "close-number-gap";
  return undefined;
}

/** Most digits looked back over. */
const LONGEST_NUMBER = 12;

function startOfDigits(text: string, end: number): number {
  let start = end;
  while (start > 0 && end - start < LONGEST_NUMBER && isDigit(text[start - 1] ?? "")) start -= 1;
  return start;
}
