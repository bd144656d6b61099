/** A TIFF file → the file of a picture that browsers show. Reads ordinary files only, and none that is beyond any scan. */
import { open, writeFile } from "node:fs/promises";
import { convertTiff, type NotShown, type Shown } from "./convert-tiff.js";
import { openFlags, reasonOf } from "./read-regular-file.js";
import { systemCode } from "./refusal.js";

/** Bytes. A page at 400 dpi in colour takes 160 MB where it is not packed. */
const largestTiff = 2 ** 30;

/** Writes no file where there is no picture. Rejects for a fault of ours only. */
export async function convertTiffFile(from: string, to: string): Promise<Shown | NotShown> {
  let handle: Awaited<ReturnType<typeof open>> | undefined;
  try {
    handle = await open(from, openFlags);
    const status = await handle.stat();
    if (!status.isFile()) return { fault: "it is not an ordinary file" };
    if (status.size > largestTiff) return { large: `${Math.ceil(status.size / 2 ** 20)} MiB` };
    const converted = await convertTiff(await handle.readFile());
    if (!("bytes" in converted)) return converted;
    const { bytes, ...shown } = converted;
    await writeFile(to, bytes, { flag: "wx" });
    return shown;
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    return { fault: reasonOf(error) };
  } finally {
    await handle?.close();
  }
}
