/**
 * The text of an article, out of its stories on one page after the other: what a column or a jump cut is one paragraph
 * again, and captions stand at its end, since a picture stands in no place of the text.
 */
import type { BodyPart } from "../model/article.js";
import { endsSentence } from "../text/ends-sentence.js";
import type { WordCounts } from "../text/join-lines.js";
import type { Lexicon } from "../text/lexicon/index.js";
import { continuePassage, type DraftUnit } from "./draft-units.js";
import { kindOfBody } from "./roles/kind-of-body.js";
import { isCaptionText } from "./roles/read-picture.js";
import type { Story } from "./stories.js";

interface BodyContext {
  readonly words: WordCounts;
  readonly lexicons: readonly Lexicon[];
}

/** How likely a line that is not set in begins a paragraph, and ems of room below which a line fills its column. */
const notSetIn = 0.2;
const full = 1;

/** A cut paragraph goes on in the next unit: more likely than not, by how the one ends and the other begins. */
export function runsOn(before: DraftUnit, after: DraftUnit): boolean {
  // Where paragraphs are set in, what is not set in goes on from a full line, though a sentence ends with it.
  const [end, start] = [before.pieces.at(-1)?.place, after.pieces[0]?.place];
  if (end && !end.rough && start) {
    // A question in bold type is none of the answer's.
    if (end.bold !== start.bold && !start.rough) return false;
    if (after.fresh <= notSetIn && end.room < full) return true;
  }
  const on = before.open * (1 - after.fresh);
  const off = (1 - before.open) * after.fresh;
  return on > off;
}

/** Where the file tells places, layout has looked for the pictures themselves. */
const isBareCaption = (unit: DraftUnit, lexicons: readonly Lexicon[]): boolean =>
  unit.pieces.every(({ place }) => place === undefined) && isCaptionText(unit.text, lexicons);

const firstLine = ({ pieces }: DraftUnit): number => pieces[0]?.line.number ?? 0;

/** Body parts of a chain: subheads and paragraphs, cut paragraphs made whole. */
export function composeBody(chain: readonly Story[], { words, lexicons }: BodyContext): BodyPart[] {
  const parts: BodyPart[] = [];
  const captions: BodyPart[] = [];
  const bare: DraftUnit[] = [];
  let last: DraftUnit | undefined;
  for (const story of chain) {
    for (const item of story.body) {
      if (item.kind !== "paragraph") {
        const part: BodyPart = {
          kind: item.kind,
          passage: item.units.map((unit) => unit.passage).reduce((a, b) => continuePassage(a, b, words)),
          units: item.units.map((unit) => unit.id),
        };
        // A picture stands in no place of the text, so that it cuts no paragraph; in a library's article it has one.
        if (item.kind === "caption" && !story.item) {
          captions.push(part);
          continue;
        }
        parts.push(part);
        last = undefined;
        continue;
      }
      for (const unit of item.units) {
        if (!story.item && isBareCaption(unit, lexicons)) {
          bare.push(unit);
          continue;
        }
        const before = parts.at(-1);
        if (
          last &&
          before &&
          (before.kind === "paragraph" ||
            before.kind === "question" ||
            before.kind === "answer" ||
            before.kind === "list") &&
          (item.resumes ?? runsOn(last, unit))
        ) {
          parts[parts.length - 1] = {
            ...before,
            passage: continuePassage(before.passage, unit.passage, words),
            units: [...before.units, unit.id],
          };
        } else parts.push({ kind: kindOfBody(unit, lexicons), passage: unit.passage, units: [unit.id] });
        last = unit;
      }
    }
  }
  const told = bare
    .sort((a, b) => a.page - b.page || firstLine(a) - firstLine(b))
    .map((unit): BodyPart => ({ kind: "caption", passage: unit.passage, units: [unit.id] }));
  return [...settleLoneItems(parts), ...captions, ...told];
}

/** Signs that stand before crossheads too; a star or a dash opens a dispatch. */
const crossheadSign = /^[◆◇■□●○▼▽▲△]/u;

/** A list has two items and more: ◆藻場の調査やり直しへ alone is a crosshead, “* Oberwald, 20. Oktober. Nach …” a paragraph. */
function settleLoneItems(parts: readonly BodyPart[]): BodyPart[] {
  const signOf = (part: BodyPart | undefined): string | undefined =>
    part?.kind === "list" ? part.passage.text.trim()[0] : undefined;
  return parts.map((part, i) => {
    const sign = signOf(part);
    if (sign === undefined || sign === signOf(parts[i - 1]) || sign === signOf(parts[i + 1])) return part;
    const { text } = part.passage;
    const oneLine = new Set(part.passage.spans.map(({ line }) => line)).size === 1;
    const isHead =
      oneLine && crossheadSign.test(text.trim()) && !endsSentence(text) && parts[i + 1]?.kind === "paragraph";
    return { ...part, kind: isHead ? "subhead" : "paragraph" };
  });
}
