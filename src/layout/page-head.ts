/**
 * The head of a page: nameplate and folio lines, which stand over everything and over nothing in particular.
 *
 *     The Alder Point Beacon
 *     Thursday, September 19, 2024                     Vol. 36, No. 38 • $1.50
 *
 * It refuses to take the kicker of a headline at the top of a page for a folio line.
 */
import type { Chain } from "./chain-lines.js";
import { fieldOf } from "./field.js";
import { gapBelow, lookDown } from "./look-around.js";
import type { Frame } from "./rect.js";

/** Share of the page's height that its head takes at most. */
const deepest = 0.22;
const mostLines = 2;
/** A line at the top of a page and so large, by the body type, is its nameplate. */
const nameplate = 3;
/** Pitches from a kicker down to its headline at most. */
const kickerGap = 0.8;

const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

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
  let named = !isFront;
  const name = plain(title);
  const field = fieldOf(chains);
  for (const chain of field.byTop) {
    if (chain.y1 > deepest * frame.height || chain.spots.length > mostLines) break;
    const text = plain(chain.spots.flatMap(({ lines }) => lines.map((line) => line.text)).join(""));
    const isTitle = text !== "" && name !== "" && (text.includes(name) || name.includes(text));
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
