/**
 * The size of a page in the file's unit: what the Page says; else as far as its print space and margins reach; else as
 * far as its boxes do, which cuts off the white edge but keeps every proportion. Undefined where nothing has a size.
 */
import { isMeasure, type PageMeasure } from "../place-box.js";
import type { RawBox, RawPage } from "./raw-page.js";

function reachOf(boxes: Iterable<RawBox>): PageMeasure {
  let [width, height] = [0, 0];
  for (const box of boxes) {
    const reach = { width: box.x + box.width, height: box.y + box.height };
    if (box.x < 0 || box.y < 0 || box.width < 0 || box.height < 0 || !isMeasure(reach)) continue;
    width = Math.max(width, reach.width);
    height = Math.max(height, reach.height);
  }
  return { width, height };
}

function* boxesOf(page: RawPage): Iterable<RawBox> {
  yield* page.pictures;
  yield* page.rules;
  for (const block of page.blocks) {
    if (block.box) yield block.box;
    for (const line of block.lines) {
      if (line.box) yield line.box;
      for (const piece of line.pieces) if (piece.box) yield piece.box;
    }
  }
}

export function measureOf(page: RawPage): PageMeasure | undefined {
  if (isMeasure(page.size)) return page.size;
  return [page.frames, boxesOf(page)].map(reachOf).find(isMeasure);
}
