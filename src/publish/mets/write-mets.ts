/**
 * An edition as METS, with its pages as ALTO beside it: what a library's own system takes in. Files are named relative
 * to the METS file, so the folder can be moved, and read again by our own reader.
 */
import { altoFile, metsFile, scanFile } from "../../model/address.js";
import type { SiteFile } from "../../model/job.js";
import { linesOf, type Page } from "../../model/page.js";
import { findBrokenWords } from "../alto/join-hyphens.js";
import { listBlocks } from "../alto/list-blocks.js";
import { listStyles } from "../alto/type-styles.js";
import { writeAlto } from "../alto/write-alto.js";
import { placesOfEdition } from "../page-places.js";
import type { PublishedEdition } from "../published-edition.js";
import { xml, xmlHead, xmlLines } from "../xml-element.js";
import { altoId, articleDiv, describeArticles, indexBlocks, pageId } from "./describe-articles.js";
import { describeIssue } from "./describe-issue.js";

const namespaces = {
  "xmlns:mets": "http://www.loc.gov/METS/",
  "xmlns:mods": "http://www.loc.gov/mods/v3",
  "xmlns:xlink": "http://www.w3.org/1999/xlink",
};

const imageId = (page: number): string => `IMG${page}`;
const pictureOf = ({ number, scan }: Page): string | undefined => scan && scanFile(number, scan.kind);

const describeFile = (id: string, mime: string, href: string): string =>
  xml("mets:file", { ID: id, MIMETYPE: mime }, xml("mets:FLocat", { LOCTYPE: "URL", "xlink:href": href }));

function describeFiles(pages: readonly Page[]): string {
  const images = pages.flatMap(({ number, scan }) =>
    scan ? [describeFile(imageId(number), `image/${scan.kind}`, scanFile(number, scan.kind))] : [],
  );
  return xmlLines(
    "mets:fileSec",
    {},
    images.length > 0 ? xmlLines("mets:fileGrp", { ID: "IMGGRP", USE: "Images" }, ...images) : "",
    xmlLines(
      "mets:fileGrp",
      { ID: "ALTOGRP", USE: "Text" },
      ...pages.map(({ number }) => describeFile(altoId(number), "application/xml", altoFile(number))),
    ),
  );
}

const describePage = ({ number, folio, section, scan }: Page): string =>
  xmlLines(
    "mets:div",
    {
      ID: pageId(number),
      TYPE: "PAGE",
      ORDER: number,
      ORDERLABEL: folio,
      LABEL: section,
    },
    scan ? xml("mets:fptr", { FILEID: imageId(number) }) : "",
    xml("mets:fptr", { FILEID: altoId(number) }),
  );

function writeMets({ edition }: PublishedEdition, blocks: ReturnType<typeof listBlocks>): string {
  const { info, assembly } = edition;
  const pages = [...edition.pages].sort((a, b) => a.number - b.number);
  const sections = new Map(pages.map(({ number, section }) => [number, section]));
  const label = [info.newspaper.title, info.date, info.number].filter((part) => part).join(", ");
  const divs = describeArticles(assembly, indexBlocks(blocks), (page) => sections.get(page));
  const links = assembly.articles.flatMap((article) =>
    [...new Set(article.parts.map(({ page }) => page))].map((page) =>
      xml("mets:smLink", { "xlink:from": articleDiv(article), "xlink:to": pageId(page) }),
    ),
  );
  const mets = xmlLines(
    "mets:mets",
    { ...namespaces, OBJID: info.path, LABEL: label, TYPE: "Newspaper" },
    xmlLines(
      "mets:metsHdr",
      {},
      xml(
        "mets:agent",
        { ROLE: "CREATOR", TYPE: "OTHER", OTHERTYPE: "SOFTWARE" },
        xml("mets:name", {}, "Jumpline"),
      ),
    ),
    xmlLines(
      "mets:dmdSec",
      { ID: "MODS_ISSUE" },
      xmlLines("mets:mdWrap", { MDTYPE: "MODS" }, xmlLines("mets:xmlData", {}, describeIssue(info))),
    ),
    describeFiles(pages),
    xmlLines(
      "mets:structMap",
      { TYPE: "PHYSICAL" },
      xmlLines(
        "mets:div",
        { ID: "PHYS", TYPE: "physSequence", DMDID: "MODS_ISSUE" },
        ...pages.map(describePage),
      ),
    ),
    xmlLines(
      "mets:structMap",
      { TYPE: "LOGICAL" },
      xmlLines(
        "mets:div",
        { TYPE: "NEWSPAPER", LABEL: info.newspaper.title },
        xmlLines("mets:div", { ID: "ISSUE", TYPE: "ISSUE", DMDID: "MODS_ISSUE", LABEL: label }, ...divs),
      ),
    ),
    links.length > 0 ? xmlLines("mets:structLink", {}, ...links) : "",
  );
  return `${xmlHead}${mets}\n`;
}

/** The METS file, and the ALTO file of each page that it names. */
export function writeMetsAlto(published: PublishedEdition): SiteFile[] {
  const { edition } = published;
  const { path } = edition.info;
  const blocks = listBlocks(edition);
  const broken = findBrokenWords(edition.assembly, placesOfEdition(edition).lines);
  const pages = edition.pages.map((page) => {
    const image = pictureOf(page);
    const content = writeAlto({
      page,
      blocks: blocks.get(page.number) ?? [],
      styles: listStyles(page, linesOf(page)),
      broken,
      ...(image === undefined ? {} : { image }),
    });
    return { path: `${path}/${altoFile(page.number)}`, content };
  });
  return [{ path: `${path}/${metsFile}`, content: writeMets(published, blocks) }, ...pages];
}
