/**
 * A page at a glance as SVG: the mirror's boxes in a colour per article, each with a number that the legend repeats, so
 * that nothing is told by colour alone. Colours come from the style sheet (`tone-0` …), since they differ by night.
 */
import type { Element } from "hast";
import { element } from "../../markdown/to-hast.js";
import { articleFile, pageFile } from "../../model/address.js";
import type { Page } from "../../model/page.js";
import type { EditionView } from "../edition-view.js";
import type { PageMirror } from "../page/mirror-page.js";

export const toneCount = 8;
/** Units of the drawing; only proportions matter. */
const pictureWidth = 300;
const stripHeight = 24;

/** A dashed strip under the page that counts what could not be placed. */
function drawLeftovers(page: Page, height: number, view: EditionView): Element | undefined {
  const count = view.edition.assembly.leftovers.filter((each) => each.page === page.number).length;
  if (count === 0) return undefined;
  return element(
    "a",
    { href: `${pageFile(page.number)}#unplaced` },
    element("title", {}, view.words.unplaced),
    element("rect", {
      className: ["leftover"],
      x: "1.5",
      y: String(height + 4),
      width: String(pictureWidth - 3),
      height: String(stripHeight - 6),
    }),
    element(
      "text",
      {
        x: String(pictureWidth / 2),
        y: String(height + 1 + stripHeight / 2),
        textAnchor: "middle",
        dominantBaseline: "central",
      },
      `${view.words.unplaced} ${count}`,
    ),
  );
}

export function drawPage(
  page: Page,
  { parts, mirror }: PageMirror,
  label: string,
  view: EditionView,
): Element {
  const vertical = page.direction === "vertical";
  // On a vertical page the reckoning stands on its side: what runs down runs from the right.
  const aspect = vertical ? 1 / mirror.aspect : mirror.aspect;
  const height = Math.round(pictureWidth * Math.min(2.2, Math.max(0.5, aspect)));
  const number = (value: number): string => value.toFixed(1);
  const boxes = mirror.regions.map((region) => {
    const part = parts[region.part];
    if (!part) return undefined;
    const box = vertical
      ? {
          x: 1 - region.box.y - region.box.height,
          y: region.box.x,
          width: region.box.height,
          height: region.box.width,
        }
      : region.box;
    const place = view.places.get(part.article.id) ?? 0;
    const [x, y, w, h] = [
      box.x * pictureWidth,
      box.y * height,
      box.width * pictureWidth,
      box.height * height,
    ];
    return element(
      "a",
      { href: articleFile(part.article.id) },
      element("title", {}, view.titles.get(part.article.id) ?? ""),
      element("rect", {
        className: [`tone-${place % toneCount}`],
        x: number(x + 1.5),
        y: number(y + 1.5),
        width: number(Math.max(1, w - 3)),
        height: number(Math.max(1, h - 3)),
      }),
      element(
        "text",
        { x: number(x + w / 2), y: number(y + h / 2), textAnchor: "middle", dominantBaseline: "central" },
        String(place + 1),
      ),
    );
  });
  const strip = drawLeftovers(page, height, view);
  return element(
    "svg",
    {
      viewBox: `0 0 ${pictureWidth} ${height + (strip ? stripHeight : 0)}`,
      role: "group",
      ariaLabel: label,
      className: ["page-picture"],
    },
    element("rect", {
      className: ["paper"],
      x: "0.5",
      y: "0.5",
      width: String(pictureWidth - 1),
      height: String(height - 1),
    }),
    ...boxes,
    strip,
  );
}
