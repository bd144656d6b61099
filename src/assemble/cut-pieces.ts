/**
 * Lines → pieces: run-in marks are cut from the text they stand with, so that “（上承第一版）创新创业人才等群体…” is a mark
 * and a paragraph. A mark that its column broke is put together: `与邻镇的 (Fortsetzung` over `auf Seite 2)`.
 * It refuses to put two lines together for anything but a mark that is whole only then.
 */
import type { Line, Page } from "../model/page.js";
import type { Lexicon } from "../text/lexicon/index.js";
import { listWordings, type MarkReading, type MarkWording, matchMark } from "../text/marks/match-mark.js";
import { isUnspaced } from "../text/scripts.js";
import { squash } from "../text/squash.js";
import { makePiece, type Piece, type PiecePart } from "./pieces.js";

export interface House {
  readonly forward: readonly string[];
  readonly backward: readonly string[];
}

/** A broken mark: where it begins in its first line and ends in the next, as offsets in the lines' own texts. */
interface BrokenMark {
  readonly mark: MarkReading;
  readonly from: number;
  readonly to: number;
}

/** No half of a mark is longer than this, in characters. */
const longestHalf = 32;
const openers = "（(〔【［[＝=";
const closers = "）)〕】］]";

/** ＝２面に over 続く, （停水 over 時間表見第二版）: the two halves together are a mark, and neither is one alone. */
function findBrokenMark(
  line: Line,
  next: Line | undefined,
  wordings: readonly MarkWording[],
  here: number,
): BrokenMark | undefined {
  if (!next || next.blanksBefore > 0) return undefined;
  const first = squash(line.text);
  const second = squash(next.text);
  const open = lastOpener(first.text);
  if (open < 0) return undefined;
  const signed = first.text[open] === "=" || first.text[open] === "＝";
  const close = signed ? second.text.length - 1 : firstCloser(second.text);
  if (close < 0 || close >= longestHalf) return undefined;
  const half = first.text.slice(open);
  const rest = second.text.slice(0, close + 1);
  const gap = isUnspaced(half.at(-1) ?? "") || isUnspaced(rest[0] ?? "") ? "" : " ";
  const mark = matchMark(`${half}${gap}${rest}`, wordings, here);
  if (!mark || mark.page === undefined || mark.start > 0) return undefined;
  return { mark, from: first.offsets[open] ?? 0, to: second.offsets[close + 1] ?? next.text.length };
}

function lastOpener(text: string): number {
  for (let at = text.length - 1; at >= 0 && text.length - at <= longestHalf; at -= 1) {
    if (closers.includes(text[at] ?? "")) return -1;
    if (openers.includes(text[at] ?? "")) return at;
  }
  return -1;
}

function firstCloser(text: string): number {
  for (let at = 0; at < Math.min(text.length, longestHalf); at += 1) {
    if (closers.includes(text[at] ?? "")) return at;
    if (openers.includes(text[at] ?? "")) return -1;
  }
  return -1;
}

const hasText = (line: Line, start: number, end: number): boolean =>
  squash(line.text, start, end).text !== "";

/** The pieces of a page in source order: every non-space character of every line is in exactly one. */
export function cutPieces(page: Page, lexicons: readonly Lexicon[], house: House): Piece[] {
  const pieces: Piece[] = [];
  const wordings = listWordings(lexicons, house);
  const lines = page.blocks
    .flatMap((block) => block.lines)
    .filter((line) => hasText(line, 0, line.text.length));
  const push = (parts: readonly PiecePart[], extra: Parameters<typeof makePiece>[1]): void => {
    pieces.push(makePiece(parts, extra));
  };
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i] as Line;
    const next = lines[i + 1];
    const whole = squash(line.text);
    const mark = matchMark(whole.text, wordings, page.number);
    const broken = mark ? undefined : findBrokenMark(line, next, wordings, page.number);
    if (broken && next) {
      const head = hasText(line, 0, broken.from);
      const tail = hasText(next, broken.to, next.text.length);
      if (head) push([{ line, start: 0, end: broken.from }], { beforeMark: true });
      push(
        [
          { line, start: head ? broken.from : 0, end: line.text.length },
          { line: next, start: 0, end: tail ? broken.to : next.text.length },
        ],
        { mark: broken.mark },
      );
      if (tail) push([{ line: next, start: broken.to, end: next.text.length }], { afterMark: true });
      i += 1;
      continue;
    }
    if (!mark) {
      push([{ line, start: 0, end: line.text.length }], {});
      continue;
    }
    const from = whole.offsets[mark.start] ?? 0;
    const to =
      mark.end >= whole.text.length ? line.text.length : (whole.offsets[mark.end] ?? line.text.length);
    const head = hasText(line, 0, from);
    const tail = hasText(line, to, line.text.length);
    if (head) push([{ line, start: 0, end: from }], { beforeMark: true });
    push([{ line, start: head ? from : 0, end: tail ? to : line.text.length }], { mark });
    if (tail) push([{ line, start: to, end: line.text.length }], { afterMark: true });
  }
  return pieces;
}
