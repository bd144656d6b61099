/** Repair alone: the gaps inside each mended line against the truth's, before anything is joined. */
import { wordKey } from "./fold.mjs";
import { scoreSpaces } from "./score-spaces.mjs";

/**
 * @param {object} truth @param {object} repaired edition
 * @returns counts as scoreSpaces gives, and up to twenty lines whose gaps are not the truth's
 */
export function scoreRepairedLines(truth, repaired) {
  const byItem = truth.items.map((item) => [
    ...(item.spaced ?? []),
    ...item.paragraphs.map((paragraph) => paragraph.text),
  ]);
  const sum = { judged: 0, spurious: 0, wanted: 0, lost: 0 };
  const wrong = [];
  for (const page of repaired.pages)
    for (const block of page.blocks)
      for (const line of block.lines) {
        const owner = truth.owners.get(`${page.number}:${line.number}`);
        if (!owner || wordKey(line.text).length < 2) continue;
        // The line is the truth to look up, the item's text where it is looked up: so gaps change sides.
        const { judged, spurious, wanted, lost } = scoreSpaces(
          [line.text],
          byItem[owner.item],
          truth.language,
        );
        sum.judged += judged;
        sum.spurious += lost;
        sum.lost += spurious;
        sum.wanted += wanted - lost + spurious;
        if (spurious + lost > 0) wrong.push(`${page.number}:${line.number} ${line.original} → ${line.text}`);
      }
  return { ...sum, wrong };
}
