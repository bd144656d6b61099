/**
 * The head lines over a story on one page: kicker, headline, deck as the article has them now, so that a headline an
 * editor set stands on the page view as it does over the whole story; and the jump head, which belongs to its page.
 * A head field is shown on the page that its first printed line stands on; an editor's own, with no printed line,
 * where the story begins.
 */
import type { Article } from "../../model/article.js";
import { type LineId, placeOfLine } from "../../model/ids.js";
import type { Passage, Unit } from "../../model/unit.js";

const headKinds = ["kicker", "headline", "deck", "jump-head"] as const;
type HeadKind = (typeof headKinds)[number];

export interface HeadLine {
  readonly kind: HeadKind;
  readonly text: string;
  /** The printed lines it stands for; empty where an editor's line has none. */
  readonly printed: Pick<Passage, "spans" | "seams">;
}

export const isHeadKind = (kind: Unit["kind"]): kind is HeadKind =>
  (headKinds as readonly string[]).includes(kind);
const linesOf = (passages: readonly Passage[]): Set<LineId> =>
  new Set(passages.flatMap((passage) => passage.spans.map((span) => span.line)));
const pageOf = (passages: readonly Passage[]): number | undefined => {
  const line = passages.flatMap((passage) => passage.spans)[0]?.line;
  return line === undefined ? undefined : placeOfLine(line).page;
};

/** Printed lines one after the other; an editor's last line stands for all that are left. */
const joinLines = (passages: readonly Passage[]): HeadLine["printed"] => ({
  spans: passages.flatMap(({ spans }) => spans),
  seams: passages.flatMap(({ spans, seams }, at) =>
    at === 0 || spans.length === 0 ? seams : ["space" as const, ...seams],
  ),
});

/** @param units those of the article on this page, in order, that no paragraph holds */
export function headLinesOn(article: Article, page: number, units: readonly Unit[]): HeadLine[] {
  const begins = article.parts[0]?.page;
  const lines: HeadLine[] = [];
  const known = new Set<LineId>();
  for (const kind of ["kicker", "headline", "deck"] as const) {
    const passages = article[kind];
    for (const line of linesOf(passages)) known.add(line);
    if ((pageOf(passages) ?? begins) !== page) continue;
    const written = article.handEdited?.[kind];
    const texts = written === undefined ? passages.map(({ text }) => text) : written.split("\n");
    lines.push(
      ...texts.map((text, at) => {
        const stands = at === texts.length - 1 ? passages.slice(at) : passages.slice(at, at + 1);
        return { kind, text, printed: joinLines(stands) };
      }),
    );
  }
  for (const unit of units) {
    if (!isHeadKind(unit.kind) || unit.passage.spans.some((span) => known.has(span.line))) continue;
    lines.push({ kind: unit.kind, text: unit.passage.text, printed: unit.passage });
  }
  return lines
    .filter(({ text }) => text.trim() !== "")
    .sort((a, b) => headKinds.indexOf(a.kind) - headKinds.indexOf(b.kind));
}
