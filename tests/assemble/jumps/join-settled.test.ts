/** Halves of jumped stories, told by their marks first and by their words where several marks are alike. */
import { expect, it } from "vitest";
import type { DraftUnit } from "../../../src/assemble/draft-units.js";
import { joinSettled } from "../../../src/assemble/join-jumps.js";
import type { Story } from "../../../src/assemble/stories.js";

/** A story of one paragraph that ends with a sentence, with a jump line to a page or a continuation line from one. */
const story = (page: number, text: string, marks: { to?: number; from?: number }): Story => {
  const unit = { text, order: 1, open: 0.08, fresh: 0.8, spaced: true, pieces: [{ startsInside: false }] };
  const mark = (named: number | undefined, order: number) =>
    named === undefined ? [] : [{ order, mark: { page: named } } as unknown as DraftUnit];
  return {
    page,
    heads: [],
    body: [{ kind: "paragraph", units: [unit] }],
    forward: mark(marks.to, 2),
    backward: mark(marks.from, 0),
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

it("a pair of marks is not joined where the text says that it does not go on there", () => {
  const begun = story(1, "Clouds came over.", { to: 2 });
  const inside = story(2, "and the pumps ran until dawn.", { from: 1 });
  const cut = inside.body[0]?.units[0]?.pieces[0] as { startsInside: boolean };
  cut.startsInside = true;
  expect(joinSettled([begun, inside], new Map(), new Set())).toEqual([]);
});

it("a mark that lost its number is no rival of two that name each other", () => {
  const lost = story(1, "Prices of wheat rose again.", {});
  const unnamed = { ...lost, forward: [{ mark: {} } as unknown as DraftUnit] };
  expect(joinSettled([unnamed, clock, clockOn], new Map(), new Set())).toMatchObject([{ from: 1, to: 2 }]);
});

it("what stands over the jump line is what the jump cuts, whatever else the story took", () => {
  const before = {
    text: "the coun",
    open: 0.95,
    fresh: 0.8,
    spaced: true,
    order: 4,
    pieces: [{ startsInside: false }],
  };
  const after = {
    text: "Done.",
    open: 0.05,
    fresh: 0.8,
    spaced: true,
    order: 6,
    pieces: [{ startsInside: false }],
  };
  const first = {
    ...story(1, "", { to: 2 }),
    body: [{ kind: "paragraph", units: [before, after] }],
    forward: [{ order: 5, mark: { page: 2 } }],
  } as unknown as Story;
  const second = story(2, "cil went home.", { from: 1 });
  (second.body[0]?.units[0]?.pieces[0] as { startsInside: boolean }).startsInside = true;
  expect(joinSettled([first, second], new Map(), new Set())).toHaveLength(1);
});
