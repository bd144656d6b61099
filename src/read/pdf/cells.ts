/**
 * Glyphs → cells: each printed character with the room it takes in the frame it is read in. Spaces take no cell; they
 * are remembered beside their neighbours, as evidence for whoever decides about gaps.
 */

import type { PdfPage, PdfRun } from "../../model/pdf-content.js";
import { findColumnsDown, type UprightGlyph } from "./find-columns-down.js";
import { type Extent, snapAngle, toFrame } from "./frames.js";

export interface Cell extends Extent {
  readonly text: string;
  /** The frame: degrees of its line. */
  readonly angle: number;
  /** Stands upright in a column, rather than turned with its line. */
  readonly upright: boolean;
  readonly em: number;
  /** Index of its run, and its place among the cells of the page, both in the order of painting. */
  readonly run: number;
  readonly nth: number;
  readonly bold: boolean;
  readonly hidden: boolean;
  readonly guessed: boolean;
  /** Spaces that the file paints directly before and after it. */
  readonly spaceBefore: string;
  readonly spaceAfter: string;
  /** The room that those after it take. */
  readonly roomAfter: number;
}

/** Share of the em above and below the baseline: what layout programs take, and near enough for Latin. */
const ascent = 0.88;
const descent = 0.12;
/** Type without a size takes this many points, so that nothing is divided by nothing. */
const leastEm = 0.1;

/** Control characters and line separators would break a line of text in two. */
const isControl = (code: number): boolean =>
  code < 0x20 || (code >= 0x7f && code < 0xa0) || code === 0x2028 || code === 0x2029;

export function isSpace(text: string): boolean {
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    const isWide = code === 0x20 || code === 0xa0 || code === 0x3000 || code === 0x202f || code === 0x205f;
    if (!isWide && !(code >= 0x2000 && code <= 0x200a) && !(code >= 0x09 && code <= 0x0d)) return false;
  }
  return text !== "";
}

/** Text that can stand in a line: a control character is no character of print (U+FFFD), a tab is a space. */
export function printable(text: string): string {
  let made = "";
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    const isBreak = code >= 0x09 && code <= 0x0d;
    made += isBreak ? " " : isControl(code) || (code >= 0xd800 && code <= 0xdfff) ? "\ufffd" : char;
  }
  return made;
}

interface Placed {
  readonly run: PdfRun;
  readonly index: number;
  readonly text: string;
  readonly guessed: boolean;
  readonly u: number;
  readonly v: number;
  readonly advance: number;
}

/** All glyphs in the frames of their baselines. */
function placeAll(page: PdfPage): Placed[] {
  return page.runs.flatMap((run, index) => {
    const angle = snapAngle(run.angle);
    return run.glyphs.map(({ text, x, y, advance, guessed }) => {
      const [u, v] = toFrame(angle, x, y);
      return { run, index, text: printable(text), guessed: guessed === true, u, v, advance };
    });
  });
}

/** For each glyph whether it stands upright in a column; glyphs of other baselines are looked at by themselves. */
function columnsOf(placed: readonly Placed[]): boolean[] {
  const down = placed.map(({ run }) => run.vertical);
  const byAngle = new Map<number, number[]>();
  for (const [nth, { run, text }] of placed.entries()) {
    if (run.vertical || isSpace(text)) continue;
    const angle = snapAngle(run.angle);
    const list = byAngle.get(angle);
    if (list) list.push(nth);
    else byAngle.set(angle, [nth]);
  }
  for (const list of byAngle.values()) {
    const found = findColumnsDown(list.map((nth) => placed[nth] as UprightGlyph));
    for (const [at, nth] of list.entries()) down[nth] = found[at] ?? false;
  }
  return down;
}

function extentOfGlyph({ run, u, v, advance }: Placed, em: number, isDown: boolean): Extent {
  if (!isDown) return { u0: u, u1: u + advance, v0: v - ascent * em, v1: v + descent * em };
  const middle = run.vertical ? u : u + advance / 2;
  const [top, bottom] = run.vertical ? [v, v + advance] : [v - ascent * em, v + descent * em];
  return { u0: top, u1: bottom, v0: -middle - em / 2, v1: -middle + em / 2 };
}

interface Spaces {
  readonly text: string;
  readonly room: number;
}

const noSpaces: Spaces = { text: "", room: 0 };

export function makeCells(page: PdfPage): Cell[] {
  const placed = placeAll(page);
  const down = columnsOf(placed);
  const printed: { readonly glyph: Placed; readonly isDown: boolean; before: Spaces; after: Spaces }[] = [];
  let spaces = noSpaces;
  for (const [nth, glyph] of placed.entries()) {
    const last = printed.at(-1);
    if (isSpace(glyph.text)) {
      spaces = { text: spaces.text + glyph.text, room: spaces.room + glyph.advance };
      if (last) last.after = spaces;
    } else {
      printed.push({ glyph, isDown: down[nth] === true, before: spaces, after: noSpaces });
      spaces = noSpaces;
    }
  }
  return printed.map(({ glyph, isDown, before, after }, nth): Cell => {
    const { run, index, text, guessed } = glyph;
    const em = Math.max(leastEm, run.size);
    const { u0, u1, v0, v1 } = extentOfGlyph(glyph, em, isDown);
    return {
      u0,
      u1,
      v0,
      v1,
      text,
      angle: (snapAngle(run.angle) + (isDown ? 90 : 0)) % 360,
      upright: isDown,
      em,
      run: index,
      nth,
      bold: run.thickened || page.fonts[run.font]?.bold === true,
      hidden: run.hidden,
      guessed,
      spaceBefore: before.text,
      spaceAfter: after.text,
      roomAfter: after.room,
    };
  });
}
