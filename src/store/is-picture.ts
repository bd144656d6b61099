/**
 * Whether a file is one of the pictures that Tesseract reads, by its first bytes. It matters: a file that is no picture
 * Tesseract takes for a list of files (or of web addresses) to open, whoever wrote it.
 */
import { constants } from "node:fs";
import { open } from "node:fs/promises";

const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
/** JPEG, PNG, TIFF of both byte orders, BigTIFF of both. */
const signs = ["\xff\xd8\xff", "\x89PNG\r\n\x1a\n", "II*\0", "II+\0", "MM\0*", "MM\0+"];
const isWebp = (begin: string): boolean => begin.startsWith("RIFF") && begin.endsWith("WEBP");
const signLength = 12;

/** False too for what is no ordinary file. Throws what the system refuses. */
export async function isPicture(file: string): Promise<boolean> {
  const handle = await open(file, flags);
  try {
    if (!(await handle.stat()).isFile()) return false;
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(signLength), 0, signLength, 0);
    const begin = buffer.subarray(0, bytesRead).toString("latin1");
    return isWebp(begin) || signs.some((sign) => begin.startsWith(sign));
  } finally {
    await handle.close();
  }
}
