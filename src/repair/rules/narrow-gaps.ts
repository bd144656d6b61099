/**
 * A gap that stays is stored as one space: English justified lines come as `By  his  own  reckoning`, a dateline
 * as `本报讯  日前`. Where a full-width space is the paper's own way to part phrases it is stored: in Japanese and
 * traditional papers, and for a wide gap in running CJK text or before a number (names in a row, `街巷　2023`).
 * It refuses to close a gap altogether; that is for the other rules, which have run before.
 */
import { isCjk, isHangul } from "../../text/scripts.js";
import { findGaps, settingOf } from "../measure-gaps.js";
import { isDisplay } from "../repair-context.js";
import { findWantedGaps } from "./find-wanted-gaps.js";
import type { LineRule } from "./line-rule.js";

const WIDE_SPACE = "\u3000";
/** An em space stands for it in fonts and extractors that have no other. */
const hasWideSpace = (raw: string): boolean => /[\u3000\u2001\u2003]/.test(raw);

export const narrowGaps: LineRule = (text, context) => {
  const { habits, language, kind } = context;
  const gaps = findGaps(text).filter(({ raw }) => raw !== " ");
  if (gaps.length === 0) return [];
  if (settingOf(text, habits.closesCjk, language.toLowerCase().startsWith("ko")) !== "cjk")
    return gaps.flatMap(({ at, raw, left, right }) => {
      const wide = habits.keepsWideSpace && hasWideSpace(raw) && !isHangul(left) && !isHangul(right);
      const stored = wide ? WIDE_SPACE : " ";
      return raw === stored ? [] : [{ rule: "collapse-justified-space", at, removed: raw, inserted: stored }];
    });
  const wanted = findWantedGaps(text, context);
  return gaps.flatMap(({ at, raw, width, left, right }) => {
    const byGrammar = wanted.has(at);
    // One space at such a place would be taken for autospace or a stray gap when the text is repaired again.
    const border = isCjk(left) !== isCjk(right);
    const running = !byGrammar && width > 1 && (border || !isDisplay(kind)) && (isCjk(left) || isCjk(right));
    const stored = running || (habits.keepsWideSpace && hasWideSpace(raw)) ? WIDE_SPACE : " ";
    return raw === stored ? [] : [{ rule: "narrow-wanted-gap", at, removed: raw, inserted: stored }];
  });
};
