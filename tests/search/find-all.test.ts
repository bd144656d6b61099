/**
 * The law of the search: what stands there is found, and nothing else. 200 queries in each of nine languages are held
 * against reading everything; so is every pair of characters, and drawn runs of any length.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawQueries } from "./draw-queries.js";
import { readAll } from "./naive-search.js";
import { openIndex } from "./open-index.js";
import { searchedEditions } from "./searched-editions.js";

const editions = searchedEditions();
const texts = editions.map((each) => each.texts);
const index = openIndex(texts);
const findNaively = readAll(texts);
const perLanguage = 200;

describe("queries drawn from the text", () => {
  it("are nine languages'", () => {
    expect(editions.map(({ language }) => language).sort()).toEqual(
      ["de", "en", "es", "fr", "ja", "ko", "nl", "zh-Hans", "zh-Hant"].sort(),
    );
  });
  for (const edition of editions)
    it(`find all and nothing else in ${edition.language}`, () => {
      const queries = drawQueries(edition, perLanguage);
      expect(queries).toHaveLength(perLanguage);
      let missed = 0;
      const kinds = new Map<string, number>();
      for (const { kind, sought, quoted, anyForm } of queries) {
        const expected = findNaively(sought, { quoted, anyForm });
        const found = index.ask(quoted ? `"${sought}"` : sought, anyForm);
        expect([kind, sought, found.sort()]).toEqual([kind, sought, expected.sort()]);
        if (expected.length === 0) missed += 1;
        kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      }
      // Each kind of query is well represented.
      for (const [kind, times] of kinds) expect([kind, times >= 20]).toEqual([kind, true]);
      expect(kinds.size).toBeGreaterThanOrEqual(5);
      // A query drawn from a line may reach over a seam that was closed; most are there.
      expect(missed).toBeLessThan(perLanguage / 20);
    });
});

describe("any run of characters", () => {
  const cjk = editions.filter(({ language }) => /^(zh|ja|ko)/.test(language));
  const paragraphs = cjk.flatMap(({ texts: { texts } }) => texts.flatMap((text) => text.paragraphs));

  it("of a paragraph is found there, whatever it begins and ends with", () => {
    fc.assert(
      fc.property(
        fc.nat(paragraphs.length - 1),
        fc.nat(),
        fc.integer({ min: 2, max: 40 }),
        (which, from, length) => {
          const letters = (paragraphs[which]?.text ?? "").match(/\P{M}[\p{M}ﾞﾟ]*/gu) ?? [];
          const at = from % Math.max(1, letters.length);
          const sought = letters
            .slice(at, at + length)
            .join("")
            .trim();
          fc.pre(/[\p{Script=Han}\p{Script=Hangul}ぁ-ヺ]/u.test(sought) && !/["“”„«»「」]/.test(sought));
          expect(index.ask(`"${sought}"`).sort()).toEqual(findNaively(sought).sort());
        },
      ),
      { numRuns: 1500 },
    );
  });

  it("that is not there is not found: letters of the text in another order", () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(paragraphs.length - 1), { minLength: 2, maxLength: 4 }),
        fc.nat(),
        (which, seed) => {
          const sought = which
            .map((each) => Array.from((paragraphs[each]?.text ?? "").replace(/[^\p{Script=Han}ぁ-ヺ]/gu, "")))
            .map((letters) => letters[seed % Math.max(1, letters.length)] ?? "")
            .join("");
          fc.pre(sought.length > 1);
          expect(index.ask(sought).sort()).toEqual(findNaively(sought).sort());
        },
      ),
      { numRuns: 1500 },
    );
  });
});

describe("a single character", () => {
  it("is found too, in any form", () => {
    for (const sought of ["灯", "の", "號", "国", "솔", "渡"]) {
      expect(index.ask(sought).sort()).toEqual(findNaively(sought).sort());
      expect(index.ask(sought, true).sort()).toEqual(findNaively(sought, { anyForm: true }).sort());
      expect(index.ask(sought, true).length).toBeGreaterThan(0);
    }
  });
});
