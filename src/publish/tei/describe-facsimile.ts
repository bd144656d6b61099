/** The pages as TEI surfaces: their pictures, and the zones of their blocks and lines where they have places. */
import { scanFile } from "../../model/address.js";
import type { Box, Page } from "../../model/page.js";
import type { AltoBlock } from "../alto/list-blocks.js";
import { frameOfText, type Size, sizeOfPage } from "../page-size.js";
import { xml, xmlLines } from "../xml-element.js";

export const surfaceId = (page: number): string => `p${page}`;
export const zoneId = (id: string): string => `z-${id}`;

function corners({ x, y, width, height }: Box, frame: Size) {
  const [right, bottom] = [x + width, y + height];
  return {
    ulx: Math.floor(x * frame.width),
    uly: Math.floor(y * frame.height),
    lrx: Math.ceil(right * frame.width),
    lry: Math.ceil(bottom * frame.height),
  };
}

export function describeFacsimile(page: Page, blocks: readonly AltoBlock[]): string {
  const { number, folio, scan } = page;
  const frame = frameOfText(page);
  const size = frame ?? sizeOfPage(page);
  const zones = frame
    ? blocks.flatMap(({ id, box, lines }) =>
        box
          ? [
              xmlLines(
                "zone",
                { "xml:id": zoneId(id), type: "block", ...corners(box, frame) },
                ...lines.flatMap((line) =>
                  line.box
                    ? [xml("zone", { "xml:id": zoneId(line.id), type: "line", ...corners(line.box, frame) })]
                    : [],
                ),
              ),
            ]
          : [],
      )
    : [];
  // A surface of no known size says none.
  const measured = frame !== undefined || scan !== undefined;
  return xmlLines(
    "surface",
    {
      "xml:id": surfaceId(number),
      n: folio ?? number,
      ...(measured ? { ulx: 0, uly: 0, lrx: size.width, lry: size.height } : {}),
    },
    scan
      ? xml("graphic", {
          url: scanFile(number, scan.kind),
          mimeType: `image/${scan.kind}`,
          width: `${scan.width}px`,
          height: `${scan.height}px`,
        })
      : "",
    ...zones,
  );
}
