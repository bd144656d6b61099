/**
 * Stories and their joins → articles: halves chained, a paragraph that a column or a jump cut made one again, heads
 * told apart, marks kept. Every unit it is given ends in exactly one article, or among the leftovers with a reason.
 */

import type { Article, ArticleKind, ArticlePart, Jump, Mark } from "../model/article.js";
import { findingReasons } from "../model/finding-reasons.js";
import type { UnitId } from "../model/ids.js";
import type { Passage } from "../model/unit.js";
import type { WordCounts } from "../text/join-lines.js";
import type { Lexicon } from "../text/lexicon/index.js";
import { nameArticle } from "../text/name-article.js";
import { composeBody } from "./compose-body.js";
import type { DraftUnit } from "./draft-units.js";
import type { HeadHints } from "./head-hints.js";
import type { JumpJoin } from "./join-jumps.js";
import { splitHeads } from "./split-heads.js";
import { type HeadRole, headTextOf, type Story } from "./stories.js";

export interface Composed {
  readonly article: Article;
  readonly stories: readonly Story[];
}

export interface ComposeContext {
  readonly words: WordCounts;
  readonly lexicons: readonly Lexicon[];
  /** Pointers and serial lines by the story they stand with. */
  readonly marks: ReadonlyMap<Story, readonly DraftUnit[]>;
  readonly anchorText: (unit: DraftUnit) => string;
  readonly meet: HeadHints["meet"];
}

const passages = (units: readonly DraftUnit[]): Passage[] => units.map((unit) => unit.passage);

export function markOf(unit: DraftUnit): Mark {
  const kind =
    unit.kind === "jump"
      ? "jump-line"
      : unit.kind === "continuation"
        ? "continuation-line"
        : unit.kind === "serial"
          ? "serial"
          : "pointer";
  return {
    unit: unit.id,
    kind,
    passage: unit.passage,
    page: unit.page,
    ...(unit.mark?.page === undefined ? {} : { names: unit.mark.page }),
  };
}

/** Chains of stories by their joins; a story without one is a chain of itself. In page and source order. */
export function chainStories(
  stories: readonly Story[],
  joins: readonly JumpJoin[],
): { stories: Story[]; joins: JumpJoin[] }[] {
  const next = new Map(joins.map((join) => [join.from, join]));
  const continued = new Set(joins.map((join) => join.to));
  const chains: { stories: Story[]; joins: JumpJoin[] }[] = [];
  stories.forEach((_, index) => {
    if (continued.has(index)) return;
    const chain: Story[] = [];
    const links: JumpJoin[] = [];
    const seen = new Set<number>();
    for (let at: number | undefined = index; at !== undefined && !seen.has(at); ) {
      seen.add(at);
      chain.push(stories[at] as Story);
      const join = next.get(at);
      if (join) links.push(join);
      at = join?.to;
    }
    chains.push({ stories: chain, joins: links });
  });
  return chains;
}

function composeJumps(chain: readonly Story[], joins: readonly JumpJoin[]): Jump[] {
  const jumps: Jump[] = [];
  const first = chain[0] as Story;
  const dangle = (unit: DraftUnit): Jump => {
    const mark = markOf(unit);
    const side =
      unit.kind === "jump"
        ? { fromPage: unit.page, ...(mark.names === undefined ? {} : { toPage: mark.names }), forward: mark }
        : {
            toPage: unit.page,
            ...(mark.names === undefined ? {} : { fromPage: mark.names }),
            backward: mark,
          };
    return {
      state: "dangling",
      ...side,
      jumpHead: [],
      confidence: 0.9,
      reason: findingReasons.otherHalfMissing,
    };
  };
  for (const unit of first.backward) jumps.push(dangle(unit));
  chain.forEach((story, k) => {
    const following = chain[k + 1];
    const join = joins[k];
    if (!following || !join) {
      for (const unit of story.forward) jumps.push(dangle(unit));
      return;
    }
    const forward = story.forward[0];
    const backward = following.backward[0];
    jumps.push({
      state: "joined",
      fromPage: story.page,
      toPage: following.page,
      ...(forward ? { forward: markOf(forward) } : {}),
      ...(backward ? { backward: markOf(backward) } : {}),
      jumpHead: passages(following.heads.map(({ unit }) => unit)),
      confidence: confidenceOf(join.margin),
      reason: join.reason,
    });
    for (const unit of [...story.forward.slice(1), ...following.backward.slice(1)]) jumps.push(dangle(unit));
  });
  return jumps;
}

/** Nats of margin → 0.5 (either way) to 1 (sure). */
export const confidenceOf = (margin: number): number =>
  Math.round((1 - 0.5 * Math.exp(-Math.max(0, margin) / 1.5)) * 1000) / 1000;

/** The way back, to a hundredth of a nat. */
export const marginOf = (confidence: number): number =>
  Math.round(-150 * Math.log(Math.max(1e-3, 2 * (1 - confidence)))) / 100;

/** The first line of the longest paragraph on the first page, else of the heading: what the article's id is named by. */
function anchorOf(story: Story): DraftUnit | undefined {
  const longest = story.body
    .filter((item) => item.kind === "paragraph")
    .flatMap((item) => item.units)
    .reduce<DraftUnit | undefined>(
      (best, unit) => (!best || unit.text.length > best.text.length ? unit : best),
      undefined,
    );
  return longest ?? story.heads[0]?.unit ?? story.units[0];
}

export function composeArticle(
  chain: readonly Story[],
  joins: readonly JumpJoin[],
  taken: Set<string>,
  context: ComposeContext,
): Composed {
  const first = chain[0] as Story;
  const again = chain.slice(1).map(headTextOf);
  const heads = headsOf(first, { meet: context.meet, again });
  const anchor = anchorOf(first);
  const id = nameArticle(first.page, anchor ? context.anchorText(anchor) : "", taken);
  taken.add(id);
  const marks = chain.flatMap((story) => [...(story.marks ?? []), ...(context.marks.get(story) ?? [])]);
  const parts = partsOf([...chain.flatMap((story) => story.units), ...marks]);
  const article: Article = {
    id,
    kind: kindOf(first),
    kicker: passages(heads.kicker),
    headline: passages(heads.headline),
    deck: passages(heads.deck),
    byline: passages(chain.flatMap((story) => story.bylines)),
    dateline: passages(chain.flatMap((story) => story.datelines)),
    credit: passages(chain.flatMap((story) => story.credits)),
    body: composeBody(chain, context),
    marks: marks.map(markOf),
    jumps: composeJumps(chain, joins),
    parts,
    confidence: Math.min(
      ...chain.map((story) => confidenceOf(story.margin)),
      ...joins.map((join) => confidenceOf(join.margin)),
    ),
    decisions: [],
  };
  return { article, stories: chain };
}

function kindOf({ item, notice }: Story): ArticleKind {
  if (item?.type === "advert") return "advert";
  return notice ? "notice" : "story";
}

/** Kicker, headline and deck as the library tells them, else as they look. */
function headsOf({ heads }: Story, hints: HeadHints): ReturnType<typeof splitHeads> {
  if (heads.every(({ role }) => role === undefined)) return splitHeads(heads, hints);
  const of = (wanted: HeadRole): DraftUnit[] =>
    heads.filter(({ role = "headline" }) => role === wanted).map(({ unit }) => unit);
  return { kicker: of("kicker"), headline: of("headline"), deck: of("deck") };
}

function partsOf(units: readonly DraftUnit[]): ArticlePart[] {
  const pages = new Map<number, UnitId[]>();
  for (const unit of units) pages.set(unit.page, [...(pages.get(unit.page) ?? []), unit.id]);
  return [...pages].map(([page, ids]) => ({ page, units: ids }));
}
