/**
 * Repair: mends the text of each line and never moves, joins, splits or drops one. Every change is an edit with its
 * rule's name that can be taken back; what cannot be restored is left as it is and said.
 */
import type { Diagnostic, Outcome } from "../model/diagnostic.js";
import type { ReadEdition, RepairedEdition } from "../model/edition.js";
import type { LineId } from "../model/ids.js";
import { type Line, linesOf, type Page } from "../model/page.js";
import type { UnitKind } from "../model/unit.js";
import { lexiconOf } from "../text/lexicon/index.js";
import { spacingOf } from "../text/lexicon/spacing.js";
import { collectVocabulary } from "../text/vocabulary.js";
import { measureEvidence } from "./measure-evidence.js";
import { type EditionEvidence, repairContext } from "./repair-context.js";
import { type RepairedText, repairLine, wordsAskForMore } from "./repair-line.js";
import { isLostHangul } from "./rules/close-spaced-hangul.js";
import { findUnrestoredRows } from "./rules/close-spaced-latin.js";
import { countUnprovenTears } from "./rules/close-split-words.js";

export { applyEdits, undoEdits } from "./apply-edits.js";
export { repairContext } from "./repair-context.js";
export type { RepairedText } from "./repair-line.js";
export { repairLine } from "./repair-line.js";

/**
 * Mends every line of an edition.
 * @param kinds what the first pass of the assembler took each line for; a line it does not name is a paragraph's.
 */
export function repairEdition(
  edition: ReadEdition,
  kinds: ReadonlyMap<LineId, UnitKind>,
): Outcome<RepairedEdition> {
  const lines = edition.pages.flatMap((page) =>
    linesOf(page).map((line) => ({ line, language: page.language })),
  );
  const repaired = repairAll(
    lines.map(({ line, language }) => ({
      text: line.text,
      language,
      kind: kinds.get(line.id) ?? "paragraph",
    })),
  );
  const texts = new Map(lines.map(({ line }, index) => [line.id, repaired.texts[index]] as const));
  const mend = (line: Line): Line => {
    const mended = texts.get(line.id);
    return mended ? { ...line, text: mended.text, edits: [...line.edits, ...mended.edits] } : line;
  };
  const pages = edition.pages.map((page) => ({
    ...page,
    blocks: page.blocks.map((block) => ({ ...block, lines: block.lines.map(mend) })),
  }));
  const diagnostics = pages.flatMap((page) => reportPage(page, repaired.evidence, edition.info.folder));
  return { value: { ...edition, stage: "repaired", pages }, diagnostics };
}

/** Mends lines of one language that stand in no edition, in their order: for the `repair` filter and for tests. */
export function repairLines(
  lines: readonly string[],
  kinds: readonly (UnitKind | undefined)[],
  language: string,
): RepairedText[] {
  return repairAll(lines.map((text, index) => ({ text, language, kind: kinds[index] ?? "paragraph" }))).texts;
}

/** Mends a whole text, line by line; line ends stay as they are. Every line is taken for a paragraph's. */
export function repairText(text: string, language: string): string {
  const pieces = text.split(/(\r\n|\n|\r|\f)/);
  const mended = repairLines(
    pieces.filter((_, index) => index % 2 === 0),
    [],
    language,
  );
  return pieces
    .map((piece, index) => (index % 2 === 0 ? (mended[index / 2]?.text ?? piece) : piece))
    .join("");
}

interface LineToRepair {
  readonly text: string;
  readonly language: string;
  readonly kind: UnitKind;
}

/** Words that were mended are evidence for others, so lines are looked at until nothing changes; two passes do as a rule. */
const MOST_PASSES = 5;

/** Rules that make other words of a line than it had; after the rest the edition's vocabulary is what it was. */
const makesWords = (rule: string): boolean => /^(?:close-s|close-number|fold-|drop-|mend-)/.test(rule);

function repairAll(lines: readonly LineToRepair[]): { texts: RepairedText[]; evidence: EditionEvidence } {
  let evidence = measureEvidence(lines.map(({ text }) => text));
  let texts: RepairedText[] = lines.map(({ text, language, kind }) =>
    repairLine(text, repairContext(language, kind, evidence)),
  );
  let changed = texts.some(({ edits }) => edits.some(({ rule }) => makesWords(rule)));
  for (let pass = 1; changed && pass < MOST_PASSES; pass += 1) {
    // What the source shows of its setting is gone once it is mended; only its words are counted again.
    evidence = { ...evidence, vocabulary: collectVocabulary(texts.map(({ text }) => text)) };
    changed = false;
    texts = texts.map((before, index) => {
      const line = lines[index];
      const context = line ? repairContext(line.language, line.kind, evidence) : undefined;
      if (!context || !wordsAskForMore(before.text, context)) return before;
      changed = true;
      const { text, edits } = repairLine(before.text, context);
      return { text, edits: [...before.edits, ...edits] };
    });
  }
  return { texts, evidence };
}

/** What could not be restored: one message per line of lost Hangul or letter-spacing, one per page for torn words. */
function reportPage(page: Page, { vocabulary }: EditionEvidence, folder: string): Diagnostic[] {
  const file = folder === "" ? page.file : `${folder}/${page.file}`;
  const habits = spacingOf(lexiconOf(page.language).language);
  const found: Diagnostic[] = [];
  let tears = 0;
  let firstTear = 0;
  for (const line of linesOf(page)) {
    const place = { file, line: line.number, page: page.number };
    const report = (code: string) =>
      found.push({ code, severity: "info", place, details: { text: line.text } });
    if (isLostHangul(line.text)) report("JL2001");
    if (findUnrestoredRows(line.text, vocabulary, habits.longestWord).length > 0) report("JL2002");
    const torn = countUnprovenTears(line.text, vocabulary, habits.oneLetterWords);
    if (torn > 0 && tears === 0) firstTear = line.number;
    tears += torn;
  }
  if (tears > 0)
    found.push({
      code: "JL2003",
      severity: "info",
      place: { file, line: firstTear, page: page.number },
      details: { count: tears },
    });
  return found;
}
