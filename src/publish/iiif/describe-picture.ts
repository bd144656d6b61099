/**
 * The pictures of a page as IIIF resources: what is painted on its canvas, and the small one that lists show. The scan
 * itself is painted, since it is what was kept; where it was cut into tiles, their service is named with it, and a viewer
 * takes what it shows from there.
 */
import { scanFile, tilesFolder } from "../../model/address.js";
import type { PagePicture, PageScan } from "../../model/picture.js";
import type { Names } from "./addresses.js";

const formats: Readonly<Record<string, string>> = {
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  png: "image/png",
  webp: "image/webp",
  svg: "image/svg+xml",
};

/** Also from its address alone: collections know an edition by its summary. */
export function describeThumbnail({ file, width, height }: PagePicture, addressOf: (file: string) => string) {
  const format = formats[file.slice(file.lastIndexOf(".") + 1)];
  return {
    id: addressOf(file),
    type: "Image",
    ...(format === undefined ? {} : { format }),
    width,
    height,
  };
}

/** A client reads the rest of the service, its sizes and tiles, in its info.json. */
const describeService = (page: number, names: Names) => [
  { id: names.file(tilesFolder(page)), type: "ImageService3", profile: "level0" },
];

export function describePainting(page: number, scan: PageScan, names: Names) {
  const service = scan.sizes?.tiles ? { service: describeService(page, names) } : {};
  const largest = scan.sizes?.reading.at(-1);
  // A viewer would turn the scan as its EXIF says, away from its boxes; what was made of it lies as it is stored.
  if (scan.sizes?.turned && largest) return { ...describeThumbnail(largest, names.file), ...service };
  return {
    id: names.file(scanFile(page, scan.kind)),
    type: "Image",
    format: `image/${scan.kind}`,
    width: scan.width,
    height: scan.height,
    ...service,
  };
}
