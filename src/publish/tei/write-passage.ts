/**
 * A passage as TEI: its printed lines with what was mended in them, and the places where line, column and page end.
 *
 *     the con- | tinued road  →  <lb/>the con<lb break="no" rend="hyphen"/>tinued road
 *     北岸へ with ほくがん     →  <lb/><ruby><rb>北岸</rb><rt place="above">ほくがん</rt></ruby>へ
 */
import type { UnitId } from "../../model/ids.js";
import type { Line } from "../../model/page.js";
import type { Passage, Seam } from "../../model/unit.js";
import {
  countLetters,
  cutAtReadings,
  type Reading,
  type ReadLines,
  readingsInSpan,
} from "../../text/readings.js";
import { cutStrings } from "../alto/cut-strings.js";
import { escapeXml } from "../xml.js";
import { xml } from "../xml-element.js";
import { zoneId } from "./describe-facsimile.js";

/** Where a stretch of a line stands: its zone, and the column it is in. */
export interface LineSpot {
  readonly zone: string;
  readonly block: string;
}

export interface PassageContext extends ReadLines {
  /** By line and offset: `p1-l5:0`. */
  readonly spots: ReadonlyMap<string, LineSpot>;
  /** The zone of a reading, and where its letters have it. */
  readonly zoneOfReading: (unit: UnitId) => string | undefined;
  readonly placeOfReadings: (page: number) => "above" | "right";
  /** Readings that were written where their letters are. */
  readonly written: Set<UnitId>;
  /** What stands where a page is entered; empty where the article is on it already. */
  readonly enter: (page: number) => string;
}

const gaps = /[^ \t\r\n]+/u;

/** @param dropped how many characters at its end are not in the passage's text */
function writeWords(
  line: Line,
  start: number,
  end: number,
  dropped: number,
  writeRead: (word: string, lettersBefore: number) => string,
): string {
  let letters = 0;
  const text = line.text.slice(start, end);
  const between = text.split(gaps);
  const strings = cutStrings(line, start, end);
  const written = strings.map(({ text: word, printed }, index) => {
    const last = index === strings.length - 1 && text.endsWith(word);
    const shown = last && dropped > 0 ? word.slice(0, -dropped) : word;
    const mended = printed === undefined || shown === "" ? undefined : printed;
    const read = writeRead(shown, letters);
    letters += countLetters(word);
    const choice = (was: string) => xml("choice", {}, xml("orig", {}, escapeXml(was)), xml("reg", {}, read));
    return `${mended === undefined ? read : choice(mended)}${between[index + 1] ?? ""}`;
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

const writeReading = (
  base: string,
  { text, unit }: Reading,
  page: number,
  context: PassageContext,
): string => {
  const zone = context.zoneOfReading(unit);
  const facs = zone === undefined ? undefined : `#${zoneId(zone)}`;
  const reading = xml("rt", { place: context.placeOfReadings(page), facs }, escapeXml(text));
  return xml("ruby", {}, xml("rb", {}, escapeXml(base)), reading);
};

/** The plain text where it is not what the lines say: an editor's word was put into the passage. */
export function writePassage(passage: Passage, context: PassageContext): string {
  const { lines, spots, enter } = context;
  const { spans, seams } = passage;
  const read: UnitId[] = [];
  let plain = "";
  let out = "";
  let column: string | undefined;
  for (const [index, span] of spans.entries()) {
    const { line: id, start, end } = span;
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
    const readings = readingsInSpan(span, context);
    const writeRead = (word: string, before: number): string =>
      cutAtReadings(word, before, readings)
        .map(({ text, reading }) => {
          if (!reading) return escapeXml(text);
          read.push(reading.unit);
          return writeReading(text, reading, line.page, context);
        })
        .join("");
    out += `${entered}${beginLine(spot, before)}${writeWords(line, start, end, dropped, writeRead)}`;
    plain += line.text.slice(start, end - dropped);
  }
  if (plain !== passage.text) return escapeXml(passage.text);
  for (const unit of read) context.written.add(unit);
  return out;
}
