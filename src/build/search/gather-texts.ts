/**
 * What readers may search of an edition: the head, the paragraphs and the printed forms of each article, as its page
 * shows them, and what is left over on each page. Furniture (folios, nameplate, imprint) and jump lines are left out:
 * they stand in every edition and say nothing of its stories.
 */

import { readBody } from "../../markdown/read-article.js";
import { articleFile, pageFile } from "../../model/address.js";
import type { Article } from "../../model/article.js";
import type { ReviewedEdition } from "../../model/edition.js";
import type { LineId } from "../../model/ids.js";
import { type Line, linesOf } from "../../model/page.js";
import type { SearchedEdition, SearchedParagraph, SearchedText } from "../../model/search.js";
import { titleOf } from "../../model/title-of.js";
import type { Passage } from "../../model/unit.js";
import { headText } from "../../publish/edition-json.js";
import { makeAnchors } from "../../render/article/show-body.js";
import { wordsFor } from "../../render/words/index.js";
import { printedText } from "./printed-text.js";

interface Print {
  readonly lines: ReadonlyMap<LineId, Line>;
  readonly language: string;
}

const heads = ["kicker", "headline", "deck", "byline"] as const;

const plain = (text: string, anchor = ""): SearchedParagraph[] =>
  text.trim() === "" ? [] : [{ anchor, text: text.split("\n").join(" ").trim() }];

function printedForms(
  passages: readonly Passage[],
  anchor: string,
  { lines, language }: Print,
): SearchedParagraph[] {
  return passages.flatMap((passage) => {
    const text = printedText(passage, lines, language);
    return text === undefined ? [] : [{ anchor, text, printed: true }];
  });
}

/** Words that an editor wrote, and the printed ones that they stand for. */
function handWritten(article: Article, markdown: string): SearchedParagraph[] {
  const written = readBody(markdown).map(({ text }) => text);
  const kept = new Set(written);
  const printed = article.body.map(({ passage }) => passage.text).filter((text) => !kept.has(text));
  return [
    ...written.flatMap((text) => plain(text)),
    ...printed.map((text) => ({ anchor: "", text, printed: true })),
  ];
}

function bodyOf(article: Article, print: Print): SearchedParagraph[] {
  const anchorFor = makeAnchors();
  const first = article.body.find((part) => part.kind === "paragraph");
  // The dateline runs in with the first paragraph.
  const dateline = headText(article, "dateline").split("\n").join(" ").trim();
  return article.body.flatMap((part) => {
    const anchor = anchorFor(part.passage.text);
    const text = part === first && dateline !== "" ? `${dateline} ${part.passage.text}` : part.passage.text;
    return [...plain(text, anchor), ...printedForms([part.passage], anchor, print)];
  });
}

function gatherArticle(article: Article, untitled: string, print: Print): SearchedText {
  const byHand = article.handEdited;
  const head = heads.flatMap((field) => [
    ...plain(headText(article, field)),
    ...(byHand?.[field] === undefined
      ? printedForms(article[field], "", print)
      : article[field].map(({ text }) => ({ anchor: "", text, printed: true }))),
  ]);
  const hasParagraph = byHand === undefined && article.body.some(({ kind }) => kind === "paragraph");
  const repeated = article.jumps.flatMap(({ jumpHead }) => jumpHead.map(({ text }) => text).join(" "));
  return {
    file: articleFile(article.id),
    title: titleOf(article, untitled),
    kind: article.kind,
    pages: [...new Set(article.parts.map(({ page }) => page))].sort((a, b) => a - b),
    paragraphs: [
      ...head,
      ...(hasParagraph ? [] : plain(headText(article, "dateline"))),
      ...(byHand === undefined ? bodyOf(article, print) : handWritten(article, byHand.markdown)),
      ...plain(headText(article, "credit")),
      ...article.marks.flatMap(({ passage }) => plain(passage.text)),
      ...repeated.filter((text) => text.trim() !== "").map((text) => ({ anchor: "", text, printed: true })),
    ],
  };
}

/** In the edition's own order; leftovers last, a text for each page that has any. */
export function gatherTexts({ info, pages, assembly }: ReviewedEdition): SearchedEdition {
  const { untitled, unplaced } = wordsFor(info.interface ?? info.language);
  const print: Print = {
    lines: new Map(pages.flatMap((page) => linesOf(page).map((line) => [line.id, line] as const))),
    language: info.language,
  };
  const leftovers = [...pages]
    .sort((a, b) => a.number - b.number)
    .map(({ number }): SearchedText => {
      const here = assembly.leftovers.filter(({ page }) => page === number);
      return {
        file: pageFile(number),
        title: unplaced,
        kind: "leftover",
        pages: [number],
        paragraphs: here.flatMap(({ unit, passage }) => [
          ...plain(passage.text, unit),
          ...printedForms([passage], unit, print),
        ]),
      };
    })
    .filter(({ paragraphs }) => paragraphs.length > 0);
  return {
    path: info.path,
    texts: [...assembly.articles.map((article) => gatherArticle(article, untitled, print)), ...leftovers],
  };
}
