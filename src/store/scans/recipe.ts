/** How smaller pictures are made of a scan. Whatever of this changes, they are all made again. */
import { createHash } from "node:crypto";

export const thumbnail = { width: 200, height: 400, quality: 60 } as const;
/** For small screens; not made where the one for reading is hardly wider. */
export const small = { width: 800, height: 2400, quality: 68 } as const;
/**
 * For reading: type of a broadsheet can be read at 1600 pixels of width. From left to right and down until it weighs little
 * enough; the last is taken whatever it weighs.
 */
export const reading = {
  widths: [1600, 1400, 1200],
  /** Height by width at most. */
  aspect: 3,
  qualities: [76, 62, 48, 38],
  mostBytes: 270_000,
} as const;
/** The cover of a book, JPEG: as large as an e-reader's screen, and tried like the one for reading. */
export const cover = { widths: [1000, 800], aspect: 2, qualities: [74, 60, 46], mostBytes: 200_000 } as const;
/** A tile's side: at 512 a page of 6000 × 9000 pixels takes 300 files, at 1024 some 90; hosts count files. */
export const tiles = { size: 1024, quality: 80 } as const;

/** One word for all of it and for what makes the pictures: another version of that may give other bytes. */
export function recipeWord(sharp: string): string {
  const said = JSON.stringify({ format: 3, thumbnail, small, reading, cover, tiles, sharp });
  return createHash("sha256").update(said).digest("hex").slice(0, 16);
}
