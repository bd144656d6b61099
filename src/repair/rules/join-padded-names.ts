/**
 * A two-character name padded to the width of three is one name: `本报记者 吴  月 通讯员 连小珊`, `（记者　吴　月）`,
 * `王小明、吴　月、李大山`. A gap joins where single ideographs stand on both sides of it and a separator, a role
 * word or the end of the line stands beyond them.
 * It refuses unpadded scripts (ja, ko), numerals (`一　二`), and three or more singles in a row of which one gap
 * cannot be told from the others, save that an even row of equal gaps in a byline is read as padded names.
 */
import type { SpacingHabits } from "../../text/lexicon/spacing.js";
import { isCjkPunctuation, isHan, isSpace, withoutSpaces } from "../../text/scripts.js";
import { findGaps, type Gap } from "../measure-gaps.js";
import { readsAsByline, splitCells } from "./find-wanted-gaps.js";
import { closeGap, type LineRule } from "./line-rule.js";

const numerals = new Set("一二三四五六七八九十百千零〇甲乙丙丁上中下左右前后後男女");
const isNamePart = (character: string, habits: SpacingHabits): boolean =>
  isHan(character) && !numerals.has(character) && !habits.nameRoles.includes(character);

export const joinPaddedNames: LineRule = (text, { habits, kind }) => {
  if (!habits.padsNames) return [];
  const gaps = findGaps(text);
  if (gaps.length === 0 || isSpacedRole(text, habits)) return [];
  const named = readsAsByline(text, habits);
  const byline = named || kind === "byline" || kind === "credit";
  return rowsOfSingles(text, gaps, habits).flatMap((row) => {
    if (row.length === 1) {
      const gap = row[0];
      if (!gap) return [];
      return byline || (gap.wide && standsAmongNames(text, gap)) ? [closeGap("join-padded-name", gap)] : [];
    }
    const equal = row.every((gap) => gap.width === row[0]?.width);
    if (!named || row.length % 2 === 0) return [];
    const pads = row.filter((_, index) => index % 2 === 0);
    const parts = row.filter((_, index) => index % 2 === 1);
    const alike = (list: readonly Gap[]) => list.every((gap) => gap.width === list[0]?.width);
    return equal || (alike(pads) && alike(parts)) ? pads.map((gap) => closeGap("join-padded-name", gap)) : [];
  });
};

/** Whether the line opens with a role word whose own letters stand apart: then gaps say nothing about names. */
function isSpacedRole(text: string, habits: SpacingHabits): boolean {
  const inked = withoutSpaces(text.slice(0, LONGEST_ROLE));
  return habits.nameRoles.some(
    (word) => [...word].length > 1 && inked.startsWith(word) && !text.startsWith(word),
  );
}
/** Room for the longest role word with its letters apart. */
const LONGEST_ROLE = 24;

/** Names are two to four ideographs; most have three, and to that width the others are padded. */
const isNameLength = (cell: string): boolean =>
  [...cell].length >= 2 && [...cell].length <= 4 && [...cell].every(isHan);

/**
 * Outside of a byline: punctuation holds the pair on a side (`、吴　月、`), or every other cell of the line is a name
 * and one has three characters. Two characters alone on a line are a heading set wide, not a name.
 */
function standsAmongNames(text: string, gap: Gap): boolean {
  const before = text.slice(0, gap.at - gap.left.length);
  const after = text.slice(gap.at + gap.raw.length + gap.right.length);
  const held = (neighbour: string) => neighbour !== "" && !isSpace(neighbour);
  if (held(before.slice(-1)) || held(after.slice(0, 1))) return true;
  const others = [...splitCells(before), ...splitCells(after)].filter((cell) => [...cell].length > 1);
  return others.length > 0 && others.every(isNameLength) && others.some((cell) => [...cell].length === 3);
}

/** Rows of gaps that have a single ideograph on each side, bounded by separators, role words or the line's ends. */
function rowsOfSingles(text: string, gaps: readonly Gap[], habits: SpacingHabits): Gap[][] {
  const rows: Gap[][] = [];
  let row: Gap[] = [];
  for (const gap of gaps) {
    const fits =
      isNamePart(gap.left, habits) &&
      isNamePart(gap.right, habits) &&
      isBoundary(text, gap.at - gap.left.length, -1, habits) &&
      isBoundary(text, gap.at + gap.raw.length + gap.right.length, 1, habits);
    if (!fits) {
      if (row.length > 0) rows.push(row);
      row = [];
      continue;
    }
    const last = row.at(-1);
    if (last && last.at + last.raw.length + last.right.length !== gap.at) {
      rows.push(row);
      row = [];
    }
    row.push(gap);
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

/** Whether a name can begin or end at `at`: line end, gap, punctuation, or a role word (read in `direction`). */
function isBoundary(text: string, at: number, direction: 1 | -1, habits: SpacingHabits): boolean {
  const character = direction === 1 ? (text[at] ?? "") : (text[at - 1] ?? "");
  if (character === "" || isSpace(character) || isCjkPunctuation(character) || "/,;:()".includes(character))
    return true;
  return habits.nameRoles.some((word) =>
    direction === 1
      ? text.startsWith(word, at)
      : at >= word.length && text.startsWith(word, at - word.length),
  );
}
