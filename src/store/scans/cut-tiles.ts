/**
 * A scan → tiles as IIIF Image API 3 names them, JPEG, which level 0 asks for. libvips cuts them and makes the whole picture
 * in the one size that fits a tile; added here is the whole picture as `max`, which every client may ask for, and the
 * info.json that libvips writes is thrown away: it knows neither the site's address nor what was added.
 */
import { copyFile, mkdir, readdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Pipeline } from "../load-sharp.js";
import { tiles } from "./recipe.js";

interface Size {
  readonly width: number;
  readonly height: number;
}

export interface TilesMade {
  readonly tile: number;
  readonly scaleFactors: readonly number[];
  readonly sizes: readonly Size[];
  readonly count: number;
}

/** Wide enough to read headlines by, for clients that know no tiles. */
const mostWholeWidth = 1600;

const sizeOf = (name: string): Size => {
  const [width = 0, height = 0] = name.split(",").map(Number);
  return { width, height };
};

async function countFiles(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).length;
}

/** `open`: the scan, upright; `whole`: its size so. */
export async function cutTiles(open: () => Pipeline, folder: string, whole: Size): Promise<TilesMade> {
  const encoding = { quality: tiles.quality };
  const flat = (): Pipeline => open().flatten({ background: "white" }).toColourspace("srgb").jpeg(encoding);
  await flat().tile({ size: tiles.size, layout: "iiif3" }).toFile(folder);
  await rm(join(folder, "info.json"));
  await rm(join(dirname(folder), "vips-properties.xml"), { force: true });
  const full = join(folder, "full");
  const largest = await addWhole(flat, full, whole);
  const names = await readdir(full);
  const sizes = names.filter((name) => name !== "max").map(sizeOf);
  const factors = Math.ceil(Math.log2(Math.max(whole.width, whole.height) / tiles.size));
  return {
    tile: tiles.size,
    scaleFactors: Array.from({ length: Math.max(0, factors) + 1 }, (_, power) => 2 ** power),
    sizes: sizes.filter(({ width }) => width <= largest.width).sort((a, b) => a.width - b.width),
    count: await countFiles(folder),
  };
}

/**
 * `full/max` and the same under its size: that of a scale factor, to the pixel. OpenSeadragon takes a size that is merely
 * near one for that level, and then asks for tiles that nobody cut.
 */
async function addWhole(flat: () => Pipeline, full: string, whole: Size): Promise<Size> {
  let factor = 1;
  while (whole.width / factor > mostWholeWidth) factor *= 2;
  const size = { width: Math.ceil(whole.width / factor), height: Math.ceil(whole.height / factor) };
  const place = (name: string): string => join(full, name, "0", "default.jpg");
  const named = place(`${size.width},${size.height}`);
  await mkdir(dirname(place("max")), { recursive: true });
  await flat()
    .resize({ ...size, fit: "fill" })
    .toFile(place("max"));
  await mkdir(dirname(named), { recursive: true });
  await copyFile(place("max"), named);
  return size;
}
