/**
 * Stories that turn the page without a mark, as in papers that have no jump lines: the text breaks off at the foot of
 * the last column and goes on at the head of the next page, in mid-sentence, with nothing printed of it.
 */
import { isCjk, partsOf } from "./read-issue.mjs";

/** Letters that a paragraph must have for the page to turn within it, some lines before and after. */
const LEAST = { cjk: 60, ko: 90, latin: 200 };
/** Where in its paragraph the page turns, before the turn is moved to the end of a line. */
const TURN_AT = 0.6;

/** The story of a page that is best cut: not the lead, all on this page, with a long paragraph after its first. */
function cutOf(issue, pageNumber) {
  const least = isCjk(issue.language) ? LEAST.cjk : (LEAST[issue.language] ?? LEAST.latin);
  const cuts = issue.stories
    .filter(({ page, jump, importance }) => page === pageNumber && !jump && importance > 1)
    .flatMap((story) =>
      story.body.map(({ kind, text }, index) => ({ story, index, kind, length: text.length })),
    )
    .filter(({ index, kind, length }) => index > 0 && kind === "paragraph" && length >= least);
  return cuts.sort((a, b) => b.length - a.length)[0];
}

/** The issue with one story of each page but the last turning over to the next one. */
export function withTurns(issue) {
  const turns = new Map();
  for (const [nth, { number }] of issue.pages.entries()) {
    const next = issue.pages[nth + 1];
    const cut = next && cutOf(issue, number);
    if (!cut) continue;
    turns.set(cut.story.id, {
      ...{ to_page: next.number, after_paragraph: cut.index, after_char: Math.round(cut.length * TURN_AT) },
      ...{
        jump_line: null,
        continuation_line: null,
        jump_head: [],
        run_in: false,
        continuation_run_in: false,
      },
      ...{ unmarked: true, columns: 1 },
    });
  }
  const stories = issue.stories.map((story) =>
    turns.has(story.id) ? { ...story, jump: turns.get(story.id) } : story,
  );
  return { ...issue, stories };
}

/** The parts whose last line is the last of a page: `[{story, part}]`. */
export const turningParts = (issue) =>
  issue.stories.flatMap((story) =>
    partsOf(story)
      .filter(({ leaves }) => leaves?.unmarked)
      .map((part) => ({ story, part })),
  );

/**
 * How many letters of its paragraph stand before the last line of a galley; undefined where it has but one line. Runs
 * in the browser, after `measureUnits`.
 */
export function lettersBeforeLastLine(key) {
  const starts = window.lineStarts[key];
  const { paragraph, node, at } = starts.at(-1);
  if (starts.at(-2)?.paragraph !== paragraph) return undefined;
  const range = document.createRange();
  range.selectNodeContents(paragraph);
  range.setEnd(node, at);
  return range.toString().replaceAll("\u00ad", "").length;
}
