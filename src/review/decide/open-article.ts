/**
 * An article taken apart for changing, and put together again. Open, it is a list of units in reading order and of
 * pieces (what each unit is shown as); closed, it is the article that readers get. Opening and closing without a
 * change gives the same article. A piece may hold several units (a paragraph that a jump cut), and one unit may
 * hold several passages (a headline of three lines).
 */
import type { Article, ArticlePart, BodyKind, BodyPart, Jump, Mark } from "../../model/article.js";
import type { UnitId } from "../../model/ids.js";
import type { Passage, Unit, UnitKind } from "../../model/unit.js";

export const headSlots = ["kicker", "headline", "deck", "byline", "dateline", "credit"] as const;
export type HeadSlot = (typeof headSlots)[number];
export type Slot = HeadSlot | "body" | "mark" | "jump-head";

export interface Piece {
  readonly slot: Slot;
  /** Empty only for headline lines that an editor wrote and no paper printed. */
  readonly units: readonly UnitId[];
  readonly passages: readonly Passage[];
  /** For slot `body`. */
  readonly bodyKind?: BodyKind;
  /** For slot `mark`. */
  readonly mark?: Mark;
}

/** A jump by the units of its ends; what they say stands in their pieces. */
export interface OpenJump extends Omit<Jump, "forward" | "backward" | "jumpHead"> {
  readonly forward?: UnitId;
  readonly backward?: UnitId;
  readonly heads: readonly UnitId[];
}

export interface OpenArticle {
  readonly article: Article;
  /** Every unit once, in reading order; body pieces follow the order of their first units. */
  readonly order: readonly UnitId[];
  readonly pieces: readonly Piece[];
  readonly jumps: readonly OpenJump[];
}

type Units = ReadonlyMap<UnitId, Unit>;

export function openArticle(article: Article, units: Units): OpenArticle {
  const printed = article.parts.flatMap((part) => part.units);
  const owner = findOwners(printed, units);
  const pieces: Piece[] = [];
  for (const slot of headSlots) pieces.push(...groupByUnit(slot, article[slot], owner));
  for (const { kind, passage, units: of } of article.body)
    pieces.push({ slot: "body", bodyKind: kind, units: of, passages: [passage] });
  const putMark = (mark: Mark): void => {
    if (!pieces.some((piece) => piece.mark && piece.units[0] === mark.unit)) {
      pieces.push({ slot: "mark", units: [mark.unit], passages: [mark.passage], mark });
    }
  };
  article.marks.forEach(putMark);
  const jumps = article.jumps.map(({ forward, backward, jumpHead, ...rest }): OpenJump => {
    if (forward) putMark(forward);
    if (backward) putMark(backward);
    const heads = groupByUnit("jump-head", jumpHead, owner);
    pieces.push(...heads);
    return {
      ...rest,
      ...(forward && { forward: forward.unit }),
      ...(backward && { backward: backward.unit }),
      heads: heads.flatMap((piece) => piece.units),
    };
  });
  return { article, order: readingOrder(printed, article.body), pieces, jumps };
}

/** Finds the unit whose spans hold the beginning of a passage. */
function findOwners(ids: readonly UnitId[], units: Units): (passage: Passage) => UnitId | undefined {
  const byLine = new Map<string, { start: number; end: number; unit: UnitId }[]>();
  for (const id of ids) {
    for (const { line, start, end } of units.get(id)?.passage.spans ?? []) {
      byLine.set(line, [...(byLine.get(line) ?? []), { start, end, unit: id }]);
    }
  }
  return ({ spans }) => {
    const first = spans[0];
    return (
      first &&
      byLine.get(first.line)?.find(({ start, end }) => start <= first.start && first.end <= end)?.unit
    );
  };
}

function groupByUnit(
  slot: Slot,
  passages: readonly Passage[],
  owner: (passage: Passage) => UnitId | undefined,
): Piece[] {
  const pieces: Piece[] = [];
  for (const passage of passages) {
    const unit = owner(passage);
    const last = pieces.at(-1);
    if (last && unit !== undefined && last.units[0] === unit)
      pieces[pieces.length - 1] = { ...last, passages: [...last.passages, passage] };
    else pieces.push({ slot, units: unit === undefined ? [] : [unit], passages: [passage] });
  }
  return pieces;
}

/** The printed order, with the places that body units hold in it filled in the order of the body. */
function readingOrder(printed: readonly UnitId[], body: readonly BodyPart[]): UnitId[] {
  const queue = body.flatMap((part) => part.units);
  const inBody = new Set(queue);
  let next = 0;
  return printed.map((unit) => (inBody.has(unit) ? (queue[next++] ?? unit) : unit));
}

/** @returns the article, or `undefined` where nothing is left of it. Its id, decisions and hand edits stay. */
export function closeArticle(
  { article, order, pieces, jumps }: OpenArticle,
  units: Units,
): Article | undefined {
  if (order.length === 0) return undefined;
  const rank = new Map(order.map((unit, index) => [unit, index]));
  const rankOf = (piece: Piece): number => rank.get(piece.units[0] as UnitId) ?? order.length;
  const sorted = pieces
    .map((piece, index) => ({ piece, index }))
    .sort((a, b) => rankOf(a.piece) - rankOf(b.piece) || a.index - b.index);
  const inSlot = (slot: Slot): Piece[] =>
    sorted.filter(({ piece }) => piece.slot === slot).map(({ piece }) => piece);
  const passagesOf = (slot: Slot): Passage[] => inSlot(slot).flatMap((piece) => piece.passages);
  const marks = new Map(inSlot("mark").map((piece) => [piece.units[0], piece.mark]));
  const heads = new Map(inSlot("jump-head").map((piece) => [piece.units[0], piece.passages]));
  const parts = partsOf(order, units);
  const closed = closeJumps(jumps, marks, heads, new Set(parts.map((part) => part.page)));
  const inJumps = new Set(closed.flatMap((jump) => [jump.forward?.unit, jump.backward?.unit]));
  return {
    ...article,
    kicker: passagesOf("kicker"),
    headline: passagesOf("headline"),
    deck: passagesOf("deck"),
    byline: passagesOf("byline"),
    dateline: passagesOf("dateline"),
    credit: passagesOf("credit"),
    body: inSlot("body").map((piece) => ({
      kind: piece.bodyKind ?? "paragraph",
      passage: piece.passages[0] as Passage,
      units: piece.units,
    })),
    marks: [...marks.values()].filter((mark): mark is Mark => mark !== undefined && !inJumps.has(mark.unit)),
    jumps: closed,
    parts,
  };
}

/** A jump keeps the ends that are still here; without any it is gone; joined it stays only with text on both pages. */
function closeJumps(
  jumps: readonly OpenJump[],
  marks: ReadonlyMap<UnitId | undefined, Mark | undefined>,
  headPassages: ReadonlyMap<UnitId | undefined, readonly Passage[]>,
  pages: ReadonlySet<number>,
): Jump[] {
  return jumps.flatMap(({ forward, backward, heads, ...rest }): Jump[] => {
    const start = forward && marks.get(forward);
    const end = backward && marks.get(backward);
    const jumpHead = heads.flatMap((unit) => headPassages.get(unit) ?? []);
    const whole =
      rest.fromPage !== undefined &&
      rest.toPage !== undefined &&
      pages.has(rest.fromPage) &&
      pages.has(rest.toPage);
    const joined = rest.state === "joined" && whole;
    if (!start && !end && jumpHead.length === 0 && !joined) return [];
    return [
      {
        ...rest,
        state: joined ? "joined" : "dangling",
        ...(start && { forward: start }),
        ...(end && { backward: end }),
        jumpHead,
      },
    ];
  });
}

/** One part for each page, in the order in which the story comes to the pages. */
function partsOf(order: readonly UnitId[], units: Units): ArticlePart[] {
  const byPage = new Map<number, UnitId[]>();
  for (const id of order) {
    const page = units.get(id)?.page ?? 0;
    const list = byPage.get(page);
    if (list) list.push(id);
    else byPage.set(page, [id]);
  }
  return [...byPage].map(([page, ids]) => ({ page, units: ids }));
}

/** What a unit of this kind is shown as. `furniture` has no place in an article. */
export function slotOf(kind: UnitKind): { readonly slot: Slot; readonly bodyKind?: BodyKind } | undefined {
  switch (kind) {
    case "kicker":
    case "headline":
    case "deck":
    case "byline":
    case "dateline":
    case "credit":
    case "jump-head":
      return { slot: kind };
    case "jump-line":
    case "continuation-line":
    case "pointer":
    case "serial":
      return { slot: "mark" };
    case "furniture":
      return undefined;
    case "notice":
    case "advert":
      return { slot: "body", bodyKind: "paragraph" };
    default:
      return { slot: "body", bodyKind: kind };
  }
}

/** A unit as a piece of an article, by its kind; `undefined` for furniture. */
export function pieceOf(unit: Unit): Piece | undefined {
  const place = slotOf(unit.kind);
  if (!place) return undefined;
  const piece: Piece = { ...place, units: [unit.id], passages: [unit.passage] };
  const { kind } = unit;
  if (kind !== "jump-line" && kind !== "continuation-line" && kind !== "pointer" && kind !== "serial")
    return piece;
  return { ...piece, mark: { unit: unit.id, kind, passage: unit.passage, page: unit.page } };
}
