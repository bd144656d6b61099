/**
 * The head of a page: nameplate and folio lines, which stand over everything and over nothing in particular.
 *
 *     The Alder Point Beacon
 *     Thursday, September 19, 2024                     Vol. 36, No. 38 • $1.50
 *
 * It refuses to take the kicker of a headline at the top of a page for a folio line.
 */

import { lettersOf } from "../text/letters-of.js";
import type { Chain } from "./chain-lines.js";
import { fieldOf } from "./field.js";
import { lettersOfChain } from "./letters-of.js";
import { gapBelow, lookDown, lookUp } from "./look-around.js";
import { areLevel, around, type Frame, isThroughout, middle } from "./rect.js";

/** Share of the page's height that its head takes at most. */
const deepest = 0.22;
const mostLines = 2;
/** A line at the top of a page and so large, by the body type, is its nameplate. */
const nameplate = 3;
/** Pitches from a kicker down to its headline at most. */
const kickerGap = 0.8;

/** A part of the newspaper's name is most of it: “Brücke” is no part of the Fersenbrücker Bote. */
const leastPart = 0.4;
const isPartOf = (text: string, name: string): boolean =>
  text.length >= leastPart * name.length && name.includes(text);

/** The newspaper's name in very large type, in the upper half of the page. */
const isNameplate = (frame: Frame, chain: Chain, name: string): boolean =>
  name !== "" &&
  chain.display &&
  chain.scale >= nameplate &&
  chain.y0 < frame.height / 2 &&
  lettersOfChain(chain) === name;

/** What is known of the page besides its lines. */
export interface PageNames {
  /** The newspaper's name; what is printed at the top and says it is the nameplate. */
  readonly title: string;
  /** The first page: the only one that has a nameplate in very large type. */
  readonly isFront: boolean;
}

export function findPageHead(
  frame: Frame,
  chains: readonly Chain[],
  { title, isFront }: PageNames,
): ReadonlySet<Chain> {
  const head = new Set<Chain>();
  const name = lettersOf(title);
  const field = fieldOf(chains);
  // In the corner of a vertical page the nameplate has headlines level with it and over it.
  const plate = isFront ? chains.find((chain) => isNameplate(frame, chain, name)) : undefined;
  if (plate) head.add(plate);
  let named = !isFront || plate !== undefined;
  for (const chain of field.byTop) {
    if (chain.y1 > deepest * frame.height || chain.spots.length > mostLines) break;
    const text = lettersOfChain(chain);
    const isTitle = name !== "" && (text.includes(name) || isPartOf(text, name));
    if (chain === plate) continue;
    if (chain.display && !isTitle && (named || chain.scale < nameplate)) break;
    if (chain.display) named = true;
    const below = lookDown(field, chain);
    const isKicker =
      !isTitle &&
      below?.display === true &&
      gapBelow(chain, below) < kickerGap * frame.pitch &&
      !head.has(below);
    if (!isKicker) head.add(chain);
  }
  return head;
}

/** Pitches from the head of a page down to the rule under it. */
const overRule = 2.5;

/**
 * What stands over a rule through all columns at the head of the page, where an OCR knows no sizes to tell a folio by. No
 * story comes over from another page as a line or two above such a rule.
 */
export function findRuledHead(frame: Frame, chains: readonly Chain[]): ReadonlySet<Chain> {
  if (frame.exact || chains.length === 0) return new Set();
  const text = around(chains);
  const rules = frame.rules
    .filter((rule) => isThroughout(rule, text) && middle(rule) < deepest * frame.height)
    .sort((a, b) => b.y0 - a.y0);
  for (const rule of rules) {
    const above = chains.filter((chain) => middle(chain) < middle(rule));
    if (above.every(({ spots }) => spots.length <= mostLines))
      return new Set(above.filter((chain) => middle(rule) - chain.y1 < overRule * frame.pitch));
  }
  return new Set();
}

/** Share of the page's height that its foot takes at most; pitches of white over it. */
const smallest = 0.03;
const footDepth = 0.1;
const overFoot = 1.2;

/** The foot of a page: a line or two in small type, lower than all text and set apart from it. */
export function findPageFoot(frame: Frame, chains: readonly Chain[]): ReadonlySet<Chain> {
  const foot = new Set<Chain>();
  if (!frame.exact) return foot;
  const lowest = [...chains].sort((a, b) => b.y1 - a.y1);
  const field = fieldOf(chains);
  for (const chain of lowest) {
    const isLast = !chains.some(
      (other) => !foot.has(other) && other !== chain && other.y1 > chain.y0 && !areLevel(other, chain),
    );
    const above = lookUp(frame, field, chain);
    const isApart = !above || gapBelow(above, chain) > overFoot * frame.pitch;
    const isSmall = !chain.display && Math.abs(chain.scale - 1) > smallest;
    if (
      chain.y0 < (1 - footDepth) * frame.height ||
      !isLast ||
      !isSmall ||
      !isApart ||
      chain.spots.length > mostLines
    )
      break;
    foot.add(chain);
  }
  return foot;
}
