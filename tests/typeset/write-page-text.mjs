/**
 * The text file of a page in one of two characters. `jumbled`: boxes apart by a blank line, in the order of
 * frames that were made and moved by hand: heads after or inside their text, a late half first, a single line
 * far away. `raw`: lines in drawing order without blank lines.
 */
import { ofPage } from "./page-html.mjs";
import { jumpsOf } from "./read-issue.mjs";
import { groupLines, readLines } from "./read-lines.mjs";
import { pick, seededRandom, shuffled } from "./seeded-random.mjs";

/** Gap from which an extractor reads a space, in ems, as pdfminer sets it and as measured for pdftotext -raw. */
const GAP_EM = { jumbled: 0.1, raw: 0.18 };
/** How often, per story, the file has the head first, the last, or else in the midst of the text. */
const HEAD_FIRST = 0.35;
const HEAD_LAST = 0.4;
/** How often a story's text is cut in two and stands late half first. */
const HALVES_SWAPPED = 0.22;
/** How often a mark, a byline or a credit that has a line of its own stands far from its story. */
const STRAYS = 0.12;

export const VARIANTS = Object.keys(GAP_EM);

const PIXELS_PER_POINT = 96 / 72;
const centreOf = (line) => [
  ((line.x0 + line.x1) / 2) * PIXELS_PER_POINT,
  ((line.y0 + line.y1) / 2) * PIXELS_PER_POINT,
];
const inside = (rect, [x, y]) =>
  rect && x >= rect.left - 1 && x <= rect.right + 1 && y >= rect.top - 1 && y <= rect.bottom + 1;

/** Places between boxes of one story where its text frames are linked: where a new column or tier begins. */
function framesLinkedAt(boxes) {
  const jumpsBack = (before, after) => (after.upright ? after.x0 > before.x0 : after.y0 < before.y0);
  return boxes.flatMap((box, nth) => (nth > 0 && jumpsBack(boxes[nth - 1].at(-1), box[0]) ? [nth] : []));
}

/** The boxes of one story in file order. */
function jumbleStory(boxes, isHead, random) {
  const heads = boxes.filter(isHead);
  let rest = boxes.filter((box) => !isHead(box));
  const links = framesLinkedAt(rest);
  if (links.length && random() < HALVES_SWAPPED) {
    const cut = pick(links, random);
    rest = [...rest.slice(cut), ...rest.slice(0, cut)];
  }
  const chance = random();
  if (chance < HEAD_FIRST) return [...heads, ...rest];
  const inside = framesLinkedAt(rest);
  if (chance < HEAD_FIRST + HEAD_LAST || !inside.length) return [...rest, ...heads];
  const cut = pick(inside, random);
  return [...rest.slice(0, cut), ...heads, ...rest.slice(cut)];
}

const lettersOf = (text) => text.replaceAll(/[\s\u3000]/g, "");

/** Lines that stand in frames of their own and may be anywhere in a file: marks, bylines, credits. */
const smallFrames = (issue) =>
  new Set(
    issue.stories
      .flatMap((story) => [
        story.byline,
        story.credit,
        ...jumpsOf(story).flatMap((jump) => [jump.jump_line, jump.continuation_line]),
      ])
      .filter(Boolean)
      .map(lettersOf),
  );

function jumble(issue, boxes, frames, random) {
  const holds = ({ rect, rects = [rect] }, place) => rects.some((own) => inside(own, place));
  const frameOf = (box) => frames.findIndex((frame) => holds(frame, centreOf(box[0])));
  const small = smallFrames(issue);
  const groups = new Map();
  const strays = [];
  for (const box of boxes) {
    const isSmall = box.length === 1 && small.has(lettersOf(box[0].text));
    if (isSmall && random() < STRAYS) strays.push(box);
    else groups.set(frameOf(box), [...(groups.get(frameOf(box)) ?? []), box]);
  }
  const keys = [...groups.keys()].sort((a, b) => a - b);
  const ordered = shuffled(keys, random).map((key) =>
    jumbleStory(groups.get(key), (box) => inside(frames[key]?.head, centreOf(box[0])), random),
  );
  for (const stray of strays) ordered.splice(Math.floor(random() * (ordered.length + 1)), 0, [stray]);
  return ordered.flat();
}

/** The text of a page file. `page`: what `setPages` or `setMakeup` gives; `glyphs`: what `readGlyphs` gives for its PDF. */
export function pageText(issue, page, glyphs, variant) {
  const vertical = issue.direction === "vertical";
  const gapEm =
    variant === "jumbled" && issue.style.gapEm ? ofPage(issue.style.gapEm, page.number) : GAP_EM[variant];
  const lines = readLines(glyphs, {
    gapEm,
    keepDouble: variant === "jumbled",
    breaksAtOverlap: variant === "raw",
    vertical,
  });
  if (variant === "raw") return `${lines.map((line) => line.text).join("\n")}\n`;
  const random = seededRandom(`${issue.id}/${page.number}/${issue.style.jumbleSeed ?? 1}`);
  const boxes = jumble(issue, groupLines(lines), page.boxes, random);
  return `${boxes.map((box) => box.map((line) => line.text).join("\n")).join("\n\n")}\n`;
}
