/**
 * What a library's zones tell of the pieces in them, for the segmentation to keep to: a headline's lines are heading
 * lines, a running title is furniture, and no paragraph goes on from one item into the next. In the text of an item
 * all that a story holds is still ours to tell (paragraphs, subheads, bylines), but nothing that would take a line out
 * of it.
 */
import type { LibraryItem, PartRole } from "../../model/library.js";
import type { LineCosts } from "../line-costs.js";
import { type LineState, never } from "../line-states.js";
import type { Piece } from "../pieces.js";
import type { ItemPlace, LibraryIndex } from "./index-items.js";

/** What is told of one piece. */
export interface Told {
  /** The states that it may have; all where it is of no item. */
  readonly may?: ReadonlySet<LineState>;
  /** The piece before is of another item, or of none. */
  readonly begins: boolean;
}

const states = (...list: LineState[]): ReadonlySet<LineState> => new Set(list);
const heading = states("heading");
const text = states("first", "more", "heading", "byline", "byline-more", "credit", "dateline");
/** Where the library names an author, nobody else signs: a motto over a poem is no byline. */
const signedText = states("first", "more", "heading", "dateline");
const ofRole: Readonly<Record<PartRole, ReadonlySet<LineState>>> = {
  headline: heading,
  kicker: heading,
  deck: heading,
  subhead: heading,
  byline: states("byline", "byline-more"),
  dateline: states("dateline"),
  caption: states("first", "more"),
  paragraph: text,
  advert: text,
  illustration: text,
  table: text,
  text,
};
const furniture = states("furniture");
const paragraphBegins = states("first");
const paragraphGoesOn = states("more");
/** What is known of a line where pieces are whole: a paragraph's first line, or a further one. */
function stateInWhole(place: ItemPlace, before: ItemPlace | undefined): ReadonlySet<LineState> | undefined {
  if (place.piece === undefined || (place.role !== "paragraph" && place.role !== "caption")) return undefined;
  return before?.item === place.item && before.piece === place.piece ? paragraphGoesOn : paragraphBegins;
}

/** Belongs to the page and to no story: the nameplate, and the title over a section of stories. */
export const isFurniture = ({ item: { type } }: ItemPlace): boolean =>
  type === "furniture" || type === "section-title";

/** Marks in furniture lead nowhere: a nameplate's “see page 4” is no jump. */
export function hideMarks(pieces: readonly Piece[], index: LibraryIndex): Piece[] {
  return pieces.map((piece) => {
    const place = index.get(piece.line.id);
    if (!place || !isFurniture(place) || !piece.mark) return piece;
    const { mark: _mark, ...plain } = piece;
    return plain;
  });
}

export function tellStates(pieces: readonly Piece[], index: LibraryIndex): Told[] {
  const signed = new Map<LibraryItem, boolean>();
  const isSigned = (item: LibraryItem): boolean => {
    const known = signed.get(item) ?? item.parts.some(({ role }) => role === "byline");
    signed.set(item, known);
    return known;
  };
  const statesIn = (place: ItemPlace): ReadonlySet<LineState> => {
    if (isFurniture(place)) return furniture;
    const told = ofRole[place.role];
    return told === text && isSigned(place.item) ? signedText : told;
  };
  return pieces.map(({ line }, i) => {
    const place = index.get(line.id);
    const before = pieces[i - 1];
    const begins = before !== undefined && index.get(before.line.id)?.item !== place?.item;
    if (!place) return { begins };
    const whole = isFurniture(place) ? undefined : stateInWhole(place, before && index.get(before.line.id));
    return { may: whole ?? statesIn(place), begins };
  });
}

/** A told state is taken however unlikely it looks, but its looks still count a little beside other told ones. */
const dearest = 20;

/** The costs of a page's pieces with what is told of them; `never` for what is not allowed. */
export function heedTold(costs: LineCosts, pieces: readonly Piece[], told: readonly Told[]): LineCosts {
  const isGoingOn = (state: LineState): boolean => state === "more" || state === "byline-more";
  return {
    ...costs,
    own(i, state) {
      const may = told[i]?.may;
      // A printed mark is one wherever it stands.
      if (!may || pieces[i]?.mark || state === "mark") return costs.own(i, state);
      return may.has(state) ? Math.min(dearest, costs.own(i, state)) : never;
    },
    step(i, previous, state) {
      if (isGoingOn(state)) return told[i]?.begins ? never : costs.step(i, previous, state);
      const cost = costs.step(i, previous, state);
      return told[i]?.may ? Math.min(dearest, cost) : cost;
    },
  };
}
