/**
 * Edits of a line's text, forwards and back. Each edit's offset is into the text as it stood just before that edit,
 * so they are applied first to last and taken back last to first.
 * `此次 冬` with {at: 2, removed: " ", inserted: ""} is `此次冬`, and back again.
 * It refuses an edit whose words do not stand where it says: that is a bug, and guessing would lose text.
 */
import type { Edit } from "../model/page.js";

/** A change found in a text: offsets are into that text as it was searched, not after other changes. */
export type Replacement = Edit;

function expectAt(text: string, at: number, expected: string, rule: string): void {
  if (at < 0 || !text.startsWith(expected, at))
    throw new Error(
      `edit ${rule} at ${at} expects ${JSON.stringify(expected)} in ${JSON.stringify(text.slice(0, 200))}`,
    );
}

/** The text after all edits. Throws for edits that were not made on this text. */
export function applyEdits(original: string, edits: readonly Edit[]): string {
  // Edits of one rule come from left to right, so the text before the last one is done with; only where the next
  // rule begins again at the left is the text put together. That keeps long lines linear.
  let base = original;
  let from = 0;
  let done: string[] = [];
  let doneLength = 0;
  for (const { rule, at, removed, inserted } of edits) {
    if (at < doneLength) {
      base = done.join("") + base.slice(from);
      from = 0;
      done = [];
      doneLength = 0;
    }
    const start = from + at - doneLength;
    expectAt(base, start, removed, rule);
    done.push(base.slice(from, start), inserted);
    doneLength = at + inserted.length;
    from = start + removed.length;
  }
  return done.join("") + base.slice(from);
}

/** The text before all edits: the exact inverse of applyEdits. Throws for edits that did not give this text. */
export function undoEdits(text: string, edits: readonly Edit[]): string {
  // The mirror of applyEdits: taken back from the right, what lies behind the last one is done with.
  let base = text;
  let to = text.length;
  let done: string[] = [];
  for (const { rule, at, removed, inserted } of edits.toReversed()) {
    if (at + inserted.length > to) {
      base = base.slice(0, to) + done.toReversed().join("");
      to = base.length;
      done = [];
    }
    expectAt(base, at, inserted, rule);
    done.push(base.slice(at + inserted.length, to), removed);
    to = at;
  }
  return base.slice(0, to) + done.toReversed().join("");
}

/** Turns changes found in one text, none overlapping, into edits to be made one after another from the left. */
export function toEdits(found: readonly Replacement[]): Edit[] {
  let shift = 0;
  return [...found]
    .sort((a, b) => a.at - b.at)
    .map((change) => {
      const edit = { ...change, at: change.at + shift };
      shift += change.inserted.length - change.removed.length;
      return edit;
    });
}
