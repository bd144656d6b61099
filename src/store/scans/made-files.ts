/** What was made of a scan as files of the site, and as what a page says of its picture. */
import { coverFile, scanFile, scanSizeFile, tilesFolder } from "../../model/address.js";
import type { PagePicture, PageScan, ScanSizes } from "../../model/picture.js";
import type { Scaled } from "./scale-scan.js";

const roles = ["thumb", "small", "read"] as const;

/** Name in the edition's folder, and in the folder that the pictures were made in; tiles left out. */
export const filesOf = (page: number, made: Scaled): { readonly file: string; readonly made: string }[] => [
  ...roles
    .filter((role) => made[role])
    .map((role) => ({ file: scanSizeFile(page, role), made: `${role}.webp` })),
  ...(made.cover ? [{ file: coverFile, made: coverFile }] : []),
];

export function sizesOf(page: number, scan: PageScan, made: Scaled): ScanSizes {
  const picture = (role: "thumb" | "small" | "read"): PagePicture[] => {
    const size = made[role];
    return size ? [{ file: scanSizeFile(page, role), ...size }] : [];
  };
  const whole = { file: scanFile(page, scan.kind), ...made.whole };
  const [largest = whole] = picture("read");
  const [little] = picture("small");
  return {
    thumbnail: { file: scanSizeFile(page, "thumb"), ...made.thumb },
    reading: little ? [little, largest] : [largest],
    ...(made.cover ? { cover: { file: coverFile, ...made.cover } } : {}),
    ...(made.turned ? { turned: true } : {}),
    ...(made.tiles ? { tiles: { folder: tilesFolder(page), ...made.whole, ...made.tiles } } : {}),
  };
}
