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
/** Lines of fewer letters are scraps, which stand in many texts. */
const scrap = 6;

/** The string that a line stands in, and where; `last`: that of the line before it. */
function bestFor(key, pool, last) {
  let best;
  for (const entry of pool) {
    for (let at = entry.key.indexOf(key); at >= 0; at = entry.key.indexOf(key, at + 1)) {
      const end = at + key.length;
      const follows = last?.entry === entry && last.end === at;
      const whole = entry.key.length === key.length;
      const starts = at === 0 || end === entry.key.length;
      const isTaken = entry.taken.some(([from, to]) => from < end && to > at);
      const joins = key.length < scrap && entry.taken.some(([from, to]) => to === at || from === end);
      // A short scrap inside a long text is no evidence, unless the text goes on there.
      if (!follows && !whole && key.length < 4 && !starts) continue;
      const score =
        (isTaken ? 0 : 8) + (follows ? 4 : 0) + (joins ? 3 : 0) + (whole ? 2 : 0) + (starts ? 1 : 0);
      if (!best || score > best.score) best = { score, entry, at };
    }
  }
  if (best || key.length < 6) return best;
  const grams = gramsOf(key);
  for (const entry of pool) {
    entry.grams ??= gramsOf(entry.key);
    let hit = 0;
    for (const gram of grams) if (entry.grams.has(gram)) hit += 1;
    const score = hit / grams.size + (last?.entry === entry ? 0.05 : 0);
    if (score >= enough && (!best || score > best.score)) best = { score, entry, at: -1 };
  }
  return best;
}

/**
 * @param {{page: number, number: number, text: string}[]} lines in file order
 * @param {{item: number, paragraph: number | null, text: string, page?: number}[]} strings those of item −1 are nobody's
 * @param {{scrapsLast?: boolean}} options where blocks come in any order, scraps of lines go last, to what is not printed yet
 * @returns {Map<string, {item: number, paragraph: number | null, rank: number, nth: number, at: number}>} by
 *   `page:number`; rank: the string's own; nth: its place in the list for its page; at: where in its letters the line
 *   stands; same: for a mark, other stories of the page that have the same
 */
export function alignLines(lines, strings, { scrapsLast = false } = {}) {
  const owners = new Map();
  const byPage = new Map();
  for (const page of new Set(lines.map((line) => line.page))) {
    const here = strings
      .filter((entry) => entry.page === undefined || entry.page === page)
      .map((entry, nth) => ({ ...entry, nth, key: wordKey(entry.text), taken: [], grams: undefined }));
    byPage.set(
      page,
      here.filter((entry) => entry.key !== ""),
    );
  }
  const found = lines.map(() => undefined);
  const keys = lines.map(({ text }) => wordKey(text));
  for (const isScrap of scrapsLast ? [false, true] : [undefined])
    for (const [nth, line] of lines.entries()) {
      const key = keys[nth];
      if (key === "" || (isScrap !== undefined && key.length < scrap !== isScrap)) continue;
      const best = bestFor(key, byPage.get(line.page), found[nth - 1]);
      if (!best) continue;
      const end = best.at >= 0 ? best.at + key.length : -2;
      if (best.at >= 0) best.entry.taken.push([best.at, end]);
      found[nth] = { entry: best.entry, end };
      const { item } = best.entry;
      const ownerOf = ({ item, paragraph, rank = 0, nth }) => ({
        ...{ item, paragraph, rank, nth },
        at: Math.max(0, best.at),
      });
      // Two stories may have one mark or one writer, of which one is run in with its text, or broken into lines otherwise.
      const isBeside = (entry) => entry.paragraph === -1 || entry.paragraph === null;
      const isSame = (entry) =>
        entry.item >= 0 && entry.item !== item && isBeside(entry) && entry.key === best.entry.key;
      const same = isBeside(best.entry) ? byPage.get(line.page).filter(isSame) : [];
      if (item >= 0)
        owners.set(`${line.page}:${line.number}`, {
          ...ownerOf(best.entry),
          ...(same.length > 0 ? { same: same.map(ownerOf) } : {}),
        });
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
