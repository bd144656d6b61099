/** Slips of a library put right: words move with their lines, and a correction that finds no words is an error. */
import { describe, expect, it } from "vitest";
import { putRight } from "./sources/as-printed.mjs";

const item = (id: string, ...texts: string[]) => ({
  id,
  story: true,
  paragraphs: texts.map((text) => ({ text })),
});
const items = [
  item("DIVL35", "FRANCE."),
  item(
    "DIVL44",
    "PEERS.",
    "(i) Deux forts volumes",
    "religion révélée",
    "Patrice ; enfin",
    "désordre de celte vie",
    "(i) Dn vol.",
    "(1) Œuvres de P. Corneille",
  ),
  item("DIVL70", "VARIETES."),
  item("DIVL84", "Répertoire à l'usage"),
  item("DIVL105", "ANNONCES."),
];

describe("what is printed, against what a library has", () => {
  it("a line of a moved segment--belongs to the item it stands under in print; the others stay", () => {
    const owners = new Map([
      ["2:1", { item: 1, paragraph: 0 }],
      ["3:6", { item: 1, paragraph: 2 }],
    ]);
    const right = putRight("journal-des-debats", items, owners);
    expect(right.owners.get("2:1")).toEqual({ item: 1, paragraph: 0 });
    const moved = right.owners.get("3:6");
    expect(right.items[moved?.item ?? 0]?.id).toBe("DIVL70");
    expect(right.items[moved?.item ?? 0]?.paragraphs[moved?.paragraph ?? 0]?.text).toBe("religion révélée");
  });

  it("words that are not there--an error", () =>
    expect(() => putRight("journal-des-debats", items.slice(0, 1), new Map())).toThrow("no “"));

  it("an issue without corrections--as it is", () =>
    expect(putRight("courant", items, new Map()).items).toEqual(items));
});
