/**
 * Gaps inside lines: those that should not be there and those that should and are not, by looking up the truth's
 * text in pieces in the predicted text. A gap at a border of Han and Latin or digits is house style and not counted.
 */
import { gaps, isCjk } from "./fold.mjs";

/** Characters of a piece: long enough to stand once in an edition, short enough to survive an OCR difference nearby. */
const pieceLength = 24;

/** @param {string[]} truths @param {string[]} predictions @returns counts and the share of truth that was found */
export function scoreSpaces(truths, predictions, language) {
  const cjk = /^(zh|ja)/.test(language);
  const all = { text: "", gap: [] };
  for (const text of predictions) {
    const { chars, gap } = gaps(text);
    for (const [index, char] of chars.entries()) {
      all.text += char;
      for (let unit = 0; unit < char.length; unit += 1) all.gap.push(unit === 0 && gap[index]);
    }
    all.text += "\u0000";
    all.gap.push(false);
  }
  let judged = 0;
  let spurious = 0;
  let wanted = 0;
  let lost = 0;
  let looked = 0;
  let found = 0;
  for (const text of truths) {
    const { chars, gap } = gaps(text);
    for (let begin = 0; begin < chars.length; begin += pieceLength) {
      // A short rest would be found anywhere, so the last piece reaches back; what it reaches back over is judged.
      const from = Math.max(0, Math.min(begin, chars.length - pieceLength));
      const piece = chars.slice(from, from + pieceLength + 1);
      const needle = piece.join("");
      looked += piece.length - (begin - from);
      const at = all.text.indexOf(needle);
      if (at < 0) continue;
      found += piece.length - (begin - from);
      let offset = at + piece[0].length;
      for (let index = 1; index < piece.length; index += 1) {
        const printed = all.gap[offset];
        offset += piece[index].length;
        if (from + index <= begin && begin > 0) continue;
        if (cjk && isCjk(piece[index - 1]) !== isCjk(piece[index])) continue;
        judged += 1;
        const meant = gap[from + index];
        if (meant) wanted += 1;
        if (meant && !printed) lost += 1;
        if (!meant && printed) spurious += 1;
      }
    }
  }
  return { judged, spurious, wanted, lost, coverage: looked === 0 ? 1 : found / looked };
}
