/** That a PDF which keeps its reader busy is stopped, and what is kept of it then: by threads that do what such a file does. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { openInThread } from "../../src/store/open-pdf.js";
import { bytesOf, makePdf } from "../read/pdf/make-pdf.mjs";

const folder = mkdtempSync(join(tmpdir(), "jumpline-pdf-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A thread in place of the reader's: `body` has `page(number)`, `tell(news)`, `busy()` and `first`. */
function threadThat(name: string, body: string): URL {
  const script = join(folder, `${name}.mjs`);
  writeFileSync(
    script,
    `import { parentPort, workerData } from "node:worker_threads";
const { first } = workerData;
const tell = (news) => parentPort.postMessage(news);
const page = (number) => tell({ kind: "page", page: { number, runs: [] } });
const busy = () => { for (;;); };
${body}
tell({ kind: "end" });
`,
  );
  return pathToFileURL(script);
}

const open = (script: URL, stops = 2) =>
  openInThread(script, new Uint8Array([1]), { patience: 2, heap: 100, stops });
const pagesOf = async (script: URL, stops?: number) =>
  (await open(script, stops)).pages.map(({ number, fault }) => [number, fault]);

const slow = "reading it took more than 2 s";

describe("a PDF opened in a thread", () => {
  it("gives all its pages", async () => {
    const script = threadThat("good", `tell({ kind: "opened", count: 2 }); page(1); page(2);`);
    expect(await pagesOf(script)).toEqual([
      [1, undefined],
      [2, undefined],
    ]);
  });

  it("keeps the pages before and after one that has no end", async () => {
    const script = threadThat(
      "one",
      `tell({ kind: "opened", count: 4 }); for (let n = first; n <= 4; n += 1) { if (n === 2) busy(); page(n); }`,
    );
    expect(await pagesOf(script)).toEqual([
      [1, undefined],
      [2, slow],
      [3, undefined],
      [4, undefined],
    ]);
  });

  it("is given up, which is said, where such pages are many", async () => {
    const script = threadThat(
      "many",
      `tell({ kind: "opened", count: 9 }); if (first === 1) page(1); busy();`,
    );
    expect(await pagesOf(script)).toEqual([
      [1, undefined],
      [2, slow],
      [3, `${slow}; the pages after it were not tried`],
    ]);
  });

  it("is damaged where it cannot be opened in time, or its reader ends", async () => {
    expect(await open(threadThat("never", "busy();"))).toMatchObject({
      pages: [],
      fault: { kind: "damaged", reason: slow },
    });
    expect((await open(threadThat("dies", "process.exit();"))).fault?.kind).toBe("damaged");
    expect((await open(threadThat("throws", `throw new Error("bad");`))).fault?.reason).toBe("bad");
  });

  it("is read on after a page that takes all memory", async () => {
    const script = threadThat(
      "memory",
      `tell({ kind: "opened", count: 2 });
if (first === 1) { const all = []; for (;;) all.push(new Array(100000).fill({ at: all.length })); }
page(2);`,
    );
    const pages = await pagesOf(script);
    expect(pages).toMatchObject([
      [1, expect.any(String)],
      [2, undefined],
    ]);
  });

  it("is read where pdf.js leaves a promise behind that nobody waits for", async () => {
    const line = (text: string) => `BT /Latin 9 Tf 20 250 Td (${text}) Tj ET`;
    const text = String.fromCharCode(...makePdf(["one", "two", "three"].map(line)));
    // Two entries of the table of objects in each other's place.
    const [first, second] = [text.indexOf("3 0 obj"), text.indexOf("5 0 obj")].map((offset) =>
      String(offset).padStart(10, "0"),
    ) as [string, string];
    const swapped = text.replace(first, "#").replace(second, first).replace("#", second);
    expect(swapped).not.toBe(text);
    const built = new URL("../../lib/store/open-pdf-thread.js", import.meta.url);
    const limits = { patience: 60, heap: 500, stops: 1 };
    const { pages, fault } = await openInThread(built, bytesOf(swapped), limits);
    expect(fault).toBeUndefined();
    expect(pages.map((page) => [page.runs.length, page.fault])).toEqual([
      [1, undefined],
      [1, undefined],
      [1, undefined],
    ]);
  });
});
