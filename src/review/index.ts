/**
 * Review: what an editor decided is put over what the program made of an edition. First `overrides.yaml`, item by
 * item; then article files that a person changed, whose words win over everything.
 * It refuses to touch the source: lines keep their originals, and every unit still stands in exactly one place.
 */
import type { Outcome } from "../model/diagnostic.js";
import type { AssembledEdition, ReviewedEdition } from "../model/edition.js";
import type { KnownWords, SourceFile } from "../model/job.js";
import { applyOverrides } from "./apply-overrides.js";
import { mergeArticleFiles } from "./merge-article-files.js";
import { nameFile } from "./name-file.js";
import { parseOverrides } from "./parse-overrides.js";

export const overridesFile = "overrides.yaml";

/** @param files the edition's files; those that are neither `overrides.yaml` nor `articles/*.md` are left alone.
 *  @param knownWords the words of a language, as assembly has them */
export function reviewEdition(
  edition: AssembledEdition,
  files: readonly SourceFile[],
  knownWords?: KnownWords,
): Outcome<ReviewedEdition> {
  const file = files.find(({ path }) => path === overridesFile);
  const parsed = file
    ? parseOverrides(nameFile(edition.info, overridesFile), file.bytes)
    : { overrides: [], diagnostics: [] };
  const applied = applyOverrides(edition, parsed.overrides, knownWords);
  const merged = mergeArticleFiles(applied.edition, files);
  return {
    value: { ...merged.edition, stage: "reviewed" },
    diagnostics: [...parsed.diagnostics, ...applied.diagnostics, ...merged.diagnostics],
  };
}
