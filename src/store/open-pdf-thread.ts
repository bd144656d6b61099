/** What runs in the thread of open-pdf.ts: bytes in, glyphs out, page by page. */
import { parentPort, workerData } from "node:worker_threads";
import { extractPdf } from "../read/index.js";
import type { PdfNews, PdfOrder } from "./open-pdf.js";

const { bytes, first } = workerData as PdfOrder;
const tell = (news: PdfNews): void => parentPort?.postMessage(news);

// Of a damaged file pdf.js leaves promises behind that nobody waits for, though the page itself can be read; unheard,
// each would end the thread. What is waited for is told by extractPdf.
process.on("unhandledRejection", (reason) => {
  if (!(reason instanceof Error && reason.stack?.includes("pdfjs-dist"))) throw reason;
});

tell({ kind: "begun" });
const { fault } = await extractPdf(
  bytes,
  {
    opened: (count) => tell({ kind: "opened", count }),
    page: (page) => tell({ kind: "page", page }),
  },
  first,
);
tell(fault ? { kind: "end", fault } : { kind: "end" });
