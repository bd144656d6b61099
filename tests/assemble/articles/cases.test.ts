/** Whole made-up editions, one folder each: what their pages hold and which articles must come of it. */
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { assembleCase, listCases, readExpected, retellEdition } from "../jumps/run-case.js";

const root = fileURLToPath(new URL("./cases/", import.meta.url));

describe("stories put together in whole editions", () => {
  const cases = listCases(root);
  it("finds its cases", () => expect(cases.length).toBeGreaterThan(1));
  it.each(cases)("%s", (name) => {
    const expected = readExpected(root + name);
    const { edition, lost } = assembleCase(root + name);
    expect(lost).toEqual([]);
    expect(retellEdition(edition, expected)).toEqual(expected);
  });
});
