/** Kicker, headline, deck, byline, dateline and credit of an article; what a person wrote stands before what was assembled. */
import type { Element } from "hast";
import { type Child, element } from "../../markdown/to-hast.js";
import type { Article } from "../../model/article.js";
import type { Passage } from "../../model/unit.js";
import { readPassage } from "../../text/readings.js";
import type { EditionView } from "../edition-view.js";
import { showReadings } from "./ruby.js";

export type HeadField = "kicker" | "headline" | "deck" | "byline" | "dateline" | "credit";

/** The lines of one field as shown. */
export function fieldLines(article: Article, field: HeadField, view: EditionView): string[] {
  const written = article.handEdited?.[field];
  const lines =
    written === undefined ? article[field].map((passage: Passage) => passage.text) : written.split("\n");
  return lines.filter((line) => line.trim() !== "").map(view.style);
}

/** The same with what the page prints over their letters. */
export const readField = (
  article: Article,
  field: HeadField,
  view: EditionView,
): readonly (readonly Child[])[] =>
  article.handEdited?.[field] === undefined
    ? article[field]
        .filter(({ text }) => text.trim() !== "")
        .map((passage) => showReadings(readPassage(passage, view, view.style)))
    : fieldLines(article, field, view).map((line) => [line]);

/** Each printed line a line of its own; read aloud and copied as words with a space between. */
export function showLines(lines: readonly (string | readonly Child[])[]): Child[] {
  return lines.flatMap((line, index): Child[] => [
    index === 0 ? undefined : " ",
    element("span", { className: ["line"] }, ...(typeof line === "string" ? [line] : line)),
  ]);
}

export function showField(
  article: Article,
  field: HeadField,
  tag: string,
  view: EditionView,
): Element | undefined {
  const lines = readField(article, field, view);
  // Zotero takes what stands in the class `byline` for authors, with their titles: only names that are sure go to it.
  const name = field === "byline" ? "signed" : field;
  return lines.length === 0 ? undefined : element(tag, { className: [name] }, ...showLines(lines));
}

/** A dateline runs in with the first paragraph, set off by a space of the script: 本报讯　日前 · LONDON, May 3. The … */
export function showDateline(lines: readonly string[], view: EditionView): Child[] {
  if (lines.length === 0) return [];
  const gap = isUnspacedLanguage(view.edition.info.language) ? "\u3000" : " ";
  return [element("span", { className: ["dateline"] }, view.style(lines.join(" ").trim())), gap];
}

const isUnspacedLanguage = (language: string): boolean =>
  ["zh", "ja", "lzh", "yue"].includes(language.toLowerCase().split("-")[0] ?? "");
