/**
 * Printed text as hast, with a small mark where the page turned, also in mid-paragraph and mid-word. The mark holds no
 * text of its own, so that what is copied or searched is the story's text and nothing else.
 */
import type { Element } from "hast";
import { type Child, element } from "../../markdown/to-hast.js";
import { pageFile } from "../../model/address.js";
import type { Passage } from "../../model/unit.js";
import { countLetters, cutAtReadings, placeReadings } from "../../text/readings.js";
import type { EditionView } from "../edition-view.js";
import { otherLanguage } from "../frame.js";
import { fillWords } from "../words/index.js";
import { showReadings } from "./ruby.js";
import { splitByPage } from "./split-by-page.js";

/** Where page `page` begins in an article: leads to the article's region on that page. */
export function pageTurn(page: number, articleId: string, view: EditionView): Element {
  const label = fillWords(view.words.turn, { n: page });
  return element("a", {
    className: ["turn"],
    href: `${pageFile(page)}#${articleId}`,
    ...(otherLanguage(view.edition.info.language, view.words) === "" ? {} : { lang: view.words.lang }),
    ariaLabel: label,
    title: label,
    dataPage: fillWords(view.words.page, { n: page }),
  });
}

/** The passage's text with its page turns. `from` is the page that the text before it stands on. */
export function showPassage(passage: Passage, from: number, articleId: string, view: EditionView): Child[] {
  const children: Child[] = [];
  const readings = placeReadings(passage, view);
  let page = from;
  let letters = 0;
  for (const piece of splitByPage(passage, view.lines)) {
    if (piece.page !== page && piece.page !== 0) {
      if (page !== 0) children.push(pageTurn(piece.page, articleId, view));
      page = piece.page;
    }
    children.push(...showReadings(cutAtReadings(view.style(piece.text), letters, readings)));
    letters += countLetters(piece.text);
  }
  return children;
}

/** The page that a passage ends on; `otherwise` where it has no source line. */
export function lastPageOf(passage: Passage, view: EditionView, otherwise: number): number {
  return splitByPage(passage, view.lines).at(-1)?.page || otherwise;
}
