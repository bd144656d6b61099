/**
 * How text in a column begins and ends, by its setting and its letters, and what it costs in nats that one goes on from
 * another:
 *
 *     … une séance où l’on a │ beaucoup parlé de cageots      a full line that ends no sentence, a letter that begins none
 *     … dans la rue.         │   En cause, la pente.          a short line that ends one, a line set in
 *     … dans la rue.         │ mécanisme, avec l’aide         these two never follow each other
 *
 * Where a page sets no paragraphs in, or hardly any, what stands flush says nothing.
 */
import { endsSentence } from "../../text/ends-sentence.js";
import { isCjkPunctuation, isCloser, isHan, isKana } from "../../text/scripts.js";
import type { Chain } from "../chain-lines.js";
import { isWeak } from "../look-around.js";
import { around, type Frame, type Rect, type Spot, widthOf } from "../rect.js";

/** `open`: a full line that ends no sentence; `cut`: in mid-word; `full`: a full line that ends one; `left`: by a mark. */
export type TextEnd = "open" | "cut" | "full" | "closed" | "left" | "unknown";
/** `inside`: with a letter that begins no sentence; `flush`, `setIn`: by its place; `head`: with a line in bold type. */
export type TextStart = "inside" | "flush" | "setIn" | "head" | "arrived" | "unknown";

/** Ems that a full line may miss, and a short one misses at least. */
const full = 0.7;
const short = 1.5;
/** Ems of an indent, and what is none. */
const leastIndent = 0.6;
const mostIndent = 2.6;
const flush = 0.3;
/** Ems of the narrowest column. */
const narrowest = 5;
/** Paragraphs that show whether a page sets them in, and the share of them that do. */
const fewest = 2;
const mostSetIn = 0.8;

const textOf = ({ lines }: Spot): string =>
  lines
    .map(({ text }) => text)
    .join(" ")
    .trim();

/** Whether the paragraphs of a page are set in. */
export function setsIn(frame: Frame, chains: readonly Chain[]): boolean {
  let [paragraphs, indented] = [0, 0];
  for (const { display, spots, x0, x1 } of chains) {
    if (display || x1 - x0 < narrowest * frame.em) continue;
    spots.slice(1).forEach((spot, i) => {
      const above = spots[i] as Spot;
      if (x1 - above.x1 < short * frame.em || !endsSentence(textOf(above))) return;
      paragraphs += 1;
      if (spot.x0 - x0 > leastIndent * frame.em) indented += 1;
    });
  }
  return paragraphs >= fewest && indented >= mostSetIn * paragraphs;
}

const countLines = (chains: readonly Chain[]): number =>
  chains.reduce((sum, { spots }) => sum + spots.length, 0);

/** The letters before the hyphen that a column cuts a word with. */
const cutWord = /\p{L}[-\u00ad¬‐]$/u;

export function endOf(frame: Frame, chains: readonly Chain[], column: Rect): TextEnd {
  const chain = chains.at(-1);
  const last = chain?.spots.at(-1);
  if (!chain || !last) return "unknown";
  if (chain.leaves) return "left";
  if (chain.display || countLines(chains) < 2 || widthOf(column) < narrowest * frame.em) return "unknown";
  const text = textOf(last);
  const room = column.x1 - last.x1;
  const isFull = room < full * frame.em && last.x0 - column.x0 < mostIndent * frame.em;
  if (endsSentence(text)) return isFull ? "full" : room > short * frame.em ? "closed" : "unknown";
  if (!isFull) return "unknown";
  return cutWord.test(text) ? "cut" : "open";
}

export function startOf(frame: Frame, chains: readonly Chain[], column: Rect, indents: boolean): TextStart {
  const chain = chains[0];
  const first = chain?.spots[0];
  if (!chain || !first) return "unknown";
  if (chain.arrives || (chain.display && chains[1]?.arrives)) return "arrived";
  if (chain.display && !isWeak(chain)) return "head";
  const text = textOf(first);
  const letter = String.fromCodePoint(text.codePointAt(0) ?? 32);
  if (/\p{Ll}/u.test(letter) || (isCjkPunctuation(letter) && isCloser(letter))) return "inside";
  if (isWeak(chain)) return "head";
  const inset = (first.x0 - column.x0) / frame.em;
  // One line alone does not show where its column begins.
  if (!indents || countLines(chains) < 2) return "unknown";
  if (inset > leastIndent) return inset < mostIndent && first.x1 > column.x1 - frame.em ? "setIn" : "unknown";
  if (inset > flush || column.x1 - first.x1 > frame.em) return "unknown";
  // Where paragraphs are set in, an ideograph at the edge of its column is in the middle of one.
  return isHan(letter) || isKana(letter) ? "inside" : "flush";
}

/** In nats: what speaks for and against text that begins so going on from text that ends so. */
const seams: Readonly<Record<TextEnd, Readonly<Record<TextStart, number>>>> = {
  open: { inside: -1.5, flush: -1, setIn: 6, head: 4, arrived: 12, unknown: 0 },
  cut: { inside: -2.5, flush: 2, setIn: 7, head: 6, arrived: 12, unknown: 0 },
  full: { inside: 3, flush: 1, setIn: 0, head: 0, arrived: 12, unknown: 0.5 },
  closed: { inside: 6, flush: 4, setIn: 0, head: 0, arrived: 12, unknown: 0.5 },
  left: { inside: 12, flush: 12, setIn: 12, head: 12, arrived: 12, unknown: 12 },
  unknown: { inside: 0.5, flush: 0.5, setIn: 0.5, head: 0.5, arrived: 12, unknown: 0.5 },
};
export const seamCost = (end: TextEnd, start: TextStart): number => seams[end][start];

/** In nats: text that goes on nowhere, and text that goes on from nothing, under a heading and under none. */
const unfinished: Partial<Readonly<Record<TextEnd, number>>> = { open: 4, cut: 5 };
export const endCost = (end: TextEnd): number => unfinished[end] ?? 0;
const begun: Partial<Readonly<Record<TextStart, number>>> = { inside: 4, flush: 0.5 };
export const startCost = (start: TextStart): number => begun[start] ?? 0;

/** The column that some chains stand in. */
export const columnAround = (chains: readonly Chain[]): Rect => {
  const text = chains.filter(({ display }) => !display);
  return around(text.length > 0 ? text : chains);
};
