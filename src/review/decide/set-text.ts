/**
 * Sets the text of a printed line. The change is one more edit of the line, so it can be taken back like a repair;
 * every passage that holds a part of the line is cut anew. It refuses an empty text: a line that is no text at all is
 * marked as furniture, so that it stays on record.
 */
import type { Article, Mark } from "../../model/article.js";
import type { AssembledEdition } from "../../model/edition.js";
import type { LineId } from "../../model/ids.js";
import type { Edit, Line } from "../../model/page.js";
import type { Passage, Span } from "../../model/unit.js";
import { composeText } from "../../text/compose-passage.js";
import { isSpace } from "../../text/scripts.js";
import { editorsRule } from "../note-decision.js";
import { readTexts } from "./edit-edition.js";

/** The smallest single edit from one text to the other; `undefined` where they are the same. */
export function editBetween(from: string, to: string): Edit | undefined {
  if (from === to) return undefined;
  const shorter = Math.min(from.length, to.length);
  let start = 0;
  while (start < shorter && from[start] === to[start]) start += 1;
  let end = 0;
  while (end < shorter - start && from[from.length - 1 - end] === to[to.length - 1 - end]) end += 1;
  return {
    rule: editorsRule,
    at: start,
    removed: from.slice(start, from.length - end),
    inserted: to.slice(start, to.length - end),
  };
}

/** The edition with `line` saying `to`. */
export function setLineText(edition: AssembledEdition, line: Line, to: string): AssembledEdition {
  const edit = editBetween(line.text, to);
  return edit ? editLine(edition, line, edit) : edition;
}

/** The edition with one more edit of `line`. */
export function editLine(edition: AssembledEdition, line: Line, edit: Edit): AssembledEdition {
  const to = line.text.slice(0, edit.at) + edit.inserted + line.text.slice(edit.at + edit.removed.length);
  const changed: Line = { ...line, text: to, edits: [...line.edits, edit] };
  const pages = edition.pages.map((page) =>
    page.number !== line.page
      ? page
      : {
          ...page,
          blocks: page.blocks.map((block) => ({
            ...block,
            lines: block.lines.map((each) => (each.id === line.id ? changed : each)),
          })),
        },
  );
  const textOf = readTexts({ ...edition, pages });
  const spans = [...edition.assembly.units.values()].flatMap(({ passage }) =>
    passage.spans.filter((span) => span.line === line.id),
  );
  const recut = recutSpans(spans, edit, to);
  const mend = (passage: Passage): Passage => mendPassage(passage, line.id, recut, textOf);
  return { ...edition, pages, assembly: mendAssembly(edition, mend) };
}

type Recut = (span: Span) => Span;

/**
 * Where the stretches of the line lie after the edit. A boundary inside the replaced text moves to the matching
 * place in the new text; what no stretch would hold goes to the stretch before it, or to the first.
 */
export function recutSpans(spans: readonly Span[], edit: Edit, text: string): Recut {
  const shift = edit.inserted.length - edit.removed.length;
  const move = (offset: number): number => {
    if (offset <= edit.at) return offset;
    if (offset >= edit.at + edit.removed.length) return offset + shift;
    return Math.min(offset, edit.at + edit.inserted.length);
  };
  const sorted = [...spans].sort((a, b) => a.start - b.start || a.end - b.end);
  const starts = new Map<number, number>();
  const ends = new Map<number, number>();
  let covered = 0;
  sorted.forEach((span, index) => {
    const from = Math.max(covered, move(span.start));
    // A first stretch reaches back over new words before it; each reaches on to where the next one begins.
    const start = index === 0 && !isBlank(text.slice(0, from)) ? 0 : from;
    const next = sorted[index + 1];
    const limit = next ? Math.max(start, move(next.start)) : text.length;
    const end = Math.max(start, Math.min(limit, move(span.end)));
    const reach = isBlank(text.slice(end, limit)) ? end : limit;
    starts.set(span.start, start);
    ends.set(span.end, reach);
    covered = reach;
  });
  return (span) => ({
    ...span,
    start: starts.get(span.start) ?? move(span.start),
    end: ends.get(span.end) ?? move(span.end),
  });
}

const isBlank = (text: string): boolean => [...text].every((character) => isSpace(character));

function mendPassage(
  passage: Passage,
  line: LineId,
  recut: Recut,
  textOf: (line: LineId) => string | undefined,
): Passage {
  if (!passage.spans.some((span) => span.line === line)) return passage;
  const spans = passage.spans.map((span) => (span.line === line ? recut(span) : span));
  const mended = { spans, seams: passage.seams };
  return { ...mended, text: composeText(mended, textOf) ?? passage.text };
}

/** Every passage of the assembly, mended. */
function mendAssembly(
  { assembly }: AssembledEdition,
  mend: (passage: Passage) => Passage,
): AssembledEdition["assembly"] {
  const mendMark = (mark: Mark): Mark => ({ ...mark, passage: mend(mark.passage) });
  const mendHolder = <T extends { readonly passage: Passage }>(holder: T): T => ({
    ...holder,
    passage: mend(holder.passage),
  });
  const mendArticle = (article: Article): Article => ({
    ...article,
    kicker: article.kicker.map(mend),
    headline: article.headline.map(mend),
    deck: article.deck.map(mend),
    byline: article.byline.map(mend),
    dateline: article.dateline.map(mend),
    credit: article.credit.map(mend),
    body: article.body.map(mendHolder),
    marks: article.marks.map(mendMark),
    jumps: article.jumps.map((jump) => ({
      ...jump,
      ...(jump.forward && { forward: mendMark(jump.forward) }),
      ...(jump.backward && { backward: mendMark(jump.backward) }),
      jumpHead: jump.jumpHead.map(mend),
    })),
  });
  return {
    ...assembly,
    units: new Map([...assembly.units].map(([id, unit]) => [id, mendHolder(unit)])),
    articles: assembly.articles.map(mendArticle),
    furniture: assembly.furniture.map(mendHolder),
    leftovers: assembly.leftovers.map(mendHolder),
  };
}
