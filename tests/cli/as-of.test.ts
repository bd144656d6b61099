import { describe, expect, it } from "vitest";
import { dayOfEpoch, parseDay } from "../../src/cli/options.js";
import { newspaperHeader, validateHeader } from "../../src/read/header-schema.js";

describe("the day of anniversaries", () => {
  it("is a day of the calendar", () => {
    expect(parseDay("2024-02-29")).toBe("2024-02-29");
    for (const wrong of ["2023-02-29", "2024-13-01", "today", "2024-2-9", "", "2024-02-29T00:00:00Z"])
      expect(() => parseDay(wrong)).toThrow(/day such as/);
  });
  it("is that of SOURCE_DATE_EPOCH, in UTC, where that is one", () => {
    expect(dayOfEpoch("1709251199")).toBe("2024-02-29");
    expect(dayOfEpoch("0")).toBe("1970-01-01");
    for (const none of [undefined, "", "-1", "soon", "99999999999999"])
      expect(dayOfEpoch(none)).toBeUndefined();
  });
});

describe("anniversaries in newspaper.md", () => {
  const read = (anniversaries: unknown) =>
    validateHeader(newspaperHeader, { anniversaries }, "newspaper.md", () => 2);
  it("are a list of years", () => {
    expect(read(["25", "100"]).value.anniversaries).toEqual([25, 100]);
    expect(read([]).value.anniversaries).toEqual([]);
  });
  it("are told and left out where they are none", () => {
    for (const wrong of [["0"], ["ten"], "25", ["1000"]]) {
      const { value, diagnostics } = read(wrong);
      expect(value.anniversaries).toBeUndefined();
      expect(diagnostics.map(({ code, place }) => [code, place.line])).toEqual([["JL1012", 2]]);
    }
  });
});
