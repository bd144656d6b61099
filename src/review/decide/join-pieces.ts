/** Joins two articles, or two paragraphs of one article. */
import type { Article } from "../../model/article.js";
import type { AssembledEdition } from "../../model/edition.js";
import type { Unit } from "../../model/unit.js";
import { joinPassages } from "../../text/compose-passage.js";
import { seamBetween, type WordCounts } from "../../text/join-lines.js";
import { articleOf, changeArticle, type Refusal, refuse, replaceArticle } from "./edit-edition.js";
import { closeArticle, type OpenArticle, openArticle, type Piece } from "./open-article.js";

/** `second` at the end of `first`, which keeps its id. The second's headline stands over its text as a subhead there. */
export function joinArticles(
  edition: AssembledEdition,
  first: Article,
  second: Article,
): AssembledEdition | Refusal {
  if (first.id === second.id) return refuse("JL4117", { id: first.id });
  const { units } = edition.assembly;
  const [before, after] = [openArticle(first, units), openArticle(second, units)];
  const merged = appendArticle(before, isHeaded(before) ? lowerHeadline(after) : after);
  return replaceArticle(replaceArticle(edition, second.id, []), first.id, [closeArticle(merged, units)]);
}

const holds = ({ pieces }: OpenArticle, slot: Piece["slot"]): boolean =>
  pieces.some((piece) => piece.slot === slot);
const isHeaded = (open: OpenArticle): boolean => holds(open, "headline") && holds(open, "body");

/** Its printed headline as a subhead of its text. Where it has no text, the headline is what is wanted of it. */
function lowerHeadline(open: OpenArticle): OpenArticle {
  if (!holds(open, "body")) return open;
  return {
    ...open,
    pieces: open.pieces.map((piece): Piece => {
      const [first, ...rest] = piece.passages;
      if (piece.slot !== "headline" || piece.units.length === 0 || !first) return piece;
      const passage = rest.reduce(
        (a, b) => joinPassages(a, b, seamBetween(a.text, b.text, new Map())),
        first,
      );
      return { slot: "body", bodyKind: "subhead", units: piece.units, passages: [passage] };
    }),
  };
}

/** One opened article at the end of another. Decisions of both hold; the confidence is that of the less sure. */
export function appendArticle(first: OpenArticle, second: OpenArticle): OpenArticle {
  const article: Article = {
    ...first.article,
    decisions: [...first.article.decisions, ...second.article.decisions],
    confidence: Math.min(first.article.confidence, second.article.confidence),
  };
  return {
    article,
    order: [...first.order, ...second.order],
    pieces: [...first.pieces, ...second.pieces],
    jumps: [...first.jumps, ...second.jumps],
  };
}

/** The paragraphs that hold the two units become one, at the place of the first. */
export function joinParagraphs(
  edition: AssembledEdition,
  first: Unit,
  second: Unit,
  words: Words,
): AssembledEdition | Refusal {
  const home = articleOf(edition, first.id);
  if (!home) return refuse("JL4116", { id: first.id });
  if (!home.parts.some((part) => part.units.includes(second.id)))
    return refuse("JL4115", { id: first.id, to: second.id });
  const open = openArticle(home, edition.assembly.units);
  const of = (unit: Unit): Piece | undefined =>
    open.pieces.find((piece) => piece.slot === "body" && piece.units.includes(unit.id));
  const [before, after] = [of(first), of(second)];
  if (!before || !after) return refuse("JL4118", { id: before ? second.id : first.id });
  if (before === after) return refuse("JL4117", { id: first.id });
  return changeArticle(edition, home.id, () => mergePieces(open, before, after, words));
}

/** The edition's words, counted when they are first asked for. */
export type Words = () => WordCounts;

/** `after`'s words at the end of `before`, with the seam that assembly would have given them. */
export function mergePieces(open: OpenArticle, before: Piece, after: Piece, words: Words): OpenArticle {
  const [start, end] = [before.passages[0], after.passages[0]];
  if (!start || !end) return open;
  const passage = joinPassages(start, end, seamBetween(start.text, end.text, words()));
  const joined: Piece = { ...before, units: [...before.units, ...after.units], passages: [passage] };
  return {
    ...open,
    pieces: open.pieces.flatMap((piece) => (piece === before ? [joined] : piece === after ? [] : [piece])),
  };
}
