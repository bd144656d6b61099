/**
 * A TIFF → a picture that browsers show, by sharp (libvips): its first page, upright, in sRGB on white, as WebP, or as PNG
 * where the print is black and white only and that comes smaller. Refuses what is larger than any scan of a page, and
 * gives no half of a damaged picture.
 */
import { firstLine, loadSharp, mostPixels, type Pipeline, type Sharp } from "./load-sharp.js";

/** Of the picture that is shown, so that every browser can hold it. A broadsheet then has some 180 dots to the inch. */
const longestSide = 4000;
/** WebP; on scans lower values show at the edges of letters. */
const quality = 80;
/** Greys of print that was black and white and was made smaller. */
const greys = 16;

export interface Shown {
  readonly kind: "webp" | "png";
  readonly width: number;
  readonly height: number;
}

/** `absent`: sharp is not here or does not run here. `large`, `fault`: what is the matter with the file. */
export type NotShown = { readonly absent: string } | { readonly large: string } | { readonly fault: string };

export type Converted = (Shown & { readonly bytes: Uint8Array }) | NotShown;

/** By the tag's values, 1 to 8: degrees to turn it by, after it was seen in a mirror or not. */
const turns: readonly (readonly [degrees: number, mirrored: boolean])[] = [
  [0, false],
  [0, true],
  [180, false],
  [180, true],
  [270, true],
  [90, false],
  [90, true],
  [270, false],
];

async function convert(sharp: Sharp, bytes: Uint8Array): Promise<Converted> {
  const input = { failOn: "error", pages: 1, sequentialRead: true };
  const about = await sharp(bytes, { ...input, limitInputPixels: false }).metadata();
  if (about.width * about.height > mostPixels) return { large: `${about.width} × ${about.height} pixels` };
  const isBilevel = about.bitsPerSample === 1;
  // Made smaller before it is turned: turning needs the whole picture in memory.
  const small = await sharp(bytes, { ...input, limitInputPixels: mostPixels })
    .resize({ width: longestSide, height: longestSide, fit: "inside", withoutEnlargement: true })
    .flatten({ background: "white" })
    .toColourspace(isBilevel ? "b-w" : "srgb")
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = small.info;
  const [degrees, mirrored] = turns[(about.orientation ?? 1) - 1] ?? [0, false];
  const upright = (): Pipeline => {
    const flat = sharp(small.data, { raw: { width, height, channels } });
    // In whatever order they are called, it mirrors first.
    return (mirrored ? flat.flop() : flat).rotate(degrees);
  };
  const asWebp = await upright().webp({ quality }).toBuffer({ resolveWithObject: true });
  const shown = { width: asWebp.info.width, height: asWebp.info.height };
  if (isBilevel) {
    const isWhole = width === about.width && height === about.height;
    const asPng = await upright()
      .png({ palette: true, colours: isWhole ? 2 : greys, dither: 0 })
      .toBuffer({ resolveWithObject: true });
    if (asPng.data.length < asWebp.data.length) return { kind: "png", ...shown, bytes: asPng.data };
  }
  return { kind: "webp", ...shown, bytes: asWebp.data };
}

/** Never rejects for what the file holds. */
export async function convertTiff(bytes: Uint8Array): Promise<Converted> {
  const sharp = await loadSharp();
  if ("absent" in sharp) return sharp;
  try {
    return await convert(sharp, bytes);
  } catch (error) {
    return { fault: firstLine(error) };
  }
}
