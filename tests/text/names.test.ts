import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nearestName } from "../../src/text/nearest-name.js";
import { checkRelativePath, compareNaturally } from "../../src/text/relative-path.js";
import { slugForTitle, slugOf } from "../../src/text/slug.js";

describe("slugs", () => {
  it.each([
    ["The Wexley Harbor Courier", "the-wexley-harbor-courier"],
    ["Journal des Débats", "journal-des-debats"],
    ["'s GRAVENHAEGSE Courant.", "s-gravenhaegse-courant"],
    ["Straße & Œuvre", "strasse-oeuvre"],
    ["砚州晚报", ""],
  ])("%s → %j", (title, slug) => expect(slugOf(title)).toBe(slug));

  it("of titles without an ASCII name are short, stable and apart", () => {
    expect(slugForTitle("砚州晚报")).toMatch(/^np-[a-z0-9]{6}$/);
    expect(slugForTitle("砚州晚报")).toBe(slugForTitle(" 砚州晚报 "));
    expect(slugForTitle("砚州晚报")).not.toBe(slugForTitle("砚州日报"));
    expect(slugForTitle("人民日报 A")).toMatch(/^np-/);
    expect(slugForTitle("assets")).toBe("np-assets");
  });

  it("are always safe", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (title) => {
        expect(slugForTitle(title)).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
        expect(slugForTitle(title).length).toBeLessThanOrEqual(63);
      }),
    );
  });
});

describe("checkRelativePath", () => {
  it.each([
    ["pages/01.txt", "pages/01.txt"],
    ["./a//b", "a/b"],
    ["第一版.txt", "第一版.txt"],
    ["..a/b", "..a/b"],
  ])("%s", (path, clean) => expect(checkRelativePath(path)).toBe(clean));
  it.each(["", ".", "..", "a/../b", "/a", "a\\b", "C:\\x", "c:x", "a\u0000b", "a\nb", "x".repeat(2_000)])(
    "refuses %j",
    (path) => expect(checkRelativePath(path)).toBeUndefined(),
  );
});

it("compares names naturally, and the same from both sides", () => {
  expect(["p10", "p2", "p1b", "p01", "p1", "a"].sort(compareNaturally)).toEqual([
    "a",
    "p01",
    "p1",
    "p1b",
    "p2",
    "p10",
  ]);
  const name = fc.string({ unit: fc.constantFrom("a", "b", "0", "1", "9", "-"), maxLength: 8 });
  fc.assert(
    fc.property(name, name, name, (a, b, c) => {
      expect(Math.sign(compareNaturally(a, b))).toBe(-Math.sign(compareNaturally(b, a)) + 0);
      if (compareNaturally(a, b) <= 0 && compareNaturally(b, c) <= 0)
        expect(compareNaturally(a, c)).toBeLessThanOrEqual(0);
      expect(compareNaturally(a, b) === 0).toBe(a === b);
    }),
  );
});

it.each([
  ["newpaper", "newspaper"],
  ["Date", "date"],
  ["jump-lines", "jump_lines"],
  ["lnaguage", "language"],
  ["zzz", undefined],
])("%s means %s", (name, known) =>
  expect(nearestName(name, ["newspaper", "date", "jump_lines", "language"])).toBe(known),
);
