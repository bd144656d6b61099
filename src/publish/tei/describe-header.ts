/** The TEI header: what the edition is, where its words come from, and how they were treated. */
import type { EditionInfo } from "../../model/edition.js";
import { escapeXml } from "../xml.js";
import { xml, xmlLines } from "../xml-element.js";

const text = (name: string, said: string | undefined, attributes = {}): string =>
  said === undefined || said.trim() === "" ? "" : xml(name, attributes, escapeXml(said));

const isDay = (date: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(date);

const treatment = [
  "Text was mended, set in reading order and cut into articles by Jumpline. A mended word is a choice of what the source had (orig) and what it was mended to (reg).",
  'Each printed line begins with lb. One with break="no" begins inside a word, or where the script sets no spaces; where rend="hyphen" stands beside it, a hyphen at the end of the line before was dropped. Text without line beginnings was written by an editor.',
  "An article stands in one piece, over all its pages: pb says where each begins, and fw holds the marks and heads of its jumps. What was printed and is in no article follows in divisions of its own.",
];

export function describeHeader({ newspaper, date, number, language, source, rights }: EditionInfo): string {
  const title = [newspaper.title, date, number].filter((part) => part).join(", ");
  const said = rights ?? newspaper.rights;
  const bibl = xmlLines(
    "bibl",
    {},
    text("title", newspaper.title, { level: "j" }) || '<title level="j"/>',
    text("biblScope", number, { unit: "issue" }),
    text("pubPlace", newspaper.place),
    text("publisher", newspaper.publisher),
    text("date", date, date !== undefined && isDay(date) ? { when: date } : {}),
    text("note", source),
  );
  return xmlLines(
    "teiHeader",
    {},
    xmlLines(
      "fileDesc",
      {},
      xml("titleStmt", {}, text("title", title) || "<title/>"),
      xmlLines(
        "publicationStmt",
        {},
        xml("p", {}, "A form of a digital edition of the newspaper, made from its printed pages."),
        text("p", said === undefined ? undefined : `Rights: ${said}`),
      ),
      xmlLines("sourceDesc", {}, bibl),
    ),
    xmlLines(
      "encodingDesc",
      {},
      xmlLines("editorialDecl", {}, ...treatment.map((sentence) => text("p", sentence))),
    ),
    xmlLines("profileDesc", {}, xml("langUsage", {}, xml("language", { ident: language }))),
  );
}
