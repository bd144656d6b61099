/** Small invented PAGE files for the tests of the reader. */
import { pageXmlReader } from "../../../src/read/page-xml/index.js";
import type { SourcePage } from "../../../src/read/source-page.js";

export const readXml = (xml: string) =>
  pageXmlReader.read({ path: "01.xml", bytes: new TextEncoder().encode(xml) });

const schema = "http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15";

/** A file with one page of 1000 by 2000 pixels around `inner`. */
export const pageFile = (inner: string, values = ""): string =>
  `<?xml version="1.0"?><PcGts xmlns="${schema}"><Metadata><Creator>a program</Creator></Metadata>` +
  `<Page imageFilename="1.png" imageWidth="1000" imageHeight="2000" ${values}>${inner}</Page></PcGts>`;

export const equiv = (text: string, values = ""): string =>
  `<TextEquiv ${values}><Unicode>${text}</Unicode></TextEquiv>`;
export const box = (x: number, y: number, width: number, height: number): string =>
  `<Coords points="${x},${y} ${x + width},${y} ${x + width},${y + height} ${x},${y + height}"/>`;
export const line = (text: string, values = ""): string => `<TextLine ${values}>${equiv(text)}</TextLine>`;
export const region = (id: string, inner: string, values = ""): string =>
  `<TextRegion id="${id}" ${values}>${inner}</TextRegion>`;

/** The only page of a file with `inner` on it, and the codes of what was said. */
export function readPage(inner: string, values = ""): { page: SourcePage; codes: string[] } {
  const { value, diagnostics } = readXml(pageFile(inner, values));
  return {
    page: value.pages[0] ?? { blocks: [] },
    codes: diagnostics.map(({ code }) => code),
  };
}

export const textsOf = (page: SourcePage): string[] =>
  page.blocks.flatMap((block) => block.lines.map(({ original }) => original));
export const idsOf = (page: SourcePage): (string | undefined)[] =>
  page.blocks.map(({ sourceId }) => sourceId);
