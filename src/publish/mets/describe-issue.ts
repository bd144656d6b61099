/** What is known of an edition as MODS 3.7: title, day, number, place, publisher, language, source and rights. */
import type { EditionInfo } from "../../model/edition.js";
import { escapeXml } from "../xml.js";
import { xml, xmlLines } from "../xml-element.js";

const text = (name: string, said: string | undefined, attributes = {}): string =>
  said === undefined || said.trim() === "" ? "" : xml(name, attributes, escapeXml(said));
const around = (name: string, inside: string, attributes = {}): string =>
  inside === "" ? "" : xml(name, attributes, inside);

export function describeIssue({ newspaper, date, number, language, source, rights }: EditionInfo): string {
  const origin = [
    around("mods:place", text("mods:placeTerm", newspaper.place, { type: "text" })),
    text("mods:publisher", newspaper.publisher),
    text("mods:dateIssued", date, { encoding: "iso8601", keyDate: "yes" }),
  ].filter((each) => each !== "");
  return xmlLines(
    "mods:mods",
    { version: "3.7" },
    xml("mods:titleInfo", {}, text("mods:title", newspaper.title) || "<mods:title/>"),
    xml("mods:typeOfResource", {}, "text"),
    xml("mods:genre", { authority: "marcgt" }, "newspaper"),
    origin.length > 0 ? xmlLines("mods:originInfo", {}, ...origin) : "",
    xml("mods:language", {}, text("mods:languageTerm", language, { type: "code", authority: "rfc5646" })),
    around("mods:part", around("mods:detail", text("mods:number", number), { type: "issue" })),
    text("mods:note", source, { type: "source" }),
    text("mods:accessCondition", rights ?? newspaper.rights, { type: "use and reproduction" }),
  );
}
