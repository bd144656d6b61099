/**
 * What runs in the process of show-tiffs.ts, one for each picture: it converts the file that it is given, and says what the
 * picture is or why there is none. What a hostile file does to a decoder written in C ends with this process.
 */
import { convertTiffFile } from "./convert-tiff-file.js";
import type { TiffOrder } from "./show-tiffs.js";

process.once("message", async ({ from, to }: TiffOrder) => {
  const made = await convertTiffFile(from, to);
  process.send?.(made, () => process.disconnect());
});
