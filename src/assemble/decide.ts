/**
 * Decisions: what was doubtful in making each article, what else it could have been, and the override that would
 * decide it the other way. Only what could well be otherwise is listed: a sure decision is no news.
 */

import type { Article } from "../model/article.js";
import { findingChoices, findingReasons } from "../model/finding-reasons.js";
import type { UnitId } from "../model/ids.js";
import type { Decision } from "../model/unit.js";
import { firstWords, wordOverride } from "../model/word-override.js";
import { type Composed, confidenceOf, marginOf } from "./compose-articles.js";
import type { DraftUnit } from "./draft-units.js";
import type { PageUnits } from "./read-units.js";
import { unitKindOf } from "./sketch-units.js";
import { firstBody, lastBody, type Story } from "./stories.js";

/** Margins, in nats, above which a decision is not worth a person's time. */
const doubtfulArticle = 2;
const doubtfulRole = 1;

/** Articles with their decisions. */
export function decideAll(composed: readonly Composed[], pages: readonly PageUnits[]): Article[] {
  const articleOf = new Map<UnitId, Article>();
  for (const { article, stories } of composed)
    for (const story of stories) for (const unit of story.units) articleOf.set(unit.id, article);
  const units = new Map(pages.flatMap((page) => page.units.map((unit) => [unit.id, unit] as const)));
  return composed.map(({ article, stories }) => {
    const decisions: Decision[] = decideFollowing(article, stories);
    for (const story of stories) {
      const seen = new Set<string>();
      for (const unit of story.units) {
        const margin = story.margins.get(unit) ?? 20;
        const key = `${margin}`;
        if (margin < doubtfulArticle && !seen.has(key))
          decisions.push(decideMembership(unit, margin, article, story.rivals.get(unit), articleOf));
        seen.add(key);
        if (unit.margin < doubtfulRole) decisions.push(decideRole(unit));
      }
    }
    for (const jump of article.jumps) {
      const first = units.get(jump.forward?.unit ?? ("" as UnitId));
      const second = units.get(jump.backward?.unit ?? ("" as UnitId));
      if (jump.state !== "joined" || !first || !second) continue;
      decisions.push({
        subject: first.id,
        kind: "jump",
        choice: `${findingChoices.joinedWith} ${second.id}`,
        rule: "jump-ends-agree",
        reason: jump.reason,
        confidence: jump.confidence,
        override: wordOverride({
          do: "jump",
          at: first.id,
          expect: firstWords(first.text),
          to: second.id,
          expectTo: firstWords(second.text),
          verdict: "forbid",
        }),
      });
    }
    decisions.push(...decideInferred(article, stories));
    return { ...article, decisions };
  });
}

/** Text that goes on over a page break without a printed mark is a guess: what else it could be is a story of its own. */
function decideInferred({ jumps }: Article, stories: readonly Story[]): Decision[] {
  return stories.slice(1).flatMap((story, k): Decision[] => {
    const before = stories[k] as Story;
    const jump = jumps.find(
      ({ state, fromPage, toPage, forward, backward }) =>
        state === "joined" && fromPage === before.page && toPage === story.page && !forward && !backward,
    );
    const [last, first] = [lastBody(before), firstBody(story)];
    if (!jump || story.item || before.item || !last || !first) return [];
    return [
      {
        subject: first.id,
        kind: "jump",
        choice: `${findingChoices.goesOnFrom} ${last.id}`,
        rule: "columns-run-on",
        reason: jump.reason,
        confidence: jump.confidence,
        runnerUp: { choice: findingChoices.ownArticle, costGap: marginOf(jump.confidence) },
        override: wordOverride({
          do: "jump",
          at: last.id,
          expect: firstWords(last.text),
          to: first.id,
          expectTo: firstWords(first.text),
          verdict: "forbid",
        }),
      },
    ];
  });
}

/** That a library has it so is why an article is one, and no doubt. */
function decideFollowing({ id, parts }: Article, stories: readonly Story[]): Decision[] {
  const items = [...new Set(stories.flatMap(({ item }) => item ?? []))];
  const subject = parts[0]?.units[0];
  if (items.length === 0 || subject === undefined) return [];
  const named = items.map((item) => (item.label === undefined ? item.id : `“${item.label}”`)).join(" and ");
  return [
    {
      subject,
      kind: "article",
      choice: id,
      rule: "library-segmentation",
      confidence: 1,
      reason: `the library's issue file has it so: ${named}`,
    },
  ];
}

function decideMembership(
  unit: DraftUnit,
  margin: number,
  article: Article,
  rival: DraftUnit | undefined,
  articleOf: ReadonlyMap<UnitId, Article>,
): Decision {
  const other = rival ? articleOf.get(rival.id) : undefined;
  const choice = other && other.id !== article.id ? other.id : findingChoices.ownArticle;
  const override =
    other && other.id !== article.id && rival
      ? wordOverride({
          do: "article",
          at: unit.id,
          expect: firstWords(unit.text),
          to: rival.id,
          expectTo: firstWords(rival.text),
        })
      : article.parts[0]?.units[0] === unit.id
        ? undefined
        : wordOverride({ do: "split", at: unit.id, expect: firstWords(unit.text), as: "article" });
  return {
    subject: unit.id,
    kind: "article",
    choice: article.id,
    rule: "least-cost-grouping",
    confidence: confidenceOf(margin),
    reason: findingReasons.fitsHere,
    runnerUp: { choice, costGap: Math.round(margin * 100) / 100 },
    ...(override === undefined ? {} : { override }),
  };
}

function decideRole(unit: DraftUnit): Decision {
  const kind = unitKindOf[unit.kind];
  const other = unit.kind === "heading" ? "paragraph" : unit.kind === "body" ? "headline" : "paragraph";
  return {
    subject: unit.id,
    kind: "role",
    choice: kind,
    rule: unit.rule,
    confidence: confidenceOf(unit.margin),
    reason: findingReasons.judgedByLine,
    runnerUp: { choice: other, costGap: Math.round(unit.margin * 100) / 100 },
    override: wordOverride({ do: "role", at: unit.id, expect: firstWords(unit.text), to: other }),
  };
}
