/**
 * Gathers what of one article stands on one page, as printed: head lines above, then text, marks and bylines in
 * their order. A paragraph cut by a column is one paragraph here; one cut by the page's end stops where the page stops.
 */
import type { Article, BodyPart, Jump, Mark } from "../../model/article.js";
import type { LineId, UnitId } from "../../model/ids.js";
import type { Passage, Unit, UnitKind } from "../../model/unit.js";
import { splitByPage } from "../article/split-by-page.js";
import type { EditionView } from "../edition-view.js";
import type { PartLines } from "../mirror/measure-part.js";
import { type HeadLine, headLinesOn, isHeadKind } from "./head-lines.js";

export interface FlowItem {
  readonly unit: UnitId;
  readonly kind: UnitKind;
  readonly text: string;
  /** Begins in mid-paragraph: the rest stands on a page before this one. */
  readonly resumed: boolean;
  /** Printed before the paragraph's first words, in its line; empty where there is none. */
  readonly dateline: string;
  /** The printed lines it stands for, on other pages too. */
  readonly printed: Passage;
  readonly datelinePrinted?: Passage;
  /** Where it is a printed mark: the jump or pointer it belongs to. */
  readonly jump?: { readonly jump: Jump; readonly side: "forward" | "backward" };
  readonly mark?: Mark;
}

export interface PagePart {
  readonly article: Article;
  readonly page: number;
  readonly head: readonly HeadLine[];
  readonly flow: readonly FlowItem[];
  readonly lines: PartLines;
  /** Its lines on this page, in reading order. */
  readonly lineIds: readonly LineId[];
}

function findJump(article: Article, unit: UnitId): FlowItem["jump"] {
  for (const jump of article.jumps) {
    if (jump.forward?.unit === unit) return { jump, side: "forward" };
    if (jump.backward?.unit === unit) return { jump, side: "backward" };
  }
  return undefined;
}

function flowItem(
  unit: Unit,
  part: BodyPart | undefined,
  page: number,
  article: Article,
  dateline: Passage | undefined,
  view: Pick<EditionView, "units" | "lines">,
): FlowItem {
  const jump = findJump(article, unit.id);
  const mark = article.marks.find((each) => each.unit === unit.id);
  const pieces = part ? splitByPage(part.passage, view.lines) : [];
  const own = pieces.filter((piece) => piece.page === page);
  return {
    unit: unit.id,
    kind: unit.kind,
    text: own.length > 0 ? own.map((piece) => piece.text).join("") : unit.passage.text,
    resumed: own.length > 0 && pieces[0]?.page !== page,
    dateline: dateline?.text ?? "",
    printed: part?.passage ?? unit.passage,
    ...(dateline ? { datelinePrinted: dateline } : {}),
    ...(jump ? { jump } : {}),
    ...(mark ? { mark } : {}),
  };
}

function linesOfPassage(passage: Passage, view: Pick<EditionView, "units" | "lines">): string[] {
  return passage.spans.map((span) => view.lines.get(span.line)?.text.slice(span.start, span.end) ?? "");
}

/** The title of a notice is of the notice's kind, and stands over it like a headline. */
function standsInHead({ kicker, headline, deck }: Article): (unit: Unit) => boolean {
  const spans = [...kicker, ...headline, ...deck].flatMap((passage) => passage.spans);
  const starts = new Set(spans.map((span) => `${span.line}:${span.start}`));
  return ({ passage }) =>
    passage.spans.length > 0 && passage.spans.every((span) => starts.has(`${span.line}:${span.start}`));
}

/** Every unit of the article on that page is in `head` or `flow`, or in a paragraph that is. */
export function gatherPart(
  article: Article,
  page: number,
  view: Pick<EditionView, "units" | "lines">,
): PagePart {
  const bodyOf = new Map<UnitId, BodyPart>();
  for (const part of article.body) for (const id of part.units) bodyOf.set(id, part);
  const heads: Unit[] = [];
  const flow: FlowItem[] = [];
  const body: string[] = [];
  const shown = new Set<BodyPart>();
  const isHead = standsInHead(article);
  const lineIds: LineId[] = [];
  let dateline: Unit | undefined;
  for (const id of article.parts.filter((part) => part.page === page).flatMap((part) => part.units)) {
    const unit = view.units.get(id);
    if (!unit) continue;
    lineIds.push(...unit.passage.spans.map(({ line }) => line));
    const part = bodyOf.get(id);
    if (!part && (isHeadKind(unit.kind) || isHead(unit))) {
      heads.push(unit);
      continue;
    }
    body.push(...linesOfPassage(unit.passage, view));
    if (part && shown.has(part)) continue;
    if (part) shown.add(part);
    if (unit.kind === "dateline" && !part && !dateline) {
      dateline = unit;
      continue;
    }
    const takes = unit.kind === "paragraph";
    flow.push(flowItem(unit, part, page, article, takes ? dateline?.passage : undefined, view));
    if (takes) dateline = undefined;
  }
  if (dateline) flow.push(flowItem(dateline, undefined, page, article, undefined, view));
  const resumed = article.parts[0]?.page !== page;
  const goesOn = article.parts[0]?.page === page && article.parts.some((part) => part.page !== page);
  const head = headLinesOn(article, page, heads);
  const large = (kind: HeadLine["kind"]): boolean => kind === "headline" || kind === "jump-head";
  const lines = {
    body,
    headline: head.filter(({ kind }) => large(kind)).map(({ text }) => text),
    lesser: head.filter(({ kind }) => !large(kind)).map(({ text }) => text),
  };
  return {
    article,
    page,
    head,
    flow,
    lines: { ...lines, paragraphs: flow.length, kind: article.kind, goesOn, resumed },
    lineIds,
  };
}
