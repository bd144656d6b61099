/**
 * Mends the text of one line: every rule in a fixed order, over and over until none finds anything, so that repairing
 * repaired text changes nothing. The line keeps its place, and taking its edits back gives the source again.
 */
import type { Edit } from "../model/page.js";
import { applyEdits, toEdits } from "./apply-edits.js";
import { hasSpace } from "./measure-gaps.js";
import type { RepairContext } from "./repair-context.js";
import { closeCjkGaps } from "./rules/close-cjk-gaps.js";
import { closeNumberGaps } from "./rules/close-number-gaps.js";
import { closeSpacedHangul } from "./rules/close-spaced-hangul.js";
import { closeSpacedLatin } from "./rules/close-spaced-latin.js";
import { closeSplitWords } from "./rules/close-split-words.js";
import { dropInvisible } from "./rules/drop-invisible.js";
import { foldForms } from "./rules/fold-forms.js";
import { joinPaddedNames } from "./rules/join-padded-names.js";
import type { LineRule } from "./rules/line-rule.js";
import { mendDash } from "./rules/mend-dash.js";
import { narrowGaps } from "./rules/narrow-gaps.js";
import { trimEdges } from "./rules/trim-edges.js";

/** Characters first, and the one dash that may have gaps in it. */
const characterRules: readonly LineRule[] = [dropInvisible, foldForms, trimEdges, mendDash];

/** Then gaps, from the surest reason to the weakest; what is left is stored as one space. */
const gapRules: readonly LineRule[] = [
  closeNumberGaps,
  joinPaddedNames,
  closeCjkGaps,
  closeSpacedHangul,
  closeSpacedLatin,
  closeSplitWords,
  narrowGaps,
];

/** Each round closes a gap or folds a character, and lines that need a third are rare; this stops a faulty rule. */
const MOST_ROUNDS = 12;

export interface RepairedText {
  readonly text: string;
  readonly edits: readonly Edit[];
}

/** Whether the edition's words, now that more of them are whole, give reason for another look at a mended line. */
export const wordsAskForMore = (text: string, context: RepairContext): boolean =>
  hasSpace(text) && (closeSplitWords(text, context).length > 0 || closeSpacedLatin(text, context).length > 0);

/** The mended text of one line and how it came to be. Throws only if two rules undo each other, which is a bug. */
export function repairLine(text: string, context: RepairContext): RepairedText {
  const edits: Edit[] = [];
  let now = text;
  const apply = (rule: LineRule): void => {
    const found = toEdits(rule(now, context));
    if (found.length === 0) return;
    now = applyEdits(now, found);
    for (const edit of found) edits.push(edit);
  };
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const before = edits.length;
    for (const rule of characterRules) apply(rule);
    if (hasSpace(now)) for (const rule of gapRules) apply(rule);
    if (edits.length === before) return { text: now, edits };
  }
  throw new Error(`repair does not settle on ${JSON.stringify(text)}`);
}
