/**
 * “Suggest a correction”: a link that opens a filled-in mail or issue about the article, for sites whose newspaper.md or
 * edition.md says where. It ends with an item in the format of overrides.yaml, in which only the words have to be put
 * right. With a script, single lines can be corrected too (assets/js/correct.js reads the same values from `data-`).
 */
import type { Article } from "../../model/article.js";
import { firstWords, wordOverride } from "../../model/word-override.js";
import type { Citation } from "../cite/citation.js";
import { isoDate } from "../cite/prose.js";
import type { EditionView } from "../edition-view.js";
import { fillWords } from "../words/index.js";
import { composeMessage, nameTarget } from "./compose-message.js";

/** The headline to correct, else the first printed line; nothing where a person wrote the article's words. */
function readyItem(article: Article, view: EditionView): string {
  if (article.handEdited !== undefined) return "";
  const headline = article.headline.map((passage) => passage.text).filter((text) => text !== "");
  if (headline.length > 0)
    return wordOverride({
      do: "headline",
      at: article.id,
      expect: firstWords(article.headline.map((passage) => passage.text).join("")),
      to: headline.join("\n"),
    });
  const first = article.body[0]?.passage.spans[0]?.line;
  const line = first === undefined ? undefined : view.lines.get(first);
  if (line === undefined || line.text.trim() === "") return "";
  return wordOverride({ do: "text", at: line.id, expect: firstWords(line.text), to: line.text });
}

/** A list under `overrides:`, as the file has it; fenced where issues are written in Markdown. */
function asFile(item: string, target: string): string {
  const yaml = `overrides:\n${item.replace(/^/gm, "  ")}`;
  return /^mailto:/i.test(target) ? yaml : `\`\`\`yaml\n${yaml}\n\`\`\``;
}

/** Empty where no place for corrections is configured. */
export function showCorrection(
  article: Article,
  citation: Citation,
  view: EditionView,
): Readonly<Record<string, string>> | "" {
  const target = view.edition.info.corrections;
  if (target === undefined) return "";
  const { words } = view;
  const { title, newspaper, date, pages, url } = citation;
  const subject = fillWords(words.correctSubject, { title });
  const about = [
    title,
    [newspaper, date === undefined ? "" : isoDate(date), pages.join(", ")]
      .filter((part) => part !== "")
      .join(" · "),
    url,
    `${view.edition.info.path} ${article.id}`,
  ]
    .filter((line) => line !== "")
    .join("\n");
  const item = readyItem(article, view);
  return {
    href: composeMessage(target, subject, [
      words.correctAsk,
      about,
      ...(item === "" ? [] : [asFile(item, target)]),
    ]),
    note: fillWords(words.correctNote, { to: nameTarget(target) }),
    target,
    subject,
    about,
  };
}
