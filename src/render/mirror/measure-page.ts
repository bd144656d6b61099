/**
 * The make-up of a page whose lines have boxes: where its type stands, the areas of its stories, and their order.
 * Measured, not reckoned: `compute-mirror.ts` is for pages that say nothing of it.
 */
import type { LineId } from "../../model/ids.js";
import type { Box, Page } from "../../model/page.js";
import { mergeAreas } from "./merge-areas.js";
import { orderByPlace } from "./order-by-place.js";
import { type PlacedLines, placeLines } from "./place-lines.js";

export interface MeasuredPage {
  readonly place: PlacedLines;
  /** For each story its rectangles in page widths, the one it begins in first; none where none of its lines has a box. */
  readonly areas: readonly (readonly Box[])[];
  /** Places in the list given. */
  readonly order: readonly number[];
}

export interface StoryLines {
  /** In reading order. */
  readonly lineIds: readonly LineId[];
  readonly minor: boolean;
}

/** `undefined` where the page has no coordinates to speak of. */
export function measurePage(page: Page, stories: readonly StoryLines[]): MeasuredPage | undefined {
  const place = placeLines(page);
  if (!place) return undefined;
  // A line that two stories share is an area of the first.
  const taken = new Set<LineId>();
  const boxes = stories.map(({ lineIds }) =>
    lineIds.flatMap((id) => {
      const line = taken.has(id) ? undefined : place.lines.get(id);
      taken.add(id);
      return line ? [line.box] : [];
    }),
  );
  const strangers = [...place.lines].flatMap(([id, { box }]) => (taken.has(id) ? [] : [box]));
  const areas = mergeAreas(boxes, strangers, place.em, place.aspect);
  const placed = stories.map(({ lineIds, minor }, at) => {
    const [area] = areas[at] ?? [];
    const type = Math.max(0, ...lineIds.map((id) => place.sizes.get(id) ?? 0)) / place.em;
    return { ...(area ? { area } : {}), type, minor };
  });
  return { place, areas, order: orderByPlace(placed, page.direction === "vertical") };
}
