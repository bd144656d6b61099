/**
 * Captions that layout found under pictures: units by themselves, whatever stands round them, and parts of the story
 * whose text stands under the same heading. They take no part in deciding what the stories are.
 */

import type { Leftover } from "../model/article.js";
import { findingReasons } from "../model/finding-reasons.js";
import type { DraftUnit } from "./draft-units.js";
import type { StatedPiece } from "./line-states.js";
import type { PageMeasure } from "./measure-page.js";
import type { Piece } from "./pieces.js";
import type { PageUnits } from "./read-units.js";
import type { Story } from "./stories.js";

export const isCaption = ({ line, mark }: Piece): boolean => line.place?.caption === true && !mark;

/** How sure it is, in nats: as sure as that the picture stands there. */
const sure = 20;

/** The lines of captions as they are, each caption a unit. */
export const stateCaptions = (captions: readonly Piece[]): StatedPiece[] =>
  captions.map((piece, i) => {
    const goesOn = i > 0 && piece.line.blanksBefore === 0;
    return { piece, state: goesOn ? "more" : "first", rule: "under-a-picture", margin: sure };
  });

/** A measure of the page's text, told of captions that come after it. */
export const withCaptions = (measure: PageMeasure, captions: readonly Piece[]): PageMeasure => ({
  ...measure,
  measure: [...measure.measure, ...captions.map(({ place, width }) => place?.column ?? width)],
});

/** How much of a story stands under the heading that a caption stands under. */
function nearness({ units, page }: Story, caption: DraftUnit): number {
  if (page !== caption.page) return 0;
  const hanging = caption.pieces[0]?.line.place?.hanging;
  return units
    .filter(({ pieces }) => pieces[0]?.line.place?.hanging === hanging)
    .reduce((sum, { text }) => sum + text.length, 0);
}

/** Stories with their captions at the ends of their texts, and the captions of pictures that stand in none. */
export function placeCaptions(
  pages: readonly PageUnits[],
  stories: readonly Story[],
): { stories: Story[]; loose: Leftover[] } {
  const placed = new Map<Story, DraftUnit[]>();
  const loose: Leftover[] = [];
  for (const unit of pages.flatMap(({ units }) => units.filter(({ caption }) => caption))) {
    const home = stories.reduce<{ story: Story; near: number } | undefined>((best, story) => {
      const near = nearness(story, unit);
      return near > (best?.near ?? 0) ? { story, near } : best;
    }, undefined);
    if (home) placed.set(home.story, [...(placed.get(home.story) ?? []), unit]);
    else
      loose.push({
        unit: unit.id,
        page: unit.page,
        passage: unit.passage,
        reason: findingReasons.captionAlone,
      });
  }
  return {
    stories: stories.map((story) => {
      const captions = placed.get(story) ?? [];
      if (captions.length === 0) return story;
      return {
        ...story,
        body: [...story.body, ...captions.map((unit) => ({ kind: "caption" as const, units: [unit] }))],
        units: [...story.units, ...captions],
      };
    }),
    loose,
  };
}
