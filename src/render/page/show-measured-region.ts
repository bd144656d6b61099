/**
 * One story on a measured page. The same headings, links and paragraphs as on an approximate one, but each printed line
 * is set at its own place; under them lie the story's rectangles, which show it whole when it is pointed at. The
 * headline is the link to the whole story; a story without one is entered by its first line, so nothing is added to
 * what was printed.
 */
import type { Element } from "hast";
import { type Child, element } from "../../markdown/to-hast.js";
import { articleFile } from "../../model/address.js";
import type { Box } from "../../model/page.js";
import { showDateline } from "../article/show-head.js";
import type { EditionView } from "../edition-view.js";
import type { SetItem, SetPart } from "./set-part.js";
import { isMark, showMark } from "./show-mark.js";
import { showLabel, showWays } from "./show-region.js";
import { number, placeStyle, showSetLines } from "./show-set-lines.js";

const noPlace: Box = { x: 0, y: 0, width: 0, height: 0 };

function showHead({ part, head }: SetPart, view: EditionView): Child[] {
  const linesOf = (kinds: readonly string[]): Child[] =>
    head
      .filter(({ line }) => kinds.includes(line.kind))
      .flatMap(({ line, set }, at): Child[] => [
        at > 0 && " ",
        ...(set.length > 0
          ? [element("span", { className: ["line"] }, ...showSetLines(set, view))]
          : [element("span", { className: ["line", "adrift"] }, view.style(line.text))]),
      ]);
  const field = (kind: string, className = kind): Child => {
    const lines = linesOf([kind]);
    return lines.length > 0 && element("p", { className: [className] }, ...lines);
  };
  const href = articleFile(part.article.id);
  const headline = linesOf(["headline"]);
  const main = headline.length > 0 ? headline : linesOf(["jump-head"]);
  const title =
    main.length > 0
      ? element("h2", { className: ["headline"] }, element("a", { href }, ...main))
      : element(
          "h2",
          { className: ["headline", "headless"] },
          element("a", { href }, view.titles.get(part.article.id) ?? ""),
        );
  return [field("kicker"), title, headline.length > 0 && field("jump-head", "deck"), field("deck")];
}

const headlineSize = ({ head }: SetPart): number =>
  Math.max(
    0,
    ...head.filter(({ line }) => line.kind === "headline").flatMap(({ set }) => set.map(({ size }) => size)),
  );

/** Whether the printed headline leads to the story: one that only an editor wrote has no place on the page. */
const hasPlacedHeadline = ({ head }: SetPart): boolean =>
  head.some(({ line, set }) => (line.kind === "headline" || line.kind === "jump-head") && set.length > 0);

function showItem(each: SetItem, entry: string, set: SetPart, view: EditionView): Element {
  const { item } = each;
  const lines = showSetLines(each.set, view);
  const [first, ...rest] = lines;
  const entered =
    entry !== "" && first ? [element("a", { href: entry, className: ["entry"] }, first), ...rest] : lines;
  const content: readonly Child[] =
    lines.length > 0 ? entered : [element("span", { className: ["adrift"] }, view.style(item.text))];
  if (isMark(item)) return showMark(item, content, set.part, view);
  if (item.kind === "subhead") return element("h3", { className: ["subhead"], id: item.unit }, ...content);
  const kind = item.kind === "paragraph" ? [] : [item.kind];
  const dateline: Child[] =
    each.dateline.length > 0
      ? [element("span", { className: ["dateline"] }, ...showSetLines(each.dateline, view)), " "]
      : showDateline(item.dateline === "" ? [] : [item.dateline], view);
  return element(
    "p",
    { className: item.resumed ? [...kind, "resumed"] : kind, id: item.unit },
    ...dateline,
    ...content,
  );
}

/** @param em of the page's body type, in page widths */
export function showMeasuredRegion(
  set: SetPart,
  areas: readonly Box[],
  em: number,
  language: string,
  view: EditionView,
): Element {
  const { part } = set;
  const [own = noPlace] = areas;
  // The first item of text that is no mark leads to the story where no printed headline does.
  const entrance = hasPlacedHeadline(set)
    ? undefined
    : set.flow.find((each) => each.set.length > 0 && !isMark(each.item));
  const entry = articleFile(part.article.id);
  return element(
    "article",
    {
      className: ["region", part.article.kind, ...(areas.length === 0 ? ["adrift"] : [])],
      id: part.article.id,
      lang: language,
      // On a small screen, which has no places, only how large its headline is counts.
      style: `${placeStyle(own).replaceAll("--", "--own-")};--headline:${number(headlineSize(set) / em)}`,
    },
    ...areas.map((area) => element("div", { className: ["area"], style: placeStyle(area) })),
    element("header", {}, showLabel(part, view), ...showHead(set, view)),
    element(
      "div",
      { className: ["flow"] },
      ...set.flow.map((each) => showItem(each, each === entrance ? entry : "", set, view)),
    ),
    showWays(part, view),
  );
}
