/** Stories that run over a page break without a mark: joined only where columns run on and words or setting say so. */
import { describe, expect, it } from "vitest";
import { joinPages } from "../../src/assemble/join-pages.js";
import type { Story } from "../../src/assemble/stories.js";
import { joinReasons } from "../../src/model/join-reasons.js";

interface Parts {
  readonly page: number;
  readonly text: string;
  readonly order?: number;
  readonly storey?: number | undefined;
  readonly open?: number;
  readonly inside?: boolean;
  readonly inset?: number;
  readonly room?: number;
  readonly headed?: boolean;
  readonly mark?: boolean;
  readonly turn?: "in" | "out" | undefined;
}
/** Only what joinPages asks of a story: one body unit at its place, and whether it has a heading or a mark. */
function story({
  page,
  text,
  order = 1,
  open = 0,
  inside = false,
  inset = 0,
  room = 3,
  headed,
  mark,
  ...rest
}: Parts): Story {
  const turn = rest.turn === "in" ? { turnsIn: true } : rest.turn === "out" ? { turnsOut: true } : {};
  const place = { inset, room, ...turn, ...("storey" in rest ? { storey: rest.storey } : { storey: 0 }) };
  const unit = { page, order, text, open, pieces: [{ startsInside: inside, line: { place } }] };
  return {
    page,
    units: [unit],
    body: [{ kind: "paragraph", units: [unit] }],
    heads: headed ? [{}] : [],
    forward: mark ? [unit] : [],
    backward: [],
  } as unknown as Story;
}
const broken = { page: 1, text: "Already there stand in the", open: 0.9 };
const onward = { page: 2, text: "valley question the governments", inside: true };
const joinsOf = (...stories: Story[]): string[] =>
  joinPages(stories, []).map(({ from, to }) => `${from} ${to}`);

describe("text that breaks off at the foot of the last column", () => {
  it("goes on inside a sentence at the head of the next page--joined, and says why", () => {
    const [join] = joinPages([story(broken), story(onward)], []);
    expect(join).toMatchObject({ from: 0, to: 1 });
    expect(join?.reason).toContain("no mark");
    expect(join?.reason).toContain("breaks off");
  });

  // A German noun, a name: “Dappenthal-Frage”. That its line is not set in tells a paragraph that goes on.
  it("goes on with a capital letter, not set in--joined", () =>
    expect(joinsOf(story(broken), story({ ...onward, inside: false }))).toEqual(["0 1"]));

  it("the next page begins with a new paragraph--not joined", () =>
    expect(joinsOf(story(broken), story({ ...onward, inside: false, inset: 1.2 }))).toEqual([]));

  it("under a heading--not joined", () =>
    expect(joinsOf(story(broken), story({ ...onward, headed: true }))).toEqual([]));

  it("with a printed mark--left to the marks", () =>
    expect(joinsOf(story({ ...broken, mark: true }), story(onward))).toEqual([]));

  it("a page further on--not joined", () =>
    expect(joinsOf(story(broken), story({ ...onward, page: 3 }))).toEqual([]));

  // Papers made up by headlines: the story below the fold has no say where the next page goes on.
  it("pages whose columns do not run on--not joined", () =>
    expect(joinsOf(story({ ...broken, storey: undefined }), story({ ...onward, storey: undefined }))).toEqual(
      [],
    ));

  it("in the middle of the columns--only the last of the page and the first of the next are asked", () =>
    expect(
      joinsOf(
        story(broken),
        story({ page: 1, order: 2, text: "The end." }),
        story({ ...onward, order: 1, inside: false, inset: 1 }),
        story({ ...onward, order: 2 }),
      ),
    ).toEqual([]));
});

describe("text that ends at the foot of the last column", () => {
  it("a new paragraph on the next page--not joined", () =>
    expect(joinsOf(story({ ...broken, open: 0 }), story({ ...onward, inside: false, inset: 1.2 }))).toEqual(
      [],
    ));

  // A poem in the feuilleton ends its lines, and none of them is set in.
  it("the storey at the foot goes on in the storey at the foot--joined; the columns do not go on in it", () =>
    expect(
      joinsOf(
        story({ page: 1, text: "Columns." }),
        story({ page: 1, order: 2, storey: 1, text: "It needed wonders." }),
        story({ page: 2, text: "Of the columns", headed: true }),
        story({ page: 2, order: 2, storey: 1, text: "Before opening" }),
      ),
    ).toEqual(["1 3"]));
});

// Pages made up in blocks: layout says what stands at the foot of the last column and at the head of the first.
describe("text at the foot of the last column of a page made up in blocks", () => {
  const out = { ...broken, storey: undefined, turn: "out" } as const;
  const into = { ...onward, storey: undefined, turn: "in" } as const;

  it("breaks off, the head of the next page goes on under no heading--joined", () =>
    expect(joinsOf(story(out), story(into))).toEqual(["0 1"]));

  // Its columns do not run on from page to page: readers are told what was seen.
  it("says so in words of its own", () => {
    const reasonOf = (...stories: Story[]) => joinPages(stories, [])[0]?.reason.split("; ")[0];
    expect(reasonOf(story(out), story(into))).toBe(joinReasons.lastToFirst);
    expect(reasonOf(story(broken), story(onward))).toBe(joinReasons.columnsRunOn);
  });

  it("ends a sentence--not joined", () =>
    expect(joinsOf(story({ ...out, open: 0 }), story({ ...into, inside: false }))).toEqual([]));

  // “… since her driving test.” fills its line by chance; the next line stands flush, and paragraphs are set in.
  it("ends a sentence on a full line, the next page begins in mid-paragraph--joined", () => {
    const [ends, onward] = [story({ ...out, open: 0, room: 0 }), story({ ...into, inside: false })];
    const setIn = [2, 3].map((order) =>
      story({ page: 2, order, text: "A paragraph.", storey: undefined, inset: 1.2 }),
    );
    expect(joinsOf(ends, onward, ...setIn)).toEqual(["0 1"]);
    expect(joinsOf(ends, onward)).toEqual([]);
    expect(joinsOf(story({ ...out, open: 0, room: 5 }), onward, ...setIn)).toEqual([]);
  });

  it("the next page begins under a heading--not joined", () =>
    expect(joinsOf(story(out), story({ ...into, headed: true }))).toEqual([]));

  it("the text that goes on stands elsewhere on the next page--not joined", () =>
    expect(joinsOf(story(out), story({ ...into, turn: undefined }))).toEqual([]));

  it("two pages on--not joined", () => expect(joinsOf(story(out), story({ ...into, page: 3 }))).toEqual([]));
});
