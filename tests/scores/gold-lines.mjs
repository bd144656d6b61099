/**
 * Pages as the segmentation sees them, with the true state of each line. Bylines, credits, marks and furniture, which
 * their words give away, verse and lists, which are told afterwards, and lines that no story owns stay as the program
 * reads them and are not judged.
 */

import { isFigured } from "../../lib/assemble/line-costs.js";
import { readLines } from "../../lib/assemble/read-units.js";
import { segmentPieces } from "../../lib/assemble/segment-units.js";
import { readCase } from "./read-case.mjs";

const isBody = (state) => state === "first" || state === "more";

/** Paragraphs of one line, where the truth does not tell headings from them. */
function linesAlone({ owners, items }) {
  const seen = new Set();
  const more = new Set();
  for (const { item, paragraph } of owners.values()) {
    const entry = items[item].paragraphs[paragraph];
    if (seen.has(entry)) more.add(entry);
    seen.add(entry);
  }
  return new Set([...seen].filter((entry) => !more.has(entry)));
}

/** The pages of one case: {lines: the segmentation's context, gold: [{state, judged}]}. */
export function linePages({ job, truth }) {
  const { pages, context } = readCase(job);
  const told = [...truth.owners.values()].some((owner) => owner.paragraph === null);
  const unsure = told ? new Set() : linesAlone(truth);
  return readLines(pages, context).map(({ page, lines }) => {
    const gold = [];
    let last;
    for (const { piece, state } of segmentPieces(lines)) {
      const owner = truth.owners.get(`${page.number}:${piece.line.number}`);
      const story = owner && truth.items[owner.item];
      const paragraph = story?.paragraphs[owner.paragraph];
      const free = isFigured(state);
      const isTitle = owner?.paragraph === 0 && !told && story.headline !== null;
      const isHeading = isTitle || paragraph?.heading;
      const body =
        paragraph && !isHeading && !unsure.has(paragraph) && !["verse", "list"].includes(paragraph.kind);
      let now = { state, judged: false };
      if (!piece.mark && story?.story !== false && owner) {
        if (owner.paragraph === null || isHeading) {
          if (free || isHeading) now = { state: "heading", judged: true };
        } else if (body && (free || state === "notice-head"))
          now = { state: last === paragraph && !piece.afterMark ? "more" : "first", judged: true };
      }
      const before = gold.at(-1)?.state;
      if (now.state === "more" && !isBody(before)) now = { ...now, state: "first" };
      if (now.state === "byline-more" && !/^byline/.test(before ?? "")) now = { ...now, state: "byline" };
      last = body && now.judged ? paragraph : undefined;
      gold.push(now);
    }
    return { lines, gold };
  });
}
