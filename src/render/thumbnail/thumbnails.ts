/** The small picture of each page: of its scan where one was made, else drawn from the make-up. */
import { drawingFile } from "../../model/address.js";
import type { SiteFile } from "../../model/job.js";
import type { Page } from "../../model/page.js";
import type { PagePicture } from "../../model/picture.js";
import type { EditionView } from "../edition-view.js";
import type { PageMirror } from "../page/mirror-page.js";
import { drawThumbnail, measureThumbnail } from "./draw-thumbnail.js";
import { nameplateOf } from "./nameplate.js";

export type Thumbnails = ReadonlyMap<number, PagePicture>;

const isVertical = ({ direction }: Page): boolean => direction === "vertical";

/** By page number. */
export const thumbnailsOf = (pages: readonly Page[], mirrors: ReadonlyMap<number, PageMirror>): Thumbnails =>
  new Map(
    pages.flatMap((page): [number, PagePicture][] => {
      const made = page.scan?.sizes?.thumbnail;
      if (made) return [[page.number, made]];
      const mirror = mirrors.get(page.number);
      return mirror
        ? [[page.number, { file: drawingFile(page.number), ...measureThumbnail(mirror, isVertical(page)) }]]
        : [];
    }),
  );

/** The files of those that are drawn, in the edition's folder. */
export const drawThumbnails = (
  pages: readonly Page[],
  mirrors: ReadonlyMap<number, PageMirror>,
  folder: string,
  view: Pick<EditionView, "edition">,
): SiteFile[] => {
  const first = Math.min(...pages.map(({ number }) => number));
  return pages.flatMap((page): SiteFile[] => {
    const mirror = mirrors.get(page.number);
    return mirror && !page.scan?.sizes
      ? [
          {
            path: `${folder}/${drawingFile(page.number)}`,
            content: drawThumbnail(
              mirror,
              isVertical(page),
              page.number === first ? nameplateOf(page, view) : undefined,
            ),
          },
        ]
      : [];
  });
};
