/** What assembly makes of measured places: how a line is set says what it is, where its words do not. */
import { describe, expect, it } from "vitest";
import { putBorder } from "../../src/assemble/border-figures.js";
import { placeCaptions } from "../../src/assemble/captions.js";
import { runsOn } from "../../src/assemble/compose-body.js";
import type { DraftUnit } from "../../src/assemble/draft-units.js";
import type { LineState, SegmentContext } from "../../src/assemble/line-states.js";
import type { Piece } from "../../src/assemble/pieces.js";
import { placeCost } from "../../src/assemble/place-cost.js";
import { findMeasuredIndents } from "../../src/assemble/printed-indents.js";
import type { PageUnits } from "../../src/assemble/read-units.js";
import { looksSigned } from "../../src/assemble/roles/line-openings.js";
import { splitHeads } from "../../src/assemble/split-heads.js";
import { readStories, type Story } from "../../src/assemble/stories.js";
import type { StoryGraph, StoryNode } from "../../src/assemble/story-nodes.js";
import type { LinePlace } from "../../src/model/page.js";

const plain: LinePlace = {
  scale: 1,
  bold: false,
  inset: 0,
  room: 0,
  width: 16,
  column: 16,
  ruled: false,
  joins: false,
  hanging: 0,
  head: 0,
};
/** Only what these rules judge by. */
const pieceOf = (place?: Partial<LinePlace>): Piece =>
  ({ line: {}, ...(place ? { place: { ...plain, ...place } } : {}) }) as unknown as Piece;

describe("type of a line", () => {
  const costOf = (piece: Piece, state: LineState): number =>
    placeCost(
      { pieces: [piece, pieceOf({})], opensItem: () => false } as unknown as SegmentContext,
      0,
      state,
    );

  // Body text is set in one size; headings in others, or bold.
  it.each([
    ["large", pieceOf({ scale: 2 })],
    ["bold", pieceOf({ bold: true })],
    ["set off", pieceOf({ setOff: true })],
  ])("%s type--a heading sooner than body text", (_name, piece) =>
    expect(costOf(piece, "heading")).toBeLessThan(costOf(piece, "first")),
  );

  // A plain line that fills its column is the least a heading.
  it("plain type--body text sooner, most of all where it fills its column", () => {
    const [full, short] = [pieceOf({}), pieceOf({ room: 5 })];
    expect(costOf(short, "more")).toBeLessThan(costOf(short, "heading"));
    expect(costOf(short, "heading")).toBeLessThan(costOf(full, "heading"));
  });

  // Bylines and marks are set in any type.
  it("large type of a byline, a line without a box--nothing is said", () => {
    expect(costOf(pieceOf({ scale: 2 }), "byline")).toBe(0);
    expect(costOf(pieceOf(), "heading")).toBe(0);
  });
});

describe("heads by size", () => {
  const told = (
    lines: readonly (readonly [text: string, scale: number])[],
    where: Partial<LinePlace> = {},
  ) => {
    const { kicker, headline, deck } = splitHeads(
      lines.map(([text, scale]) => ({
        unit: {
          text,
          spaced: true,
          tight: true,
          pieces: [{ line: { place: { ...plain, scale, ...where } } }],
        },
      })) as unknown as { unit: DraftUnit }[],
    );
    return [kicker, headline, deck].map((units) => units.map(({ text }) => text));
  };

  // By their lengths the two long lines would be one headline; their sizes differ.
  it("small, large, middling--kicker, headline, deck", () =>
    expect(
      told([
        ["Harbor and river, town by town", 1.2],
        ["Ferry will return in spring", 3],
        ["Council votes for new landing", 1.6],
      ]),
    ).toEqual([
      ["Harbor and river, town by town"],
      ["Ferry will return in spring"],
      ["Council votes for new landing"],
    ]));

  // Printers fit lines of one headline to their width by a few points.
  it("lines nearly of one size--all are the headline", () =>
    expect(
      told([
        ["Ferry will return", 3],
        ["in spring", 2.8],
        ["Seven to two", 1.5],
      ]),
    ).toEqual([[], ["Ferry will return", "in spring"], ["Seven to two"]]));

  // Journal des débats, 1821: the date is set larger than the country.
  it("a section's title over the date of its first dispatch--the title is the headline", () => {
    const heads = [
      ["ALLEMAGNE.", 1],
      ["Vienne, 21 juillet.", 1.3],
    ] as const;
    expect(told(heads, { storey: 0 })).toEqual([[], ["ALLEMAGNE."], ["Vienne, 21 juillet."]]);
    expect(told(heads)).toEqual([["ALLEMAGNE."], ["Vienne, 21 juillet."], []]);
  });
});

describe("heads by weight", () => {
  // A small headline is set bold, its kicker nearly as large and light.
  it("light line over a bold one of nearly its size--kicker and headline", () => {
    const unit = (text: string, scale: number, bold: boolean) => ({
      unit: { text, spaced: false, tight: true, pieces: [{ line: { place: { ...plain, scale, bold } } }] },
    });
    const { kicker, headline } = splitHeads([
      unit("河堤路改造昨日恢复通车", 1.08, false),
      unit("一条路能不能只挖一次", 1.12, true),
    ] as unknown as { unit: DraftUnit }[]);
    expect([kicker, headline].map((units) => units.map(({ text }) => text))).toEqual([
      ["河堤路改造昨日恢复通车"],
      ["一条路能不能只挖一次"],
    ]);
  });
});

describe("signatures", () => {
  it("a label and a colon sign nothing; a name and a place do", () => {
    expect(looksSigned("Tuesday: Planning Board, Town", true)).toBe(false);
    expect(looksSigned("Alden Pritchett-Rowe, Pond Road", true)).toBe(true);
  });

  // A letter, who signs it, and the editor's answer.
  it("signed in the middle of its text--it stays where it is printed; at the end it is the credit", () => {
    const node = (kind: StoryNode["kind"], text: string, index: number): StoryNode =>
      ({ kind, index, page: 1, text, units: [{ text, rule: "signature" }] }) as unknown as StoryNode;
    const nodes = [
      node("body", "letter", 0),
      node("credit", "name", 1),
      node("body", "answer", 2),
      node("credit", "editor", 3),
    ];
    const [story] = readStories({ nodes } as unknown as StoryGraph, {
      paths: [[0, 1, 2, 3]],
      margins: [],
      runnersUp: [],
    });
    expect(story?.body.flatMap(({ units }) => units.map(({ text }) => text))).toEqual([
      "letter",
      "name",
      "answer",
    ]);
    expect(story?.credits.map(({ text }) => text)).toEqual(["editor"]);
  });
});

describe("measured indents", () => {
  const indentsOf = (insets: readonly (number | undefined)[]) =>
    findMeasuredIndents(insets.map((inset) => pieceOf(inset === undefined ? undefined : { inset })));

  // A crooked scan moves a line by a little; a line far in is centred; a line without a box says nothing.
  it("lines set in by an em or two--paragraphs begin there", () =>
    expect(indentsOf([2, 0, 0.3, 1, 0, 0, 2, 0, 8, undefined])).toEqual([
      ...[true, false, false, true, false, false, true, false],
      undefined,
      undefined,
    ]));

  // Pages that hardly ever, or nearly always, set lines in do not print indents.
  it.each([[[2, 0, 0, 2, 0, 0]], [[2, 2, 2, 2, 0]]])("too few or too many--nothing is said: %j", (insets) =>
    expect(indentsOf(insets)).toEqual(insets.map(() => undefined)),
  );
});

describe("borders by place", () => {
  const node = (kind: StoryNode["kind"], place?: Partial<LinePlace>): StoryNode =>
    ({
      kind,
      text: "",
      units: [],
      order: 0,
      chunk: 0,
      ...(place ? { place: { ...plain, ...place } } : {}),
    }) as unknown as StoryNode;
  const figuresOf = (above: StoryNode, below: StoryNode): string[] => {
    const figures: string[] = [];
    putBorder({ nodes: [above, below], blanks: "none" } as unknown as StoryGraph, 1, (name) =>
      figures.push(name),
    );
    return figures.filter((name) => /hanging|rule|storey|box/u.test(name));
  };

  // A notice in a printed box with a heading of its own, and the brief under it.
  it("from a box to what stands outside--told, inside it not", () => {
    const notice = node("body", { head: 1.1, box: 0 });
    expect(figuresOf(notice, node("body", { head: 1.1, box: 0 }))).toEqual(["same hanging, headed"]);
    expect(figuresOf(notice, node("body", { hanging: 1, head: 1.4 }))).toContain("into or out of a box");
  });

  // “Continued on page 4” ends a story on its page; what stands under it hangs under the same headline by mistake.
  it("jump line over text of the same hanging--no sign that the story goes on", () =>
    expect(figuresOf(node("jump", { head: 2 }), node("body", { head: 2 }))).toEqual([
      "same hanging, after a jump",
    ]));

  it("byline over text of the same hanging--the story goes on", () =>
    expect(figuresOf(node("byline", { head: 2 }), node("body", { head: 2 }))).toEqual([
      "same hanging, headed",
    ]));

  it("jump line over a ruled text of another hanging--both are told", () =>
    expect(
      figuresOf(node("jump", { head: 2 }), node("body", { hanging: 1, head: 1.4, ruled: true })),
    ).toEqual(["another hanging, head middling", "at a rule"]));

  it("columns that run on--a heading set off ends the section, a storey ends all", () => {
    const above = node("body", { storey: 0 });
    expect(figuresOf(above, node("body", { storey: 0 }))).toEqual(["same hanging, run on"]);
    expect(figuresOf(above, node("byline", { hanging: 1, head: 1, storey: 0, setOff: true }))).toEqual([
      "another hanging, head set off",
    ]);
    expect(figuresOf(above, node("body", { hanging: 1, storey: 1 }))).toEqual(["another storey"]);
    expect(figuresOf(node("body", { storey: -1 }), node("body", { hanging: 1, storey: -1 }))).toEqual([
      "another storey",
    ]);
  });

  it("text without boxes--nothing is said", () =>
    expect(figuresOf(node("jump"), node("body", { head: 2 }))).toEqual([]));
});

describe("lines in the midst of a paragraph", () => {
  const column = (...places: Partial<LinePlace>[]): Piece[] =>
    places.map((place, i) => ({
      ...pieceOf(place),
      line: { blanksBefore: i === 0 ? 1 : 0 },
    })) as unknown as Piece[];
  const contextOf = (pieces: readonly Piece[]): SegmentContext =>
    ({ pieces, opensItem: () => false, measure: { setIn: [] } }) as unknown as SegmentContext;

  // … rieb den Staub, der bis dahin / von den Trägern gefallen war. “Von …” begins bylines too.
  it("words of a byline under a full line--no byline", () => {
    const cost = (pieces: readonly Piece[]) => placeCost(contextOf(pieces), 1, "byline");
    expect(cost(column({}, { room: 4 }))).toBeGreaterThan(5);
    expect(cost(column({ room: 6 }, { room: 4 }))).toBe(0);
    expect(cost(column({ rough: true }, { rough: true, room: 4 }))).toBe(0);
  });

  it("a folio at the edge of a page--furniture, whatever its words are", () => {
    expect(placeCost(contextOf(column({ edge: true })), 0, "furniture")).toBeLessThan(-10);
  });

  // ▲ 탁구=솔내중, 도 선발전 / 단체전 2위.
  it("items that hang out of their column--each begins where a line is not set in", () => {
    const item = [{ room: 0 }, { inset: 1, room: 0 }, { inset: 1, room: 9 }];
    const pieces = column(...item, ...item, ...item);
    const text = column(...Array.from({ length: 4 }, () => [{ inset: 1 }, {}, {}, { room: 5 }]).flat());
    const setIn = findMeasuredIndents([...pieces, ...text]);
    expect(setIn.slice(0, 6)).toEqual([true, false, false, true, false, false]);
    expect(setIn.slice(9, 13)).toEqual([true, false, false, false]);
  });
});

describe("paragraphs cut by a column", () => {
  const unit = (fresh: number, room: number, rough?: true): DraftUnit =>
    ({ fresh, open: 0.08, pieces: [pieceOf({ room, ...(rough ? { rough } : {}) })] }) as unknown as DraftUnit;

  it("a full line that ends a sentence, then one that is not set in--goes on", () => {
    expect(runsOn(unit(0.97, 0), unit(0.2, 0))).toBe(true);
    expect(runsOn(unit(0.97, 6), unit(0.2, 0))).toBe(false);
    expect(runsOn(unit(0.97, 0, true), unit(0.2, 0, true))).toBe(false);
  });
});

describe("captions", () => {
  it("text under a picture--with the story under the same heading, at its end", () => {
    const at = (hanging: number, caption?: boolean) =>
      ({
        ...{ id: `u${hanging}`, page: 1, text: "some text", passage: {}, ...(caption ? { caption } : {}) },
        pieces: [{ line: { place: { ...plain, hanging } } }],
      }) as unknown as DraftUnit;
    const story = (hanging: number) =>
      ({
        page: 1,
        units: [at(hanging)],
        body: [{ kind: "paragraph", units: [at(hanging)] }],
      }) as unknown as Story;
    const caption = at(2, true);
    const page = { units: [caption, at(9, true)] } as unknown as PageUnits;
    const { stories, loose } = placeCaptions([page], [story(1), story(2)]);
    expect(stories.map(({ body }) => body.map(({ kind }) => kind))).toEqual([
      ["paragraph"],
      ["paragraph", "caption"],
    ]);
    expect(loose).toHaveLength(1);
  });
});
