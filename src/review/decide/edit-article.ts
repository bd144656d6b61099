/** Changes to an opened article: units taken out, put in, cut off. None of them loses a unit: what goes is given back. */
import { findingReasons } from "../../model/finding-reasons.js";
import type { LineId, UnitId } from "../../model/ids.js";
import type { Unit } from "../../model/unit.js";
import { cutPassage, joinPassages } from "../../text/compose-passage.js";
import { seamBetween } from "../../text/join-lines.js";
import { headSlots, type OpenArticle, type OpenJump, type Piece, pieceOf, slotOf } from "./open-article.js";

export type TextOf = (line: LineId) => string | undefined;
type Units = ReadonlyMap<UnitId, Unit>;

/**
 * The pieces that remain when only units that `keep` says stay. A joined paragraph that loses a unit from its middle
 * becomes two.
 */
export function keepPieces(
  pieces: readonly Piece[],
  keep: (unit: UnitId) => boolean,
  units: Units,
  textOf: TextOf,
): Piece[] {
  return pieces.flatMap((piece) => {
    if (piece.units.every(keep)) return [piece];
    if (piece.slot !== "body") return piece.units.some(keep) ? [piece] : [];
    return runsOf(piece.units, keep).map((run) => cutPiece(piece, run, units, textOf));
  });
}

/**
 * The same for units that leave the article: what stood around them was one paragraph and stays one, as when a folio
 * that was taken for a line of it goes.
 */
export function healPieces(
  pieces: readonly Piece[],
  keep: (unit: UnitId) => boolean,
  units: Units,
  textOf: TextOf,
): Piece[] {
  return pieces.flatMap((piece) => {
    const [first, ...rest] = keepPieces([piece], keep, units, textOf);
    return first ? [rest.reduce(healCut, first)] : [];
  });
}

/** No vocabulary is at hand here, so a hyphen at the cut is judged by its letters alone. */
function healCut(before: Piece, after: Piece): Piece {
  const [start, end] = [before.passages[0], after.passages[0]];
  if (!start || !end) return before;
  const passage = joinPassages(start, end, seamBetween(start.text, end.text, new Map()));
  return { ...before, units: [...before.units, ...after.units], passages: [passage] };
}

/** The stretches of neighbours that stay, as index ranges (end exclusive). */
function runsOf(ids: readonly UnitId[], keep: (unit: UnitId) => boolean): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = [];
  ids.forEach((id, index) => {
    if (!keep(id)) return;
    const last = runs.at(-1);
    if (last && last.to === index) last.to = index + 1;
    else runs.push({ from: index, to: index + 1 });
  });
  return runs;
}

/** The part of a body piece that the units from–to make. */
function cutPiece(
  piece: Piece,
  { from, to }: { from: number; to: number },
  units: Units,
  textOf: TextOf,
): Piece {
  const spansOf = (ids: readonly UnitId[]): number =>
    ids.reduce((sum, id) => sum + (units.get(id)?.passage.spans.length ?? 0), 0);
  const start = spansOf(piece.units.slice(0, from));
  const kept = piece.units.slice(from, to);
  const passage = piece.passages[0];
  const cut = passage && cutPassage(passage, start, start + spansOf(kept), textOf);
  return { ...piece, units: kept, passages: cut ? [cut] : [] };
}

/**
 * The article without these units. A jump that loses an end keeps the other.
 * @param rest `one`: a paragraph that loses its middle stays one; `apart`: something else will stand in between.
 */
export function takeUnits(
  open: OpenArticle,
  taken: ReadonlySet<UnitId>,
  units: Units,
  textOf: TextOf,
  rest: "one" | "apart",
): OpenArticle {
  const keep = (unit: UnitId): boolean => !taken.has(unit);
  const jumps = open.jumps.map(
    ({ forward, backward, heads, ...jump }): OpenJump => ({
      ...jump,
      ...(forward && keep(forward) && { forward }),
      ...(backward && keep(backward) && { backward }),
      heads: heads.filter(keep),
    }),
  );
  const pieces = (rest === "one" ? healPieces : keepPieces)(open.pieces, keep, units, textOf);
  return { ...open, order: open.order.filter(keep), pieces, jumps };
}

/** Two articles: `open` up to the unit `at`, and from it on. A paragraph that runs over the cut is cut. */
export function splitArticle(
  open: OpenArticle,
  at: UnitId,
  units: Units,
  textOf: TextOf,
): { head: OpenArticle; tail: OpenArticle } {
  const cut = open.order.indexOf(at);
  const before = new Set(open.order.slice(0, cut));
  const isHead = (unit: UnitId): boolean => before.has(unit);
  const isTail = (unit: UnitId): boolean => !before.has(unit);
  const editors = open.pieces.filter((piece) => piece.units.length === 0);
  const printed = open.pieces.filter((piece) => piece.units.length > 0);
  return {
    head: {
      ...open,
      order: open.order.filter(isHead),
      pieces: [...keepPieces(printed, isHead, units, textOf), ...editors],
    },
    tail: { ...open, order: open.order.filter(isTail), pieces: keepPieces(printed, isTail, units, textOf) },
  };
}

/**
 * The article with a unit put directly after `after` (`undefined`: first of all). A jump or continuation line that
 * comes in is a loose end until someone says where it leads.
 */
export function insertUnit(open: OpenArticle, unit: Unit, after: UnitId | undefined): OpenArticle {
  const piece = pieceOf(unit);
  if (!piece) return open;
  const at = after === undefined ? 0 : open.order.indexOf(after) + 1;
  const order = [...open.order.slice(0, at), unit.id, ...open.order.slice(at)];
  const inserted = { ...open, order, pieces: [...open.pieces, piece] };
  if (unit.kind === "jump-line") return addJump(inserted, { fromPage: unit.page, forward: unit.id });
  if (unit.kind === "continuation-line") return addJump(inserted, { toPage: unit.page, backward: unit.id });
  if (unit.kind === "jump-head") return addHead(inserted, unit);
  return inserted;
}

const addJump = (
  open: OpenArticle,
  end: { fromPage?: number; toPage?: number; forward?: UnitId; backward?: UnitId },
): OpenArticle => ({
  ...open,
  jumps: [
    ...open.jumps,
    { state: "dangling", heads: [], confidence: 1, reason: findingReasons.calledJump, ...end },
  ],
});

/** A jump head belongs to the jump onto its page, or begins a loose one. */
function addHead(open: OpenArticle, unit: Unit): OpenArticle {
  const index = open.jumps.findIndex((jump) => jump.toPage === unit.page);
  if (index < 0) {
    const loose = {
      state: "dangling",
      heads: [unit.id],
      toPage: unit.page,
      confidence: 1,
      reason: "an editor called it a jump head",
    } as const;
    return { ...open, jumps: [...open.jumps, loose] };
  }
  return {
    ...open,
    jumps: open.jumps.map((jump, at) => (at === index ? { ...jump, heads: [...jump.heads, unit.id] } : jump)),
  };
}

/**
 * Where a unit goes that nobody gave a place: a head line after the last head line of its page (else first on its
 * page), all else at the end of its page, pages in their number's order.
 */
export function placeFor(open: OpenArticle, unit: Unit, units: Units): UnitId | undefined {
  const isHead = (kind: Unit["kind"]): boolean =>
    (headSlots as readonly string[]).includes(slotOf(kind)?.slot ?? "");
  let after: UnitId | undefined;
  for (const id of open.order) {
    const other = units.get(id);
    if (!other || other.page > unit.page) continue;
    if (isHead(unit.kind) && other.page === unit.page && !isHead(other.kind)) continue;
    after = id;
  }
  return after;
}
