/** Real and typeset PDFs against the same pages in ALTO, where the data folder is at hand. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readBytes } from "./read-made.js";

const data = process.env.JUMPLINE_DATA ?? join(import.meta.dirname, "../../../../shared/data");
const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const plain = (value: string) =>
  value.replace(/&(?:#x([0-9a-f]+)|(\w+));/gi, (_, code: string, name: string) =>
    code ? String.fromCodePoint(Number.parseInt(code, 16)) : (entities[name] ?? ""),
  );
/** Words of each line of an ALTO file. */
const altoLines = (xml: string): string[][] =>
  [...xml.matchAll(/<TextLine[^>]*>([\s\S]*?)<\/TextLine>/g)].map(([, inside = ""]) =>
    [...inside.matchAll(/<(?:String|HYP)\b[^>]*CONTENT="([^"]*)"/g)].map(([, value = ""]) => plain(value)),
  );
const squash = (text: string) => text.replace(/\s+/gu, "");
/** How many of one list stand in the other. */
function countShared(a: readonly string[], b: readonly string[]): number {
  const left = new Map<string, number>();
  for (const one of b) left.set(one, (left.get(one) ?? 0) + 1);
  return a.filter((one) => {
    const count = left.get(one) ?? 0;
    left.set(one, count - 1);
    return count > 0;
  }).length;
}
const readFile = (...path: string[]) => readBytes(new Uint8Array(readFileSync(join(data, ...path))));

describe.skipIf(!existsSync(join(data, "typeset")))("typeset pages", () => {
  it.each(["zh2", "en1"])("of %s have the lines of the same pages in ALTO", async (issue) => {
    for (const page of ["page-01", "page-02", "page-03", "page-04"]) {
      const { texts, codes } = await readFile("typeset", issue, "pdf", `${page}.pdf`);
      const alto = altoLines(readFileSync(join(data, "typeset", issue, "alto", `${page}.xml`), "utf8"));
      const lines = alto.map((words) => squash(words.join("")));
      expect(codes).toEqual([]);
      expect([...squash(texts.join(""))].sort()).toEqual([...lines.join("")].sort());
      // The extractor behind the ALTO cuts a dateline off at its wide gap (本报讯　来自…).
      expect(countShared(texts.map(squash), lines)).toBeGreaterThanOrEqual(texts.length - 2);
    }
  });

  it("of zh2 have no spaces in letter-spaced lines", async () => {
    const { texts } = await readFile("typeset", "zh2", "pdf", "page-01.pdf");
    expect(texts).toContain("最长480米，一节车斗装八");
    expect(texts).toContain("消费回暖 外贸企稳 晚稻丰收已成定局");
    expect(texts.filter((text) => text.includes(" ")).length).toBeLessThan(20);
  });
});

const tribune = "national-tribune-1898-11-10";
describe.skipIf(!existsSync(join(data, tribune)))("a scan with a text layer", () => {
  it("has the words of its ALTO", async () => {
    const { texts, pages } = await readFile(tribune, "ndnp-sample1.pdf");
    const words = texts.join(" ").split(" ");
    const alto = altoLines(readFileSync(join(data, tribune, "ndnp-alto-sample.xml"), "utf8")).flat();
    // The rest are words with hyphens, which the two files cut differently (skirmish-lin- e, skirmish-line).
    expect(countShared(words, alto) / words.length).toBeGreaterThan(0.95);
    expect(texts).toContain("These men participated in the operations");
    expect(pages[0]?.pictures).toBeUndefined();
  });
});
