/** How a page file was recognised is said once for each file that could be read. */
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { wordDiagnostic } from "../../src/model/diagnostic-words.js";
import { readPageFile } from "../../src/read/read-page-file.js";

const alto = (strings: string) => `<?xml version="1.0"?>
<alto xmlns="http://www.loc.gov/standards/alto/ns-v4#" SCHEMAVERSION="4.2"><Description>
<MeasurementUnit>pixel</MeasurementUnit></Description><Layout><Page ID="P1" WIDTH="1000" HEIGHT="1400">
<PrintSpace><TextBlock ID="B1"><TextLine HPOS="10" VPOS="20" WIDTH="300" HEIGHT="30">${strings}</TextLine>
</TextBlock></PrintSpace></Page></Layout></alto>`;
const said = (path: string, content: string | Uint8Array): string[] => {
  const bytes = new Uint8Array(typeof content === "string" ? Buffer.from(content) : content);
  return readPageFile({ path, bytes }, undefined)
    .diagnostics.filter(({ code }) => code === "JL1009")
    .map((note) => `${note.place.file}: ${note.severity}: ${wordDiagnostic(note)}`);
};

describe("how a file was recognised", () => {
  it("is named with version, pages and boxes", () => {
    const word = '<String CONTENT="Harbour" HPOS="10" VPOS="20" WIDTH="300" HEIGHT="30"/>';
    expect(said("01.xml", alto(word))).toEqual(["01.xml: info: Read as ALTO 4.2: 1 page, boxes: yes."]);
  });

  it("is named with the encoding where it is text", () => {
    expect(said("1.txt", "One page.\n\fAnother.\n")).toEqual([
      "1.txt: info: Read as plain text, UTF-8: 2 pages, boxes: no.",
    ]);
    const chinese = "市民中心昨日上午正式开门，接待来客三千人。工作人员说，准备用了两年。\n".repeat(20);
    expect(said("1.txt", iconv.encode(chinese, "gb18030"))).toEqual([
      "1.txt: info: Read as plain text, GB18030: 1 page, boxes: no.",
    ]);
    expect(said("1.txt", iconv.encode("\ufeffOne page.", "utf-16le"))).toEqual([
      "1.txt: info: Read as plain text, UTF-16LE: 1 page, boxes: no.",
    ]);
  });

  it("is not said of a file that could not be read", () => {
    expect(said("1.txt", "%PDF-1.7 and so on")).toEqual([]);
    expect(said("1.xml", "<alto><!-- cut off")).toEqual([]);
  });
});

describe("a page of text without end", () => {
  it("is left empty, which is said, and the pages beside it are read", () => {
    const bytes = Buffer.from(`One page.\n\f${"endless ".repeat(130_000)}\f\nAnother.\n`);
    const { value, diagnostics } = readPageFile({ path: "1.txt", bytes }, undefined);
    expect(value.pages.map(({ blocks }) => blocks.length)).toEqual([1, 0, 1]);
    expect(diagnostics.filter(({ severity }) => severity === "error")).toMatchObject([
      { code: "JL1078", place: { file: "1.txt" }, details: { count: 1_040_000 } },
    ]);
  });
});
