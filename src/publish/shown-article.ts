/**
 * An article as its readers see it, for the forms that other programs take: a person's words where there are any, and
 * beside each paragraph the printed lines that it stands for. It decides nothing.
 */
import { type HeadField, headFields } from "../markdown/article-file.js";
import { readBody } from "../markdown/read-article.js";
import type { Article, BodyKind, BodyPart } from "../model/article.js";
import type { Passage } from "../model/unit.js";

export interface ShownHead {
  readonly field: HeadField;
  readonly text: string;
  /** Its printed lines; none for words that an editor added. */
  readonly printed: readonly Passage[];
}

export interface ShownPart {
  readonly kind: BodyKind;
  readonly text: string;
  /** Absent for words that an editor wrote. */
  readonly printed?: Passage;
}

/** As in print: what stands over the headline comes first. */
const inPrint: readonly HeadField[] = ["kicker", ...headFields.filter((field) => field !== "kicker")];

/** The head fields that say something. */
export const shownHead = (article: Article): ShownHead[] =>
  inPrint
    .map((field) => ({
      field,
      text: article.handEdited?.[field] ?? article[field].map((passage) => passage.text).join("\n"),
      printed: article[field],
    }))
    .filter(({ text }) => text.trim() !== "");

/** A person's paragraph keeps the printed lines of one with the same words. */
export function shownBody(article: Article): ShownPart[] {
  const printed = article.body.map(({ kind, passage }: BodyPart) => ({
    kind,
    text: passage.text,
    printed: passage,
  }));
  if (!article.handEdited) return printed;
  const byText = new Map(printed.map((part) => [part.text, part.printed]));
  return readBody(article.handEdited.markdown).map(({ kind, text }) => {
    const same = byText.get(text);
    return { kind, text, ...(same ? { printed: same } : {}) };
  });
}
