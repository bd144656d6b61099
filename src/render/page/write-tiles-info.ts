/**
 * The info.json of scans that were cut into tiles: IIIF Image API 3, level 0. It says what is there and nothing more: the
 * whole picture only in sizes that have a file. Its address is absolute, as the standard wants, where the site's is known.
 */
import { tilesFolder } from "../../model/address.js";
import type { SiteFile } from "../../model/job.js";
import type { Page } from "../../model/page.js";
import type { ScanTiles } from "../../model/picture.js";
import type { SiteContext } from "../../model/site.js";

export function describeTiles(
  { width, height, tile, scaleFactors, sizes }: ScanTiles,
  id: string,
): Readonly<Record<string, unknown>> {
  const most = sizes.at(-1);
  return {
    "@context": "http://iiif.io/api/image/3/context.json",
    id,
    type: "ImageService3",
    protocol: "http://iiif.io/api/image",
    profile: "level0",
    width,
    height,
    ...(most ? { maxWidth: Math.max(most.width, tile), maxHeight: Math.max(most.height, tile) } : {}),
    sizes,
    tiles: [{ width: tile, height: tile, scaleFactors }],
    preferredFormats: ["jpg"],
  };
}

export const writeTilesInfo = (
  pages: readonly Page[],
  folder: string,
  { baseUrl }: Pick<SiteContext, "baseUrl">,
): SiteFile[] =>
  pages.flatMap(({ number, scan }): SiteFile[] => {
    const tiles = scan?.sizes?.tiles;
    if (!tiles) return [];
    const path = `${folder}/${tilesFolder(number)}`;
    const id = baseUrl === undefined ? path : `${baseUrl}/${path}`;
    return [{ path: `${path}/info.json`, content: `${JSON.stringify(describeTiles(tiles, id), null, 1)}\n` }];
  });
