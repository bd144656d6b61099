/** What a rule may know beside the line itself. Rules see no other line, only what the edition as a whole shows. */
import type { UnitKind } from "../model/unit.js";
import { lexiconOf } from "../text/lexicon/index.js";
import { type SpacingHabits, spacingOf } from "../text/lexicon/spacing.js";
import type { Vocabulary } from "../text/vocabulary.js";
import { emptyVocabulary } from "../text/vocabulary.js";

/** What all lines of an edition show about the way its text was taken from the page. */
export interface EditionEvidence {
  readonly vocabulary: Vocabulary;
  /** Share of Han–digit and Han–Latin borders that have a gap; undefined where there are too few to tell. */
  readonly autospaceShare: number | undefined;
  /** Text that people typed: many lines, none of them stretched. A single gap in it was meant. */
  readonly typed: boolean;
}

export interface RepairContext {
  readonly kind: UnitKind;
  /** BCP 47. */
  readonly language: string;
  readonly habits: SpacingHabits;
  readonly evidence: EditionEvidence;
}

export const noEvidence: EditionEvidence = {
  vocabulary: emptyVocabulary,
  autospaceShare: undefined,
  typed: false,
};

/** A context for one line. Without evidence no split word is joined and gaps count as layout. */
export function repairContext(
  language: string,
  kind: UnitKind = "paragraph",
  evidence: EditionEvidence = noEvidence,
): RepairContext {
  return { kind, language, habits: spacingOf(lexiconOf(language).language), evidence };
}

const display: ReadonlySet<UnitKind> = new Set<UnitKind>([
  "headline",
  "subhead",
  "kicker",
  "deck",
  "jump-head",
  "byline",
  "credit",
  "caption",
  "notice",
  "advert",
  "furniture",
  "verse",
  "list",
]);

/** Set for the eye rather than run on: here a gap in an unstretched line was put there on purpose. */
export const isDisplay = (kind: UnitKind): boolean => display.has(kind);
