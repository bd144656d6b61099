/** What runs in a process of its own, one for each scan: it makes the smaller pictures of the one that it is given. */
import type { ScaleOrder } from "./scale-scan.js";
import { scaleScanFile } from "./scale-scan-file.js";

process.once("message", async (order: ScaleOrder) => {
  const made = await scaleScanFile(order);
  process.send?.(made, () => process.disconnect());
});
