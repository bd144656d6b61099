/** Real PAGE XML: text equal to the file's own, taken out by other means; nothing reported; order as in the file. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { pageXmlReader } from "../../../src/read/page-xml/index.js";

const folder = join(
  process.env.JUMPLINE_DATA ?? join(import.meta.dirname, "../../../../shared/data"),
  "reichsanzeiger",
);

const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };
/** The last Unicode inside each TextLine, without a parser. */
function ownLines(xml: string): string[] {
  return xml
    .split(/<TextLine\b/)
    .slice(1)
    .map((rest) => {
      const line = rest.slice(0, rest.indexOf("</TextLine>"));
      const from = line.lastIndexOf("<Unicode>") + "<Unicode>".length;
      return line.slice(from, line.indexOf("</Unicode>", from));
    })
    .map((text) => text.replace(/&(\w+);/g, (_, name: string) => entities[name] ?? "?"));
}

describe.skipIf(!existsSync(folder))("pages of a German official gazette, 1820 to 1914", () => {
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".xml")) : [];
  it.each(files)("%s", (name) => {
    const bytes = readFileSync(join(folder, name));
    const xml = bytes.toString("utf8");
    const { value, diagnostics } = pageXmlReader.read({ path: name, bytes });
    expect(pageXmlReader.recognises(xml.slice(0, 8192))).toBe(true);
    expect(diagnostics).toEqual([]);
    expect(value.format).toBe("PAGE XML 2013-07-15");
    const [page] = value.pages;
    const lines = page?.blocks.flatMap((block) => block.lines) ?? [];
    expect(lines.map(({ original }) => original)).toEqual(ownLines(xml));
    expect(lines.map(({ number }) => number)).toEqual(lines.map((_, index) => index + 1));
    expect(lines.every(({ box }) => box !== undefined)).toBe(true);
    expect(page?.ordered).toBe(true);
    expect(page?.aspect).toBeGreaterThan(0.5);
    expect(page?.blocks.map(({ sourceId }) => sourceId)).toEqual(
      [...xml.matchAll(/<TextRegion[^>]* id="(\w+)"/g)].map((match) => match[1]),
    );
    expect(page?.separators?.length).toBe(xml.split("<SeparatorRegion").length - 1);
  });

  it.each(files)("%s, regions written backwards, is read in the same order", (name) => {
    const bytes = readFileSync(join(folder, name));
    const xml = bytes.toString("utf8");
    const parts = xml.split(/(?=<TextRegion\b)/);
    const last = parts.pop() ?? "";
    const cut = last.indexOf("</TextRegion>") + "</TextRegion>".length;
    const [head = "", ...regions] = [...parts, last.slice(0, cut)];
    const turned = head + regions.reverse().join("") + last.slice(cut);
    const read = pageXmlReader.read({ path: name, bytes: new TextEncoder().encode(turned) });
    const texts = read.value.pages[0]?.blocks.flatMap((block) => block.lines).map(({ original }) => original);
    expect(texts).toEqual(ownLines(xml));
    expect(read.diagnostics).toEqual([]);
  });
});
