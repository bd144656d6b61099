/**
 * One printed page as a chapter: the stories that begin on it, whole, in the order of the page, and links to those that
 * go on here from another page. The page's own beginning is marked, so that a reader of the book finds the printed page 3.
 * Left out, with the page's furniture, is text that belongs to no story; the page view and edition.json have it.
 */
import type { Element, ElementContent } from "hast";
import { parseMarkdown } from "../../markdown/render-markdown.js";
import { type Child, element } from "../../markdown/to-hast.js";
import type { EditionInfo } from "../../model/edition.js";
import type { Page } from "../../model/page.js";
import type { EditionNames } from "../../model/site.js";
import { datelineGap, type ReadText, type Story } from "../reading/tell-story.js";
import { tameMarkup } from "./tame-markup.js";
import { writeDocument } from "./write-xhtml.js";

export const chapterFile = (page: number): string => `p${page}.xhtml`;
/** Where the printed page begins in its chapter. */
export const pageMark = "page";

/** What the chapters of an edition are made of. */
export interface BookEdition {
  readonly info: EditionInfo;
  readonly names: EditionNames;
  /** In the order of the site. */
  readonly stories: readonly Story[];
}

/** Readings as books have them: its reader's machine knows what to do with them. */
const showRead = (pieces: ReadText): Child[] =>
  pieces.map(({ text, reading }) =>
    reading ? element("ruby", {}, text, element("rt", {}, reading.text)) : text,
  );

const lines = (texts: readonly ReadText[]): Child[] =>
  texts.flatMap((text, index): Child[] => [index > 0 && element("br", {}), ...showRead(text)]);

function showHead(tag: string, name: string, texts: readonly ReadText[]): Child {
  return texts.length > 0 && element(tag, { className: [name] }, ...lines(texts));
}

function showBody(story: Story, language: string): ElementContent[] {
  if (story.markdown !== undefined) return tameMarkup(parseMarkdown(story.markdown));
  const first = story.body.findIndex(({ kind }) => kind === "paragraph");
  const dateline = story.head.dateline.join(" ").trim();
  return story.body.map(({ kind, read }, index) => {
    if (kind === "subhead") return element("h3", {}, ...showRead(read));
    const opening: Child[] =
      index === first && dateline !== ""
        ? [element("span", { className: ["dateline"] }, dateline), datelineGap(language)]
        : [];
    return element("p", { className: kind === "paragraph" ? [] : [kind] }, ...opening, ...showRead(read));
  });
}

function showStory(story: Story, { info, names }: BookEdition): Element {
  const { readHead: head } = story;
  const headline = head.headline.length > 0 ? head.headline : [[{ text: story.title }]];
  const runsIn = story.markdown === undefined && story.body.some(({ kind }) => kind === "paragraph");
  const mark = (text: string): Element => element("p", { className: ["mark"] }, text);
  const pages = story.pages.flatMap((page, index): Child[] => [
    index > 0 && " · ",
    element("a", { href: `${chapterFile(page)}#${pageMark}` }, names.pageLabels.get(page) ?? String(page)),
  ]);
  return element(
    "article",
    { id: story.id, className: [story.kind] },
    showHead("p", "kicker", head.kicker),
    element("h2", {}, ...lines(headline)),
    showHead("p", "deck", head.deck),
    showHead("p", "byline", head.byline),
    ...story.marksBefore.map(mark),
    !runsIn && showHead("p", "dateline", head.dateline),
    ...showBody(story, info.language),
    showHead("p", "credit", head.credit),
    ...story.marksAfter.map(mark),
    story.pages.length > 1 &&
      element(
        "p",
        { className: ["stood-on"], lang: names.lang, xmlLang: names.lang },
        `${names.printedOn} `,
        ...pages,
      ),
  );
}

/** Stories that stand on a page and begin on another. */
function showContinued(page: number, { stories, names }: BookEdition): Child {
  const continued = stories.filter(({ pages }) => pages[0] !== page && pages.includes(page));
  if (continued.length === 0) return undefined;
  return element(
    "section",
    { className: ["continued"] },
    element("h2", { lang: names.lang, xmlLang: names.lang }, names.alsoPrinted),
    element(
      "ul",
      {},
      ...continued.map(({ id, title, pages }) =>
        element("li", {}, element("a", { href: `${chapterFile(pages[0] ?? page)}#${id}` }, title)),
      ),
    ),
  );
}

export function writeChapter(page: Page, edition: BookEdition): string {
  const { info, names, stories } = edition;
  const label = names.pageLabels.get(page.number) ?? String(page.number);
  const begin = stories.filter(({ pages }) => pages[0] === page.number);
  const spoken = page.folio ?? String(page.number);
  const mark = { id: pageMark, epubType: "pagebreak", role: "doc-pagebreak", ariaLabel: spoken };
  const own = page.language === info.language ? {} : { lang: page.language, xmlLang: page.language };
  const body = element(
    "body",
    { className: [page.direction] },
    element("div", mark),
    element(
      "section",
      { epubType: "chapter", role: "doc-chapter", ariaLabelledBy: ["name"] },
      element("h1", { id: "name", lang: names.lang, xmlLang: names.lang }, label),
      element(
        "div",
        own,
        ...begin.map((story) => showStory(story, edition)),
        showContinued(page.number, edition),
      ),
    ),
  );
  const head = { lang: info.language, dir: names.dir, stylesheet: "../book.css" };
  return writeDocument({ ...head, title: `${label} · ${info.newspaper.title}, ${names.dateLabel}` }, body);
}
