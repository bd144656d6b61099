/**
 * The text of a passage as its spans and seams give it. A passage that differs from this has been changed without
 * a record, so this is what conservation is checked against and what a correction rebuilds passages with.
 */
import type { LineId } from "../model/ids.js";
import type { Passage, Seam, Span } from "../model/unit.js";
import { joinTexts } from "./join-lines.js";

/** @returns the text, or `undefined` where a span names a line or a stretch that does not exist, or seams do not fit. */
export function composeText(
  { spans, seams }: Pick<Passage, "spans" | "seams">,
  textOf: (line: LineId) => string | undefined,
): string | undefined {
  if (spans.length > 0 && seams.length !== spans.length - 1) return undefined;
  const texts: string[] = [];
  for (const { line, start, end } of spans) {
    const text = textOf(line);
    if (text === undefined || start < 0 || end < start || end > text.length) return undefined;
    texts.push(text.slice(start, end));
  }
  return joinTexts(texts, seams);
}

/** Two passages as one, with `seam` between them. */
export function joinPassages(first: Passage, second: Passage, seam: Seam): Passage {
  return {
    text: joinTexts([first.text, second.text], [seam]),
    spans: [...first.spans, ...second.spans],
    seams:
      first.spans.length > 0 && second.spans.length > 0
        ? [...first.seams, seam, ...second.seams]
        : [...first.seams, ...second.seams],
  };
}

/** The spans `from`–`to` (end exclusive) of a passage as a passage of their own. */
export function cutPassage(
  passage: Passage,
  from: number,
  to: number,
  textOf: (line: LineId) => string | undefined,
): Passage {
  const spans: readonly Span[] = passage.spans.slice(from, to);
  const seams = passage.seams.slice(from, Math.max(from, to - 1));
  return { text: composeText({ spans, seams }, textOf) ?? "", spans, seams };
}
