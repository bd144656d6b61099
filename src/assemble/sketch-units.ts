/**
 * The first pass: the kind of every line before its text is mended, so that repair knows where a gap is wanted
 * (a headline, a byline, after a dateline) and where it never is (a stretched line of a paragraph).
 */
import type { ReadEdition } from "../model/edition.js";
import type { LineId } from "../model/ids.js";
import type { UnitKind } from "../model/unit.js";
import type { DraftKind } from "./draft-units.js";
import { indexToFollow } from "./library/index-items.js";
import { readUnits } from "./read-units.js";

export interface Sketch {
  readonly kinds: ReadonlyMap<LineId, UnitKind>;
}

export const unitKindOf: Record<DraftKind, UnitKind> = {
  body: "paragraph",
  heading: "headline",
  byline: "byline",
  credit: "credit",
  dateline: "dateline",
  jump: "jump-line",
  continuation: "continuation-line",
  pointer: "pointer",
  serial: "serial",
  furniture: "furniture",
  "notice-head": "notice",
};

/** The kind of each line of an edition as it was read. A line that a run-in mark shares with text counts as the text. */
export function sketchUnits(edition: ReadEdition): Sketch {
  const kinds = new Map<LineId, UnitKind>();
  const context = {
    title: edition.info.newspaper.title,
    house: edition.info.jumpWordings,
    language: edition.info.language,
    library: indexToFollow(edition.library),
  };
  for (const { units } of readUnits(edition.pages, context)) {
    for (const unit of units) {
      for (const span of unit.passage.spans)
        if (!kinds.has(span.line) || unit.kind === "body") kinds.set(span.line, unitKindOf[unit.kind]);
    }
  }
  return { kinds };
}
