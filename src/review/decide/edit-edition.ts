/** Changes to an edition, each giving a new one: units moved between articles, furniture and leftovers. */
import type { Article } from "../../model/article.js";
import type { AssembledEdition } from "../../model/edition.js";
import type { ArticleId, LineId, UnitId } from "../../model/ids.js";
import { type Line, linesOf } from "../../model/page.js";
import type { Unit } from "../../model/unit.js";
import { nameArticle } from "../../text/name-article.js";
import { insertUnit, type TextOf, takeUnits } from "./edit-article.js";
import { closeArticle, type OpenArticle, openArticle } from "./open-article.js";

/** Why an override was not applied: a diagnostic without its place. */
export interface Refusal {
  readonly code: string;
  readonly details: Readonly<Record<string, string | number>>;
}
export const refuse = (code: string, details: Refusal["details"]): Refusal => ({ code, details });
export const isRefusal = (value: object): value is Refusal => "code" in value && "details" in value;

export const findLine = (edition: AssembledEdition, id: LineId): Line | undefined =>
  edition.pages.flatMap(linesOf).find((line) => line.id === id);

/** Looks up line texts; the index is made at the first question, since most decisions ask none. */
export function readTexts(edition: AssembledEdition): TextOf {
  let texts: Map<LineId, string> | undefined;
  return (id) => {
    texts ??= new Map(edition.pages.flatMap(linesOf).map((line) => [line.id, line.text]));
    return texts.get(id);
  };
}

export const articleOf = (edition: AssembledEdition, unit: UnitId): Article | undefined =>
  edition.assembly.articles.find((article) => article.parts.some((part) => part.units.includes(unit)));

/** The edition with `id` replaced by these articles (none: it is gone), at its place in the list. */
export function replaceArticle(
  edition: AssembledEdition,
  id: ArticleId,
  by: readonly (Article | undefined)[],
): AssembledEdition {
  const kept = by.filter((article): article is Article => article !== undefined);
  const articles = edition.assembly.articles.flatMap((article) => (article.id === id ? kept : [article]));
  return { ...edition, assembly: { ...edition.assembly, articles } };
}

/** Opens an article, changes it and puts it back. */
export function changeArticle(
  edition: AssembledEdition,
  id: ArticleId,
  change: (open: OpenArticle) => OpenArticle,
): AssembledEdition {
  const article = edition.assembly.articles.find((each) => each.id === id);
  if (!article) return edition;
  const { units } = edition.assembly;
  return replaceArticle(edition, id, [closeArticle(change(openArticle(article, units)), units)]);
}

/** The edition with these units taken from wherever they stand. The caller must put them somewhere. */
export function takeOut(edition: AssembledEdition, ids: readonly UnitId[]): AssembledEdition {
  const taken = new Set(ids);
  const textOf = readTexts(edition);
  const { assembly } = edition;
  const articles = assembly.articles.flatMap((article) => {
    if (!article.parts.some((part) => part.units.some((unit) => taken.has(unit)))) return [article];
    const left = closeArticle(
      takeUnits(openArticle(article, assembly.units), taken, assembly.units, textOf, "one"),
      assembly.units,
    );
    return left ? [left] : [];
  });
  const furniture = assembly.furniture.filter(({ unit }) => !taken.has(unit));
  const leftovers = assembly.leftovers.filter(({ unit }) => !taken.has(unit));
  return { ...edition, assembly: { ...assembly, articles, furniture, leftovers } };
}

/** The edition with other facts about some units. */
export function setUnits(edition: AssembledEdition, changed: readonly Unit[]): AssembledEdition {
  const units = new Map(edition.assembly.units);
  for (const unit of changed) units.set(unit.id, unit);
  return { ...edition, assembly: { ...edition.assembly, units } };
}

export const putInFurniture = (edition: AssembledEdition, units: readonly Unit[]): AssembledEdition => ({
  ...edition,
  assembly: {
    ...edition.assembly,
    furniture: [
      ...edition.assembly.furniture,
      ...units.map(({ id, page, passage }) => ({ unit: id, page, passage })),
    ],
  },
});

export const putInLeftovers = (
  edition: AssembledEdition,
  units: readonly Unit[],
  reason: string,
): AssembledEdition => ({
  ...edition,
  assembly: {
    ...edition.assembly,
    leftovers: [
      ...edition.assembly.leftovers,
      ...units.map(({ id, page, passage }) => ({ unit: id, page, passage, reason })),
    ],
  },
});

/** An article of units that stand nowhere yet, in this order, put after the last article that begins on or before its page. */
export function addArticle(
  edition: AssembledEdition,
  units: readonly Unit[],
  kind: Article["kind"],
): { edition: AssembledEdition; id: ArticleId } {
  const first = units.find((unit) => unit.kind === "headline") ?? units[0];
  const id = nameFor(edition, first);
  const empty: Article = {
    ...{
      id,
      kind,
      kicker: [],
      headline: [],
      deck: [],
      byline: [],
      dateline: [],
      credit: [],
      body: [],
      marks: [],
      jumps: [],
      parts: [],
    },
    ...{ confidence: 1, decisions: [] },
  };
  let open: OpenArticle = { article: empty, order: [], pieces: [], jumps: [] };
  for (const unit of units) open = insertUnit(open, unit, open.order.at(-1));
  const made = closeArticle(open, edition.assembly.units);
  const { articles } = edition.assembly;
  const page = first?.page ?? 0;
  const at = articles.reduce(
    (last, article, index) => ((article.parts[0]?.page ?? 0) <= page ? index + 1 : last),
    0,
  );
  const list = made ? [...articles.slice(0, at), made, ...articles.slice(at)] : articles;
  return { edition: { ...edition, assembly: { ...edition.assembly, articles: list } }, id };
}

/** A free article id after the first line of the unit. */
export function nameFor(edition: AssembledEdition, unit: Unit | undefined): ArticleId {
  const line = unit?.passage.spans[0] && findLine(edition, unit.passage.spans[0].line);
  const taken = new Set<string>(edition.assembly.articles.map((article) => article.id));
  return nameArticle(unit?.page ?? 0, line?.original ?? unit?.id ?? "", taken);
}
