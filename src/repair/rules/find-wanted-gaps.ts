/**
 * The gaps that grammar shows to be wanted on any CJK line: after a dateline (`本报讯  日前`), around the names of a
 * byline or credit (`□记者 高飞 报道`, `（通讯员 鲁小溪）`), before the next label of a staff box (`编辑：甲 校对：乙`).
 * Role words count also where the line is stretched: `本 报 记 者 时 雨 桐`.
 * It refuses prose that only mentions a reporter: outside of a byline the role must open a bracket.
 */
import type { SpacingHabits } from "../../text/lexicon/spacing.js";
import { isDigit, isHan, isSpace } from "../../text/scripts.js";
import { measureGaps } from "../measure-gaps.js";
import type { RepairContext } from "../repair-context.js";

/** A text without its spaces, with the offset each kept character had and whether a gap stood before it. */
interface Inked {
  readonly characters: readonly string[];
  readonly gapBefore: readonly (number | undefined)[];
}

export function inkOf(text: string): Inked {
  const characters: string[] = [];
  const gapBefore: (number | undefined)[] = [];
  let gap: number | undefined;
  let at = 0;
  for (const character of text) {
    if (isSpace(character)) gap ??= at;
    else {
      characters.push(character);
      gapBefore.push(characters.length === 1 ? undefined : gap);
      gap = undefined;
    }
    at += character.length;
  }
  return { characters, gapBefore };
}

const startsAt = (characters: readonly string[], from: number, word: string): boolean =>
  [...word].every((character, i) => characters[from + i] === character);

/** Most characters between who speaks and 讯 or 电: 新华社 + place + 12月25日 + 综合电. */
const LONGEST_DATELINE = 18;
/** Most ideographs between 本报 and 讯 when no date stands between: 本报北京综合讯. */
const LONGEST_PLACE = 6;

const openBrackets = new Set("（(【[〔［");
const closeBrackets = new Set("）)】]〕］");

/** Index after the dateline that opens the line, or -1. */
function endOfDateline({ characters, gapBefore }: Inked, { dateline }: SpacingHabits): number {
  let from = 0;
  while (from < characters.length && !isHan(characters[from] ?? "") && from < 2) from += 1;
  const opener = dateline.openers.find((word) => startsAt(characters, from, word));
  if (!opener) return -1;
  const bodyStart = from + [...opener].length;
  if (startsAt(characters, from, opener) && gapBefore[bodyStart] !== undefined && /[讯訊]$/u.test(opener))
    return bodyStart;
  for (let i = bodyStart; i < Math.min(characters.length, bodyStart + LONGEST_DATELINE); i += 1) {
    const character = characters[i] ?? "";
    const end = dateline.ends.find((word) => startsAt(characters, i, word));
    if (end) {
      const after = i + [...end].length;
      // 日电 ends a dateline by itself; 讯 and 电 only where no longer word goes on (通讯员, 电力).
      const sure = [...end].length > 1 || !dateline.notBefore.includes(characters[after] ?? "");
      // 【 本 報 訊 】: before what closes the bracket no gap is wanted.
      const closes = closeBrackets.has(characters[after] ?? "");
      if (sure && !closes && gapBefore[after] !== undefined) return after;
    }
    const isPlaceOrDate = isHan(character) || isDigit(character) || character === "、" || character === "·";
    if (
      !isPlaceOrDate ||
      (i - bodyStart >= LONGEST_PLACE &&
        !characters.slice(bodyStart, i + 1).some((c) => c === "月" || isDigit(c)))
    )
      return -1;
  }
  return -1;
}

/** Roles that are one character (文, 图, 摄) are too common to count on a stretched line, save at its end. */
const isLongRole = (word: string): boolean => [...word].length > 1;

/** Adds the gaps before and after each role word between `from` and `to`. */
function addRoleGaps(ink: Inked, habits: SpacingHabits, from: number, to: number, wanted: Set<number>): void {
  const keep = (index: number) => {
    const gap = ink.gapBefore[index];
    if (gap !== undefined && index > from && index < to) wanted.add(gap);
  };
  let i = from;
  while (i < to) {
    const role = habits.nameRoles
      .filter((word) => isLongRole(word) && startsAt(ink.characters, i, word))
      .sort((a, b) => b.length - a.length)[0];
    if (role) {
      keep(i);
      i += [...role].length;
      keep(i);
    } else i += 1;
  }
}

/** What may stand on a byline besides role words: names of this many ideographs. */
const LONGEST_NAME = 5;

/** Whether cells between gaps are all roles or names, with at least one role: the line is a byline whatever it was taken for. */
export function readsAsByline(text: string, habits: SpacingHabits): boolean {
  if (!text.split("").some(isSpace)) return false;
  const cells = splitCells(text);
  if (cells.length < 2 || cells.length > 12 || cells.every((cell) => [...cell].length === 1)) return false;
  let roles = 0;
  for (const cell of cells) {
    const role =
      habits.nameRoles.filter((word) => cell.startsWith(word)).sort((a, b) => b.length - a.length)[0] ?? "";
    const bare = [...cell.slice(role.length)];
    const marksOnly = role !== "" && !/\p{L}/u.test(role);
    const inner = marksOnly
      ? habits.nameRoles.find((word) => isLongRole(word) && bare.join("").startsWith(word))
      : undefined;
    if ((role !== "" && !marksOnly) || inner) roles += 1;
    const name = inner ? bare.slice([...inner].length) : bare;
    if (name.length > LONGEST_NAME || !name.every((c) => isHan(c) || c === "·" || c === "、" || c === "/"))
      return false;
  }
  return roles > 0;
}

/** The pieces of text between gaps. */
export function splitCells(text: string): string[] {
  const cells: string[] = [];
  let cell = "";
  for (const character of text) {
    if (!isSpace(character)) cell += character;
    else if (cell !== "") {
      cells.push(cell);
      cell = "";
    }
  }
  if (cell !== "") cells.push(cell);
  return cells;
}

/** Offsets of the gaps that stay. The text has no outer spaces. */
export function findWantedGaps(text: string, { habits, kind }: RepairContext): Set<number> {
  const wanted = new Set<number>();
  const ink = inkOf(text);
  const { characters } = ink;
  if (!ink.gapBefore.some((gap) => gap !== undefined)) return wanted;

  const afterDateline = endOfDateline(ink, habits);
  const datelineGap = afterDateline < 0 ? undefined : ink.gapBefore[afterDateline];
  if (datelineGap !== undefined) wanted.add(datelineGap);

  if (kind === "byline" || kind === "credit" || readsAsByline(text, habits)) {
    addRoleGaps(ink, habits, 0, characters.length, wanted);
    if (measureGaps(text).stretch !== "whole")
      for (const gap of ink.gapBefore) if (gap !== undefined) wanted.add(gap);
  }
  let closing = characters.length;
  for (let i = characters.length - 1; i >= 0; i -= 1) {
    if (closeBrackets.has(characters[i] ?? "")) closing = i;
    if (openBrackets.has(characters[i] ?? "")) {
      const to = closing;
      closing = i;
      if (habits.nameRoles.some((word) => isLongRole(word) && startsAt(characters, i + 1, word)))
        addRoleGaps(ink, habits, i + 1, to, wanted);
    }
    const label =
      ink.gapBefore[i] !== undefined &&
      habits.nameRoles.some(
        (word) =>
          isLongRole(word) &&
          startsAt(characters, i, word) &&
          /^[：:]/.test(characters[i + [...word].length] ?? ""),
      );
    if (label) wanted.add(ink.gapBefore[i] ?? 0);
  }
  return wanted;
}
