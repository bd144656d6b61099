/**
 * Closes the gaps of Chinese and Japanese lines that only the setting put there: letter-spacing of stretched lines,
 * autospace at Han–digit and Han–Latin borders, room around punctuation. `（ GDP ） 1486.3 亿 元` is （GDP）1486.3亿元.
 * It leaves what was put there on purpose: the gap between the halves of a headline (`“数”为媒 “智”赋能`), names,
 * datelines, and wide gaps on unstretched lines. It leaves Latin words and two real numbers apart.
 */
import {
  isCjk,
  isCjkPunctuation,
  isCloser,
  isDigit,
  isLatinLetter,
  isOpener,
  isUnspaced,
} from "../../text/scripts.js";
import { type Gap, type GapMeasure, measureGaps, settingOf } from "../measure-gaps.js";
import { type EditionEvidence, isDisplay, type RepairContext } from "../repair-context.js";
import { findWantedGaps } from "./find-wanted-gaps.js";
import { closeGap, type LineRule } from "./line-rule.js";

/** Stops never have a gap before them that was meant; nor do closing quotes and brackets. */
const stops = new Set("，。、；：！？．,;!?%％‰℃°");
const asciiStops = new Set(".,;:!?");
/** Below this share an edition's borders are set without autospace, so a gap at one was meant. */
const NO_AUTOSPACE = 0.2;

export const closeCjkGaps: LineRule = (text, context) => {
  const { habits, language } = context;
  if (settingOf(text, habits.closesCjk, language.toLowerCase().startsWith("ko")) !== "cjk") return [];
  const measure = measureGaps(text);
  if (measure.gaps.length === 0) return [];
  const wanted = findWantedGaps(text, context);
  return measure.gaps.flatMap((gap) => {
    const rule = wanted.has(gap.at) ? undefined : ruleToClose(text, gap, measure, context);
    return rule ? [closeGap(rule, gap)] : [];
  });
};

/** The rule that closes the gap, or undefined where it stays. */
function ruleToClose(
  text: string,
  gap: Gap,
  measure: GapMeasure,
  { kind, evidence }: RepairContext,
): string | undefined {
  const { left, right } = gap;
  const shown = isDisplay(kind);
  const stretched = measure.stretch === "whole" || measure.stretched.has(gap.at);
  if (!isCjk(left) && !isCjk(right)) return undefined;
  if (evidence.typed && measure.stretch === "none") return undefined;
  if (isClosing(right) || isOpener(left))
    return staysAfterOpening(gap, stretched) ? undefined : "close-punctuation-gap";
  if (!isCjk(left) || !isCjk(right)) return ruleAtBorder(text, gap, measure, shown, evidence);
  const rule = isUnspaced(left) && isUnspaced(right) ? "close-spaced-cjk" : "close-punctuation-gap";
  if (stretched) {
    return isWiderThanStretch(gap, measure, shown) ? undefined : rule;
  }
  if (shown || gap.wide || gap.width > 1) return undefined;
  return rule;
}

const isClosing = (character: string): boolean =>
  stops.has(character) || (isCloser(character) && isCjkPunctuation(character));

/**
 * On a stretched line a gap says nothing, unless it is wider than those between all the characters. In running text it
 * must be so by two spaces: a space that was stretched too comes as gap, space, gap; one space more is uneven setting.
 */
const isWiderThanStretch = (gap: Gap, { base }: GapMeasure, shown: boolean): boolean =>
  gap.wide || gap.width >= base + (shown ? 1 : 2);

/** A full-width space on a line that is not stretched was typed, even beside a bracket. */
const staysAfterOpening = (gap: Gap, stretched: boolean): boolean =>
  gap.wide && !stretched && !stops.has(gap.right);

/**
 * The border of an ideograph (or CJK punctuation) with a digit, a Latin letter or a sign. Autospace is drawn there, so
 * the gap goes, unless the line is set for the eye and shows in another way that this gap was meant.
 */
function ruleAtBorder(
  text: string,
  gap: Gap,
  measure: GapMeasure,
  shown: boolean,
  { autospaceShare }: EditionEvidence,
): string | undefined {
  const cjkSide = isCjk(gap.left) ? gap.left : gap.right;
  const beside = isCjkPunctuation(cjkSide) ? "close-punctuation-gap" : "close-autospace";
  if (measure.stretch === "whole") {
    const meant = isWiderThanStretch(gap, measure, shown) || (shown && isItem(text, gap));
    return meant ? undefined : beside;
  }
  // After an ASCII stop a space is part of the writing: `1. 带好证件`; autospace is drawn at letters and digits only.
  if (gap.wide || asciiStops.has(gap.left)) return undefined;
  if (!shown) return beside;
  const houseHasNone = autospaceShare !== undefined && autospaceShare < NO_AUTOSPACE;
  const meant =
    houseHasNone ||
    gap.width > 1 ||
    beside === "close-punctuation-gap" ||
    isItem(text, gap) ||
    hasClosedBorder(text);
  return meant ? undefined : beside;
}

/** Dates, telephone numbers and addresses are items by themselves: `2023.10.26 星期四`, `投稿邮箱 news@paper.example`. */
function isItem(text: string, gap: Gap): boolean {
  const token = isCjk(gap.left) ? tokenFrom(text, gap.at + gap.raw.length) : tokenBefore(text, gap.at);
  return (
    token.includes("@") || token.includes("://") || token.startsWith("www.") || countDigitGroups(token) > 1
  );
}
/** Most characters looked at for an item. */
const LONGEST_ITEM = 40;
const isItemCharacter = (character: string): boolean => character > " " && character <= "~";

function tokenFrom(text: string, from: number): string {
  let end = from;
  while (end < text.length && end - from < LONGEST_ITEM && isItemCharacter(text[end] ?? "")) end += 1;
  return text.slice(from, end);
}
function tokenBefore(text: string, to: number): string {
  let start = to;
  while (start > 0 && to - start < LONGEST_ITEM && isItemCharacter(text[start - 1] ?? "")) start -= 1;
  return text.slice(start, to);
}

/** Groups of digits parted by hyphens, slashes or two dots: 2023.10.26 has three, 0531-88 two, 17.4 one. */
function countDigitGroups(token: string): number {
  const groups = token.split(/[-/]/).filter((group) => [...group].some(isDigit)).length;
  return Math.max(
    token.includes("-") && /^\d{3}/.test(token) ? 2 : groups,
    token.split(".").length > 2 ? 2 : 1,
  );
}

/** Whether an ideograph meets a digit or letter without a gap somewhere on the line: then this line has no autospace. */
function hasClosedBorder(text: string): boolean {
  let before = "";
  for (const character of text) {
    const western = isDigit(character) || isLatinLetter(character);
    if (western && isUnspaced(before)) return true;
    if (isUnspaced(character) && (isDigit(before) || isLatinLetter(before))) return true;
    before = character;
  }
  return false;
}
