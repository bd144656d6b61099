/**
 * Text that stands under no heading looks beside itself: for a headline set left or right of all its text, for the
 * column beside it that has found one, for a headline with its top at the text's top, for text that it goes on from.
 */
import type { Chain } from "./chain-lines.js";
import type { Field } from "./field.js";
import {
  bareHeadingBeside,
  endsLevelWithLeft,
  type Heading,
  type Headless,
  headingBeside,
} from "./heading-beside.js";
import type { MayJoin } from "./link-heads-below.js";
import {
  goesOnFrom,
  groupByRoot,
  isInsideOf,
  isOwnHead,
  type Links,
  mostBareLines,
  rootOf,
} from "./links.js";
import {
  areNeighbours,
  flows,
  footOf,
  gapBelow,
  isOfMeasure,
  isPictured,
  isWeak,
  looseGap,
  slack,
  textBeside,
  topWithPictures,
} from "./look-around.js";
import { around, byPlace, type Frame } from "./rect.js";

/** What a headline has with it besides its text: kicker, deck, byline. */
const mostParts = 3;

/** Bold type smaller than the body's, as a source says it, heads nothing: it says who wrote what stands under another heading. */
const smallest = 0.97;

export function linkHeadless(
  frame: Frame,
  field: Field,
  links: Links,
  kickers: ReadonlySet<Chain>,
  mayJoin: MayJoin,
): void {
  const isByline = (chain: Chain): boolean => frame.exact && isWeak(chain) && chain.scale < smallest;
  const headings: Heading[] = [];
  const headless: [Chain, Chain[]][] = [];
  for (const [first, members] of groupByRoot(field.chains, links)) {
    const own = members.filter((chain) => chain.display && !isInsideOf(links.get(chain)));
    const text = members.filter((chain) => !own.includes(chain));
    const bare = text.length <= mostParts && text.every(({ spots }) => spots.length <= mostBareLines);
    // Bold type of the body's size may head a brief, but a column may begin with a byline or a jump mark in it too.
    const weak = own.every(isWeak);
    const signed = weak && own.every(isByline);
    // Lines all in bold type are a notice by itself.
    const isNotice = (chain: Chain): boolean =>
      isWeak(chain) && chain.spots.length > 1 && !chain.leaves && !chain.arrives;
    if (weak && !members.every(isNotice)) headless.push([first, members]);
    if (own.length > 0 && !(weak && bare) && !signed) {
      const strong = weak ? own : own.filter((chain) => !isWeak(chain));
      const { y1 } = around(strong);
      // A kicker in the body's type is the top of its heading.
      const { y0 } = around([...strong, ...members.filter((chain) => kickers.has(chain))]);
      const under = members
        .filter((chain) => !strong.includes(chain) && chain.y0 > y1 - slack * frame.em)
        .sort(byPlace)[0];
      const rect = { ...around(members), y0, y1 };
      headings.push({ first, rect, bare, text: under, signed: members.some(isByline) });
    }
  }
  const rest = headless.map(
    ([root, members]): Headless => ({
      root,
      rect: { ...around(members), y0: topWithPictures(frame, around(members)) },
      closed: members.some(isOwnHead),
      signed: members.some(isByline),
      headed: members.some(
        (chain) => isWeak(chain) && !isByline(chain) && !isInsideOf(links.get(chain)) && members.length > 1,
      ),
    }),
  );
  // Text is read from left to right: what begins level with a column left of it, which has its heading, goes on from there.
  const roots = new Set(rest.map(({ root }) => root));
  const isLevelWithHeaded = ({ root, rect }: Headless): boolean => {
    const beside = textBeside(frame, field, root);
    return (
      beside !== undefined &&
      Math.abs(beside.y0 - rect.y0) < frame.em / 2 &&
      isOfMeasure(frame, field, beside, root) &&
      !roots.has(rootOf(beside, links))
    );
  };
  const finders = [
    (text: Headless) => bareHeadingBeside(frame, field, text, headings, isLevelWithHeaded(text)),
    (text: Headless) => (text.headed ? undefined : linkedBeside(frame, field, rest, links, text)),
    (text: Headless) => (text.headed ? undefined : headingBeside(frame, field, text, headings)),
    (text: Headless) => (text.closed || text.headed ? undefined : textFrom(frame, field, text.root)),
  ];
  // Each column that finds its heading may show it to the one beside it.
  for (const find of finders)
    for (let found = true; found; ) {
      found = false;
      for (const text of rest) {
        if (links.has(text.root)) continue;
        const up = find(text);
        if (!up || rootOf(up, links) === text.root || !mayJoin(text.root, up)) continue;
        links.set(text.root, up);
        found = true;
      }
    }
}

/** A column that begins at the same height and has found its heading beside itself. */
function linkedBeside(
  frame: Frame,
  field: Field,
  rest: readonly Headless[],
  links: Links,
  { root, rect, closed }: Headless,
): Chain | undefined {
  if (closed || root.arrives) return undefined;
  return rest.find(
    (other) =>
      links.has(other.root) &&
      isOfMeasure(frame, field, other.root, root) &&
      areNeighbours(frame, other.rect, rect) &&
      Math.abs(other.rect.y0 - rect.y0) < frame.em,
  )?.root;
}

/** The text that headless text goes on from: in its column where hardly any white is between, else in the one before. */
function textFrom(frame: Frame, field: Field, root: Chain): Chain | undefined {
  const above = goesOnFrom(frame, field, root);
  const near = above && (gapBelow(above, root) < looseGap * frame.pitch || isPictured(frame, above, root));
  // The story left of it may go on under its neighbour, and a picture of its own be set in there.
  if (near && !endsLevelWithLeft(frame, field, root)) return above;
  const beside = textBeside(frame, field, root);
  if (beside && isOfMeasure(frame, field, beside, root) && flows(footOf(frame, field, beside), root))
    return beside;
  return above && flows(above, root) ? above : undefined;
}
