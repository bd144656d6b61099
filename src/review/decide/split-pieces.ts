/**
 * Begins a new article or a new paragraph at a unit, or at a line inside one, which then is cut in two there.
 * The article before the cut keeps its id; the new one is named after its first headline or first line.
 */
import type { Article } from "../../model/article.js";
import type { AssembledEdition } from "../../model/edition.js";
import { type LineId, type UnitId, unitId } from "../../model/ids.js";
import type { Passage, Unit } from "../../model/unit.js";
import { cutPassage } from "../../text/compose-passage.js";
import { keepPieces, splitArticle, type TextOf } from "./edit-article.js";
import {
  articleOf,
  changeArticle,
  isRefusal,
  nameFor,
  type Refusal,
  readTexts,
  refuse,
  replaceArticle,
} from "./edit-edition.js";
import { closeArticle, type OpenArticle, openArticle, type Piece, slotOf } from "./open-article.js";

type Follow = (ids: readonly UnitId[]) => UnitId[];

export function beginArticle(edition: AssembledEdition, at: UnitId): AssembledEdition | Refusal {
  const home = articleOf(edition, at);
  if (!home) return refuse("JL4116", { id: at });
  const { units } = edition.assembly;
  const open = openArticle(home, units);
  if (open.order[0] === at) return refuse("JL4119", { id: at });
  const { head, tail } = splitArticle(open, at, units, readTexts(edition));
  const anchor =
    tail.order.map((id) => units.get(id)).find((unit) => unit?.kind === "headline") ?? units.get(at);
  const begun = closeArticle(asOwn(tail, edition, anchor, home), units);
  return replaceArticle(edition, home.id, [closeArticle(head, units), begun]);
}

/** The cut-off half as an article with its own name. Decisions about its own units go with it, hand edits do not. */
export function asOwn(
  tail: OpenArticle,
  edition: AssembledEdition,
  anchor: Unit | undefined,
  from: Article,
): OpenArticle {
  const inside = new Set<string>(tail.order);
  const decisions = from.decisions.filter((decision) => inside.has(decision.subject));
  const { handEdited: _left, ...rest } = from;
  return { ...tail, article: { ...rest, id: nameFor(edition, anchor), decisions } };
}

export function beginParagraph(edition: AssembledEdition, at: UnitId): AssembledEdition | Refusal {
  const home = articleOf(edition, at);
  if (!home) return refuse("JL4116", { id: at });
  const { units } = edition.assembly;
  const textOf = readTexts(edition);
  const isCut = (piece: Piece): boolean => piece.slot === "body" && piece.units.indexOf(at) > 0;
  if (!openArticle(home, units).pieces.some(isCut)) return refuse("JL4119", { id: at });
  return changeArticle(edition, home.id, (open) => {
    const pieces = open.pieces.flatMap((piece) => {
      if (!isCut(piece)) return [piece];
      const first = new Set(piece.units.slice(0, piece.units.indexOf(at)));
      const before = keepPieces([piece], (unit) => first.has(unit), units, textOf);
      return [...before, ...keepPieces([piece], (unit) => !first.has(unit), units, textOf)];
    });
    return { ...open, pieces };
  });
}

/** An edition, and the unit in it that a cut made or found. */
export interface Cut {
  readonly edition: AssembledEdition;
  readonly unit: UnitId;
}

/**
 * Makes sure that a unit begins at the line. A unit that is cut in two stays one paragraph until `beginParagraph` or
 * `beginArticle` parts it. Refused for a line that no unit holds, and inside a printed mark, which is one thing.
 */
export function cutUnitAt(edition: AssembledEdition, line: LineId): Cut | Refusal {
  for (const unit of edition.assembly.units.values()) {
    const at = unit.passage.spans.findIndex((span) => span.line === line);
    if (at === 0) return { edition, unit: unit.id };
    if (at > 0)
      return slotOf(unit.kind)?.slot === "mark"
        ? refuse("JL4118", { id: line })
        : cutUnit(edition, unit, at, line);
  }
  return refuse("JL4116", { id: line });
}

/** Makes sure that a unit holds this line and no other. */
export function isolateLine(edition: AssembledEdition, line: LineId): Cut | Refusal {
  const begun = cutUnitAt(edition, line);
  if (isRefusal(begun)) return begun;
  const next = begun.edition.assembly.units.get(begun.unit)?.passage.spans.find((span) => span.line !== line);
  if (!next) return begun;
  const ended = cutUnitAt(begun.edition, next.line);
  return isRefusal(ended) ? ended : { edition: ended.edition, unit: begun.unit };
}

function cutUnit(edition: AssembledEdition, unit: Unit, at: number, line: LineId): Cut {
  const textOf = readTexts(edition);
  const { units } = edition.assembly;
  let part = 0;
  while (units.has(unitId(line, part))) part += 1;
  const id = unitId(line, part);
  const first: Unit = { ...unit, passage: cutPassage(unit.passage, 0, at, textOf) };
  const rest = cutPassage(unit.passage, at, unit.passage.spans.length, textOf);
  const second: Unit = { ...unit, id, passage: rest };
  // Behind the unit it was cut from, so that the units stay in their printed order.
  const cut = new Map(
    [...units].flatMap(([key, each]) =>
      key === unit.id ? [[key, first] as const, [id, second] as const] : [[key, each] as const],
    ),
  );
  const inTwo = <T extends { readonly unit: UnitId; readonly passage: Passage }>(each: T): T[] =>
    each.unit !== unit.id
      ? [each]
      : [
          { ...each, passage: first.passage },
          { ...each, unit: id, passage: rest },
        ];
  const { furniture, leftovers } = edition.assembly;
  const assembly = {
    ...edition.assembly,
    units: cut,
    furniture: furniture.flatMap(inTwo),
    leftovers: leftovers.flatMap(inTwo),
  };
  const changed = { ...edition, assembly };
  const home = articleOf(edition, unit.id);
  if (!home) return { edition: changed, unit: id };
  const open = openArticle(home, units);
  const follow: Follow = (ids) => ids.flatMap((each) => (each === unit.id ? [each, id] : [each]));
  const pieces = open.pieces.flatMap((piece) =>
    piece.units.includes(unit.id) ? cutOwner(piece, unit, second, follow, textOf) : [piece],
  );
  const jumps = open.jumps.map((jump) => ({ ...jump, heads: follow(jump.heads) }));
  const closed = closeArticle({ ...open, order: follow(open.order), pieces, jumps }, cut);
  return { edition: replaceArticle(changed, home.id, [closed]), unit: id };
}

/** A body piece holds both halves; what a head slot shows is cut like its unit. */
function cutOwner(piece: Piece, unit: Unit, second: Unit, follow: Follow, textOf: TextOf): Piece[] {
  if (piece.slot === "body") return [{ ...piece, units: follow(piece.units) }];
  const lines = new Set(second.passage.spans.map((span) => span.line));
  const halves = piece.passages.map((passage) => {
    const found = passage.spans.findIndex((span) => lines.has(span.line));
    const cut = found < 0 ? passage.spans.length : found;
    return [
      cutPassage(passage, 0, cut, textOf),
      cutPassage(passage, cut, passage.spans.length, textOf),
    ] as const;
  });
  const printed = (passage: Passage): boolean => passage.spans.length > 0;
  return [
    { ...piece, units: [unit.id], passages: halves.map(([before]) => before).filter(printed) },
    { ...piece, units: [second.id], passages: halves.map(([, after]) => after).filter(printed) },
  ];
}
