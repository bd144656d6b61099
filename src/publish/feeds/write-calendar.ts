/**
 * “On this day” as a calendar (RFC 5545) that people subscribe to: an event for each day of the year on which the newspaper
 * was printed, every year, with all its editions of that day, so that a daily of fifty years makes 366 events and not
 * eighteen thousand. It needs no clock: the rule of repetition is the reader's calendar's to follow.
 */
import type { SiteFile } from "../../model/job.js";
import type { FeedWords, SiteContext } from "../../model/site.js";
import { byDate, type DatedEdition } from "../dated.js";
import { uuidOf } from "../name-uuid.js";
import { frontOf } from "./entry.js";

/** Octets in a line, without its end. */
const lineLength = 75;
const lineEnd = "\r\n";
/** Editions named in one event; a calendar is no archive. */
const editionsNamed = 40;

/** TEXT: four characters have a meaning; controls have none and are left out. */
export function escapeText(text: string): string {
  let out = "";
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (character === "\n") out += "\\n";
    else if (code < 32 || (code >= 127 && code < 160) || (code >= 0xd800 && code <= 0xdfff)) continue;
    else out += "\\;,".includes(character) ? `\\${character}` : character;
  }
  return out;
}

const octetsOf = (character: string): number => {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
};

/** Breaks a content line between characters, never inside one; a line that goes on begins with a space. */
export function foldLine(line: string): string {
  let out = "";
  let taken = 0;
  for (const character of line) {
    const octets = octetsOf(character);
    if (taken + octets > lineLength) {
      out += `${lineEnd} `;
      taken = 1;
    }
    out += character;
    taken += octets;
  }
  return out;
}

function writeEvent(editions: readonly DatedEdition[], words: FeedWords, site: SiteContext): string[] {
  const [first] = editions;
  if (!first) return [];
  const day = first.date.replaceAll("-", "");
  const leap = first.date.endsWith("-02-29") ? ";BYMONTH=2;BYMONTHDAY=-1" : "";
  const years = [...new Set(editions.map(({ date }) => date.slice(0, 4)))].join(", ");
  const described = editions
    .slice(0, editionsNamed)
    .flatMap((edition) => [
      [words.formatDate(edition.date), edition.headlines[0]?.text].filter(Boolean).join(words.colon),
      ...(site.baseUrl === undefined ? [] : [`${site.baseUrl}/${frontOf(edition)}`]),
    ]);
  return [
    "BEGIN:VEVENT",
    `UID:${uuidOf(`jumpline ${first.newspaper} on ${first.date.slice(5)}`)}`,
    // Demanded, and meant for when the event was written down: there is no clock, so the printed day stands here.
    `DTSTAMP:${day}T000000Z`,
    `DTSTART;VALUE=DATE:${day}`,
    `RRULE:FREQ=YEARLY${leap}`,
    `SUMMARY:${escapeText(`${first.title} · ${words.onThisDay} · ${years}`)}`,
    `DESCRIPTION:${escapeText(described.join("\n"))}`,
    ...(site.baseUrl === undefined ? [] : [`URL:${site.baseUrl}/${frontOf(first)}`]),
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

/** The calendar of one newspaper. */
export function writeCalendar(
  path: string,
  editions: readonly DatedEdition[],
  words: FeedWords,
  site: SiteContext,
): SiteFile {
  const days = new Map<string, DatedEdition[]>();
  for (const edition of [...editions].sort(byDate)) {
    const day = edition.date.slice(5);
    const sameDay = days.get(day);
    if (sameDay) sameDay.push(edition);
    else days.set(day, [edition]);
  }
  const name = `${editions.at(-1)?.title ?? ""} · ${words.onThisDay}`;
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Jumpline//On this day//EN",
    "CALSCALE:GREGORIAN",
    `X-WR-CALNAME:${escapeText(name)}`,
    ...[...days.keys()].sort().flatMap((day) => writeEvent(days.get(day) ?? [], words, site)),
    "END:VCALENDAR",
  ];
  return { path, content: lines.map((line) => foldLine(line) + lineEnd).join("") };
}
