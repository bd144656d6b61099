/** The sheet of one printed page, as the templates show it: the mirror with what stood at its edges. */
import type { Element } from "hast";
import { writeHtml } from "../../markdown/render-markdown.js";
import type { Page } from "../../model/page.js";
import type { EditionView } from "../edition-view.js";
import { pageLabel } from "../frame.js";
import type { Mirror } from "../mirror/compute-mirror.js";
import { gutter } from "../mirror/estimate-height.js";
import type { MeasuredPage } from "../mirror/measure-page.js";
import { directionOf } from "../words/index.js";
import type { PagePart } from "./gather-part.js";
import type { PageMirror } from "./mirror-page.js";
import { showEdge } from "./show-edges.js";
import { type MeasuredContent, showMeasured } from "./show-measured.js";
import { showMirror } from "./show-mirror.js";
import { sortFurniture } from "./sort-furniture.js";

/** Changes the elements of a sheet before they are written, for a sheet that faces another. */
export type ChangeSheet = (elements: readonly Element[]) => Element[];

/** What a template shows of it. */
export type SheetView = Readonly<Record<string, unknown>>;

function viewApproximate(
  page: Page,
  parts: readonly PagePart[],
  mirror: Mirror,
  { edges, first }: MeasuredContent,
  view: EditionView,
  change: ChangeSheet,
): SheetView {
  const edge = (which: "top" | "bottom") => {
    const shown = showEdge(which, edges, first, view);
    return shown === undefined ? "" : writeHtml(change([shown]));
  };
  const ems = mirror.columns * (mirror.measure + gutter);
  return {
    measured: false,
    paperStyle: `--ems:${ems.toFixed(1)};--tall:${(mirror.aspect * ems).toFixed(1)}`,
    mirror: writeHtml(change([showMirror(mirror, parts, page.language, view)])),
    topEdge: edge("top"),
    bottomEdge: edge("bottom"),
    adrift: "",
  };
}

/** Hundredths of the page's width. Type smaller or larger than that on a page is a fault of the file, not a page. */
const sizes = { least: 0.3, most: 5 };

function viewMeasured(
  page: Page,
  parts: readonly PagePart[],
  measured: MeasuredPage,
  content: MeasuredContent,
  view: EditionView,
  change: ChangeSheet,
): SheetView {
  const { place } = measured;
  const em = Math.min(sizes.most, Math.max(sizes.least, place.em * 100));
  const shown = showMeasured(page, parts, measured, content, view);
  return {
    measured: true,
    paperStyle: `--em:${em.toFixed(3)};--aspect:${place.aspect.toFixed(4)}`,
    mirror: writeHtml(change(shown.mirror)),
    // They stand inside the mirror, at their places.
    topEdge: "",
    bottomEdge: "",
    adrift: shown.adrift.length === 0 ? "" : writeHtml(change(shown.adrift)),
  };
}

/** @param first whether it is the edition's first page, where the newspaper's name is its own */
export function viewSheet(
  page: Page,
  { parts, makeUp }: PageMirror,
  first: boolean,
  view: EditionView,
  change: ChangeSheet = (elements) => [...elements],
): SheetView {
  const { assembly } = view.edition;
  const furniture = assembly.furniture.filter((each) => each.page === page.number);
  const leftovers = assembly.leftovers.filter((each) => each.page === page.number);
  const held = { edges: sortFurniture(furniture, page, view), leftovers, first };
  return {
    label: pageLabel(page, view.words),
    vertical: page.direction === "vertical",
    contentLang: page.language,
    contentDir: directionOf(page.language),
    empty: parts.length === 0,
    ...(makeUp.kind === "measured"
      ? viewMeasured(page, parts, makeUp.measured, held, view, change)
      : viewApproximate(page, parts, makeUp.mirror, held, view, change)),
  };
}
