/** What an editor decided, kept as a decision among the program's own, so that `explain` can tell whose it was. */
import type { Article } from "../model/article.js";
import type { AssembledEdition } from "../model/edition.js";
import type { Decision } from "../model/unit.js";

export const editorsRule = "override";
/** What a decision about a headline chose; it allows headline lines that no paper printed. */
export const editorsHeadline = "the editor's headline";
export const isEditors = (decision: Decision): boolean => decision.rule === editorsRule;

/** Where an override stands: `file` relative to the edition's folder, `line` 1-based. */
export interface Origin {
  readonly file: string;
  readonly line: number;
}

/** An editor's decision; `choice` says what was set. It is certain by definition. */
export const decideByEditor = (
  subject: string,
  kind: Decision["kind"],
  choice: string,
  origin: Origin,
): Decision => ({
  subject,
  kind,
  choice,
  rule: editorsRule,
  reason: `an editor decided it (${origin.file}:${origin.line})`,
  confidence: 1,
});

const outranks =
  (decision: Decision) =>
  (other: Decision): boolean =>
    !(other.subject === decision.subject && other.kind === decision.kind && !isEditors(other));

/** The article with the decision on its list, in place of the guess about the same thing; its confidence follows. */
export function noteOnArticle(article: Article, decision: Decision): Article {
  const had = article.decisions.length > 0;
  const decisions = [...article.decisions.filter(outranks(decision)), decision];
  const confidence = had ? Math.min(...decisions.map((each) => each.confidence)) : article.confidence;
  return { ...article, decisions, confidence };
}

/** The edition with the decision on its list, in place of the guess about the same thing. */
export function noteOnEdition(edition: AssembledEdition, decision: Decision): AssembledEdition {
  const decisions = [...edition.assembly.decisions.filter(outranks(decision)), decision];
  return { ...edition, assembly: { ...edition.assembly, decisions } };
}
