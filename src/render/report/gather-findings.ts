/** Gathers what the archivist should look at: doubtful decisions worst first, jumps with one end, repairs counted by rule. */
import type { Article, Jump } from "../../model/article.js";
import type { Decision } from "../../model/unit.js";
import { describeJumpEnd } from "../article/describe-jump.js";
import type { EditionView } from "../edition-view.js";

/** Below this confidence a decision is worth a look. */
export const doubtBelow = 0.8;

export interface LooseEnd {
  readonly article: Article;
  readonly mark: string;
  readonly page: number;
  readonly note: string;
  readonly reason: string;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export function doubtfulDecisions(view: EditionView): Decision[] {
  const { assembly } = view.edition;
  const known = new Map<string, Decision>();
  for (const decision of [
    ...assembly.decisions,
    ...assembly.articles.flatMap((article) => article.decisions),
  ]) {
    const key = [decision.kind, decision.subject, decision.rule, decision.choice].join("\n");
    if (decision.confidence < doubtBelow && !known.has(key)) known.set(key, decision);
  }
  return [...known.entries()]
    .sort(([x, a], [y, b]) => a.confidence - b.confidence || compare(x, y))
    .map(([, decision]) => decision);
}

export function looseEnds(view: EditionView): LooseEnd[] {
  const ends = (article: Article, jump: Jump): LooseEnd[] =>
    (["forward", "backward"] as const).flatMap((side) => {
      const mark = jump[side];
      if (jump.state === "joined" || !mark) return [];
      const { note } = describeJumpEnd(jump, side, article, view);
      return [{ article, mark: mark.passage.text, page: mark.page, note, reason: jump.reason }];
    });
  return view.articles.flatMap((article) => article.jumps.flatMap((jump) => ends(article, jump)));
}

export interface JoinedJump {
  readonly article: Article;
  /** The printed marks, as many as there are. */
  readonly marks: readonly string[];
  readonly pages: readonly number[];
  readonly confidence: number;
  readonly reason: string;
}

/** Least sure first, so that what is worth checking stands at the top. */
export function joinedJumps(view: EditionView): JoinedJump[] {
  return view.articles
    .flatMap((article) =>
      article.jumps.flatMap((jump): JoinedJump[] => {
        if (jump.state !== "joined") return [];
        const marks = [jump.forward, jump.backward].flatMap((mark) => (mark ? [mark.passage.text] : []));
        const pages = [jump.fromPage, jump.toPage].filter((page) => page !== undefined);
        return [{ article, marks, pages, confidence: jump.confidence, reason: jump.reason }];
      }),
    )
    .map((jump, at) => ({ jump, at }))
    .sort((a, b) => a.jump.confidence - b.jump.confidence || a.at - b.at)
    .map(({ jump }) => jump);
}

/** How often each rule changed a line, most often first. */
export function repairsByRule(view: EditionView): { readonly rule: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const line of view.lines.values())
    for (const edit of line.edits) counts.set(edit.rule, (counts.get(edit.rule) ?? 0) + 1);
  return [...counts.entries()]
    .map(([rule, count]) => ({ rule, count }))
    .sort((a, b) => b.count - a.count || compare(a.rule, b.rule));
}
