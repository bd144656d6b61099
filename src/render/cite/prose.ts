/** What several styles share: runs of text with titles set apart, names in a row, months, quotation marks. */
import type { CalendarDate } from "../format-date.js";
import { en } from "../words/en.js";
import type { Author } from "./read-authors.js";

/** A cited string: plain text, and titles of newspapers, which Latin styles set in italics. */
export type Run = string | { readonly italic: string };
export type Prose = readonly Run[];

export const plainProse = (prose: Prose): string =>
  prose.map((run) => (typeof run === "string" ? run : run.italic)).join("");

const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
export const isCjk = (text: string): boolean => cjk.test(text);

/** Newspapers are italic in Latin script; Chinese, Japanese and Korean have no italics. */
export const periodical = (name: string): Run => (isCjk(name) ? name : { italic: name });

/** Whether a newspaper's name tells where it appears: 汐凪新報 of 汐凪市 does. */
export const tellsPlace = (newspaper: string, place: string): boolean =>
  place === "" || newspaper.includes(place.replace(/(?<=..)[市县縣県区區町村府省]$/u, ""));

/** Whether a text ends with a sign after which no full stop follows. */
export const endsSentence = (text: string): boolean => /[.!?…。！？][”’"')\]」』》]*$/u.test(text);
export const withStop = (text: string): string => (endsSentence(text) ? text : `${text}.`);

/** “Title.” with double quotation marks inside turned into single ones, as English styles want them. */
export function quoteTitle(title: string): string {
  let open = false;
  const inner = title
    .replaceAll("“", "‘")
    .replaceAll("”", "’")
    .replace(/"/g, () => {
      open = !open;
      return open ? "‘" : "’";
    });
  // American: the full stop stands inside a quotation that ends the title.
  const nested = inner.includes("‘") && inner.endsWith("’") && !endsSentence(inner);
  return `“${nested ? `${inner.slice(0, -1)}.’` : withStop(inner)}”`;
}

/** `Wren, Tobias`; a name in Chinese, Japanese or Korean, or one that cannot be taken apart, as it stands. */
export const inverted = (author: Author): string =>
  author.family === undefined || author.given === undefined || isCjk(author.literal)
    ? author.literal
    : `${author.family}, ${author.given}`;

/** `J.-P. T.` of Jean-Paul Tobias. */
export const initialsOf = (given: string): string =>
  given
    .split(" ")
    .flatMap((word) => (/^(?:\p{Lu}\.)+$/u.test(word) ? (word.match(/\p{Lu}\./gu) ?? []) : [word]))
    .map((word) =>
      word
        .split("-")
        .map((part) => `${Array.from(part)[0] ?? ""}.`)
        .join("-"),
    )
    .join(" ");

export const monthName = (date: CalendarDate): string => en.months[date.month - 1] ?? "";

const two = (value: number): string => String(value).padStart(2, "0");
export const yearOf = (date: CalendarDate): string => String(date.year).padStart(4, "0");
export const isoDate = (date: CalendarDate): string => `${yearOf(date)}-${two(date.month)}-${two(date.day)}`;
