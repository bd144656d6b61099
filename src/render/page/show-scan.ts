/**
 * The printed page as a picture, with its stories as links over it where the picture takes the boxes of the source. A
 * story that has no place on it is listed under it, so that every story can be reached. The picture is only named: what is
 * in it stays as it was scanned, by night too.
 */
import type { Element } from "hast";
import { writeHtml } from "../../markdown/render-markdown.js";
import { element } from "../../markdown/to-hast.js";
import { articleFile, scanFile } from "../../model/address.js";
import type { Box, Page } from "../../model/page.js";
import type { EditionView } from "../edition-view.js";
import { pageLabel } from "../frame.js";
import { directionOf, fillWords } from "../words/index.js";
import { describeViewer, levelsOf } from "./describe-viewer.js";
import type { PageMirror } from "./mirror-page.js";
import { number } from "./show-set-lines.js";
import { hasPageWords } from "./write-page-words.js";

const percent = (share: number): string => `${share < 0 ? "-" : ""}${number(Math.abs(share) * 100)}%`;

/** A box as shares of another. Only numbers reach the style attribute: boxes come from files. */
const within = (box: Box, outer: Box): string =>
  [
    `left:${percent((box.x - outer.x) / outer.width)}`,
    `top:${percent((box.y - outer.y) / outer.height)}`,
    `width:${percent(box.width / outer.width)}`,
    `height:${percent(box.height / outer.height)}`,
  ].join(";");

/** A story's rectangles: the first is the link itself, so that the page scrolls there when it takes the focus. */
function showZone(href: string, title: string, areas: readonly [Box, ...Box[]], whole: Box): Element {
  const [own, ...others] = areas;
  return element(
    "a",
    { className: ["zone"], href, title, style: within(own, whole) },
    element("span", { className: ["unseen"] }, title),
    ...others.map((area) => element("span", { className: ["zone"], style: within(area, own) })),
  );
}

const hasArea = (areas: readonly Box[]): areas is readonly [Box, ...Box[]] => areas.length > 0;

/**
 * What the template shows of it; empty where the page has no picture.
 * @param shownWidth how wide it is shown, as the `sizes` of an image
 */
export function showScan(
  page: Page,
  { parts, makeUp, order }: PageMirror,
  view: EditionView,
  neighbours: { readonly previous: Page | undefined; readonly next: Page | undefined },
  shownWidth = "(min-width: 82.5rem) 80rem, calc(100vw - 2.5rem)",
): Readonly<Record<string, unknown>> | "" {
  const { scan } = page;
  if (!scan) return "";
  const { words } = view;
  const measured = makeUp.kind === "measured" && scan.takesBoxes ? makeUp.measured : undefined;
  const whole: Box = { x: 0, y: 0, width: 1, height: measured?.place.aspect ?? 1 };
  const zones: Element[] = [];
  const listed: Element[] = [];
  for (const index of order) {
    const article = parts[index]?.article;
    if (!article) continue;
    const href = articleFile(article.id);
    const title = view.titles.get(article.id) ?? "";
    const areas = measured?.areas[index] ?? [];
    if (hasArea(areas)) zones.push(showZone(href, title, areas, whole));
    else listed.push(element("li", {}, element("a", { href }, title)));
  }
  const file = scanFile(page.number, scan.kind);
  const size = levelsOf(page.number, scan).at(-1) ?? scan;
  const reading = scan.sizes?.reading ?? [];
  return {
    src: reading.at(-1)?.file ?? file,
    srcset: reading.length > 1 ? reading.map((each) => `${each.file} ${each.width}w`).join(", ") : "",
    shownWidth,
    page: pageLabel(page, words),
    contentLang: page.language,
    contentDir: directionOf(page.language),
    whole: file,
    viewer: describeViewer(page, scan, neighbours, hasPageWords(page), view),
    alt: fillWords(words.scanOf, { page: pageLabel(page, words) }),
    width: size.width,
    height: size.height,
    takesBoxes: measured !== undefined,
    style: `--pixels:${size.width};--shape:${number(size.height / size.width)}`,
    zones: zones.length > 0 ? writeHtml(zones) : "",
    listed: listed.length > 0 ? writeHtml(listed) : "",
    note: zones.length > 0 ? words.scanMarked : words.scanPlain,
  };
}
