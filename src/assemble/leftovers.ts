/** Which stories cannot stand alone as articles, and why: their lines are left over, for a person to put where they belong. */

import type { Leftover } from "../model/article.js";
import { findingReasons } from "../model/finding-reasons.js";
import type { Story } from "./stories.js";

/** What a library calls one of these is an article, however little it is. */
const whole: ReadonlySet<string | undefined> = new Set(["article", "advert", "notice"]);

/** Why a story is no article: nothing of it can stand alone. Undefined where it can. */
export function leftoverReason(story: Story): string | undefined {
  if (whole.has(story.item?.type)) return undefined;
  const text = story.body.filter((item) => item.kind === "paragraph").length;
  if (text > 0) {
    const known =
      story.heads.length +
        story.bylines.length +
        story.datelines.length +
        story.backward.length +
        story.forward.length >
      0;
    if (known || text > 1) return undefined;
    const only = story.body.find((item) => item.kind === "paragraph")?.units[0];
    // What stands beside the columns that run on, as a notice in the margin does, is part of no story in them.
    const apart = only?.pieces[0]?.line.place?.storey === -1;
    return only && only.text.length > 120 && (apart || (only.fresh > 0.3 && only.open < 0.5))
      ? undefined
      : findingReasons.textAlone;
  }
  if (story.heads.length > 0) return findingReasons.headingAlone;
  if (story.backward.length + story.forward.length > 0) return findingReasons.markAlone;
  return findingReasons.lineAlone;
}

export const leftoversOf = (story: Story, reason: string): Leftover[] =>
  [...story.units, ...(story.marks ?? [])].map((unit) => ({
    unit: unit.id,
    page: unit.page,
    passage: unit.passage,
    reason,
  }));
