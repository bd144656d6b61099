/**
 * Edits of a line's text, forwards and back. Each edit's offset is into the text as it stood just before that edit,
 * so they are applied first to last and taken back last to first.
 * `此次 冬` with {at: 2, removed: " ", inserted: ""} is `此次冬`, and back again.
 * It refuses an edit whose words do not stand where it says: that is a bug, and guessing would lose text.
 */
import type { Edit } from "../model/page.js";
import { applyEdits as replayEdits, undoEdits as takeBackEdits } from "../text/apply-edits.js";

/** A change found in a text: offsets are into that text as it was searched, not after other changes. */
export type Replacement = Edit;

function refuse(edit: Edit | undefined, text: string): never {
  throw new Error(
    `edit ${edit?.rule} at ${edit?.at} does not fit ${JSON.stringify(edit)} in ${JSON.stringify(text.slice(0, 200))}`,
  );
}

/** The text after all edits. Throws for edits that were not made on this text. */
export function applyEdits(original: string, edits: readonly Edit[]): string {
  const text = replayEdits(original, edits);
  if (text !== undefined) return text;
  return refuse(
    edits.find((_, k) => replayEdits(original, edits.slice(0, k + 1)) === undefined),
    original,
  );
}

/** The text before all edits: the exact inverse of applyEdits. Throws for edits that did not give this text. */
export function undoEdits(text: string, edits: readonly Edit[]): string {
  const original = takeBackEdits(text, edits);
  if (original !== undefined) return original;
  return refuse(
    edits.findLast((_, k) => takeBackEdits(text, edits.slice(k)) === undefined),
    text,
  );
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
