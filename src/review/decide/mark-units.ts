/**
 * Says that an article, or some units, are a notice, an advert, a story, or furniture of the page. Units that are only
 * a part of an article leave it and stand for themselves; an article marked whole keeps its id.
 */
import type { Article, ArticleKind } from "../../model/article.js";
import type { AssembledEdition } from "../../model/edition.js";
import type { UnitId } from "../../model/ids.js";
import type { Unit } from "../../model/unit.js";
import { addArticle, articleOf, putInFurniture, replaceArticle, setUnits, takeOut } from "./edit-edition.js";

export function markArticle(
  edition: AssembledEdition,
  article: Article,
  as: ArticleKind | "furniture",
): AssembledEdition {
  if (as !== "furniture") return replaceArticle(edition, article.id, [{ ...article, kind: as }]);
  const ids = article.parts.flatMap((part) => part.units);
  return markUnits(
    edition,
    ids.flatMap((id) => edition.assembly.units.get(id) ?? []),
    as,
  );
}

export function markUnits(
  edition: AssembledEdition,
  units: readonly Unit[],
  as: ArticleKind | "furniture",
): AssembledEdition {
  const ids = units.map((unit) => unit.id);
  if (as === "furniture") {
    const marked = units.map((unit): Unit => ({ ...unit, kind: "furniture" }));
    return putInFurniture(setUnits(takeOut(edition, ids), marked), marked);
  }
  const whole = wholeArticle(edition, ids);
  if (whole) return markArticle(edition, whole, as);
  const freed = units.map(
    (unit): Unit => (unit.kind === "furniture" ? { ...unit, kind: "paragraph" } : unit),
  );
  return addArticle(setUnits(takeOut(edition, ids), freed), freed, as).edition;
}

/** The article that consists of just these units. */
function wholeArticle(edition: AssembledEdition, ids: readonly UnitId[]): Article | undefined {
  const article = ids[0] && articleOf(edition, ids[0]);
  if (!article) return undefined;
  const given = new Set(ids);
  const own = article.parts.flatMap((part) => part.units);
  return own.length === given.size && own.every((id) => given.has(id)) ? article : undefined;
}
