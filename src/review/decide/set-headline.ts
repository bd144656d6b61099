/**
 * Sets the headline of an article. Line by line the new words are edits of the printed headline lines; lines that the
 * new headline has more become an editor's own, lines that it has fewer are emptied by an edit that keeps what was
 * printed. The article's id and address stay as they are.
 */
import type { Article } from "../../model/article.js";
import type { AssembledEdition } from "../../model/edition.js";
import {
  decideByEditor,
  editorsHeadline,
  editorsRule,
  noteOnArticle,
  type Origin,
} from "../note-decision.js";
import { changeArticle, findLine, replaceArticle } from "./edit-edition.js";
import type { Piece } from "./open-article.js";
import { editLine } from "./set-text.js";

export function setHeadline(
  edition: AssembledEdition,
  article: Article,
  to: string,
  origin: Origin,
): AssembledEdition {
  const wanted = to
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const printed = article.headline.filter((passage) => passage.spans.length > 0);
  let changed = edition;
  printed.forEach((passage, index) => {
    changed = setPassage(changed, passage.spans, wanted[index] ?? "");
  });
  const extra: Piece[] = wanted
    .slice(printed.length)
    .map((text) => ({ slot: "headline", units: [], passages: [{ text, spans: [], seams: [] }] }));
  changed = changeArticle(changed, article.id, (open) => ({
    ...open,
    pieces: [...open.pieces.map(dropEmptied).filter((piece) => piece.units.length > 0), ...extra],
  }));
  const now = changed.assembly.articles.find((each) => each.id === article.id);
  return now
    ? replaceArticle(changed, now.id, [
        noteOnArticle(now, decideByEditor(now.id, "role", editorsHeadline, origin)),
      ])
    : changed;
}

/** Headline lines without words are not shown; their unit stays on the page's list. */
const dropEmptied = (piece: Piece): Piece =>
  piece.slot === "headline"
    ? { ...piece, passages: piece.passages.filter((passage) => passage.text !== "") }
    : piece;

/** Puts `to` on the first of the spans and empties the others, each as an edit of its line. */
function setPassage(
  edition: AssembledEdition,
  spans: Article["headline"][number]["spans"],
  to: string,
): AssembledEdition {
  let changed = edition;
  // From the last, so that a span's offsets still hold when two lie on one line.
  for (let index = spans.length - 1; index >= 0; index -= 1) {
    const span = spans[index];
    const line = span && findLine(changed, span.line);
    if (!span || !line) continue;
    const removed = line.text.slice(span.start, span.end);
    const inserted = index === 0 ? to : "";
    if (removed !== inserted)
      changed = editLine(changed, line, { rule: editorsRule, at: span.start, removed, inserted });
  }
  return changed;
}
