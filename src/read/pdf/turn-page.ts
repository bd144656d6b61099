/**
 * A page that was put into the file sideways, all its text reading up or down an edge, is turned upright: its lines
 * run across the page that a reader holds. Vertical Chinese is not sideways; its glyphs stand upright.
 */

import type { PdfPage, PdfRectangle } from "../../model/pdf-content.js";
import { snapAngle, toFrame } from "./frames.js";

/** Share of the page's glyphs that must read the same way. */
const leastShare = 0.8;

function sidewaysAngle(page: PdfPage): number {
  const counts = new Map<number, number>();
  let all = 0;
  for (const { angle, glyphs } of page.runs) {
    const snapped = snapAngle(angle);
    counts.set(snapped, (counts.get(snapped) ?? 0) + glyphs.length);
    all += glyphs.length;
  }
  const found = [90, 180, 270].find((angle) => (counts.get(angle) ?? 0) >= leastShare * all);
  return all > 0 && found !== undefined ? found : 0;
}

export function turnPage(page: PdfPage): PdfPage {
  const angle = sidewaysAngle(page);
  if (angle === 0) return page;
  const { width, height } = page;
  const [turnedWidth, turnedHeight] = angle === 180 ? [width, height] : [height, width];
  // In the frame of its text the page lies beside the origin; it is moved back.
  const [shiftX, shiftY] = [angle === 90 ? 0 : turnedWidth, angle === 270 ? 0 : turnedHeight];
  const turn = (x: number, y: number): [number, number] => {
    const [u, v] = toFrame(angle, x, y);
    return [u + shiftX, v + shiftY];
  };
  const turnBox = (box: PdfRectangle): PdfRectangle => {
    const [ax, ay] = turn(box.x, box.y);
    const [bx, by] = turn(box.x + box.width, box.y + box.height);
    return { x: Math.min(ax, bx), y: Math.min(ay, by), width: Math.abs(bx - ax), height: Math.abs(by - ay) };
  };
  return {
    ...page,
    width: turnedWidth,
    height: turnedHeight,
    runs: page.runs.map((run) => ({
      ...run,
      angle: run.angle - angle,
      glyphs: run.glyphs.map((glyph) => {
        const [x, y] = turn(glyph.x, glyph.y);
        return { ...glyph, x, y };
      }),
    })),
    rules: page.rules.map(turnBox),
    images: page.images.map(turnBox),
  };
}
