/**
 * Which gaps of a line are spaces. A gap is measured against the line's own letter pitch and the em, never alone: what
 * stands between all letters alike is letter-spacing, not words.
 *
 *     中 ，强 化          stretched by a fifth of an em throughout: no space
 *     “数”为媒  “智”赋能    one gap of an em and none else: a space
 *     S p e r r s a t z   evenly pitched among wider gaps: one word
 *
 * Spaces that the file paints are evidence: a narrower gap will do where there is one, but it takes a gap. It does not
 * join what the file sets apart by plain word gaps, and it knows no language.
 */
import { isCjkPunctuation, isUnspaced } from "../../text/scripts.js";
import type { Cell } from "./cells.js";

export interface PageHabits {
  /** Words are set apart by painted spaces, so that a gap alone says less. */
  readonly paintsSpaces: boolean;
  /** Each word is painted by an operator of its own, roughly placed: the text layer over a scan. */
  readonly paintsWords: boolean;
}

/** Least gaps beyond the letter pitch, in ems. */
const least = {
  /** With a painted space: some room must be left for it. Hidden soft hyphens are painted as spaces without any. */
  painted: 0.06,
  /** Between letters; justified lines set words apart by a sixth of an em or more. */
  letters: 0.15,
  /** Between letters where the file paints its spaces; an em quad or a tab is not painted. */
  lettersUnpainted: 0.4,
  /** Where an ideograph stands beside; the quarter em that layout programs add beside figures is none. */
  ideographs: 0.5,
  /** With a painted space beside an ideograph. */
  ideographsPainted: 0.12,
};
/** So many gaps are needed to tell a pitch by their rank; of fewer the smallest counts. */
const leastRanked = 3;
/** Rank of the pitch: most gaps beside ideographs are within words, of those between letters at least a third. */
const rank = { ideographs: 0.5, letters: 0.3 };
/** A word of letter-spaced letters has at least so many gaps, alike within so many ems; both gaps around are wider. */
const sperrsatz = { gaps: 2, alike: 0.05, wider: 1.5, leastGap: 0.08 };
/** Punctuation of CJK takes most of an em; the same quotes in Latin type do not. */
const leastWide = 0.75;

export function isIdeograph(cell: Cell): boolean {
  const [char = ""] = cell.text;
  if (isUnspaced(char)) return true;
  return isCjkPunctuation(char) && cell.u1 - cell.u0 >= leastWide * cell.em;
}

interface Gap {
  /** In ems. */
  readonly width: number;
  readonly painted: string;
  readonly ideographs: boolean;
  readonly betweenRuns: boolean;
}

/** @param cjk whether the line holds ideographs at all: without them a dash of an em is a letter like others. */
function gapBetween(a: Cell, b: Cell, cjk: boolean): Gap {
  return {
    width: (b.u0 - a.u1) / Math.min(a.em, b.em),
    painted: a.spaceAfter !== "" ? a.spaceAfter : b.spaceBefore,
    ideographs: cjk && (isIdeograph(a) || isIdeograph(b)),
    betweenRuns: a.run !== b.run,
  };
}

function pitchOf(gaps: readonly Gap[], wanted: boolean): number {
  const widths = gaps
    .filter(({ ideographs, painted }) => ideographs === wanted && (wanted || painted === ""))
    .map(({ width }) => width)
    .sort((a, b) => a - b);
  const share = wanted ? rank.ideographs : rank.letters;
  // One or two gaps between letters may be word gaps, each of them.
  if (widths.length < leastRanked && !wanted) return 0;
  const ranked =
    widths.length < 2
      ? 0
      : widths.length < leastRanked
        ? widths[0]
        : widths[Math.floor(share * (widths.length - 1))];
  return Math.max(0, ranked ?? 0);
}

const isLetter = (cell: Cell | undefined): boolean => /^\p{L}\p{M}*$/u.test(cell?.text ?? "");

/** Gaps inside letter-spaced words of a line that is else set solid. */
function sperrsatzIn(cells: readonly Cell[], gaps: readonly Gap[]): Set<number> {
  const inside = new Set<number>();
  for (let first = 0; first < gaps.length; ) {
    const width = gaps[first]?.width ?? 0;
    let end = first;
    const alike = (nth: number) => {
      const gap = gaps[nth];
      const near =
        gap && !gap.ideographs && gap.painted === "" && Math.abs(gap.width - width) <= sperrsatz.alike;
      return near === true && isLetter(cells[nth]) && isLetter(cells[nth + 1]);
    };
    while (alike(end)) end += 1;
    const around = [gaps[first - 1], gaps[end]].filter((gap) => gap !== undefined);
    const isSpaced = width >= sperrsatz.leastGap && end - first >= sperrsatz.gaps;
    // At the end of a line only one gap tells, so the word must be longer.
    const isTold = around.length === 2 || (around.length === 1 && end - first > sperrsatz.gaps);
    if (isSpaced && isTold && around.every((gap) => gap.width >= sperrsatz.wider * width))
      for (let nth = first; nth < end; nth += 1) inside.add(nth);
    first = Math.max(end, first + 1);
  }
  return inside;
}

/** The space after each cell but the last; empty where there is none. */
export function judgeGaps(cells: readonly Cell[], habits: PageHabits): string[] {
  const cjk = cells.some(({ text }) => isUnspaced([...text][0] ?? ""));
  const gaps = cells.slice(1).map((cell, nth) => gapBetween(cells[nth] as Cell, cell, cjk));
  const pitch = { ideographs: pitchOf(gaps, true), letters: pitchOf(gaps, false) };
  const inside = sperrsatzIn(cells, gaps);
  return gaps.map(({ width, painted, ideographs, betweenRuns }, nth) => {
    const beyond = width - (ideographs ? pitch.ideographs : pitch.letters);
    const space = painted === "" ? " " : painted;
    if (ideographs)
      return beyond >= (painted === "" ? least.ideographs : least.ideographsPainted) ? space : "";
    if (habits.paintsWords) return painted !== "" || betweenRuns || beyond >= least.ideographs ? space : "";
    if (painted !== "") return width >= least.painted ? space : "";
    const wanted = habits.paintsSpaces ? least.lettersUnpainted : least.letters;
    return beyond >= wanted && !inside.has(nth) ? space : "";
  });
}
