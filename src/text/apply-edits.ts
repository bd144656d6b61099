/**
 * Edits of a line, done and taken back. `信 用` with `{rule: "close-spaced-cjk", at: 1, removed: " ", inserted: ""}`
 * becomes `信用`; taking the edit back gives the printed text again.
 * Both refuse (give `undefined`) where an edit does not fit the text it is said to change.
 */
import type { Edit } from "../model/page.js";

/**
 * The text after all edits, in their order; `undefined` where one does not fit.
 * Rules walk a line from left to right, so ascending edits are copied in one pass: a line of n characters
 * with n edits takes time in proportion to n.
 */
export function applyEdits(original: string, edits: readonly Edit[]): string | undefined {
  let base = original;
  let read = 0;
  let done = "";
  for (const { at, removed, inserted } of edits) {
    if (at < done.length) {
      base = done + base.slice(read);
      read = 0;
      done = "";
    }
    const from = read + at - done.length;
    if (at < 0 || from > base.length || !base.startsWith(removed, from)) return undefined;
    done += base.slice(read, from) + inserted;
    read = from + removed.length;
  }
  return done + base.slice(read);
}

/**
 * The text before all edits; `undefined` where one does not fit. The inverse of `applyEdits`, and as fast: taken back
 * from the right, what lies behind the last one is done with.
 */
export function undoEdits(text: string, edits: readonly Edit[]): string | undefined {
  let base = text;
  let to = text.length;
  let done: string[] = [];
  for (const { at, removed, inserted } of edits.toReversed()) {
    if (at + inserted.length > to) {
      base = base.slice(0, to) + done.toReversed().join("");
      to = base.length;
      done = [];
    }
    if (at < 0 || !base.startsWith(inserted, at)) return undefined;
    done.push(base.slice(at + inserted.length, to), removed);
    to = at;
  }
  return base.slice(0, to) + done.toReversed().join("");
}
