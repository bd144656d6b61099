/**
 * Whether a file is one of the pictures that Tesseract reads, by its first bytes. It matters: a file that is no picture
 * Tesseract takes for a list of files (or of web addresses) to open, whoever wrote it.
 */
import { open } from "node:fs/promises";
import { kindOfPicture, signLength } from "./picture-kind.js";
import { openFlags } from "./read-regular-file.js";

/** False too for what is no ordinary file. Throws what the system refuses. */
export async function isPicture(file: string): Promise<boolean> {
  const handle = await open(file, openFlags);
  try {
    if (!(await handle.stat()).isFile()) return false;
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(signLength), 0, signLength, 0);
    const kind = kindOfPicture(buffer.subarray(0, bytesRead));
    return kind !== undefined && kind !== "jpeg-2000";
  } finally {
    await handle.close();
  }
}
