import type { Severity } from "../../../model/diagnostic.js";
import type { FindingChoice, FindingReason, InferenceSource } from "../../../model/finding-reasons.js";
import type { Decision, UnitKind } from "../../../model/unit.js";

export type InferredField =
  | "newspaper"
  | "date"
  | "number"
  | "language"
  | "direction"
  | "rights"
  | "place"
  | "publisher"
  | "segmentation";

export interface DiagnosticWording {
  readonly what: string;
  readonly todo: string;
}

/** The words of an archivist's report in one language: data only, in a file per language. */
export interface FindingWords {
  readonly kinds: Readonly<Record<Decision["kind"], string>>;
  readonly roles: Readonly<Record<UnitKind, string>>;
  /** Two of them are followed by what they name. */
  readonly choices: Readonly<Record<FindingChoice, string>>;
  /** Between a choice and its runner-up. */
  readonly or: string;
  readonly reasons: Readonly<Record<FindingReason, string>>;
  readonly severities: Readonly<Record<Severity, string>>;
  readonly fields: Readonly<Record<InferredField, string>>;
  readonly sources: Readonly<Record<InferenceSource, string>>;
  readonly vertical: string;
  readonly yes: string;
  readonly no: string;
  /**
   * The diagnostics that reports show most, by their code, filled like model/diagnostic-words.ts, whose English stands for
   * all others.
   */
  readonly diagnostics: Readonly<Record<string, DiagnosticWording>>;
}
