/**
 * Edits of a line's text, forwards and back. Each edit's offset is into the text as it stood just before that edit,
 * so they are applied first to last and taken back last to first.
 * `此次 冬` with {at: 2, removed: " ", inserted: ""} is `此次冬`, and back again.
 * It refuses an edit whose words do not stand where it says: that is a bug, and guessing would lose text.
 */
import type { Edit } from "../model/page.js";

/** A change found in a text: offsets are into that text as it was searched, not after other changes. */
export type Replacement = Edit;

function replaceAt(text: string, at: number, expected: string, wanted: string, rule: string): string {
  if (!text.startsWith(expected, at))
    throw new Error(`edit ${rule} at ${at} expects ${JSON.stringify(expected)} in ${JSON.stringify(text)}`);
  return text.slice(0, at) + wanted + text.slice(at + expected.length);
}

/** The text after all edits. Throws for edits that were not made on this text. */
export function applyEdits(original: string, edits: readonly Edit[]): string {
  return edits.reduce(
    (text, edit) => replaceAt(text, edit.at, edit.removed, edit.inserted, edit.rule),
    original,
  );
}

/** The text before all edits: the exact inverse of applyEdits. Throws for edits that did not give this text. */
export function undoEdits(text: string, edits: readonly Edit[]): string {
  return edits.reduceRight(
    (later, edit) => replaceAt(later, edit.at, edit.inserted, edit.removed, edit.rule),
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
