/**
 * Whether the text that breaks off before a jump goes on where the other half begins: 施工 | 难度一处比一处大, py- | lônes. An
 * open quotation is closed there, a sentence goes on inside; a new paragraph after a broken sentence speaks against it.
 */
import { isUnspaced } from "../text/scripts.js";
import type { DraftUnit } from "./draft-units.js";
import { firstBody, lastBody, type Story } from "./stories.js";

const bodyOf = (story: Story): DraftUnit[] =>
  story.body.flatMap((item) => (item.kind === "paragraph" ? item.units : []));

/** The text that a jump line stands under: it is what the jump cuts, whatever else the story has. */
const bodyBefore = (story: Story, mark: DraftUnit | undefined): DraftUnit | undefined =>
  mark && bodyOf(story).find(({ order }) => order === mark.order - 1);

/** The text that stands under a continuation mark, or under the jump head that stands between. */
function bodyAfter(story: Story, mark: DraftUnit | undefined): DraftUnit | undefined {
  if (!mark) return undefined;
  const heads = new Set(story.heads.map(({ unit }) => unit.order));
  let at = mark.order + 1;
  while (heads.has(at)) at += 1;
  return bodyOf(story).find(({ order }) => order === at);
}

/** The unit of a story that its jump cuts. */
const cutUnit = (story: Story): DraftUnit | undefined =>
  bodyBefore(story, story.forward[0]) ?? lastBody(story);

/** So open an ending, 0–1, breaks off in mid-sentence. */
const brokenOff = 0.6;

/** Whether the text that breaks off goes on where the other begins. */
export function scoreCut(a: Story, z: Story, pairs: ReadonlyMap<string, number>): number {
  const last = cutUnit(a);
  const first = bodyAfter(z, z.backward[0]) ?? firstBody(z);
  if (!last) return 0;
  if (!first) return last.open > brokenOff ? -1.5 : 0;
  let score = 0;
  if (last.open > brokenOff) {
    const inside = first.pieces[0]?.startsInside ?? false;
    score += inside ? 1.2 : first.spaced && first.fresh > 0.7 ? -1.2 : 0.2;
    const end = last.text.at(-1) ?? "";
    const start = first.text[0] ?? "";
    if (isUnspaced(end) && isUnspaced(start)) score += pairs.has(end + start) ? 1.2 : -0.2;
    if (end === "-" && inside) score += 0.8;
  } else if (first.pieces[0]?.startsInside) score -= 1.5;
  else score += 0.3;
  return score + quotesBalance(last.text, first.text);
}

/** A quotation or bracket that the first half opens and the second closes, or closes though nothing is open. */
function quotesBalance(before: string, after: string): number {
  for (const [open, close] of [
    ["“", "”"],
    ["「", "」"],
    ["（", "）"],
    ["(", ")"],
    ["«", "»"],
    ["《", "》"],
  ] as const) {
    const isOpen = before.lastIndexOf(open) > before.lastIndexOf(close);
    const firstClose = after.indexOf(close);
    const firstOpen = after.indexOf(open);
    const closes = firstClose >= 0 && (firstOpen < 0 || firstClose < firstOpen);
    if (isOpen && closes) return 0.8;
    if (!isOpen && closes) return -1;
  }
  return 0;
}
