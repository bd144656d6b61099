/**
 * A passage as TEI: its printed lines with what was mended in them, and the places where line, column and page end.
 *
 *     the con- | tinued road  →  <lb/>the con<lb break="no" rend="hyphen"/>tinued road
 */
import type { LineId } from "../../model/ids.js";
import type { Line } from "../../model/page.js";
import type { Passage, Seam } from "../../model/unit.js";
import { cutStrings } from "../alto/cut-strings.js";
import { escapeXml } from "../xml.js";
import { xml } from "../xml-element.js";
import { zoneId } from "./describe-facsimile.js";

/** Where a stretch of a line stands: its zone, and the column it is in. */
export interface LineSpot {
  readonly zone: string;
  readonly block: string;
}

export interface PassageContext {
  readonly lines: ReadonlyMap<LineId, Line>;
  /** By line and offset: `p1-l5:0`. */
  readonly spots: ReadonlyMap<string, LineSpot>;
  /** What stands where a page is entered; empty where the article is on it already. */
  readonly enter: (page: number) => string;
}

const gaps = /[^ \t\r\n]+/u;

/** @param dropped how many characters at its end are not in the passage's text */
function writeWords(line: Line, start: number, end: number, dropped: number): string {
  const text = line.text.slice(start, end);
  const between = text.split(gaps);
  const strings = cutStrings(line, start, end);
  const written = strings.map(({ text: word, printed }, index) => {
    const last = index === strings.length - 1 && text.endsWith(word);
    const shown = last && dropped > 0 ? word.slice(0, -dropped) : word;
    const mended = printed === undefined || shown === "" ? undefined : printed;
    const choice = (was: string) =>
      xml("choice", {}, xml("orig", {}, escapeXml(was)), xml("reg", {}, escapeXml(shown)));
    return `${mended === undefined ? escapeXml(shown) : choice(mended)}${between[index + 1] ?? ""}`;
  });
  return `${between[0] ?? ""}${written.join("")}`;
}

function beginLine(spot: LineSpot | undefined, seam: Seam | undefined): string {
  return xml("lb", {
    facs: spot ? `#${zoneId(spot.zone)}` : undefined,
    break: seam === "nothing" || seam === "drop-hyphen" ? "no" : undefined,
    rend: seam === "drop-hyphen" ? "hyphen" : undefined,
  });
}

/** The plain text where it is not what the lines say: an editor's word was put into the passage. */
export function writePassage(passage: Passage, { lines, spots, enter }: PassageContext): string {
  const { spans, seams } = passage;
  let plain = "";
  let out = "";
  let column: string | undefined;
  for (const [index, { line: id, start, end }] of spans.entries()) {
    const line = lines.get(id);
    if (!line) return escapeXml(passage.text);
    const [before, after] = [seams[index - 1], seams[index]];
    if (before === "space") {
      plain += " ";
      out += " ";
    }
    const spot = spots.get(`${id}:${start}`);
    const entered = enter(line.page);
    if (entered === "" && column !== undefined && spot && spot.block !== column) out += "<cb/>";
    if (spot) column = spot.block;
    const dropped = after === "drop-hyphen" ? 1 : 0;
    out += `${entered}${beginLine(spot, before)}${writeWords(line, start, end, dropped)}`;
    plain += line.text.slice(start, end - dropped);
  }
  return plain === passage.text ? out : escapeXml(passage.text);
}
