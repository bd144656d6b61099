/** Whole made-up editions, one folder each: what their pages hold and which articles must come of it. */
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { assembleCase, fallsShort, listCases, readExpected, retellEdition } from "./run-case.js";

const root = fileURLToPath(new URL("./cases/", import.meta.url));

describe("jumps in whole editions", () => {
  const cases = listCases(root);
  it("finds its cases", () => expect(cases.length).toBeGreaterThan(20));
  it.each(cases)("%s", (name) => {
    const expected = readExpected(root + name);
    const { edition, lost } = assembleCase(root + name);
    expect(lost).toEqual([]);
    const told = expect(retellEdition(edition, expected));
    if (fallsShort(root + name)) told.not.toEqual(expected);
    else told.toEqual(expected);
  });
});
