/**
 * One story's region on a page view: a link to the whole story in its headline, its text in columns as printed, its
 * jump lines live. Headless stories get a small line of their first words as link, marked as not printed.
 */
import type { Element } from "hast";
import { type Child, element } from "../../markdown/to-hast.js";
import { articleFile, pageFile } from "../../model/address.js";
import { showDateline, showLines } from "../article/show-head.js";
import type { EditionView } from "../edition-view.js";
import { interfacePart } from "../interface-part.js";
import { fillWords } from "../words/index.js";
import { findUnmarkedParts } from "./find-unmarked-parts.js";
import type { FlowItem, PagePart } from "./gather-part.js";
import { isMark, showMark } from "./show-mark.js";

/** How a story is set on this page, from the mirror. */
export interface RegionSetting {
  readonly columns: number;
  readonly headlineSize: number;
}

function showItem(item: FlowItem, part: PagePart, view: EditionView): Element {
  const text = view.style(item.text);
  if (isMark(item)) return showMark(item, [text], part, view);
  if (item.kind === "subhead") return element("h3", { className: ["subhead"], id: item.unit }, text);
  const kind = item.kind === "paragraph" ? [] : [item.kind];
  return element(
    "p",
    { className: item.resumed ? [...kind, "resumed"] : kind, id: item.unit },
    ...showDateline(item.dateline === "" ? [] : [item.dateline], view),
    text,
  );
}

function showHead(part: PagePart, view: EditionView): Child[] {
  const linesOf = (kind: PagePart["head"][number]["kind"]): string[] =>
    part.head.filter((line) => line.kind === kind).map((line) => view.style(line.text));
  const field = (kind: "kicker" | "deck"): Child => {
    const lines = linesOf(kind);
    return lines.length > 0 && element("p", { className: [kind] }, ...showLines(lines));
  };
  const headline = linesOf("headline");
  const jumpHead = linesOf("jump-head");
  const href = articleFile(part.article.id);
  const main = headline.length > 0 ? headline : jumpHead;
  const title =
    main.length > 0
      ? element("h2", { className: ["headline"] }, element("a", { href }, ...showLines(main)))
      : element(
          "h2",
          { className: ["headline", "headless"] },
          element("a", { href }, view.titles.get(part.article.id) ?? ""),
        );
  const second =
    headline.length > 0 &&
    jumpHead.length > 0 &&
    element("p", { className: ["deck"] }, ...showLines(jumpHead));
  return [field("kicker"), title, second, field("deck")];
}

/** Links to the parts before and after on other pages that no printed mark on this page leads to. */
function showUnmarkedParts(part: PagePart, view: EditionView): Child[] {
  return findUnmarkedParts(part, view).map(({ href, wording }) =>
    element(
      "p",
      { className: ["jump", "added"], ...interfacePart(view.words) },
      element("a", { href }, wording),
    ),
  );
}

/**
 * The ways from a story's part on a page: to the whole story, for small screens, where a region holds its beginning only,
 * and, while the story is lit, to its parts on other pages, where they are lit in turn.
 */
export function showWays(part: PagePart, view: EditionView): Element {
  const { words } = view;
  const pages = [...new Set(part.article.parts.map(({ page }) => page))].sort((a, b) => a - b);
  const elsewhere = pages.filter((page) => page !== part.page);
  return element(
    "p",
    { className: ["ways"], ...interfacePart(words) },
    element(
      "a",
      {
        href: articleFile(part.article.id),
        ariaLabel: `${words.wholeArticle}${words.colon}${view.titles.get(part.article.id) ?? ""}`,
      },
      words.wholeArticle,
    ),
    ...elsewhere.flatMap((page): Child[] => [
      " ",
      element(
        "a",
        { className: ["elsewhere"], href: `${pageFile(page)}#${part.article.id}` },
        fillWords(page < part.page ? words.toBeginning : words.toContinuation, { n: page }),
      ),
    ]),
  );
}

/** Says that a region is no story. */
export function showLabel(part: PagePart, view: EditionView): Element | undefined {
  const { words } = view;
  const { kind } = part.article;
  const label = kind === "notice" ? words.notice : kind === "advert" ? words.advert : undefined;
  return label === undefined
    ? undefined
    : element("p", { className: ["label"], ...interfacePart(words) }, label);
}

export function showRegion(
  part: PagePart,
  setting: RegionSetting,
  language: string,
  view: EditionView,
): Element {
  return element(
    "article",
    {
      className: ["region", part.article.kind],
      id: part.article.id,
      lang: language,
      style: `--columns:${setting.columns};--headline:${setting.headlineSize.toFixed(2)}`,
    },
    element("header", {}, showLabel(part, view), ...showHead(part, view)),
    element(
      "div",
      { className: ["flow"] },
      ...part.flow.map((item) => showItem(item, part, view)),
      ...showUnmarkedParts(part, view),
    ),
    showWays(part, view),
  );
}
