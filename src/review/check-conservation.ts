/**
 * The law of every build: nothing printed is lost, doubled or changed without a record.
 *
 *  1. Edits replay: a line's `original` with its edits applied gives its `text` (so taking them back gives `original`).
 *  2. Every character of a line that is not a space lies in the spans of exactly one unit.
 *  3. Every unit stands in exactly one place: an article's part, furniture or leftovers.
 *  4. Every such character lies in exactly one passage that is shown: head, body, mark, jump, furniture, leftover.
 *  5. Every passage's text is what its spans and seams give.
 *  6. The stretches of a line that was cut at a gutter are, one after the other, that line.
 *
 * It refuses to judge whether a text stands in the *right* place, and it mends nothing.
 */
import type { Article, Assembly } from "../model/article.js";
import type { Diagnostic, Place } from "../model/diagnostic.js";
import type { AssembledEdition, ReviewedEdition } from "../model/edition.js";
import { type LineId, stretchId, type UnitId } from "../model/ids.js";
import { linesOf } from "../model/page.js";
import type { Passage } from "../model/unit.js";
import { applyEdits } from "../text/apply-edits.js";
import { composeText } from "../text/compose-passage.js";
import { countCoverage, type LinePlace, type SourceLines } from "./count-coverage.js";
import { nameFile } from "./name-file.js";
import { type ShownPassage, shownPassages } from "./shown-passages.js";

const excerptLength = 40;
const excerpt = (text: string): string =>
  [...text].length > excerptLength ? `${[...text].slice(0, excerptLength).join("")}…` : text;

/** Errors, empty where the edition keeps the law. Each names file, line and the text that is lost or doubled. */
export function checkConservation(edition: AssembledEdition | ReviewedEdition): Diagnostic[] {
  const lines = indexLines(edition);
  const { assembly } = edition;
  const shown = shownPassages(assembly);
  return [
    ...checkIds(edition, lines),
    ...checkEdits(lines),
    ...checkStretches(lines),
    ...checkPassages(lines, [...unitPassages(assembly), ...shown]),
    ...checkPlaces(assembly, lines),
    ...assembly.articles.flatMap(checkParts),
    ...countCoverage(lines, unitPassages(assembly), { lost: "JL4003", doubled: "JL4004" }),
    ...countCoverage(lines, shown, { lost: "JL4005", doubled: "JL4006" }),
  ];
}

/** Where each line stands in its file, in page and file order. A line id that comes twice is kept once and reported by coverage. */
function indexLines({ pages, info }: AssembledEdition | ReviewedEdition): SourceLines {
  const lines = new Map<LineId, LinePlace>();
  for (const page of pages) {
    const file = nameFile(info, page.file);
    for (const line of linesOf(page))
      lines.set(line.id, { line, place: { file, line: line.number, page: page.number } });
  }
  return lines;
}

/** Two lines with one id would hide each other from every check below. */
function checkIds({ pages, info }: AssembledEdition | ReviewedEdition, lines: SourceLines): Diagnostic[] {
  return pages.flatMap((page) =>
    linesOf(page)
      .filter((line) => lines.get(line.id)?.line !== line)
      .map((line) => {
        const place = { file: nameFile(info, page.file), line: line.number, page: page.number };
        return problem("JL4010", place, { id: line.id, text: excerpt(line.text) });
      }),
  );
}

/** What the body and the marks say they are made of must stand among the article's parts. */
function checkParts(article: Article): Diagnostic[] {
  const own = new Set(article.parts.flatMap((part) => part.units));
  const marks = [...article.marks, ...article.jumps.flatMap((jump) => [jump.forward, jump.backward])];
  const named = [...article.body.flatMap((part) => part.units), ...marks.flatMap((mark) => mark?.unit ?? [])];
  return named
    .filter((unit) => !own.has(unit))
    .map((unit) => problem("JL4011", { article: article.id }, { unit, article: article.id }));
}

function checkEdits(lines: SourceLines): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const { line, place } of lines.values()) {
    if (applyEdits(line.original, line.edits) !== line.text) {
      found.push(problem("JL4001", place, { text: excerpt(line.text), original: excerpt(line.original) }));
    }
  }
  return found;
}

/** Each stretch of a cut line begins where the one before it ends, from the line's beginning to its end. */
function checkStretches(lines: SourceLines): Diagnostic[] {
  const cut = new Map<LineId, LinePlace[]>();
  for (const each of lines.values()) {
    if (!each.line.stretch) continue;
    const id = stretchId(each.line.id, 0);
    const list = cut.get(id);
    if (list) list.push(each);
    else cut.set(id, [each]);
  }
  return [...cut].flatMap(([id, stretches]) => {
    let end = 0;
    let whole = true;
    for (const { line } of stretches.sort((a, b) => startOf(a) - startOf(b))) {
      whole &&= line.stretch?.at === end;
      end += line.original.length;
    }
    const first = stretches[0] as LinePlace;
    if (whole && stretches.every(({ line }) => line.stretch?.of === end)) return [];
    return [
      problem("JL4012", first.place, { id, text: stretches.map(({ line }) => line.original).join(" | ") }),
    ];
  });
}

const startOf = ({ line }: LinePlace): number => line.stretch?.at ?? 0;

/** The units' own passages, named like the shown ones. */
const unitPassages = (assembly: Assembly): ShownPassage[] =>
  [...assembly.units.values()].map(({ id, passage }) => ({ where: id, passage }));

function checkPassages(lines: SourceLines, passages: readonly ShownPassage[]): Diagnostic[] {
  const textOf = (id: LineId): string | undefined => lines.get(id)?.line.text;
  return passages.flatMap(({ where, passage, editorsWords }) => {
    if (passage.spans.length === 0 && editorsWords) return [];
    if (passage.spans.length > 0 && composeText(passage, textOf) === passage.text) return [];
    return [problem("JL4002", placeOf(passage, lines), { where, text: excerpt(passage.text) })];
  });
}

function checkPlaces(assembly: Assembly, lines: SourceLines): Diagnostic[] {
  const seen = new Map<UnitId, string[]>();
  const put = (unit: UnitId, where: string): void => {
    seen.set(unit, [...(seen.get(unit) ?? []), where]);
  };
  for (const article of assembly.articles)
    for (const part of article.parts) for (const unit of part.units) put(unit, article.id);
  for (const { unit } of assembly.furniture) put(unit, "furniture");
  for (const { unit } of assembly.leftovers) put(unit, "leftovers");
  const found: Diagnostic[] = [];
  for (const unit of assembly.units.values()) {
    const places = seen.get(unit.id) ?? [];
    if (places.length === 1) continue;
    const details = { unit: unit.id, text: excerpt(unit.passage.text), places: places.join(", ") };
    found.push(problem(places.length === 0 ? "JL4007" : "JL4008", placeOf(unit.passage, lines), details));
  }
  for (const [unit, places] of seen) {
    if (!assembly.units.has(unit)) found.push(problem("JL4009", {}, { unit, places: places.join(", ") }));
  }
  return found;
}

const placeOf = (passage: Passage, lines: SourceLines): Place => {
  const first = passage.spans[0];
  return (first && lines.get(first.line)?.place) ?? {};
};

const problem = (code: string, place: Place, details: Diagnostic["details"]): Diagnostic => ({
  code,
  severity: "error",
  place,
  details,
});
