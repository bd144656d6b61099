/**
 * The one-line title of an article for lists and the browser's tab: its headline lines in one, else the head over its
 * continuation, else the first words of its text. It never invents one.
 */
import type { Article } from "./article.js";
import type { Passage } from "./unit.js";

/** Characters of text that stand in for a missing headline. */
const firstWords = 28;

const oneLine = (passages: readonly Passage[]): string =>
  passages
    .map((passage) => passage.text.trim())
    .filter((text) => text !== "")
    .join(" ");

function clip(text: string): string {
  const characters = Array.from(text);
  return characters.length <= firstWords ? text : `${characters.slice(0, firstWords).join("").trimEnd()}…`;
}

export function titleOf(article: Article, untitled: string): string {
  const written = article.handEdited?.headline?.split("\n").join(" ").trim() ?? "";
  if (written !== "") return written;
  const headline = oneLine(article.headline);
  if (headline !== "") return headline;
  const jumpHead = article.jumps.map((jump) => oneLine(jump.jumpHead)).find((text) => text !== "");
  if (jumpHead !== undefined) return jumpHead;
  const kicker = oneLine(article.kicker);
  if (kicker !== "") return kicker;
  const first = article.body.map((part) => part.passage.text.trim()).find((text) => text !== "");
  return first === undefined ? untitled : clip(first);
}
