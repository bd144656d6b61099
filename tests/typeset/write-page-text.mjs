/**
 * The text file of a page in one of two characters. `jumbled`: boxes apart by a blank line, in the order of
 * frames that were made and moved by hand: heads after or inside their text, a late half first, a single line
 * far away. `raw`: lines in drawing order without blank lines.
 */
import { groupLines, readLines } from "./read-lines.mjs";
import { seededRandom, shuffled } from "./seeded-random.mjs";

/** Gap from which an extractor reads a space, in ems, as measured for pdfminer and for pdftotext -raw. */
const GAP_EM = { jumbled: 0.12, raw: 0.18 };
/** How often, per story, the file has the head first, the last, or else in the midst of the text. */
const HEAD_FIRST = 0.35;
const HEAD_LAST = 0.4;
/** How often a story's text is cut in two and stands late half first. */
const HALVES_SWAPPED = 0.22;
/** How often a short box (a mark, a byline, a subhead) stands far from its story; and the most letters it has. */
const STRAYS = 0.12;
const SHORT_BOX = 18;

export const VARIANTS = Object.keys(GAP_EM);

const PIXELS_PER_POINT = 96 / 72;
const centreOf = (line) => [
  ((line.x0 + line.x1) / 2) * PIXELS_PER_POINT,
  ((line.y0 + line.y1) / 2) * PIXELS_PER_POINT,
];
const inside = (rect, [x, y]) =>
  rect && x >= rect.left - 1 && x <= rect.right + 1 && y >= rect.top - 1 && y <= rect.bottom + 1;

function jumble(boxes, frames, random) {
  const frameOf = (box) => frames.findIndex((frame) => inside(frame.rect, centreOf(box[0])));
  const groups = new Map();
  for (const box of boxes) groups.set(frameOf(box), [...(groups.get(frameOf(box)) ?? []), box]);
  const strays = [];
  const ordered = shuffled(
    [...groups.keys()].sort((a, b) => a - b),
    random,
  ).map((key) => {
    const isHead = (box) => inside(frames[key]?.head, centreOf(box[0]));
    const heads = groups.get(key).filter(isHead);
    let rest = groups.get(key).filter((box) => !isHead(box));
    if (rest.length > 3 && random() < HALVES_SWAPPED) {
      const cut = 1 + Math.floor(random() * (rest.length - 1));
      rest = [...rest.slice(cut), ...rest.slice(0, cut)];
    }
    const letters = (box) =>
      box
        .map((line) => line.text)
        .join("")
        .replaceAll(" ", "").length;
    const isStory = frames[key]?.key.includes("@") && !frames[key].key.startsWith("notice");
    // A last line of a paragraph is short too, but it never leaves its column: only lines with an empty end before them stray.
    const mayStray = (box) =>
      isStory && box.length === 1 && letters(box) <= SHORT_BOX && /[)）]$|^[^。，,.]+$/u.test(box[0].text);
    const kept = rest.filter((box, nth) => {
      const strayed = nth === rest.length - 1 && mayStray(box) && random() < STRAYS * 2;
      if (strayed) strays.push(box);
      return !strayed;
    });
    const chance = random();
    if (chance < HEAD_FIRST) return [...heads, ...kept];
    if (chance < HEAD_FIRST + HEAD_LAST) return [...kept, ...heads];
    const cut = Math.floor(random() * kept.length);
    return [...kept.slice(0, cut), ...heads, ...kept.slice(cut)];
  });
  for (const stray of strays) ordered.splice(Math.floor(random() * (ordered.length + 1)), 0, [stray]);
  return ordered.flat();
}

/** The text of a page file. `page`: what `setPages` gives; `glyphs`: what `readGlyphs` gives for its PDF. */
export function pageText(issue, page, glyphs, variant) {
  const vertical = issue.direction === "vertical";
  const lines = readLines(glyphs, { gapEm: GAP_EM[variant], keepDouble: variant === "jumbled", vertical });
  if (variant === "raw") return `${lines.map((line) => line.text).join("\n")}\n`;
  const random = seededRandom(`${issue.id}/${page.number}/${issue.style.jumbleSeed ?? 1}`);
  const boxes = jumble(groupLines(lines), page.boxes, random);
  return `${boxes.map((box) => box.map((line) => line.text).join("\n")).join("\n\n")}\n`;
}
