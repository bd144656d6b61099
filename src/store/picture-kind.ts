/**
 * What kind of picture a file is, by its first bytes and never by its name: SVG, HTML or a list of files that is called
 * page-01.jpg is no picture.
 */
import type { PictureKind } from "../model/picture.js";

/** Bytes of a file that are enough to tell. */
export const signLength = 12;

/** TIFF of both byte orders, BigTIFF of both; JPEG 2000 in its box and as a bare codestream. */
const signs: readonly (readonly [kind: PictureKind, sign: string])[] = [
  ["jpeg", "\xff\xd8\xff"],
  ["png", "\x89PNG\r\n\x1a\n"],
  ["tiff", "II*\0"],
  ["tiff", "II+\0"],
  ["tiff", "MM\0*"],
  ["tiff", "MM\0+"],
  ["jpeg-2000", "\0\0\0\x0cjP  \r\n\x87\n"],
  ["jpeg-2000", "\xff\x4f\xff\x51"],
];

export function kindOfPicture(bytes: Uint8Array): PictureKind | undefined {
  const begin = Buffer.from(bytes.subarray(0, signLength)).toString("latin1");
  if (begin.startsWith("RIFF") && begin.endsWith("WEBP")) return "webp";
  return signs.find(([, sign]) => begin.startsWith(sign))?.[0];
}
