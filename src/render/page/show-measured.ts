/**
 * A measured page: furniture, stories, rules and pictures at their printed places, and under the page what was printed
 * without one, so that no word is missing: lines the source gave no box, and the ways on that no printed mark shows.
 */
import type { Element } from "hast";
import { type Child, element } from "../../markdown/to-hast.js";
import { articleFile } from "../../model/address.js";
import type { Furniture, Leftover } from "../../model/article.js";
import type { Page } from "../../model/page.js";
import type { EditionView } from "../edition-view.js";
import { interfacePart } from "../interface-part.js";
import type { MeasuredPage } from "../mirror/measure-page.js";
import { type SetLine, setText } from "../mirror/set-text.js";
import { reasonText } from "../report/word-findings.js";
import { findUnmarkedParts } from "./find-unmarked-parts.js";
import type { PagePart } from "./gather-part.js";
import { type SetPart, setPart } from "./set-part.js";
import { showEdge } from "./show-edges.js";
import { showMeasuredRegion } from "./show-measured-region.js";
import { placeStyle, showSetLines } from "./show-set-lines.js";
import type { PageEdges } from "./sort-furniture.js";

export interface MeasuredContent {
  readonly edges: PageEdges;
  readonly leftovers: readonly Leftover[];
  /** Whether the nameplate is the newspaper's own, on its first page. */
  readonly first: boolean;
}

export interface ShownMeasured {
  readonly mirror: readonly Element[];
  /** What has no place, for under the page. */
  readonly adrift: readonly Element[];
}

/** What of a story is shown under the page on wide screens, as links to it. */
function showAdrift({ part, head, flow }: SetPart, placed: boolean, view: EditionView): Element[] {
  const texts = [
    ...head.flatMap(({ line, set }) => (set.length === 0 || !placed ? [line.text] : [])),
    ...flow.flatMap(({ item, set }) => (set.length === 0 || !placed ? [item.text] : [])),
  ];
  const link = (href: string, words: string): Element => element("p", {}, element("a", { href }, words));
  const title = view.titles.get(part.article.id) ?? "";
  return [
    ...texts.map((text) => link(articleFile(part.article.id), view.style(text))),
    ...findUnmarkedParts(part, view).map(({ href, wording }) =>
      element(
        "p",
        {},
        element(
          "a",
          { href },
          `${title}${view.words.colon}`,
          element("span", interfacePart(view.words), wording),
        ),
      ),
    ),
  ];
}

export function showMeasured(
  page: Page,
  parts: readonly PagePart[],
  { place, areas, order }: MeasuredPage,
  { edges, leftovers, first }: MeasuredContent,
  view: EditionView,
): ShownMeasured {
  const setUnit = ({ passage }: Pick<Furniture, "passage">, display = false): SetLine[] =>
    setText(
      { page: page.number, text: passage.text, printed: passage, display },
      place,
      view.lines,
      view.style,
    );
  const all = [...edges.nameplate, ...edges.top, ...edges.bottom];
  const setFurniture = new Map(
    all.map((each) => [each.unit, setUnit(each, edges.nameplate.includes(each))] as const),
  );
  const showFurniture = (each: Furniture): Child[] => {
    const lines = setFurniture.get(each.unit) ?? [];
    return lines.length > 0
      ? showSetLines(lines, view)
      : [element("span", { className: ["adrift"] }, view.style(each.passage.text))];
  };
  const edge = (which: "top" | "bottom"): Element[] => {
    const shown = showEdge(which, edges, first, view, showFurniture);
    return shown ? [shown] : [];
  };
  const stories = order.flatMap((at) => {
    const part = parts[at];
    return part ? [{ set: setPart(part, place, view), areas: areas[at] ?? [] }] : [];
  });
  const scraps = leftovers.flatMap((each): Element[] => {
    const lines = setUnit(each);
    return lines.length === 0
      ? []
      : [
          element(
            "a",
            {
              className: ["scrap"],
              href: `#${each.unit}`,
              title: reasonText(each.reason, view.words),
            },
            ...showSetLines(lines, view),
          ),
        ];
  });
  return {
    mirror: [
      ...edge("top"),
      ...stories.map((each) => showMeasuredRegion(each.set, each.areas, place.em, page.language, view)),
      ...scraps,
      ...edge("bottom"),
      ...place.pictures.map((box) => element("div", { className: ["picture"], style: placeStyle(box) })),
      ...place.rules.map((box) => element("div", { className: ["rule"], style: placeStyle(box) })),
    ],
    adrift: [
      ...stories.flatMap((each) => showAdrift(each.set, each.areas.length > 0, view)),
      ...all.flatMap((each) =>
        setFurniture.get(each.unit)?.length === 0 ? [element("p", {}, view.style(each.passage.text))] : [],
      ),
    ],
  };
}
