/**
 * Finds the place that an override names and looks whether the expected words still stand there. Spaces, full-width
 * and compatibility forms make no difference; anything else does. `p2-u131` + `市民中心` on a unit that now begins
 * 新建市民公园 is refused with what stands there now and where the words have gone, if they are found elsewhere.
 * It never guesses: words found elsewhere are reported, not followed.
 */
import type { Article } from "../model/article.js";
import type { AssembledEdition } from "../model/edition.js";
import type { LineId, UnitId } from "../model/ids.js";
import type { Line } from "../model/page.js";
import { linesOf } from "../model/page.js";
import type { Unit } from "../model/unit.js";
import { firstWords } from "../model/word-override.js";
import { withoutSpaces } from "../text/scripts.js";
import { findLine, type Refusal, refuse } from "./decide/edit-edition.js";

export type Place =
  | { readonly type: "unit"; readonly unit: Unit }
  | { readonly type: "line"; readonly line: Line; readonly units: readonly Unit[] }
  | { readonly type: "block"; readonly units: readonly Unit[] }
  | { readonly type: "article"; readonly article: Article };

/** The editions in which the words may stand: as the corrections above left it, and as the program made it. */
export interface Versions {
  readonly now: AssembledEdition;
  readonly before: AssembledEdition;
}

/** @returns the place, or the refusal to apply a decision about it. */
export function resolveAnchor({ now, before }: Versions, id: string, expect: string): Place | Refusal {
  const place = findPlace(now, id);
  const wanted = foldWords(expect);
  if (!place) return refuseMissing(now, id, wanted);
  const earlier = findPlace(before, id);
  const texts = [...textsAt(place), ...(earlier ? textsAt(earlier) : [])];
  if (texts.some((text) => foldWords(text).startsWith(wanted))) return place;
  const found = firstWords(textsAt(place)[0] ?? "");
  const moved = findWords(now, wanted);
  if (moved) return refuse("JL4112", { id, expect, found, moved });
  return refuse("JL4111", { id, expect, found });
}

/** A unit, line, block or article by its id. */
export function findPlace(edition: AssembledEdition, id: string): Place | undefined {
  const { units, articles } = edition.assembly;
  const unit = units.get(id as UnitId);
  if (unit) return { type: "unit", unit };
  const line = findLine(edition, id as LineId);
  if (line) return { type: "line", line, units: unitsOn(edition, new Set([line.id])) };
  const block = edition.pages.flatMap((page) => page.blocks).find((each) => each.id === id);
  if (block) return { type: "block", units: unitsOn(edition, new Set(block.lines.map((each) => each.id))) };
  const article = articles.find((each) => each.id === id);
  return article && { type: "article", article };
}

/** The units that begin on one of these lines, in the order of the assembly. */
const unitsOn = (edition: AssembledEdition, lines: ReadonlySet<LineId>): Unit[] =>
  [...edition.assembly.units.values()].filter(
    ({ passage }) => passage.spans[0] !== undefined && lines.has(passage.spans[0].line),
  );

/** What may be expected at a place, the likeliest first. */
function textsAt(place: Place): string[] {
  if (place.type === "unit") return [place.unit.passage.text];
  if (place.type === "line") return [place.line.text, place.line.original];
  if (place.type === "block") return place.units.slice(0, 1).map((unit) => unit.passage.text);
  const { headline, kicker, body } = place.article;
  const texts = [
    headline.map((passage) => passage.text).join(""),
    kicker[0]?.text ?? "",
    body[0]?.passage.text ?? "",
  ];
  return texts.filter((text) => text !== "");
}

/** The words by which an article is named: its headline, or how its text begins. */
export const wordsOfArticle = (article: Article): string =>
  firstWords(textsAt({ type: "article", article })[0] ?? "");

/** Words as anchors compare them. */
export const foldWords = (text: string): string => withoutSpaces(text.normalize("NFKC"));

function refuseMissing(edition: AssembledEdition, id: string, wanted: string): Refusal {
  const moved = findWords(edition, wanted);
  return moved ? refuse("JL4114", { id, moved }) : refuse("JL4113", { id });
}

/** The id of the first unit, article head or line that begins with the words; empty where none does, or they are too few to tell. */
function findWords(edition: AssembledEdition, wanted: string): string {
  const enough = 4;
  if ([...wanted].length < enough) return "";
  for (const unit of edition.assembly.units.values())
    if (foldWords(unit.passage.text).startsWith(wanted)) return unit.id;
  const line = edition.pages.flatMap(linesOf).find((each) => foldWords(each.text).startsWith(wanted));
  return line?.id ?? "";
}
