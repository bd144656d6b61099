/** What runs in the thread of open-pdf.ts: bytes in, glyphs out. */
import { parentPort, workerData } from "node:worker_threads";
import { extractPdf } from "../read/index.js";

parentPort?.postMessage(await extractPdf(workerData as Uint8Array));
