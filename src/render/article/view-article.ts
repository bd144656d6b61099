/** One article's page: the whole story, where it stood, how it was printed, and its neighbours. */
import type { ElementContent } from "hast";
import { parseMarkdown, writeHtml } from "../../markdown/render-markdown.js";
import { type Child, element, textNode } from "../../markdown/to-hast.js";
import { articleFile, pageFile } from "../../model/address.js";
import type { Article } from "../../model/article.js";
import type { SiteFile } from "../../model/job.js";
import { describeArticle } from "../cite/citation.js";
import { showCitations } from "../cite/show-citations.js";
import { showCorrection } from "../correct/show-correction.js";
import type { EditionView } from "../edition-view.js";
import { describeEditionFrame, otherLanguage, pageLabel } from "../frame.js";
import { interfacePart } from "../interface-part.js";
import { describeTrail, previewPage, summariseArticle, trailOfEdition } from "../link-preview.js";
import { formsOfArticle } from "../list-forms.js";
import { describeCitation, describeNewsArticle } from "../metadata.js";
import { linkSerial } from "../serials/link-serial.js";
import { fillWords } from "../words/index.js";
import { describeJumpEnd, describePointer } from "./describe-jump.js";
import { listNeighbours } from "./list-neighbours.js";
import { anchorWritten, showBody } from "./show-body.js";
import { readField, showField, showLines } from "./show-head.js";
import { showSource } from "./show-source.js";

/** Dangling marks of one side, quoted as printed, with what a reader must know. */
function showLooseEnds(article: Article, side: "forward" | "backward", view: EditionView): Child[] {
  return article.jumps.flatMap((jump): Child[] => {
    const mark = side === "forward" ? jump.forward : jump.backward;
    if (jump.state === "joined" || !mark) return [];
    const { note } = describeJumpEnd(jump, side, article, view);
    const quote = element(
      "q",
      { className: ["mark"], lang: view.edition.info.language },
      view.style(mark.passage.text),
    );
    return [
      element(
        "p",
        { className: ["loose-end"] },
        quote,
        " ",
        element("span", interfacePart(view.words), note),
      ),
    ];
  });
}

function showPointers(article: Article, view: EditionView): Child[] {
  return article.marks.map((mark) => {
    const { href, note } = describePointer(mark, article, view);
    const text = view.style(mark.passage.text);
    return element(
      "p",
      { className: ["pointer"] },
      href === "" ? text : element("a", { href, title: note }, text),
    );
  });
}

const present = (nodes: readonly Child[]): ElementContent[] =>
  nodes
    .filter((node): node is ElementContent | string => node !== undefined && node !== false && node !== "")
    .map((node) => (typeof node === "string" ? textNode(node) : node));

function showStory(article: Article, view: EditionView): ElementContent[] {
  const headline = readField(article, "headline", view);
  const title = headline.length > 0 ? showLines(headline) : [view.titles.get(article.id) ?? ""];
  const headless = headline.length > 0 ? [] : ["headless"];
  const datelineApart =
    article.handEdited !== undefined || !article.body.some((part) => part.kind === "paragraph");
  const body: Child[] =
    article.handEdited === undefined
      ? showBody(article, view)
      : anchorWritten(parseMarkdown(article.handEdited.markdown), view);
  return present([
    element(
      "header",
      {},
      showField(article, "kicker", "p", view),
      element("h1", { className: ["headline", ...headless] }, ...title),
      showField(article, "deck", "p", view),
      showField(article, "byline", "p", view),
    ),
    ...showLooseEnds(article, "backward", view),
    datelineApart && showField(article, "dateline", "p", view),
    element("div", { className: ["body"] }, ...body),
    showField(article, "credit", "p", view),
    ...showLooseEnds(article, "forward", view),
    ...showPointers(article, view),
  ]);
}

/** Letters of a story that one tier of a vertical page holds: 24 lines of 21 letters, a little under to leave air. */
const lettersPerTier = 400;
const mostTiers = 40;

function countTiers(article: Article): number {
  const letters = article.body.reduce((sum, part) => sum + part.passage.text.length + 10, 0);
  return Math.max(1, Math.min(mostTiers, Math.ceil(letters / lettersPerTier)));
}

function neighbour(
  article: Article | undefined,
  view: EditionView,
): { href: string; title: string; lang: string } | "" {
  return article === undefined
    ? ""
    : {
        href: articleFile(article.id),
        title: view.titles.get(article.id) ?? "",
        lang: otherLanguage(view.edition.info.language, view.words),
      };
}

export function renderArticle(article: Article, place: number, view: EditionView): SiteFile {
  const file = articleFile(article.id);
  const title = view.titles.get(article.id) ?? "";
  const { words } = view;
  const { path } = view.edition.info;
  const cited = describeArticle(article, view);
  const pages = [...new Set(article.parts.map((part) => part.page))].sort((a, b) => a - b);
  const forms = formsOfArticle(article.id, view);
  const content = view.site.writeTemplate("pages/article.njk", {
    ...describeEditionFrame(view, file, title),
    previous: neighbour(view.articles[place - 1], view),
    next: neighbour(view.articles[place + 1], view),
    kindLabel: article.kind === "notice" ? words.notice : article.kind === "advert" ? words.advert : "",
    tiers: countTiers(article),
    story: writeHtml(showStory(article, view)),
    source: writeHtml([showSource(article, view)]),
    byHand: article.handEdited !== undefined,
    stoodOn: pages.map((number) => {
      const page = view.edition.pages.find((each) => each.number === number);
      return {
        href: `${pageFile(number)}#${article.id}`,
        label: page ? pageLabel(page, words) : fillWords(words.page, { n: number }),
        lang: page?.folio === undefined ? "" : otherLanguage(page.language, words),
      };
    }),
    forms,
    // The edition's book is no other form of this one story.
    alternates: forms.filter(({ href }) => href.startsWith(`${article.id}.`)),
    preview: previewPage(view, {
      file,
      title,
      kind: "article",
      summary: summariseArticle(article, view),
      pages,
    }),
    jsonLd: [
      describeNewsArticle(article, pages, view, file),
      ...describeTrail(view.site, [...trailOfEdition(view), { name: title, path: `${path}/${file}` }]),
    ],
    citation: describeCitation(cited, view),
    related: listNeighbours(article, view),
    serial: linkSerial(article, view) ?? "",
    cite: showCitations(cited, words.lang),
    correction: showCorrection(article, cited, view),
  });
  return { path: `${path}/${file}`, content };
}
