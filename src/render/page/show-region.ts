/**
 * One story's region on a page view: a link to the whole story in its headline, its text in columns as printed, its
 * jump lines live. Headless stories get a small line of their first words as link, marked as not printed.
 */
import type { Element } from "hast";
import { type Child, element } from "../../markdown/to-hast.js";
import { articleFile, pageFile } from "../../model/address.js";
import { describeJumpEnd, describePointer } from "../article/describe-jump.js";
import { showDateline, showLines } from "../article/show-head.js";
import type { EditionView } from "../edition-view.js";
import { fillWords } from "../words/index.js";
import type { FlowItem, PagePart } from "./gather-part.js";

/** How a story is set on this page, from the mirror. */
export interface RegionSetting {
  readonly columns: number;
  readonly headlineSize: number;
}

function showMark(item: FlowItem, part: PagePart, view: EditionView): Element {
  const text = view.style(item.text);
  const id = item.unit;
  if (item.jump) {
    const { href, note } = describeJumpEnd(item.jump.jump, item.jump.side, part.article, view);
    const className = ["jump", item.jump.side];
    if (href !== "") return element("p", { className, id }, element("a", { href, title: note }, text));
    return element(
      "p",
      { className: [...className, "loose"], id },
      text,
      " ",
      element("span", { className: ["note"] }, note),
    );
  }
  const pointer = item.mark ? describePointer(item.mark, view) : { href: "", note: "" };
  return element(
    "p",
    { className: ["pointer"], id },
    pointer.href === "" ? text : element("a", { href: pointer.href, title: pointer.note }, text),
  );
}

const markKinds = ["jump-line", "continuation-line", "pointer", "serial"];

function showItem(item: FlowItem, part: PagePart, view: EditionView): Element {
  if (markKinds.includes(item.kind) || item.jump || item.mark) return showMark(item, part, view);
  const text = view.style(item.text);
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
  const pages = [...new Set(part.article.parts.map((each) => each.page))];
  const at = pages.indexOf(part.page);
  const link = (page: number | undefined, wording: string): Child => {
    if (page === undefined) return undefined;
    const href = `${pageFile(page)}#${part.article.id}`;
    const marked = part.flow.some(
      ({ jump }) => jump && describeJumpEnd(jump.jump, jump.side, part.article, view).href === href,
    );
    return (
      !marked &&
      element("p", { className: ["jump", "added"] }, element("a", { href }, fillWords(wording, { n: page })))
    );
  };
  return [link(pages[at - 1], view.words.toBeginning), link(pages[at + 1], view.words.toContinuation)];
}

export function showRegion(
  part: PagePart,
  setting: RegionSetting,
  language: string,
  view: EditionView,
): Element {
  const { words } = view;
  const label =
    part.article.kind === "notice" ? words.notice : part.article.kind === "advert" ? words.advert : undefined;
  return element(
    "article",
    {
      className: ["region", part.article.kind],
      id: part.article.id,
      lang: language,
      style: `--columns:${setting.columns};--headline:${setting.headlineSize.toFixed(2)}`,
    },
    element(
      "header",
      {},
      label && element("p", { className: ["label"], lang: words.lang }, label),
      ...showHead(part, view),
    ),
    element(
      "div",
      { className: ["flow"] },
      ...part.flow.map((item) => showItem(item, part, view)),
      ...showUnmarkedParts(part, view),
    ),
    element(
      "p",
      { className: ["more"], lang: words.lang },
      element(
        "a",
        {
          href: articleFile(part.article.id),
          ariaLabel: `${words.wholeArticle}${words.colon}${view.titles.get(part.article.id) ?? ""}`,
        },
        words.wholeArticle,
      ),
    ),
  );
}
