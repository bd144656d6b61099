/**
 * How much of each true story's text its article has, in its order: 1 less the edit distance of their letters over the
 * longer one's length. Spaces, hyphens and heads aside; dateline and credit may stand in the text or out of it.
 */
import { wordKey } from "./fold.mjs";

const notBody = new Set([
  ...["kicker", "headline", "deck", "byline", "dateline", "credit"],
  ...["mark", "jump-head"],
]);

/** Edit distance where it is not above `most`, else something above it: only so far from the diagonal is looked. */
function distanceWithin(a, b, most) {
  let row = new Int32Array(b.length + 1).fill(most + 1);
  let next = new Int32Array(b.length + 1).fill(most + 1);
  for (let j = 0; j <= Math.min(b.length, most); j += 1) row[j] = j;
  for (let i = 1; i <= a.length; i += 1) {
    const [from, to] = [Math.max(1, i - most), Math.min(b.length, i + most)];
    next[from - 1] = from === 1 ? i : most + 1;
    for (let j = from; j <= to; j += 1) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      const above = j < i + most ? row[j] : most + 1;
      next[j] = Math.min(row[j - 1] + (same ? 0 : 1), above + 1, next[j - 1] + 1);
    }
    [row, next] = [next, row];
  }
  return row[b.length];
}

/** Letters to put in, take out or change, of two strings that may be long and alike. */
export function letterDistance(a, b) {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let foot = 0;
  while (foot < a.length - head && foot < b.length - head && a.at(-1 - foot) === b.at(-1 - foot)) foot += 1;
  const [left, right] = [a.slice(head, a.length - foot), b.slice(head, b.length - foot)];
  const longest = Math.max(left.length, right.length);
  if (left.length === 0 || right.length === 0) return longest;
  for (let most = 16 + Math.abs(left.length - right.length); ; most *= 2) {
    const found = distanceWithin(left, right, Math.min(most, longest));
    if (found <= most || most >= longest) return Math.min(found, longest);
  }
}

export const likeness = (a, b) =>
  a.length + b.length === 0 ? 1 : 1 - letterDistance(a, b) / Math.max(a.length, b.length);

/** The texts that count as right for a story. */
function textsOf({ paragraphs, orders = [[...paragraphs.keys()]], dateline, credit }) {
  const texts = orders.flatMap((order) => {
    const text = order.map((at) => wordKey(paragraphs[at].text)).join("");
    const [before, after] = [wordKey(dateline ?? ""), wordKey(credit ?? "")];
    return [text, before + text, text + after, before + text + after];
  });
  return [...new Set(texts)];
}

/** Sum and number, for `figuresOf`; `rows`: the stories as `scoreEdition` gives them. A story without an article has 0. */
export function scoreTexts(truth, { clusters }, rows) {
  const likenesses = rows.map(({ item, cluster }) => {
    if (cluster === undefined) return 0;
    const body = clusters[cluster].passages.filter(({ role }) => !notBody.has(role));
    const have = wordKey(body.map(({ text }) => text).join(""));
    return Math.max(...textsOf(truth.items[item]).map((text) => likeness(text, have)));
  });
  return { sum: likenesses.reduce((sum, value) => sum + value, 0), count: likenesses.length };
}
