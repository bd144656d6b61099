/** A scan's file → its smaller pictures. Reads ordinary files only, none that is beyond any scan, and no picture of another kind. */
import { open } from "node:fs/promises";
import { kindOfPicture } from "../picture-kind.js";
import { openFlags, reasonOf } from "../read-regular-file.js";
import { systemCode } from "../refusal.js";
import { type NotScaled, type Scaled, type ScaleOrder, scaleScan } from "./scale-scan.js";

const largestScan = 2 ** 30;

/** Rejects for a fault of ours only. */
export async function scaleScanFile(order: ScaleOrder): Promise<Scaled | NotScaled> {
  let handle: Awaited<ReturnType<typeof open>> | undefined;
  try {
    handle = await open(order.from, openFlags);
    const status = await handle.stat();
    if (!status.isFile()) return { fault: "it is not an ordinary file" };
    if (status.size > largestScan) return { fault: "it is larger than 1024 MiB" };
    const bytes = await handle.readFile();
    const kind = kindOfPicture(bytes);
    if (kind !== "jpeg" && kind !== "png" && kind !== "webp")
      return { fault: "it is neither JPEG, PNG nor WebP" };
    return await scaleScan(bytes, order);
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    return { fault: reasonOf(error) };
  } finally {
    await handle?.close();
  }
}
