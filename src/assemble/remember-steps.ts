/**
 * Keeps what steps from line to line are worth: a page asks for thousands, of a few kinds. It decides nothing, and gives
 * what putStep would give anew.
 */
import { type StepSigns, signsOfStep } from "./line-figures.js";
import { isBody, type LineState, type SegmentContext } from "./line-states.js";

type StepWorth = (i: number, previous: LineState, state: LineState) => number;

/**
 * Steps of like signs are worth the same, whatever lines they stand between; of a body line before, the figures know only
 * that it is one (`putStep`).
 */
export function rememberSteps(
  context: SegmentContext,
  worthOf: (...step: [...Parameters<StepWorth>, signs: StepSigns]) => number,
): StepWorth {
  type Known = Map<LineState, Map<LineState | "body", number>>;
  const bySigns = new Map<string, Known>();
  const lines: { readonly signs: StepSigns; readonly alike: Known; more?: number }[] = [];
  const lineAt = (i: number) => {
    const found = lines[i];
    if (found) return found;
    const signs = signsOfStep(context, i);
    const key = Object.values(signs).join("|");
    const alike: Known = bySigns.get(key) ?? new Map();
    bySigns.set(key, alike);
    const line: (typeof lines)[number] = { signs, alike };
    lines[i] = line;
    return line;
  };
  return (i, previous, state) => {
    const line = lineAt(i);
    if (state === "more") {
      line.more ??= worthOf(i, previous, state, line.signs);
      return line.more;
    }
    const before = isBody(previous) ? "body" : previous;
    const steps = line.alike.get(state) ?? new Map<LineState | "body", number>();
    line.alike.set(state, steps);
    const worth = steps.get(before) ?? worthOf(i, previous, state, line.signs);
    steps.set(before, worth);
    return worth;
  };
}
