/** Halves of jumped stories, told by their marks first and by their words where several marks are alike. */
import { expect, it } from "vitest";
import type { DraftUnit } from "../../../src/assemble/draft-units.js";
import { joinSettled } from "../../../src/assemble/join-jumps.js";
import type { Story } from "../../../src/assemble/stories.js";

/** A story of one paragraph that ends with a sentence, with a jump line to a page or a continuation line from one. */
const story = (page: number, text: string, marks: { to?: number; from?: number }): Story => {
  const unit = { text, open: 0.08, fresh: 0.8, spaced: true, pieces: [{ startsInside: false }] };
  const mark = (named: number | undefined) =>
    named === undefined ? [] : [{ mark: { page: named } } as unknown as DraftUnit];
  return {
    page,
    heads: [],
    body: [{ kind: "paragraph", units: [unit] }],
    forward: mark(marks.to),
    backward: mark(marks.from),
  } as unknown as Story;
};

const ferry = story(1, "The ferry landing at Wharf Street sank in the storm, the town harbor master said.", {
  to: 3,
});
const ferryOn = story(3, "A new ferry landing at Wharf Street will open, and the harbor master is glad.", {
  from: 1,
});
const clock = story(1, "Nobody had wound the town hall clock for a week.", { to: 3 });
const clockOn = story(3, "By Sunday evening visitors asked the town for the hour.", { from: 1 });

it("a pair of marks without rivals is joined with little said for it by its words", () => {
  expect(joinSettled([clock, clockOn], new Map(), new Set())).toMatchObject([{ from: 0, to: 1 }]);
});

it("a pair whose rivals have found their halves has none any more", () => {
  const joins = joinSettled(
    [ferry, clock, clockOn, ferryOn],
    new Map(),
    new Set(["the", "a", "at", "and", "had", "for", "up"]),
  );
  expect(joins.map(({ from, to }) => [from, to])).toEqual([
    [0, 3],
    [1, 2],
  ]);
});
