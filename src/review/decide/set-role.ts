/**
 * Says what a unit is: `p2-u131` is a subhead, not a paragraph. Inside an article the unit keeps its place and is
 * shown as what it now is; furniture leaves the article; what was furniture or left over stays out of articles until
 * `do: article` says where it belongs, except a headline, which begins an article of its own.
 */
import type { AssembledEdition } from "../../model/edition.js";
import type { Unit, UnitKind } from "../../model/unit.js";
import { insertUnit, takeUnits } from "./edit-article.js";
import {
  addArticle,
  articleOf,
  changeArticle,
  putInFurniture,
  putInLeftovers,
  readTexts,
  setUnits,
  takeOut,
} from "./edit-edition.js";

const outsideReason = "an editor took it out of the furniture; `do: article` puts it into an article";

/** Every kind a role can be set to, for messages and for reading the YAML. */
export const unitKinds: readonly UnitKind[] = [
  ...([
    "paragraph",
    "headline",
    "subhead",
    "kicker",
    "deck",
    "byline",
    "dateline",
    "credit",
    "caption",
  ] as const),
  ...([
    "list",
    "verse",
    "question",
    "answer",
    "note",
    "jump-line",
    "continuation-line",
    "jump-head",
  ] as const),
  ...(["pointer", "serial", "notice", "advert", "furniture"] as const),
];

export function setRole(edition: AssembledEdition, unit: Unit, kind: UnitKind): AssembledEdition {
  const changed: Unit = { ...unit, kind };
  const home = articleOf(edition, unit.id);
  const known = setUnits(edition, [changed]);
  if (kind === "furniture") return putInFurniture(takeOut(known, [unit.id]), [changed]);
  if (home) {
    const textOf = readTexts(edition);
    return changeArticle(known, home.id, (open) => {
      const before = open.order[open.order.indexOf(unit.id) - 1];
      const rest = takeUnits(open, new Set([unit.id]), known.assembly.units, textOf, "apart");
      return insertUnit(rest, changed, before);
    });
  }
  if (kind === "headline") return addArticle(takeOut(known, [unit.id]), [changed], "story").edition;
  if (edition.assembly.leftovers.some((each) => each.unit === unit.id)) return known;
  return putInLeftovers(takeOut(known, [unit.id]), [changed], outsideReason);
}
