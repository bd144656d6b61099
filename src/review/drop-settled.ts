/**
 * Decisions that need no look of their own: where one of the two stories is gone since an editor joined or moved it, and
 * the second of two that say the same from either side (“A might be of B's story”, “B might be of A's story”).
 */
import type { Decision } from "../model/unit.js";

/** As many places of a confidence as readers see. */
const digits = 2;

export function dropSettled(decisions: readonly Decision[], articles: ReadonlySet<string>): Decision[] {
  // What is no id is worded: “an article of its own”.
  const isGone = (choice: string | undefined): boolean =>
    choice !== undefined && !choice.includes(" ") && !articles.has(choice);
  const seen = new Set<string>();
  return decisions.filter((decision) => {
    const { kind, choice, runnerUp, confidence } = decision;
    if (kind !== "article") return true;
    if (isGone(choice) || isGone(runnerUp?.choice)) return false;
    const pair = [choice, runnerUp?.choice ?? ""].sort().join("\n");
    const key = `${pair}\n${confidence.toFixed(digits)}`;
    if (runnerUp && seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
