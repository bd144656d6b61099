/**
 * Captions: a few lines in type of their own, close under a picture. They are part of the picture and not of the
 * text that runs round it, so they are taken out before anything is hung, and given to what the picture stands in.
 *
 *     │ … since 1908.  │ ▒▒▒▒▒▒▒▒▒▒▒▒▒▒ │     The ferry at noon. Photo: R. Tarrow
 *     │   The council  │ ▒▒▒▒▒▒▒▒▒▒▒▒▒▒ │     is no line of the council's story.
 *     │ voted late on  │ The ferry at … │
 *     │ Tuesday to buy │ a second boat. │
 *
 * Many sources say nothing of pictures; there the white tells where one stood. Refused: text in the body's type.
 */
import { type Chain, isRuled } from "./chain-lines.js";
import { type Field, fieldOf } from "./field.js";
import type { Hanging } from "./hang-chains.js";
import { gapBelow, lookUp } from "./look-around.js";
import { findPageFoot } from "./page-head.js";
import { around, type Frame, overlapX, type Rect, widthOf } from "./rect.js";
import { isInside } from "./zones/boxes.js";

/** Lines of a caption at most, and its type by the body's where the source knows its sizes. */
const mostLines = 6;
const largest = 0.96;
/** Pitches from a picture down to its caption at most, and of white at least where a picture may have stood. */
const farthest = 1.5;
const leastWhite = 4;
/** Ems by which a caption may reach over its picture. */
const over = 1;

/** A picture with what is printed under it. */
interface Captioned {
  readonly caption: Chain;
  /** The picture and its caption. */
  readonly rect: Rect;
}

export interface SetApart {
  /** The page with its captions as parts of their pictures. */
  readonly frame: Frame;
  readonly chains: readonly Chain[];
  readonly captioned: readonly Captioned[];
}

/** Lines that run across the page's own direction, as the strips over a vertical page do. */
const isSideways = ({ spots }: Chain): boolean =>
  spots.some((spot) => widthOf(spot) < (spot.amount * spot.em) / 2);

const pictureOver = (frame: Frame, chain: Chain): Rect | undefined =>
  frame.pictures.find(
    (picture) =>
      chain.x0 > picture.x0 - over * frame.em &&
      chain.x1 < picture.x1 + over * frame.em &&
      Math.abs(gapBelow(picture, chain)) < farthest * frame.pitch,
  );

/** Where there is no picture in the source: the white over the caption, down from what stands over it. */
function whiteOver(frame: Frame, field: Field, chain: Chain): Rect | undefined {
  const above = lookUp(frame, field, chain);
  if (!above || gapBelow(above, chain) < leastWhite * frame.pitch || isRuled(frame.rules, above, chain))
    return undefined;
  return { x0: chain.x0, x1: chain.x1, y0: above.y1 + frame.pitch / 2, y1: chain.y0 };
}

export function setCaptionsApart(frame: Frame, chains: readonly Chain[]): SetApart {
  if (!frame.exact) return { frame, chains, captioned: [] };
  const field = fieldOf(chains);
  const foot = findPageFoot(frame, chains);
  const captioned = chains.flatMap((caption): Captioned[] => {
    const { display, scale, spots } = caption;
    if (display || scale > largest || spots.length > mostLines || isSideways(caption) || foot.has(caption))
      return [];
    const picture = pictureOver(frame, caption) ?? whiteOver(frame, field, caption);
    return picture ? [{ caption, rect: around([picture, caption]) }] : [];
  });
  const apart = new Set(captioned.map(({ caption }) => caption));
  const isTaken = (picture: Rect): boolean =>
    captioned.some(({ rect }) => overlapX(rect, picture) > 0 && rect.y0 === picture.y0);
  return {
    frame: {
      ...frame,
      pictures: [
        ...frame.pictures.filter((picture) => !isTaken(picture)),
        ...captioned.map(({ rect }) => rect),
      ],
    },
    chains: chains.filter((chain) => !apart.has(chain)),
    captioned,
  };
}

const area = (rect: Rect): number => widthOf(rect) * (rect.y1 - rect.y0);

/** What a picture stands in, else what begins nearest under it, else what ends nearest above it. */
function homeOf(hangings: readonly Hanging[], { rect }: Captioned): Hanging | undefined {
  const round = hangings.filter((hanging) => isInside(rect, hanging)).sort((a, b) => area(a) - area(b))[0];
  if (round) return round;
  const far = (hanging: Hanging): number =>
    Math.min(
      ...hanging.chains
        .filter((chain) => overlapX(chain, rect) > 0)
        .map((chain) => (chain.y0 >= rect.y1 ? chain.y0 - rect.y1 : Math.max(0, rect.y0 - chain.y1))),
    );
  return [...hangings].sort((a, b) => far(a) - far(b))[0];
}

/** Hangings with the captions of the pictures in them, at their ends. */
export function hangCaptions(
  hangings: readonly Hanging[],
  captioned: readonly Captioned[],
): readonly Hanging[] {
  const homes = new Map<Hanging, Chain[]>();
  const bare: Hanging[] = [];
  for (const one of captioned) {
    const home = homeOf(hangings, one);
    const caption: Chain = { ...one.caption, caption: true };
    if (home) homes.set(home, [...(homes.get(home) ?? []), caption]);
    else bare.push({ ...around([caption]), chains: [caption], head: 0 });
  }
  return [
    ...hangings.map((hanging) => {
      const captions = homes.get(hanging);
      return captions ? { ...hanging, chains: [...hanging.chains, ...captions] } : hanging;
    }),
    ...bare,
  ];
}
