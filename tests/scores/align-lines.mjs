/**
 * Which truth does each printed line belong to? Truths that name no lines are laid under the page text: a line
 * belongs to the string that holds it; where several do, to the one that goes on where the line before it stopped.
 * Refuses to guess for lines that no string holds at least three fifths of: they are owned by nobody.
 */
import { wordKey } from "./fold.mjs";

const gramsOf = (key) => {
  const grams = new Set();
  for (let at = 0; at + 3 <= key.length; at += 1) grams.add(key.slice(at, at + 3));
  return grams;
};
/** Share of a line's 3-grams that a string must hold to own the line although it does not hold it whole. */
const enough = 0.6;

/**
 * @param {{page: number, number: number, text: string}[]} lines in file order
 * @param {{item: number, paragraph: number | null, text: string, page?: number}[]} strings
 * @returns {Map<string, {item: number, paragraph: number | null, rank: number, nth: number, at: number}>} by
 *   `page:number`; rank: the string's own; nth: its place in the list for its page; at: where in its letters the line stands
 */
export function alignLines(lines, strings) {
  const owners = new Map();
  const byPage = new Map();
  for (const page of new Set(lines.map((line) => line.page))) {
    const here = strings
      .filter((entry) => entry.page === undefined || entry.page === page)
      .map((entry, nth) => ({ ...entry, nth, key: wordKey(entry.text), taken: new Set(), grams: undefined }));
    byPage.set(
      page,
      here.filter((entry) => entry.key !== ""),
    );
  }
  let last;
  for (const line of lines) {
    const key = wordKey(line.text);
    if (key === "") continue;
    const pool = byPage.get(line.page);
    let best;
    for (const entry of pool) {
      for (let at = entry.key.indexOf(key); at >= 0; at = entry.key.indexOf(key, at + 1)) {
        const follows = last?.entry === entry && last.end === at;
        const whole = entry.key.length === key.length;
        const starts = at === 0 || at + key.length === entry.key.length;
        // A short scrap inside a long text is no evidence, unless the text goes on there.
        if (!follows && !whole && key.length < 4 && !starts) continue;
        const score = (entry.taken.has(at) ? 0 : 8) + (follows ? 4 : 0) + (whole ? 2 : 0) + (starts ? 1 : 0);
        if (!best || score > best.score) best = { score, entry, at };
      }
    }
    if (!best && key.length >= 6) {
      const grams = gramsOf(key);
      for (const entry of pool) {
        entry.grams ??= gramsOf(entry.key);
        let hit = 0;
        for (const gram of grams) if (entry.grams.has(gram)) hit += 1;
        const score = hit / grams.size + (last?.entry === entry ? 0.05 : 0);
        if (score >= enough && (!best || score > best.score)) best = { score, entry, at: -1 };
      }
    }
    if (!best) continue;
    if (best.at >= 0) best.entry.taken.add(best.at);
    last = { entry: best.entry, end: best.at >= 0 ? best.at + key.length : -2 };
    const { item, paragraph, rank = 0, nth } = best.entry;
    owners.set(`${line.page}:${line.number}`, { item, paragraph, rank, nth, at: Math.max(0, best.at) });
  }
  return owners;
}

/** Non-blank lines of a decoded page file, with their 1-based numbers. CR, LF, CRLF and form feed end lines. */
export function linesOfText(page, text) {
  return text
    .split(/\r\n|[\r\n\f]/)
    .map((line, index) => ({ page, number: index + 1, text: line }))
    .filter((line) => wordKey(line.text) !== "" || line.text.trim() !== "");
}
