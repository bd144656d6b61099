/**
 * Says that the story at one place does, or does not, continue at another.
 *
 * Confirmed: the article at `to` becomes the continuation of the one at `from`. If it is (wrongly) the continuation of
 * another story, it is cut off there first. Its kicker, headline and deck become the jump head; a sentence that the
 * jump cut becomes whole again. Forbidden: the article is cut where it comes to `to`'s page, both ends stay loose.
 */
import type { Article } from "../../model/article.js";
import type { AssembledEdition } from "../../model/edition.js";
import type { ArticleId, UnitId } from "../../model/ids.js";
import { forbiddenJump } from "../../model/join-reasons.js";
import { endsSentence } from "../../text/ends-sentence.js";
import { splitArticle } from "./edit-article.js";
import { type Refusal, readTexts, refuse, replaceArticle } from "./edit-edition.js";
import { appendArticle, mergePieces, type Words } from "./join-pieces.js";
import { closeArticle, type OpenArticle, type OpenJump, openArticle, type Piece } from "./open-article.js";
import { asOwn } from "./split-pieces.js";

/** An article, and the unit in it that was named; without one the article's end (`from`) or beginning (`to`) is meant. */
export interface JumpEnd {
  readonly article: Article;
  readonly unit?: UnitId;
}

export function forbidJump(
  edition: AssembledEdition,
  from: JumpEnd,
  to: JumpEnd,
): AssembledEdition | Refusal {
  if (from.article.id !== to.article.id) return edition;
  const page = pageOf(to, edition);
  const cut = to.article.parts.findIndex((part) => part.page === page);
  if (cut < 1) return refuse("JL4120", { id: to.unit ?? to.article.id });
  return cutOff(edition, to.article, page, forbiddenJump).edition;
}

/** The article cut before its part on `page`; both halves keep their marks as loose ends. */
function cutOff(
  edition: AssembledEdition,
  article: Article,
  page: number,
  reason: string,
): { edition: AssembledEdition; tail: ArticleId } {
  const { units } = edition.assembly;
  const open = openArticle(article, units);
  const later = new Set(
    article.parts.slice(article.parts.findIndex((part) => part.page === page)).flatMap((part) => part.units),
  );
  // Whatever order the body has, the cut is between pages.
  const sorted = {
    ...open,
    order: [...open.order.filter((id) => !later.has(id)), ...open.order.filter((id) => later.has(id))],
  };
  const first = sorted.order.find((id) => later.has(id)) as UnitId;
  const { head, tail } = splitArticle(sorted, first, units, readTexts(edition));
  const loosen = (jump: OpenJump): OpenJump =>
    jump.toPage === page ? { ...jump, state: "dangling", confidence: 1, reason } : jump;
  const [start, rest] = [
    { ...head, jumps: head.jumps.map(loosen) },
    { ...tail, jumps: tail.jumps.map(loosen) },
  ];
  const own = asOwn(rest, edition, units.get(first), article);
  const closed = [closeArticle(start, units), closeArticle(headFromJumpHead(own), units)];
  return { edition: replaceArticle(edition, article.id, closed), tail: own.article.id };
}

/** What stood over a continuation is the headline of a story that begins there. */
function headFromJumpHead(open: OpenArticle): OpenArticle {
  const first = open.jumps.find(
    (jump) => jump.heads.length > 0 && open.order.includes(jump.heads[0] as UnitId),
  );
  if (!first || open.pieces.some((piece) => piece.slot === "headline")) return open;
  const heads = new Set(first.heads);
  return {
    ...open,
    pieces: open.pieces.map((piece) =>
      piece.slot === "jump-head" && heads.has(piece.units[0] as UnitId)
        ? { ...piece, slot: "headline" }
        : piece,
    ),
    jumps: open.jumps.map((jump) => (jump === first ? { ...jump, heads: [] } : jump)),
  };
}

export function confirmJump(
  edition: AssembledEdition,
  from: JumpEnd,
  to: JumpEnd,
  origin: string,
  words: Words,
): AssembledEdition | Refusal {
  const page = pageOf(to, edition);
  if (from.article.id === to.article.id) {
    const jumps = from.article.jumps.map((jump) =>
      jump.toPage === page ? { ...jump, confidence: 1, reason: origin } : jump,
    );
    return replaceArticle(edition, from.article.id, [{ ...from.article, jumps }]);
  }
  const start = freeStart(edition, from, page, origin);
  const begun = to.article.parts.findIndex((part) => part.page === page) > 0;
  const end = begun ? cutOff(start, to.article, page, origin) : { edition: start, tail: to.article.id };
  const find = (id: ArticleId): Article | undefined =>
    end.edition.assembly.articles.find((article) => article.id === id);
  const [article, tail] = [find(from.article.id), find(end.tail)];
  if (!article || !tail) return refuse("JL4120", { id: to.unit ?? to.article.id });
  return continueWith(end.edition, { ...from, article }, tail, page, origin, words);
}

/** Where the story already runs on from here, to a continuation that it now turns out not to have, that is cut off. */
function freeStart(edition: AssembledEdition, from: JumpEnd, page: number, origin: string): AssembledEdition {
  const fromPage = pageOf(from, edition);
  const wrong = from.article.jumps.find(
    (jump) =>
      jump.state === "joined" &&
      (jump.forward?.unit === from.unit || (jump.fromPage === fromPage && jump.toPage === page)),
  );
  const at = from.article.parts.findIndex((part) => part.page === wrong?.toPage);
  return wrong?.toPage === undefined || at < 1
    ? edition
    : cutOff(edition, from.article, wrong.toPage, origin).edition;
}

function continueWith(
  edition: AssembledEdition,
  from: JumpEnd,
  tail: Article,
  page: number,
  origin: string,
  words: Words,
): AssembledEdition {
  const { units } = edition.assembly;
  const fromPage = pageOf(from, edition);
  const [first, second] = [openArticle(from.article, units), openArticle(tail, units)];
  const leaving = first.jumps.filter((jump) => jump.forward !== undefined && jump.state === "dangling");
  const forward =
    leaving.find((jump) => jump.forward === from.unit) ?? leaving.find((jump) => jump.fromPage === fromPage);
  const backward = second.jumps.find((jump) => jump.backward && jump.toPage === page);
  const isHead = (piece: Piece): boolean =>
    piece.slot === "kicker" || piece.slot === "headline" || piece.slot === "deck";
  const heads = second.order.filter((id) =>
    second.pieces.some((piece) => isHead(piece) && piece.units[0] === id),
  );
  const jump: OpenJump = {
    state: "joined",
    fromPage,
    toPage: page,
    ...(forward?.forward && { forward: forward.forward }),
    ...(backward?.backward && { backward: backward.backward }),
    heads: [...(backward?.heads ?? []), ...heads],
    confidence: 1,
    reason: origin,
  };
  const asContinuation: OpenArticle = {
    ...second,
    pieces: second.pieces
      .filter((piece) => piece.units.length > 0)
      .map((piece) => (isHead(piece) ? { ...piece, slot: "jump-head" } : piece)),
    jumps: second.jumps.filter((each) => each !== backward),
  };
  const merged = appendArticle(
    { ...first, jumps: [...first.jumps.filter((each) => each !== forward), jump] },
    asContinuation,
  );
  return replaceArticle(replaceArticle(edition, tail.id, []), from.article.id, [
    closeArticle(healCut(merged, first, second, words), units),
  ]);
}

/** One paragraph where the jump cut a sentence: the last before it does not end, and both are paragraphs. */
function healCut(merged: OpenArticle, first: OpenArticle, second: OpenArticle, words: Words): OpenArticle {
  const bodyOf = (open: OpenArticle): Piece[] => {
    const rank = new Map(open.order.map((id, index) => [id, index]));
    const rankOf = (piece: Piece): number => rank.get(piece.units[0] as UnitId) ?? 0;
    return open.pieces.filter((piece) => piece.slot === "body").sort((a, b) => rankOf(a) - rankOf(b));
  };
  const [before, after] = [bodyOf(first).at(-1), bodyOf(second)[0]];
  const text = before?.passages[0]?.text ?? "";
  if (
    !before ||
    !after ||
    before.bodyKind !== "paragraph" ||
    after.bodyKind !== "paragraph" ||
    endsSentence(text)
  )
    return merged;
  return mergePieces(merged, before, after, words);
}

const pageOf = ({ article, unit }: JumpEnd, edition: AssembledEdition): number =>
  (unit && edition.assembly.units.get(unit)?.page) ?? article.parts[0]?.page ?? 0;
