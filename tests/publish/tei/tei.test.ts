/** TEI of the samples: whether it keeps to the guidelines, says everything once, and points at zones that are there. */
import { beforeAll, describe, expect, it } from "vitest";
import type { ReviewedEdition } from "../../../src/model/edition.js";
import { linesOf } from "../../../src/model/page.js";
import { shownBody, shownHead } from "../../../src/publish/shown-article.js";
import { walkXml } from "../../../src/read/walk-xml.js";
import { withoutSpaces } from "../../../src/text/scripts.js";
import { reviewed, sampleEdition } from "../../build-fixture.js";
import { harbourFiles } from "../../read/issue/harbour-post.js";
import { fileOf } from "../../read/mets/small-issue.js";
import { decided, publishedFiles, sampleEditions } from "../published-samples.js";
import { hasStandard, standards, validatorFor } from "../validate-xml.js";

let editions: ReviewedEdition[] = [];
beforeAll(async () => {
  editions = [...(await sampleEditions()), decided({ folder: "harbour/1871-03-06", files: harbourFiles() })];
});
const teiOf = (edition: ReviewedEdition): string => publishedFiles(edition).get("edition.tei.xml") ?? "";

interface Told {
  /** Text by the xml:id of its article, mended or as printed; `""` for what is in none. */
  readonly mended: Map<string, string>;
  readonly printed: Map<string, string>;
  readonly counts: Map<string, number>;
  readonly ids: string[];
  readonly refs: string[];
}
/** Reads the text part again, element by element. Marks and milestones of jumps are left out of both readings. */
function tell(text: string): Told {
  const told: Told = { mended: new Map(), printed: new Map(), counts: new Map(), ids: [], refs: [] };
  const stack: { name: string; id: string }[] = [];
  const add = (map: Map<string, string>, id: string, piece: string) =>
    map.set(id, (map.get(id) ?? "") + piece);
  walkXml(fileOf(text, "edition.tei.xml"), {
    open({ name, values }) {
      const own = values.id ?? "";
      if (own !== "") told.ids.push(own);
      told.refs.push(...(values.facs ?? "").split(" ").flatMap((ref) => (ref === "" ? [] : [ref.slice(1)])));
      told.counts.set(name, (told.counts.get(name) ?? 0) + 1);
      const around = stack.at(-1)?.id ?? "";
      stack.push({ name, id: name === "div" && own !== "" ? own : around });
    },
    text(piece) {
      const open = stack.map(({ name }) => name);
      if (!open.includes("text") || open.includes("fw")) return;
      const id = stack.at(-1)?.id ?? "";
      if (!open.includes("orig")) add(told.mended, id, piece);
      if (!open.includes("reg")) add(told.printed, id, piece);
    },
    close() {
      stack.pop();
    },
  });
  return told;
}
const letters = (text: string): string => withoutSpaces(text);

describe("TEI", () => {
  it("keeps to the guidelines", () => {
    const faults = validatorFor("tei.rng");
    for (const edition of editions) expect(faults(teiOf(edition)), edition.info.path).toEqual([]);
    expect(editions).toHaveLength(5);
  });

  it.skipIf(!hasStandard("tei_all.rng"))(
    "keeps to the published tei_all (JUMPLINE_SCHEMAS names its folder)",
    () => {
      const faults = validatorFor("tei_all.rng", standards);
      for (const edition of editions) expect(faults(teiOf(edition)), edition.info.path).toEqual([]);
    },
  );

  it("is refused by this schema where something is amiss", () => {
    const faults = validatorFor("tei.rng");
    const text = editions.map(teiOf).find((each) => each.includes("<orig>")) ?? "";
    expect(text).not.toBe("");
    expect(faults(text)).toEqual([]);
    expect(faults(text.replace("<orig>", "<orig><p/>"))).not.toEqual([]);
    expect(faults(text.replace(/<head type="headline">/, "<p/><head type='headline'>"))).not.toEqual([]);
    expect(faults(text.replace(/facs="#p1"/, 'facs="p1"'))).not.toEqual([]);
    expect(faults(text.replace(/<fileDesc>[\s\S]*<\/fileDesc>/, "<fileDesc/>"))).not.toEqual([]);
  });

  it("says what readers see of each article, in their order", () => {
    for (const edition of editions) {
      const { mended } = tell(teiOf(edition));
      for (const article of edition.assembly.articles) {
        const heads = shownHead(article);
        const words = [
          ...heads.filter(({ field }) => field !== "credit").map(({ text }) => text),
          ...shownBody(article).map(({ text }) => text),
          ...heads.filter(({ field }) => field === "credit").map(({ text }) => text),
        ].join("");
        expect(letters(mended.get(article.id) ?? ""), article.id).toBe(letters(words));
      }
    }
  });

  it("has every printed line once or more, and what the source had in each", () => {
    for (const edition of editions) {
      const { counts, printed } = tell(teiOf(edition));
      const lines = edition.pages.flatMap(linesOf);
      expect(counts.get("lb") ?? 0).toBeGreaterThanOrEqual(lines.length);
      const all = letters([...printed.values()].join("")).length;
      const marks = edition.assembly.articles.flatMap(({ jumps }) => jumps).length;
      // Without the marks of jumps, and hyphens at line ends.
      expect(all).toBeGreaterThan(
        letters(lines.map(({ original }) => original).join("")).length * 0.9 - marks * 40,
      );
    }
    expect(editions.some((edition) => (tell(teiOf(edition)).counts.get("choice") ?? 0) > 10)).toBe(true);
  });

  it("points at pages and zones that are there, and names nothing twice", () => {
    for (const edition of editions) {
      const { ids, refs } = tell(teiOf(edition));
      expect(new Set(ids).size).toBe(ids.length);
      expect(refs.length).toBeGreaterThan(0);
      const known = new Set(ids);
      expect(refs.filter((ref) => !known.has(ref))).toEqual([]);
    }
    const placed = editions.map((edition) => tell(teiOf(edition)).counts.get("zone") ?? 0);
    expect(placed.filter((zones) => zones > 100)).toHaveLength(1);
  });

  it("turns the page inside a paragraph, with the marks of the jump there", () => {
    const text = teiOf(reviewed(sampleEdition()));
    expect(text).toMatch(
      /<p>[\s\S]*?<fw type="jump-line">[\s\S]*?<\/fw><pb n="2" facs="#p2"\/>[\s\S]*?<\/p>/,
    );
  });
});
