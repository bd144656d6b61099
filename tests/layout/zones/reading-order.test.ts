/** Parts of a page → the order in which they are read: storeys, columns of each, titles, rules and white. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Rect } from "../../../src/layout/rect.js";
import { readingOrder } from "../../../src/layout/zones/reading-order.js";

interface Named extends Rect {
  readonly name: string;
}

const part = (name: string, x0: number, x1: number, y0: number, y1: number): Named => ({
  name,
  x0,
  x1,
  y0,
  y1,
});
const rule = (x0: number, x1: number, y0: number, y1: number): Rect => ({ x0, x1, y0, y1 });
const orderOf = (parts: readonly Named[], rules: readonly Rect[] = []): string | undefined =>
  readingOrder(parts, { rules, em: 1, pitch: 1.2 })
    ?.map(({ name }) => name)
    .join(" ");

describe("columns and storeys", () => {
  const columns = [
    part("a", 0, 20, 0, 40),
    part("b", 22, 42, 0, 30),
    part("c", 0, 20, 41, 80),
    part("d", 22, 42, 31, 80),
  ];

  // Each column is read to its foot.
  it("two columns of blocks--the left one, then the right one", () => {
    expect(orderOf(columns)).toBe("a c b d");
  });

  // Boxes of neighbours overlap on scans.
  it("columns that overlap a bit--the same order", () => {
    expect(orderOf(columns.map((one) => ({ ...one, x1: one.x1 + 3 })))).toBe("a c b d");
  });

  // A headline over both columns ends what is above it.
  it("headline through both columns--what is above it is read first, on both sides", () => {
    const printed = [
      part("a", 0, 20, 0, 38),
      part("b", 22, 42, 0, 38),
      part("H", 4, 40, 40, 43),
      part("c", 0, 20, 44, 80),
      part("d", 22, 42, 44, 80),
    ];
    expect(orderOf(printed)).toBe("a b H c d");
  });

  // A rule over the gutter does the same, though no line of text stands there.
  it("rule over the gutter--it parts the storeys", () => {
    const printed = [
      part("a", 0, 20, 0, 38),
      part("b", 22, 42, 0, 37),
      part("c", 0, 20, 40, 80),
      part("d", 22, 42, 39, 80),
    ];
    expect(orderOf(printed)).toBe("a c b d");
    expect(orderOf(printed, [rule(10, 32, 38.4, 38.6)])).toBe("a b c d");
  });

  // A dash under an article stands in one column and says nothing to the next.
  it("short rule inside a column--no storey", () => {
    expect(orderOf(columns, [rule(8, 12, 40.4, 40.6)])).toBe("a c b d");
  });

  // Storeys need not go through the page: a headline over two of three columns.
  it("headline over the second and third column--the first column is read whole before", () => {
    const printed = [
      part("a", 0, 20, 0, 80),
      part("b", 22, 42, 0, 38),
      part("c", 44, 64, 0, 38),
      part("H", 22, 64, 40, 43),
      part("d", 22, 42, 44, 80),
      part("e", 44, 64, 44, 80),
    ];
    expect(orderOf(printed)).toBe("a b c H d e");
  });

  // Four parts laid like the sails of a mill: each is left of or above the next.
  it("parts in a ring--each once, nothing before what is above it", () => {
    const printed = [
      part("a", 0, 60, 0, 30),
      part("b", 62, 90, 0, 60),
      part("c", 30, 90, 62, 90),
      part("d", 0, 28, 32, 90),
    ];
    expect(orderOf(printed)).toBe("a d b c");
  });
});

describe("short lines", () => {
  // A title is set in the middle of its column and stands for all of it.
  it("short title over one of two columns--read with its column", () => {
    const printed = [part("t", 7, 12, 0, 1), part("a", 0, 20, 2, 60), part("b", 22, 42, 0, 60)];
    expect(orderOf(printed)).toBe("t a b");
  });

  // A folio over the gutter reaches over a bit of either column, whatever short title begins one of them.
  it("folio over the gutter--read first", () => {
    const printed = [
      part("f", 18, 24, 0, 1),
      part("t", 5, 15, 2, 3),
      part("a", 0, 20, 4, 60),
      part("b", 22, 42, 2, 60),
    ];
    expect(orderOf(printed)).toBe("f t a b");
  });

  // It must not grow over what stands beside it.
  it("signature at a column's foot over a broad advertisement--it stays in its column", () => {
    const printed = [
      part("a", 0, 20, 0, 50),
      part("s", 12, 18, 50.5, 51.5),
      part("b", 22, 42, 0, 51),
      part("ad", 0, 42, 54, 80),
    ];
    expect(orderOf(printed)).toBe("a s b ad");
  });
});

describe("white through columns", () => {
  const storeys = (columns: number): Named[] =>
    Array.from({ length: columns }, (_, i) => [
      part(`a${i + 1}`, 22 * i, 22 * i + 20, 0, 38 - i / 4),
      part(`b${i + 1}`, 22 * i, 22 * i + 20, 40 + i / 4, 80),
    ]).flat();

  // In two columns it is chance; in three it is made.
  it("white at one height--three columns are parted by it, two are not", () => {
    expect(orderOf(storeys(2))).toBe("a1 b1 a2 b2");
    expect(orderOf(storeys(3))).toBe("a1 a2 a3 b1 b2 b3");
  });

  it("a column rule runs down through it--the columns go on", () => {
    expect(orderOf(storeys(3), [rule(20.9, 21.1, 0, 80)])).toBe("a1 b1 a2 b2 a3 b3");
  });

  // A masthead in two languages over three columns of text.
  it("two columns over three others--parted", () => {
    const printed = [
      part("a", 0, 31, 0, 8),
      part("b", 33, 64, 0, 8),
      part("c", 0, 20, 10, 80),
      part("d", 22, 42, 10, 80),
      part("e", 44, 64, 10, 80),
    ];
    expect(orderOf(printed)).toBe("a b c d e");
  });
});

describe("laws", () => {
  const rects = fc.array(
    fc
      .record({ x0: fc.nat(60), y0: fc.nat(90), wide: fc.nat(40), high: fc.nat(40) })
      .map(({ x0, y0, wide, high }): Omit<Named, "name"> => ({ x0, x1: x0 + wide, y0, y1: y0 + high })),
    { maxLength: 24 },
  );
  const named = rects.map((all) => all.map((rect, i): Named => ({ ...rect, name: `${i}` })));

  it("any rectangles, any rules--each part once", () => {
    fc.assert(
      fc.property(named, rects, (parts, rules) => {
        expect(orderOf(parts, rules)?.split(" ").sort() ?? []).toEqual(
          parts.length === 0 ? [""] : parts.map(({ name }) => name).sort(),
        );
      }),
    );
  });

  it("parts in any order--the same reading order", () => {
    const distinct = named.map((parts) => [
      ...new Map(parts.map((one) => [`${one.x0} ${one.x1} ${one.y0} ${one.y1}`, one])).values(),
    ]);
    const shuffled = distinct.chain((parts) =>
      fc.tuple(fc.constant(parts), fc.shuffledSubarray(parts, { minLength: parts.length })),
    );
    fc.assert(
      fc.property(shuffled, ([parts, others]) => {
        expect(orderOf(others)).toBe(orderOf(parts));
      }),
    );
  });

  it("more parts than print has--no order is told", () => {
    expect(orderOf(Array.from({ length: 1001 }, (_, i) => part(`${i}`, 0, 1, i, i + 1)))).toBeUndefined();
  });
});
