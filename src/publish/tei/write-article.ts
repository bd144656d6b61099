/**
 * An article as a TEI division: heads, byline and dateline, then its text, in a division of its own under each subhead.
 * The pages are milestones in it; the marks and heads of its jumps stand where its readers turned over.
 */
import type { Article, ArticleKind } from "../../model/article.js";
import { placeOfLine } from "../../model/ids.js";
import type { Passage } from "../../model/unit.js";
import { type ShownHead, type ShownPart, shownBody, shownHead } from "../shown-article.js";
import { escapeXml } from "../xml.js";
import { xml, xmlLines } from "../xml-element.js";
import { surfaceId } from "./describe-facsimile.js";
import { type PassageContext, writePassage } from "./write-passage.js";

const types: Record<ArticleKind, string> = {
  story: "article",
  notice: "notice",
  advert: "advertisement",
};

/** Lines that an editor wrote, or broke. */
const writeLines = (text: string): string => text.split("\n").map(escapeXml).join("<lb/>");

const pageOf = ({ spans: [first] }: Passage): number | undefined => first && placeOfLine(first.line).page;

export interface TeiContext extends Omit<PassageContext, "enter"> {
  readonly folioOf: (page: number) => string;
}

/** Knows which page the text is on, and gives what stands between two pages. */
function followPages(article: Article, context: TeiContext) {
  const onPage = (passages: readonly (Passage | undefined)[], page: number): Passage[] =>
    passages.flatMap((passage) => (passage && pageOf(passage) === page ? [passage] : []));
  const plain: PassageContext = { ...context, enter: () => "" };
  const formework = (type: string, passages: readonly Passage[]): string =>
    passages.map((passage) => xml("fw", { type }, writePassage(passage, plain))).join("");
  const leave = (page: number): string =>
    formework(
      "jump-line",
      onPage(
        article.jumps.map(({ forward }) => forward?.passage),
        page,
      ),
    );
  const arrive = (page: number): string =>
    xml("pb", { n: context.folioOf(page), facs: `#${surfaceId(page)}` }) +
    formework(
      "jump-head",
      onPage(
        article.jumps.flatMap(({ jumpHead }) => jumpHead),
        page,
      ),
    ) +
    formework(
      "continuation-line",
      onPage(
        article.jumps.map(({ backward }) => backward?.passage),
        page,
      ),
    );
  let here: number | undefined;
  const seen = new Set<number>();
  return {
    enter(page: number): string {
      if (page === here) return "";
      const left = here === undefined ? "" : leave(here);
      here = page;
      // A page that is come back to is only named.
      const again = seen.has(page);
      seen.add(page);
      return (
        left + (again ? xml("pb", { n: context.folioOf(page), facs: `#${surfaceId(page)}` }) : arrive(page))
      );
    },
    close: (): string => (here === undefined ? "" : leave(here)),
  };
}

function writeHead({ field, text, printed }: ShownHead, edited: boolean, context: PassageContext): string {
  const inside =
    edited || printed.length === 0
      ? writeLines(text)
      : printed.map((passage) => writePassage(passage, context)).join("\n");
  if (field === "byline" || field === "dateline") return xml(field, {}, inside);
  return field === "credit" ? xml("signed", {}, inside) : xml("head", { type: field }, inside);
}

function writeInside({ kind, text, printed }: ShownPart, context: PassageContext): string {
  const inside = printed ? writePassage(printed, context) : writeLines(text);
  switch (kind) {
    case "subhead":
      return xml("head", { type: kind }, inside);
    case "list":
      return xml("list", {}, xml("item", {}, inside));
    case "verse":
      return xml("lg", {}, xml("l", {}, inside));
    case "caption":
      return xml("figure", {}, xml("head", { type: kind }, inside));
    case "note":
      return xml("note", {}, inside);
    case "paragraph":
      return xml("p", {}, inside);
    default:
      return xml("p", { rend: kind }, inside);
  }
}

/** A page that begins with a paragraph begins before it. */
const writePart = (part: ShownPart, context: PassageContext): string => {
  const page = part.printed && pageOf(part.printed);
  return `${page === undefined ? "" : context.enter(page)}${writeInside(part, context)}`;
};

export function writeArticle(article: Article, context: TeiContext): string {
  const pages = followPages(article, context);
  const passages: PassageContext = { ...context, enter: pages.enter };
  const begins = pages.enter(article.parts[0]?.page ?? 1);
  const heads = shownHead(article);
  const writeFields = (last: boolean): string[] =>
    heads
      .filter(({ field }) => (field === "credit") === last)
      .map((head) => writeHead(head, article.handEdited?.[head.field] !== undefined, passages));
  const top = writeFields(false);
  const parts: string[][] = [[]];
  for (const part of shownBody(article)) {
    if (part.kind === "subhead") parts.push([]);
    parts.at(-1)?.push(writePart(part, passages));
  }
  const [opening = [], ...under] = parts;
  const marks = article.marks.map(({ kind, passage }) =>
    xml("fw", { type: kind }, writePassage(passage, { ...context, enter: () => "" })),
  );
  // A division holds text, or further divisions behind it; what closes it comes last.
  const sections = under.map((some) => xmlLines("div", { type: "part" }, ...some));
  const bottom = writeFields(true);
  return xmlLines(
    "div",
    { "xml:id": article.id, type: types[article.kind] },
    begins,
    ...top,
    ...opening,
    ...sections,
    ...marks,
    pages.close(),
    ...(opening.length + sections.length === 0 && bottom.length > 0 ? ["<p/>"] : []),
    ...bottom,
  );
}
