/** Names of an edition's IIIF resources. All are absolute: without the site's address no IIIF is written. */
import { annotationsFile, manifestFile } from "../../model/address.js";
import type { Box } from "../../model/page.js";
import type { Size } from "../page-size.js";

export const presentationContext = "http://iiif.io/api/presentation/3/context.json";

/** From the address of an edition's folder, without a slash at its end. */
export const namesUnder = (folder: string) => ({
  file: (name: string): string => `${folder}/${name}`,
  manifest: `${folder}/${manifestFile}`,
  // A name with a fragment could not be followed by #xywh=.
  canvas: (page: number): string => `${folder}/canvas/p${page}`,
  painting: (page: number): string => `${folder}/canvas/p${page}/painting`,
  annotations: (name: number | string): string => `${folder}/${annotationsFile(name)}`,
  collection: (article: string): string => `${folder}/text/${article}`,
  range: (name: string): string => `${folder}/range/${name}`,
});
export type Names = ReturnType<typeof namesUnder>;

/** `xywh=` in whole units of the canvas, never outside it, never empty. */
export function fragmentOf({ x, y, width, height }: Box, canvas: Size): string {
  const [left, top] = [Math.floor(x * canvas.width), Math.floor(y * canvas.height)];
  const right = Math.min(canvas.width, Math.max(left + 1, Math.ceil((x + width) * canvas.width)));
  const bottom = Math.min(canvas.height, Math.max(top + 1, Math.ceil((y + height) * canvas.height)));
  const [w, h] = [Math.max(1, right - left), Math.max(1, bottom - top)];
  return `xywh=${canvas.width > left ? left : canvas.width - 1},${canvas.height > top ? top : canvas.height - 1},${w},${h}`;
}
