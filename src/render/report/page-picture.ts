/**
 * A page at a glance as SVG: the page's areas, true where the source has coordinates, in a colour per article, each with a number that the legend repeats, so
 * that nothing is told by colour alone. Colours come from the style sheet (`tone-0` …), since they differ by night.
 */
import type { Element } from "hast";
import { element } from "../../markdown/to-hast.js";
import { articleFile, pageFile } from "../../model/address.js";
import type { Box, Page } from "../../model/page.js";
import type { EditionView } from "../edition-view.js";
import type { MakeUp, PageMirror } from "../page/mirror-page.js";

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

interface Shape {
  /** Height by width. */
  readonly aspect: number;
  /** For each story of the page its boxes, fractions of the page. */
  readonly stories: readonly { readonly part: number; readonly boxes: readonly Box[] }[];
}

/** On a vertical page an approximate reckoning stands on its side: what runs down runs from the right. */
const onItsSide = ({ x, y, width, height }: Box): Box => ({
  x: 1 - y - height,
  y: x,
  width: height,
  height: width,
});

function shapeOf(makeUp: MakeUp, vertical: boolean): Shape {
  if (makeUp.kind === "measured") {
    const { areas, place } = makeUp.measured;
    const share = (box: Box): Box => ({ ...box, y: box.y / place.aspect, height: box.height / place.aspect });
    return { aspect: place.aspect, stories: areas.map((boxes, part) => ({ part, boxes: boxes.map(share) })) };
  }
  const { aspect, regions } = makeUp.mirror;
  return {
    aspect: vertical ? 1 / aspect : aspect,
    stories: regions.map(({ part, box }) => ({ part, boxes: [vertical ? onItsSide(box) : box] })),
  };
}

const areaOf = ({ width, height }: Box): number => width * height;

export function drawPage(
  page: Page,
  { parts, makeUp }: PageMirror,
  label: string,
  view: EditionView,
): Element {
  const { aspect, stories } = shapeOf(makeUp, page.direction === "vertical");
  const height = Math.round(pictureWidth * Math.min(2.2, Math.max(0.5, aspect)));
  const number = (value: number): string => value.toFixed(1);
  const boxes = stories.map((story) => {
    const part = parts[story.part];
    const [first, ...others] = story.boxes;
    if (!part || !first) return undefined;
    const largest = others.reduce((most, box) => (areaOf(box) > areaOf(most) ? box : most), first);
    const place = view.places.get(part.article.id) ?? 0;
    return element(
      "a",
      { href: articleFile(part.article.id) },
      element("title", {}, view.titles.get(part.article.id) ?? ""),
      ...story.boxes.map((box) =>
        element("rect", {
          className: [`tone-${place % toneCount}`],
          x: number(box.x * pictureWidth + 1.5),
          y: number(box.y * height + 1.5),
          width: number(Math.max(1, box.width * pictureWidth - 3)),
          height: number(Math.max(1, box.height * height - 3)),
        }),
      ),
      element(
        "text",
        {
          x: number(largest.x * pictureWidth + (largest.width * pictureWidth) / 2),
          y: number(largest.y * height + (largest.height * height) / 2),
          textAnchor: "middle",
          dominantBaseline: "central",
        },
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
      className: ["outline"],
      x: "0.5",
      y: "0.5",
      width: String(pictureWidth - 1),
      height: String(height - 1),
    }),
    ...boxes,
    strip,
  );
}
