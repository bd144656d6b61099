/** What kind of body a paragraph is, by how it begins: a list item, a question, an answer, or a plain paragraph. */
import type { BodyKind } from "../../model/article.js";
import type { Lexicon } from "../../text/lexicon/index.js";
import type { DraftUnit } from "../draft-units.js";

const bullets = new Set(["•", "●", "■", "◆", "▪", "▶", "★", "☆", "*", "–", "·", "◇", "○"]);

export function kindOfBody(unit: DraftUnit, lexicons: readonly Lexicon[]): BodyKind {
  if (unit.verse) return "verse";
  const text = unit.text;
  if (bullets.has(text[0] ?? "") && (text[1] === " " || !unit.spaced)) return "list";
  const lower = text.toLowerCase();
  for (const lexicon of lexicons) {
    if (lexicon.questions.some((word) => opens(lower, word))) return "question";
    if (lexicon.answers.some((word) => opens(lower, word))) return "answer";
  }
  return "paragraph";
}

/** A label with its own stop (问：, Q:), or a bare letter or word set apart by a space. */
const opens = (text: string, label: string): boolean => {
  const word = label.toLowerCase();
  if (!text.startsWith(word)) return false;
  if (/[\p{L}\p{N}]$/u.test(word)) return text[word.length] === " " || text[word.length] === "　";
  return true;
};
