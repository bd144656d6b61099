/**
 * A scan → the smaller pictures that the site shows of it, as files in a folder: thumbnail, one for small screens, one for
 * reading, and a cover and tiles where they are wanted. They show what a browser shows of the scan, in sRGB on white. A damaged scan
 * gives none.
 */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { coverFile } from "../../model/address.js";
import { firstLine, loadSharp, mostPixels, type Pipeline, type Raw, type Sharp } from "../load-sharp.js";
import { cutTiles, type TilesMade } from "./cut-tiles.js";
import { cover, reading, small, thumbnail } from "./recipe.js";

/** What the process is given. */
export interface ScaleOrder {
  readonly from: string;
  /** An empty folder. */
  readonly to: string;
  /** Boxes lie on the picture as it is stored; without them it is shown upright, as its EXIF says. */
  readonly asStored: boolean;
  readonly tiles: boolean;
  readonly cover?: true;
}

export interface Made {
  readonly width: number;
  readonly height: number;
}

/** Files called `thumb.webp`, `small.webp`, `read.webp`, `cover.jpg` and, for tiles, a folder `tiles`. */
export interface Scaled {
  readonly thumb: Made;
  readonly small?: Made;
  /** Absent where the scan itself is light enough. */
  readonly read?: Made;
  readonly cover?: Made;
  readonly tiles?: TilesMade;
  readonly turned?: true;
  /** Pixels of the scan as it is shown. */
  readonly whole: Made;
}

/** `absent`: sharp is not here or does not run here. */
export type NotScaled = { readonly absent: string } | { readonly fault: string };

/** A size wins over another only where it is this much narrower. */
const worthWhile = 0.75;

async function scaleFor(
  sharp: Sharp,
  bytes: Uint8Array,
  { to, asStored, tiles, cover: isCover }: ScaleOrder,
): Promise<Scaled | NotScaled> {
  const input = { failOn: "error", pages: 1, sequentialRead: true };
  const about = await sharp(bytes, { ...input, limitInputPixels: false }).metadata();
  if (about.width * about.height > mostPixels)
    return {
      fault: `it has ${about.width} × ${about.height} pixels, and more than 600 million are not read`,
    };
  const isTurned = !asStored && (about.orientation ?? 1) >= 5;
  const whole = isTurned ? { width: about.height, height: about.width } : about;
  const open = (): Pipeline => {
    const picture = sharp(bytes, { ...input, limitInputPixels: mostPixels });
    return asStored ? picture : picture.autoOrient();
  };
  const [widest] = reading.widths;
  const large = await open()
    .resize({ width: widest, height: widest * reading.aspect, fit: "inside", withoutEnlargement: true })
    .flatten({ background: "white" })
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true });

  const fit = (width: number, height: number): Pipeline => {
    const { width: w, height: h, channels } = large.info;
    const raw = { width: w, height: h, channels };
    return sharp(large.data, { raw }).resize({ width, height, fit: "inside", withoutEnlargement: true });
  };
  const encode: Encode = (width, height, quality) =>
    fit(width, height).webp({ quality, effort: 4 }).toBuffer({ resolveWithObject: true });
  const encodeCover: Encode = (width, height, quality) =>
    fit(width, height).jpeg({ quality }).toBuffer({ resolveWithObject: true });
  const saveAs = async (file: string, { data, info }: { data: Uint8Array; info: Raw }): Promise<Made> => {
    await writeFile(join(to, file), data, { flag: "wx" });
    return { width: info.width, height: info.height };
  };
  const save = (name: string, made: { data: Uint8Array; info: Raw }) => saveAs(`${name}.webp`, made);
  const thumb = await save("thumb", await encode(thumbnail.width, thumbnail.height, thumbnail.quality));
  const turned = asStored && (about.orientation ?? 1) > 1;
  const isLight = !turned && whole.width <= widest && bytes.length <= reading.mostBytes;
  const read = isLight ? undefined : await save("read", await encodeLight(encode, reading));
  const mostWidth = (read ?? whole).width;
  const little =
    small.width < mostWidth * worthWhile ? await encode(small.width, small.height, small.quality) : undefined;
  return {
    thumb,
    ...(little ? { small: await save("small", little) } : {}),
    ...(read ? { read } : {}),
    // One that must be turned before it is seen is none.
    ...(isCover && !turned ? { cover: await saveAs(coverFile, await encodeLight(encodeCover, cover)) } : {}),
    ...(tiles ? { tiles: await cutTiles(open, join(to, "tiles"), whole) } : {}),
    ...(turned ? { turned } : {}),
    whole: { width: whole.width, height: whole.height },
  };
}

type Encode = (width: number, height: number, quality: number) => Promise<{ data: Uint8Array; info: Raw }>;

/** The best that is light enough, or the lightest that there is. */
async function encodeLight(
  encode: Encode,
  { widths, aspect, qualities, mostBytes }: typeof reading | typeof cover,
): Promise<{ data: Uint8Array; info: Raw }> {
  let best: { data: Uint8Array; info: Raw } | undefined;
  for (const width of widths) {
    // A scan that is narrower already was tried in that width.
    if (best && best.info.width < width) continue;
    for (const quality of qualities) {
      best = await encode(width, width * aspect, quality);
      if (best.data.length <= mostBytes) return best;
    }
  }
  return best as NonNullable<typeof best>;
}

/** Never rejects for what the bytes hold. */
export async function scaleScan(bytes: Uint8Array, order: ScaleOrder): Promise<Scaled | NotScaled> {
  const sharp = await loadSharp();
  if ("absent" in sharp) return sharp;
  try {
    return await scaleFor(sharp, bytes, order);
  } catch (error) {
    return { fault: firstLine(error) };
  }
}
