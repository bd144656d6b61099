/** Words that an OCR damaged: `Fortsetzun9` is still Fortsetzung. Short words must be whole. */

/** Figures that an OCR takes letters for: 0n, 5eite. */
const letterLike: Readonly<Record<string, string>> = { "0": "o", "1": "l", "5": "s" };

/** How many letters differ where two words are the same but for OCR damage: one edit for four letters, two for eight; -1 where they are not. */
export function near(a: string, b: string): number {
  if (a === b) return 0;
  if (
    a.length === b.length &&
    /\d/.test(a) &&
    a.replace(/[015]/g, (figure) => letterLike[figure] ?? figure) === b
  )
    return 1;
  const allowed = b.length >= 8 ? 2 : b.length >= 4 ? 1 : 0;
  if (allowed === 0 || Math.abs(a.length - b.length) > allowed) return -1;
  const distance = editDistance(a, b, allowed);
  return distance <= allowed ? distance : -1;
}

/** More than `most` may come out as any number above it. */
function editDistance(a: string, b: string, most: number): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      next.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
        ),
      );
    }
    if (Math.min(...next) > most) return most + 1;
    row = next;
  }
  return row[b.length] ?? 0;
}
