/**
 * What needs a human look, worst first: what was lost or not applied, then what a reader would stumble over, then what
 * the program was not sure of. Each doubt says why, where, and where it can the overrides.yaml item that would settle
 * it. It refuses to list what no one can act on but the program (notes of severity `info`).
 */

import type { Article, Jump, Leftover } from "../model/article.js";
import { type Diagnostic, type Place, sortDiagnostics } from "../model/diagnostic.js";
import { adviseOn, wordDiagnostic } from "../model/diagnostic-words.js";
import type { ReviewedEdition } from "../model/edition.js";
import { findingReasons } from "../model/finding-reasons.js";
import type { Decision } from "../model/unit.js";
import { firstWords, wordOverride } from "../model/word-override.js";
import { dropSettled } from "./drop-settled.js";
import { indexPlaces, type PlaceIndex } from "./index-places.js";
import { isEditors } from "./note-decision.js";
import { wordsOfArticle } from "./resolve-anchors.js";

/** In the order of the list. A jump whose other page is not in the edition comes last: nobody can join it here. */
export const doubtGroups = [
  "error",
  "not-applied",
  "unlikely",
  "leftover",
  "headless",
  "loose-jump",
  "unsure",
  "warning",
  "absent-page",
] as const;
export type DoubtGroup = (typeof doubtGroups)[number];

/** Below `unsure` a decision is worth a look; below `unlikely` it is more often wrong than right. */
const unsureBelow = 0.8;
const unlikelyBelow = 0.5;

export interface Doubt {
  readonly group: DoubtGroup;
  /** Id of the unit, line or article; the diagnostic's code where it is about none. */
  readonly subject: string;
  /** The first words that stand there. */
  readonly words: string;
  readonly reason: string;
  readonly advice: string;
  readonly place: Place;
  /** 0–1; 0 where nothing was decided. */
  readonly confidence: number;
  /** Item for overrides.yaml, to paste; it may need a word changed. */
  readonly override?: string;
}

/** @returns a new list; the same for the same edition on every machine. */
export function listDoubts(edition: ReviewedEdition, diagnostics: readonly Diagnostic[]): Doubt[] {
  const places = indexPlaces(edition);
  const doubts = [
    ...sortDiagnostics(diagnostics)
      .filter(({ severity }) => severity !== "info")
      .map(doubtDiagnostic),
    ...edition.assembly.leftovers.map((leftover) => doubtLeftover(leftover, edition, places)),
    ...edition.assembly.articles.filter(isHeadless).map((article) => doubtHeadless(article, places)),
    ...edition.assembly.articles.flatMap((article) =>
      article.jumps.flatMap((jump) => doubtJump(jump, article, edition, places)),
    ),
    ...dropSettled(
      decisionsOf(edition).filter(({ confidence }) => confidence < unsureBelow),
      new Set(edition.assembly.articles.map(({ id }) => id)),
    ).map((decision) => doubtDecision(decision, places)),
  ];
  const rank = new Map(doubtGroups.map((group, index) => [group, index]));
  const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);
  return doubts.sort(
    (a, b) =>
      compare(rank.get(a.group) ?? 0, rank.get(b.group) ?? 0) ||
      compare(a.confidence, b.confidence) ||
      compare(a.place.page ?? 0, b.place.page ?? 0) ||
      compare(a.place.file ?? "", b.place.file ?? "") ||
      compare(a.place.line ?? 0, b.place.line ?? 0) ||
      compare(a.subject, b.subject) ||
      compare(a.reason, b.reason),
  );
}

/** Every decision once, where it is least sure, the edition's and the articles'; an editor's own are beyond doubt. */
export function decisionsOf({ assembly }: ReviewedEdition): Decision[] {
  const known = new Map<string, Decision>();
  for (const decision of [
    ...assembly.decisions,
    ...assembly.articles.flatMap((article) => article.decisions),
  ]) {
    const key = [decision.kind, decision.subject, decision.choice, decision.rule].join("\n");
    const other = known.get(key);
    if (!isEditors(decision) && (other === undefined || decision.confidence < other.confidence))
      known.set(key, decision);
  }
  return [...known.values()];
}

/** Codes of the review about an editor's wish that could not be followed, or only in part. */
const isNotApplied = (code: string): boolean => code.startsWith("JL41") || code.startsWith("JL42");

function doubtDiagnostic(diagnostic: Diagnostic): Doubt {
  const group = isNotApplied(diagnostic.code)
    ? "not-applied"
    : diagnostic.severity === "error"
      ? "error"
      : "warning";
  return {
    group,
    subject: String(diagnostic.details.id ?? diagnostic.code),
    words: String(diagnostic.details.expect ?? diagnostic.details.text ?? ""),
    reason: wordDiagnostic(diagnostic),
    advice: adviseOn(diagnostic),
    place: diagnostic.place,
    confidence: 0,
  };
}

function doubtLeftover(
  { unit, page, passage, reason }: Leftover,
  edition: ReviewedEdition,
  places: PlaceIndex,
): Doubt {
  const near = nearestArticle(unit, page, edition, places);
  const words = firstWords(passage.text);
  const override = near
    ? wordOverride({ do: "article", at: unit, expect: words, to: near.id, expectTo: wordsOfArticle(near) })
    : wordOverride({ do: "mark", at: unit, expect: words, as: "furniture" });
  return {
    group: "leftover",
    subject: unit,
    words,
    reason,
    advice: leftoverAdvice,
    place: places.of(unit),
    confidence: 0,
    override,
  };
}
const leftoverAdvice =
  "Put it into the article it belongs to, or mark it: do: mark, as: notice, advert or furniture.";

/** The article with the unit nearest before the leftover in the page's file, else the first on the page. */
function nearestArticle(
  unit: string,
  page: number,
  edition: ReviewedEdition,
  places: PlaceIndex,
): Article | undefined {
  const line = places.of(unit).line ?? 0;
  let best: Article | undefined;
  let bestLine = -1;
  for (const article of edition.assembly.articles) {
    for (const part of article.parts) {
      if (part.page !== page) continue;
      best ??= article;
      for (const id of part.units) {
        const at = places.of(id).line ?? 0;
        if (at < line && at > bestLine) [best, bestLine] = [article, at];
      }
    }
  }
  return best;
}

const isHeadless = (article: Article): boolean =>
  article.kind === "story" && article.headline.length === 0 && (article.handEdited?.headline ?? "") === "";

function doubtHeadless(article: Article, places: PlaceIndex): Doubt {
  const words = wordsOfArticle(article);
  return {
    group: "headless",
    subject: article.id,
    words,
    reason: "no headline was found for this article",
    advice:
      "Give it one (write it in place of the words after “to:”), or join it to the article it belongs to with do: join.",
    place: places.of(article.id),
    confidence: article.confidence,
    override: wordOverride({ do: "headline", at: article.id, expect: words, to: words }),
  };
}

function doubtJump(jump: Jump, article: Article, edition: ReviewedEdition, places: PlaceIndex): Doubt[] {
  if (jump.state === "joined" || jump.reason === findingReasons.jumpForbidden) return [];
  const mark = jump.forward ?? jump.backward;
  const subject = mark?.unit ?? article.id;
  const other = jump.forward ? jump.toPage : jump.fromPage;
  const absent = other !== undefined && !edition.pages.some((page) => page.number === other);
  const match = absent ? undefined : matchEnd(jump, article, edition);
  return [
    {
      group: absent ? "absent-page" : "loose-jump",
      subject,
      words: firstWords(mark?.passage.text ?? ""),
      reason: absent ? `page ${other} is not in this edition` : jump.reason,
      advice: absent ? "Nothing to do, unless the page can be added." : match ? looseAdvice : lonelyAdvice,
      place: places.of(subject),
      confidence: absent ? 1 : 0,
      ...(match && { override: match }),
    },
  ];
}
const looseAdvice = "If the story does go on there, paste this.";
const lonelyAdvice =
  "Look for its other half, and join them with do: jump, verdict: confirm; or leave it: readers are told where it goes on.";

/** The override that would join this loose end with another: loose too, and each on the page that the other names. */
function matchEnd(jump: Jump, article: Article, edition: ReviewedEdition): string | undefined {
  const own = jump.forward ?? jump.backward;
  if (!own) return undefined;
  for (const other of edition.assembly.articles) {
    if (other.id === article.id) continue;
    for (const end of other.jumps) {
      if (end.state === "joined") continue;
      const [from, to] = jump.forward ? [jump, end] : [end, jump];
      if (!from.forward || !to.backward || from.backward || to.forward) continue;
      const agree = (named: number | undefined, page: number): boolean =>
        named === undefined || named === page;
      if (!agree(from.toPage, to.backward.page) || !agree(to.fromPage, from.forward.page)) continue;
      const [at, on] = [from.forward, to.backward];
      const expected = { expect: firstWords(at.passage.text), expectTo: firstWords(on.passage.text) };
      return wordOverride({ do: "jump", verdict: "confirm", at: at.unit, to: on.unit, ...expected });
    }
  }
  return undefined;
}

function doubtDecision(decision: Decision, places: PlaceIndex): Doubt {
  const named = (choice: string): string => {
    const words = places.words(choice);
    return words === "" ? choice : `${choice} “${words}”`;
  };
  const other = decision.runnerUp ? ` The next best was ${named(decision.runnerUp.choice)}.` : "";
  return {
    group: decision.confidence < unlikelyBelow ? "unlikely" : "unsure",
    subject: decision.subject,
    words: places.words(decision.subject),
    reason: `${decision.kind}: ${named(decision.choice)} (${decision.rule}): ${decision.reason}.${other}`,
    advice: decision.override === undefined ? "" : "If it is wrong, paste this.",
    place: places.of(decision.subject),
    confidence: decision.confidence,
    ...(decision.override !== undefined && { override: decision.override }),
  };
}
