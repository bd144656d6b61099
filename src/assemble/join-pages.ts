/**
 * Stories that run over a page break without any mark, in papers whose columns run on and on pages made up in blocks: the
 * last column of page 1 stops in the middle of a sentence, and the first of page 2 goes on with it under no heading.
 *
 *     p. 1, foot of the last column   … Bereits hat in der
 *     p. 2, top of the first column   Dappenthal-Frage die österreichische Regierung …
 *
 * A storey at the foot of the page (the feuilleton) goes on in the storey at the foot of the next. It joins only what
 * layout found to be the end of a run of columns and the headless beginning of the next, and only where the words or
 * the setting say so too: a false join is worse than a missed one. What has a printed mark is left to join-jumps.ts.
 */

import { joinReasons, reasonSeparator } from "../model/join-reasons.js";
import type { DraftUnit } from "./draft-units.js";
import type { JumpJoin } from "./join-jumps.js";
import { firstBody, lastBody, type Story } from "./stories.js";

/** What a join must be worth, in nats. */
const price = 1.5;
/** In nats: the sentence is broken off; it ends though; the next begins inside one, or with a capital letter. */
const brokenOff = 1.2;
const endedThough = -1.5;
const beginsInside = 2;
const beginsAnew = -0.5;
/** In nats: a word is cut; the next line is not set in where paragraphs are, or is. */
const cutWord = 1.5;
const notSetIn = 1.2;
const setIn = -2;
/** In nats: a storey under the columns goes on in another, under no heading of its own. */
const footToFoot = 2.5;
/**
 * In nats: a full line that ends a sentence, and a line at the head of the next page that is not set in, where paragraphs
 * are: a new paragraph would be, and text of another story would have a headline.
 */
const midParagraph = 3.7;
/** Ems that a full line may miss, and share of the paragraphs of a page that show that it sets them in. */
const fullLine = 1;
const mostSetIn = 0.5;
/** How far a unit's end may be sure to be open, and ems of an indent at least. */
const open = 0.5;
const leastIndent = 0.6;

/** Where a page's runs of columns begin and end: a story that stands at one of the ends. */
interface Ends {
  readonly page: number;
  readonly storey: number;
  readonly first: number;
  readonly last: number;
}

const placeOf = (unit: DraftUnit | undefined) => unit?.pieces[0]?.line.place;

/** Each storey of each page by the stories that its first and last unit stand in. */
function endsOf(stories: readonly Story[]): Ends[] {
  const ends = new Map<
    string,
    { page: number; storey: number; first: [number, number]; last: [number, number] }
  >();
  stories.forEach((story, at) => {
    for (const unit of story.units) {
      const storey = placeOf(unit)?.storey;
      if (storey === undefined || storey < 0) continue;
      const key = `${unit.page} ${storey}`;
      const known = ends.get(key) ?? {
        page: unit.page,
        storey,
        first: [unit.order, at],
        last: [unit.order, at],
      };
      if (unit.order <= known.first[0]) known.first = [unit.order, at];
      if (unit.order >= known.last[0]) known.last = [unit.order, at];
      ends.set(key, known);
    }
  });
  return [...ends.values()].map(({ page, storey, first, last }) => ({
    page,
    storey,
    first: first[1],
    last: last[1],
  }));
}

/** What speaks for the text going on from one story to the other, in nats, and why. */
function judge(
  from: Story,
  to: Story,
  foot: boolean,
  isMidParagraph: boolean,
): { score: number; reasons: string[] } {
  const [last, first] = [lastBody(from), firstBody(to)];
  if (!last || !first) return { score: -Infinity, reasons: [] };
  const reasons: string[] = [];
  let score = 0;
  const say = (value: number, reason: string): void => {
    score += value;
    reasons.push(reason);
  };
  const isOpen = last.open > open;
  const inside = first.pieces[0]?.startsInside === true;
  if (isOpen) say(brokenOff, joinReasons.breaksOff);
  else score += endedThough;
  if (inside) say(beginsInside, joinReasons.beginsInside);
  else score += beginsAnew;
  if (/\p{L}[-\u00ad¬]$/u.test(last.text.trim())) say(cutWord, joinReasons.wordCut);
  const inset = placeOf(first)?.inset;
  if (inset !== undefined && inset < leastIndent) {
    if (isOpen || foot) say(notSetIn, joinReasons.notSetIn);
    else if (isMidParagraph) say(midParagraph, joinReasons.notSetIn);
  } else score += setIn;
  if (foot) say(footToFoot, joinReasons.bothAtFoot);
  return { score, reasons };
}

/** A story that may go on on the next page, with the one that it may go on with. */
interface Turn {
  readonly from: number;
  readonly to: number;
  readonly foot: boolean;
  /** How the page is made up there, as readers are told. */
  readonly makeup: string;
}

/** Where columns run on: the columns go on in the columns, the foot in the foot. */
function turnsOfStoreys(stories: readonly Story[]): Turn[] {
  const ends = endsOf(stories);
  const pages = [...new Set(ends.map(({ page }) => page))].sort((a, b) => a - b);
  return pages.flatMap((page) => {
    const there = ends.filter((end) => end.page === page + 1);
    return ends
      .filter((end) => end.page === page)
      .flatMap((end): Turn[] => {
        const foot = end.storey > 0;
        const next = foot
          ? there.filter(({ storey }) => storey > 0).sort((a, b) => b.storey - a.storey)[0]
          : there.find(({ storey }) => storey === 0);
        return next ? [{ from: end.last, to: next.first, foot, makeup: joinReasons.columnsRunOn }] : [];
      });
  });
}

/** Pages made up in blocks: from the foot of the last column to the head of the first, where that has no heading. */
function turnsOfPages(stories: readonly Story[]): Turn[] {
  const lineOf = (unit: DraftUnit | undefined, at: 0 | -1) => unit?.pieces.at(at)?.line.place;
  return stories.flatMap((story, from): Turn[] => {
    if (!lineOf(lastBody(story), -1)?.turnsOut) return [];
    const to = stories.findIndex(
      (other) => other.page === story.page + 1 && lineOf(firstBody(other), 0)?.turnsIn,
    );
    return to < 0 ? [] : [{ from, to, foot: false, makeup: joinReasons.lastToFirst }];
  });
}

/** Whether a page sets its paragraphs in. */
function setsIn(stories: readonly Story[], page: number): boolean {
  const insets = stories
    .flatMap(({ body }) => body.flatMap(({ units }) => units))
    .filter((unit) => unit.page === page)
    .flatMap((unit) => placeOf(unit)?.inset ?? []);
  return insets.filter((inset) => inset >= leastIndent).length > mostSetIn * insets.length;
}

/** Joins over page breaks, of stories that no other join leaves or enters. */
export function joinPages(stories: readonly Story[], known: readonly JumpJoin[]): JumpJoin[] {
  const leaving = new Set(known.map(({ from }) => from));
  const entered = new Set(known.map(({ to }) => to));
  return [...turnsOfStoreys(stories), ...turnsOfPages(stories)].flatMap(
    ({ from, to, foot, makeup }): JumpJoin[] => {
      if (from === to || leaving.has(from) || entered.has(to)) return [];
      const [first, second] = [stories[from] as Story, stories[to] as Story];
      if (second.heads.length > 0 || second.backward.length > 0 || first.forward.length > 0) return [];
      const isFull = (lastBody(first)?.pieces.at(-1)?.line.place?.room ?? fullLine) < fullLine;
      const isMidParagraph = makeup === joinReasons.lastToFirst && isFull && setsIn(stories, second.page);
      const { score, reasons } = judge(first, second, foot, isMidParagraph);
      if (score < price) return [];
      leaving.add(from);
      entered.add(to);
      const reason = [makeup, ...reasons].join(reasonSeparator);
      return [{ from, to, score: score - price, margin: score - price, reason }];
    },
  );
}
