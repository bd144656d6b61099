/** The shape of every rule: it looks at one line's text and says what it would change, never touching it itself. */
import type { Replacement } from "../apply-edits.js";
import type { Gap } from "../measure-gaps.js";
import type { RepairContext } from "../repair-context.js";

/** Changes found in `text`, none overlapping; empty where the rule has nothing to say. */
export type LineRule = (text: string, context: RepairContext) => Replacement[];

/** Takes a gap out. */
export const closeGap = (rule: string, gap: Gap): Replacement => ({
  rule,
  at: gap.at,
  removed: gap.raw,
  inserted: "",
});
