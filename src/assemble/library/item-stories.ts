/**
 * The library's items → stories: what of an item stands on one page is one story, its units in the library's order.
 * Over an article stands what the library calls its headline, kicker and deck; where it names none (adverts, files
 * that tell no zones apart), heading lines before the first paragraph are its head, as in our own stories.
 */
import { placeOfLine } from "../../model/ids.js";
import type { LibraryItem, PartRole } from "../../model/library.js";
import type { DraftUnit } from "../draft-units.js";
import type { PageUnits } from "../read-units.js";
import type { HeadRole, Story, StoryItem } from "../stories.js";
import { type ItemPlace, type LibraryIndex, placeOfUnit } from "./index-items.js";
import { isFurniture } from "./told-states.js";

/** How sure it is that a unit is of its item, in nats: the library says it. */
const sure = 20;

interface PlacedUnit {
  readonly unit: DraftUnit;
  readonly place: ItemPlace;
}

const headRoles: ReadonlyMap<PartRole, HeadRole> = new Map([
  ["headline", "headline"],
  ["kicker", "kicker"],
  ["deck", "deck"],
]);
const namesHead = ({ parts }: LibraryItem): boolean => parts.some(({ role }) => headRoles.has(role));

type Head = Story["heads"][number];

/** Whether the first words of a piece that is one whole stand on a page before. */
const resumesPiece = ({ page }: DraftUnit, { item }: ItemPlace, piece: number): boolean => {
  const [first] = item.parts[piece]?.lines ?? [];
  return first !== undefined && placeOfLine(first).page !== page;
};

/** Heads and body: a heading after the headline and some text is a subhead, whatever it is called. */
function tellHeads(units: readonly PlacedUnit[], named: boolean): { heads: Head[]; body: StoryItem[] } {
  const heads: Head[] = [];
  const body: StoryItem[] = [];
  let over = false;
  let piece: number | undefined;
  for (const { unit, place } of units) {
    const role = headRoles.get(place.role);
    if (unit.kind === "body") {
      const caption = place.role === "caption" || place.item.type === "illustration";
      const resumes = place.piece === undefined ? undefined : resumesPiece(unit, place, place.piece);
      body.push({
        kind: caption ? "caption" : "paragraph",
        units: [unit],
        ...(resumes === undefined ? {} : { resumes }),
      });
      over ||= !named || heads.some((head) => head.role === "headline");
    } else if (unit.kind === "heading") {
      if (!over && (role !== undefined || !named))
        heads.push({ unit, node: unit.order, ...(role === undefined ? {} : { role }) });
      else {
        const last = body.at(-1);
        // One piece of the library's is one subhead, where it says so, on however many lines.
        const goesOn = last?.kind === "subhead" && place.piece !== undefined && place.piece === piece;
        if (goesOn && last) body[body.length - 1] = { ...last, units: [...last.units, unit] };
        else body.push({ kind: "subhead", units: [unit] });
      }
    }
    piece = place.piece;
  }
  return { heads, body };
}

function storyOf(item: LibraryItem, placed: readonly PlacedUnit[]): Story {
  const all = placed.map(({ unit }) => unit);
  const of = (...kinds: DraftUnit["kind"][]): DraftUnit[] => all.filter(({ kind }) => kinds.includes(kind));
  const marks = of("pointer", "serial");
  return {
    page: all[0]?.page ?? 0,
    notice: item.type === "notice",
    item,
    ...tellHeads(placed, namesHead(item)),
    bylines: of("byline"),
    datelines: of("dateline"),
    credits: of("credit"),
    forward: of("jump"),
    backward: of("continuation"),
    marks,
    units: all.filter((unit) => !marks.includes(unit)),
    margin: sure,
    margins: new Map(),
    rivals: new Map(),
  };
}

/** The stories of all items but furniture, page by page in the order of the pages' units. */
export function storiesOfItems(pages: readonly PageUnits[], index: LibraryIndex): Story[] {
  return pages.flatMap(({ units }) => {
    const ofItem = new Map<LibraryItem, PlacedUnit[]>();
    for (const unit of units) {
      const place = placeOfUnit(unit, index);
      if (!place || isFurniture(place)) continue;
      const known = ofItem.get(place.item);
      if (known) known.push({ unit, place });
      else ofItem.set(place.item, [{ unit, place }]);
    }
    return [...ofItem].map(([item, placed]) => storyOf(item, placed));
  });
}
