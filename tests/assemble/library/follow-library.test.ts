/** `segmentation: source`: a library's articles as they are, printed jumps that it missed, nothing lost. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assembleEdition } from "../../../src/assemble/index.js";
import { sketchUnits } from "../../../src/assemble/sketch-units.js";
import { decideEdition } from "../../../src/build/build-edition.js";
import type { ReadEdition } from "../../../src/model/edition.js";
import type { LineId } from "../../../src/model/ids.js";
import type { ItemType, LibraryItem, PartRole } from "../../../src/model/library.js";
import { linesOf } from "../../../src/model/page.js";
import { readEdition } from "../../../src/read/index.js";
import { repairEdition } from "../../../src/repair/index.js";
import { checkConservation } from "../../../src/review/check-conservation.js";
import { jobOf, madeUpEdition } from "../../properties/made-up-edition.js";
import { harbourFiles, items } from "../../read/issue/harbour-post.js";

const decide = (inside = items.join("")) => {
  const { edition } = decideEdition({ folder: "in/box", files: harbourFiles(inside) });
  if (!edition) throw new Error("not built");
  return edition.assembly;
};
const textsOf = (list: readonly { readonly text: string }[]): string[] => list.map(({ text }) => text);
const named = (assembly: ReturnType<typeof decide>, headline: string) =>
  assembly.articles.find((article) => textsOf(article.headline).join(" ") === headline);

describe("a library's article", () => {
  it("is one of ours, under its printed headline", () => {
    const { articles, furniture, leftovers } = decide();
    expect(articles.map(({ kind, headline }) => `${kind} ${textsOf(headline)}`).sort()).toEqual([
      "advert ROPES AND SAILS",
      "story FOG ON THE WHARF",
      "story HARBOUR TAX RISES",
      "story ROAD TO THE MILL IS MENDED",
    ]);
    expect(textsOf(furniture.map(({ passage }) => passage))).toEqual(["THE HARBOUR POST"]);
    expect(textsOf(leftovers.map(({ passage }) => passage))).toEqual(["PAGE ONE OF TWO"]);
  });

  it("goes on over the page without a mark, a cut sentence made whole", () => {
    const road = named(decide(), "ROAD TO THE MILL IS MENDED");
    expect(road?.body.map(({ passage }) => passage.text)).toEqual([
      "The council has mended the road to the old mill after a winter in which two carts were lost in it. The work took eleven men and was done in nine days, which the mayor called a thing to be proud of in a small town.",
    ]);
    expect(road?.parts.map(({ page }) => page)).toEqual([1, 2]);
    expect(road?.jumps).toMatchObject([
      {
        state: "joined",
        fromPage: 1,
        toPage: 2,
        confidence: 1,
        reason: "the library has both in one article",
      },
    ]);
    expect(road?.decisions.filter(({ confidence }) => confidence < 1)).toEqual([]);
  });

  it("is joined with its other half by a printed jump that the library missed, as a decision of ours", () => {
    const tax = named(decide(), "HARBOUR TAX RISES");
    expect(tax?.parts.map(({ page }) => page)).toEqual([1, 2]);
    expect(tax?.jumps).toMatchObject([{ state: "joined", jumpHead: [{ text: "Harbour tax" }] }]);
    expect(tax?.decisions.map(({ kind, rule }) => [kind, rule])).toEqual([
      ["article", "library-segmentation"],
      ["jump", "jump-ends-agree"],
    ]);
  });

  it("keeps what the library calls its pieces", () => {
    const piece = (type: string, id: string) =>
      `<mets:div TYPE="${type}"><mets:fptr><mets:area FILEID="T1" BETYPE="IDREF" BEGIN="${id}"/></mets:fptr></mets:div>`;
    const inside = `<mets:div TYPE="ARTICLE" ID="a">${[
      piece("HEADING_TEXT", "P1_FOLIO").replace("HEADING_TEXT", "OVERLINE"),
      piece("HEADLINE", "P1_TAX"),
      piece("AUTHOR", "P1_FOG"),
      piece("PARAGRAPH", "P1_FOG1"),
      piece("SUBHEADLINE", "P1_NAME"),
      piece("PARAGRAPH", "P1_ROAD1"),
      piece("CAPTION", "P1_ROAD"),
    ].join("")}</mets:div>`;
    const article = decide(inside).articles.find(({ kicker }) => kicker.length > 0);
    expect(article).toMatchObject({
      kicker: [{ text: "PAGE ONE OF TWO" }],
      headline: [{ text: "HARBOUR TAX RISES" }],
      byline: [{ text: "FOG ON THE WHARF" }],
    });
    expect(article?.body.map(({ kind, passage }) => [kind, passage.text.slice(0, 16)])).toEqual([
      ["paragraph", "The boats lay st"],
      ["subhead", "THE HARBOUR POST"],
      ["paragraph", "The council has "],
      ["caption", "ROAD TO THE MILL"],
    ]);
  });

  it("reads in the library's order, however the lines stand", () => {
    const turned = decide(
      `<mets:div TYPE="ARTICLE" ID="a">${["P1_ROAD1", "P1_FOG1"]
        .map(
          (id) =>
            `<mets:div TYPE="PARAGRAPH"><mets:fptr><mets:area FILEID="T1" BETYPE="IDREF" BEGIN="${id}"/></mets:fptr></mets:div>`,
        )
        .join("")}</mets:div>`,
    );
    const texts = turned.articles.map(({ body }) => textsOf(body.map(({ passage }) => passage)).join(" "));
    expect(texts.find((text) => text.includes("council"))).toMatch(/^The council .* The boats lay still/);
  });
});

const types: readonly ItemType[] = [
  "article",
  "article",
  "advert",
  "notice",
  "illustration",
  "section-title",
  "furniture",
  "other",
];
const roles: readonly PartRole[] = [
  "headline",
  "kicker",
  "subhead",
  "deck",
  "byline",
  "dateline",
  "paragraph",
  "paragraph",
  "caption",
  "table",
  "text",
];

/** Items that say anything of the lines: any type, any pieces, over all pages, in any order. */
function madeUpItems(lines: readonly LineId[]): fc.Arbitrary<LibraryItem[]> {
  const part = fc.record({ role: fc.constantFrom(...roles), length: fc.integer({ min: 1, max: 9 }) });
  const item = fc.record({
    type: fc.constantFrom(...types),
    parts: fc.array(part, { minLength: 1, maxLength: 4 }),
  });
  const order = fc
    .boolean()
    .chain((mixed) => fc.shuffledSubarray([...lines], mixed ? {} : { minLength: lines.length }));
  return fc
    .tuple(fc.oneof(fc.constant([...lines]), order), fc.array(item, { minLength: 1, maxLength: 12 }))
    .map(([left, drafts]) => {
      let at = 0;
      return drafts.flatMap(({ type, parts }, number): LibraryItem[] => {
        const taken = parts.flatMap(({ role, length }) => {
          const own = left.slice(at, at + length);
          at += length;
          return own.length > 0 ? [{ role, lines: own }] : [];
        });
        return taken.length > 0 ? [{ id: `i${number}`, type, parts: taken }] : [];
      });
    });
}

function assemble(edition: ReadEdition) {
  const { kinds } = sketchUnits(edition);
  return assembleEdition(repairEdition(edition, kinds).value).value;
}

describe("whatever a library says", () => {
  const made = madeUpEdition.chain((madeUp) => {
    const edition = readEdition(jobOf(madeUp)).value;
    const lines = edition.pages.flatMap(linesOf).map(({ id }) => id);
    return fc.record({ edition: fc.constant(edition), items: madeUpItems(lines) });
  });

  it("nothing is lost, no article of it is parted, and its furniture stays out of articles", () => {
    fc.assert(
      fc.property(made, ({ edition, items }) => {
        const followed = assemble({ ...edition, library: { use: "source", file: "m.xml", items } });
        expect(checkConservation(followed)).toEqual([]);
        const { assembly } = followed;
        const holder = new Map<LineId, string>();
        const hold = (unit: Parameters<typeof assembly.units.get>[0], where: string): void => {
          for (const { line } of assembly.units.get(unit)?.passage.spans ?? []) {
            expect(holder.get(line) ?? where).toBe(where);
            holder.set(line, where);
          }
        };
        const whole = new Set(
          items
            .filter(({ type }) => type === "article" || type === "advert" || type === "notice")
            .flatMap(({ parts }) => parts.flatMap(({ lines }) => lines)),
        );
        for (const { id, parts } of assembly.articles)
          for (const { units } of parts)
            for (const unit of units)
              if (assembly.units.get(unit)?.passage.spans.some(({ line }) => whole.has(line))) hold(unit, id);
        for (const { unit } of assembly.furniture) hold(unit, "furniture");
        for (const { type, parts } of items) {
          const places = new Set(
            parts.flatMap(({ lines }) => lines.flatMap((line) => holder.get(line) ?? [])),
          );
          if (type === "furniture" || type === "section-title")
            expect([...places]).toEqual([...places].filter((place) => place === "furniture"));
          if (type === "article" || type === "advert" || type === "notice") {
            expect(places.size).toBeLessThanOrEqual(1);
            expect(places).not.toContain("furniture");
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it("our own articles are the same beside it", () => {
    fc.assert(
      fc.property(made, ({ edition, items }) => {
        const alone = assemble(edition);
        const compared = assemble({ ...edition, library: { use: "compare", file: "m.xml", items } });
        expect(compared.assembly).toEqual(alone.assembly);
      }),
      { numRuns: 10 },
    );
  });
});
