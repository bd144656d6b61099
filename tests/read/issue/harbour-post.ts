/**
 * An invented issue as a library delivers it: METS, and two pages of ALTO with boxes. One article goes on over the
 * page without a mark; one is cut by a printed jump that the library did not see and has as two; the lines of a folio
 * are in no item.
 */
import type { SourceFile } from "../../../src/model/job.js";
import { alto, block, line, tag } from "../alto/invented.js";
import { area, fileOf, files, logical, metsOf, physical } from "../mets/small-issue.js";

/** A block of lines under each other in a column; a line is 20 high. */
export function blockAt(id: string, x: number, y: number, lines: readonly string[], high = 20): string {
  return block(
    lines.map((text, at) => line(text, x, y + at * (high + 5), high, { ID: `${id}L${at + 1}` })).join(""),
    { ID: id },
  );
}

const left = 30;
const right = 520;

export const pageOne = alto(
  [
    blockAt("P1_FOLIO", 400, 10, ["PAGE ONE OF TWO"]),
    blockAt("P1_NAME", 300, 40, ["THE HARBOUR POST"], 40),
    blockAt("P1_FOG", left, 120, ["FOG ON THE WHARF"], 30),
    blockAt("P1_FOG1", left, 170, [
      "The boats lay still on Monday while the",
      "fog hung over the wharf from seven in the",
      "morning, and no master would put out.",
    ]),
    blockAt("P1_ROAD", left, 300, ["ROAD TO THE MILL IS MENDED"], 30),
    blockAt("P1_ROAD1", left, 350, [
      "The council has mended the road to the old",
      "mill after a winter in which two carts were",
      "lost in it. The work took eleven men and was",
    ]),
    blockAt("P1_TAX", right, 120, ["HARBOUR TAX RISES"], 30),
    blockAt("P1_TAX1", right, 170, [
      "Every vessel that lies more than one night in",
      "the harbour pays a shilling more from March,",
      "the commissioners said, and those who unload",
      "(Continued on Page 2.)",
    ]),
    tag(
      "ComposedBlock",
      { ID: "P1_AD" },
      blockAt("P1_AD1", right, 350, ["ROPES AND SAILS", "At the sign of the anchor."]),
    ),
  ].join(""),
);

export const pageTwo = alto(
  [
    blockAt("P2_ROAD2", left, 40, [
      "done in nine days, which the mayor called a",
      "thing to be proud of in a small town.",
    ]),
    blockAt("P2_TAX", right, 40, ["Harbour tax"], 30),
    blockAt("P2_TAX2", right, 90, [
      "(Continued from Page 1.)",
      "there will pay it twice. The fishermen mean to",
      "bring their complaint before the court.",
    ]),
  ].join(""),
);

const div = (type: string, id: string, inside: string, label?: string): string =>
  `<mets:div TYPE="${type}" ID="${id}"${label ? ` LABEL="${label}"` : ""}>${inside}</mets:div>`;
const part = (type: string, ...places: readonly [page: string, block: string][]): string =>
  `<mets:div TYPE="${type}">${places.map(([page, id]) => area(page, id)).join("")}</mets:div>`;

const description = `<mets:dmdSec ID="D1"><mets:mdWrap MDTYPE="MODS"><mets:xmlData><mods:mods>
<mods:titleInfo><mods:title>The Harbour Post</mods:title></mods:titleInfo>
<mods:language><mods:languageTerm type="code">eng</mods:languageTerm></mods:language>
<mods:originInfo><mods:dateIssued>1891-02-17</mods:dateIssued><mods:publisher>Ann Fairway</mods:publisher></mods:originInfo>
<mods:accessCondition>Public domain</mods:accessCondition>
</mods:mods></mets:xmlData></mets:mdWrap></mets:dmdSec>`;

export const items = [
  div("TITLE_SECTION", "name", part("TEXTBLOCK", ["T1", "P1_NAME"])),
  div("ARTICLE", "fog", part("HEADLINE", ["T1", "P1_FOG"]) + part("PARAGRAPH", ["T1", "P1_FOG1"]), "Fog"),
  div(
    "ARTICLE",
    "road",
    part("HEADLINE", ["T1", "P1_ROAD"]) + part("PARAGRAPH", ["T1", "P1_ROAD1"], ["T2", "P2_ROAD2"]),
    "Road to the mill",
  ),
  div("ARTICLE", "tax", part("HEADLINE", ["T1", "P1_TAX"]) + part("PARAGRAPH", ["T1", "P1_TAX1"])),
  div("ARTICLE", "tax2", part("HEADLINE", ["T2", "P2_TAX"]) + part("PARAGRAPH", ["T2", "P2_TAX2"])),
  div("ADVERTISEMENT", "ad", area("T1", "P1_AD"), "Advert 1"),
];

const page = (order: number, label: string, ...ids: string[]): string =>
  `<mets:div TYPE="PAGE" ID="page${order}" ORDER="${order}" ORDERLABEL="${label}">${ids.map((id) => `<mets:fptr FILEID="${id}"/>`).join("")}</mets:div>`;

/** `hrefs` of the two page files. */
export const harbourMets = (hrefs: readonly [string, string], inside = items.join("")): string =>
  metsOf(
    description +
      files([
        ["T1", "text/xml", hrefs[0]],
        ["T2", "text/xml", hrefs[1]],
        ["I1", "image/jpeg", "file://./images/0001.jpg"],
      ]) +
      physical(page(1, "1", "T1", "I1") + page(2, "12", "T2")) +
      logical(inside).replace('ID="i"', 'ID="i" DMDID="D1"'),
  );

export const harbourFiles = (inside?: string): SourceFile[] => [
  fileOf(harbourMets(["file://./ALTO/0001.xml", "file://./ALTO/0002.xml"], inside), "post-mets.xml"),
  fileOf(pageOne, "ALTO/0001.xml"),
  fileOf(pageTwo, "ALTO/0002.xml"),
];
