/** Puts units into another article, or elsewhere in their own. */
import type { Article } from "../../model/article.js";
import type { AssembledEdition } from "../../model/edition.js";
import type { UnitId } from "../../model/ids.js";
import type { Unit } from "../../model/unit.js";
import { insertUnit, placeFor, takeUnits } from "./edit-article.js";
import {
  articleOf,
  changeArticle,
  type Refusal,
  readTexts,
  refuse,
  setUnits,
  takeOut,
} from "./edit-edition.js";

/** The units at the end of their page in `to`; head lines after its head lines. What was furniture becomes a paragraph. */
export function moveToArticle(
  edition: AssembledEdition,
  units: readonly Unit[],
  to: Article,
): AssembledEdition {
  const inside = new Set(to.parts.flatMap((part) => part.units));
  const moving = units
    .filter((unit) => !inside.has(unit.id))
    .map((unit): Unit => (unit.kind === "furniture" ? { ...unit, kind: "paragraph" } : unit));
  const changed = setUnits(
    takeOut(
      edition,
      moving.map((unit) => unit.id),
    ),
    moving,
  );
  return changeArticle(changed, to.id, (open) =>
    moving.reduce(
      (article, unit) => insertUnit(article, unit, placeFor(article, unit, changed.assembly.units)),
      open,
    ),
  );
}

/** The unit directly after `after` (`start`: first) in its article; refused where `after` stands in another. */
export function setOrder(
  edition: AssembledEdition,
  unit: Unit,
  after: UnitId | "start",
): AssembledEdition | Refusal {
  const home = articleOf(edition, unit.id);
  if (!home) return refuse("JL4116", { id: unit.id });
  const inside = home.parts.some((part) => part.units.includes(after as UnitId));
  if (after !== "start" && (!inside || after === unit.id))
    return refuse("JL4115", { id: unit.id, to: after });
  const textOf = readTexts(edition);
  const { units } = edition.assembly;
  return changeArticle(edition, home.id, (open) => {
    const rest = takeUnits(open, new Set([unit.id]), units, textOf, "one");
    // A paragraph that was joined over a cut keeps its place in the join's other half; what comes after a joined
    // paragraph comes after all of it.
    const holder = rest.pieces.find(
      (piece) => piece.slot === "body" && piece.units.includes(after as UnitId),
    );
    const anchor = after === "start" ? undefined : (holder?.units.at(-1) ?? after);
    const put = insertUnit(rest, unit, anchor);
    const marks = new Map(
      open.pieces.flatMap((piece) => (piece.mark ? [[piece.units[0], piece] as const] : [])),
    );
    const own =
      marks.get(unit.id) ??
      open.pieces.find((piece) => piece.units.length === 1 && piece.units[0] === unit.id);
    // Only the place changes: what the unit is shown as, and the jumps it is an end of, stay.
    if (!own) return put;
    return {
      ...put,
      jumps: open.jumps,
      pieces: put.pieces.map((piece) => (piece.units[0] === unit.id ? own : piece)),
    };
  });
}
