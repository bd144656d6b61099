/** A real letter-spaced page against its truth, where the data folder is at hand; line kinds come from the truth. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { UnitKind } from "../../src/model/unit.js";
import { repairLines, undoEdits } from "../../src/repair/index.js";

const folder = join(
  process.env.JUMPLINE_DATA ?? join(import.meta.dirname, "../../../shared/data"),
  "seed-page",
);
interface Stretch {
  readonly text: string;
  readonly lines: readonly [number, number];
  readonly kind?: string;
}
interface Truth {
  readonly articles: readonly {
    readonly headline: readonly Stretch[];
    readonly byline: Stretch | null;
    readonly continued_from: Stretch | null;
    readonly paragraphs: readonly Stretch[];
  }[];
}

describe.skipIf(!existsSync(folder))("a real letter-spaced page", () => {
  it("reads as its truth, character by character and gap by gap", () => {
    const truth = JSON.parse(readFileSync(join(folder, "truth.json"), "utf8")) as Truth;
    const lines = readFileSync(join(folder, "page-02.txt"), "utf8").split("\n");
    const kinds: UnitKind[] = lines.map(() => "paragraph");
    const set = (kind: UnitKind, stretches: readonly Stretch[]) => {
      for (const {
        lines: [from, to],
      } of stretches)
        kinds.fill(kind, from - 1, to);
    };
    for (const { headline, byline, paragraphs } of truth.articles) {
      set("headline", headline);
      if (byline) set("byline", [byline]);
      set(
        "subhead",
        paragraphs.filter(({ kind }) => kind === "subhead"),
      );
    }
    const repaired = repairLines(lines, kinds, "zh-Hans");
    const read = ({ lines: [from, to] }: Stretch): string =>
      repaired
        .slice(from - 1, to)
        .map(({ text }) => text)
        .join("");
    for (const { headline, byline, paragraphs, continued_from } of truth.articles) {
      for (const stretch of [...headline, ...(byline ? [byline] : [])])
        expect(read(stretch)).toBe(stretch.text);
      for (const stretch of paragraphs) {
        const runIn = continued_from?.lines[0] === stretch.lines[0] ? continued_from.text : "";
        expect(read(stretch)).toBe(runIn + stretch.text);
      }
    }
    repaired.forEach(({ text, edits }, index) => {
      expect(undoEdits(text, edits)).toBe(lines[index]);
    });
  });
});
