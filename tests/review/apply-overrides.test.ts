import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Article } from "../../src/model/article.js";
import type { AssembledEdition } from "../../src/model/edition.js";
import type { LineId, UnitId } from "../../src/model/ids.js";
import type { Override } from "../../src/model/overrides.js";
import { linesOf } from "../../src/model/page.js";
import { firstWords } from "../../src/model/word-override.js";
import { type Applied, applyOverrides } from "../../src/review/apply-overrides.js";
import { checkConservation } from "../../src/review/check-conservation.js";
import { closeArticle, openArticle } from "../../src/review/decide/open-article.js";
import { unitKinds } from "../../src/review/decide/set-role.js";
import { undoEdits } from "../../src/text/apply-edits.js";
import { sampleEdition } from "../build-fixture.js";

const sample = sampleEdition();
const apply = (overrides: readonly Override[], edition = sample): Applied =>
  applyOverrides(
    edition,
    overrides.map((override, index) => ({ override, origin: { file: "overrides.yaml", line: index + 1 } })),
  );
const codes = (applied: Applied): string[] => applied.diagnostics.map((each) => each.code);

/** Applies, and holds the law and the absence of complaints against the result. */
function decide(...overrides: Override[]): AssembledEdition {
  const applied = apply(overrides);
  expect(applied.diagnostics).toEqual([]);
  expect(checkConservation(applied.edition)).toEqual([]);
  return applied.edition;
}
const bodyOf = (article: Article | undefined): string[] =>
  (article?.body ?? []).map((part) => part.passage.text);
const headlineOf = (article: Article | undefined): string =>
  (article?.headline ?? []).map((passage) => passage.text).join("|");
const byHeadline = (edition: AssembledEdition, words: string): Article | undefined =>
  edition.assembly.articles.find((article) => headlineOf(article).includes(words));
const idOf = (words: string): string => byHeadline(sample, words)?.id ?? "";

test("opening and closing an article changes nothing", () => {
  for (const article of sample.assembly.articles) {
    expect(closeArticle(openArticle(article, sample.assembly.units), sample.assembly.units)).toEqual(article);
  }
});

describe("text", () => {
  test("mends a line, keeps what was printed, and mends every passage that holds it", () => {
    const edition = decide({
      do: "text",
      at: "p1-l5",
      expect: "市民中心昨日上午正式开门",
      to: "市民中心昨日下午正式开门，迎来",
    });
    const line = edition.pages.flatMap(linesOf).find((each) => each.id === "p1-l5");
    expect(line?.original).toBe("市民中心昨日上午正式开门，接待来");
    expect(undoEdits(line?.text ?? "", line?.edits ?? [])).toBe(line?.original);
    expect(line?.edits.every((edit) => edit.rule === "override")).toBe(true);
    expect(bodyOf(byHeadline(edition, "市民中心今日开放"))[0]).toContain("昨日下午正式开门，迎来客三千人");
  });
  test("keeps two passages of one line apart", () => {
    const split = decide({ do: "split", at: "p1-l6", expect: "客三千人", as: "paragraph" });
    expect(split.assembly.units.get("p1-u6" as UnitId)?.passage.text).toBe(
      "客三千人。工作人员说，准备用了两年，",
    );
  });
  test("is refused for a unit and for words that are not there", () => {
    expect(codes(apply([{ do: "text", at: "p1-u5", expect: "市民中心", to: "x" }]))).toEqual(["JL4121"]);
    const stale = apply([{ do: "text", at: "p1-l5", expect: "河堤加固", to: "x" }]);
    expect(codes(stale)).toEqual(["JL4112"]);
    expect(stale.diagnostics[0]?.details).toMatchObject({
      moved: "p1-u8",
      found: "市民中心昨日上午正式开门，接",
    });
    expect(stale.edition).toBe(sample);
  });
});

describe("headline", () => {
  const at = idOf("市民中心今日开放");
  const expected = "市民中心今日开放";
  test("is set line by line, and the article keeps its id", () => {
    const edition = decide({
      do: "headline",
      at,
      expect: expected,
      to: "市民中心昨日开放\n首日接待三千余人",
    });
    const article = edition.assembly.articles.find((each) => each.id === at);
    expect(headlineOf(article)).toBe("市民中心昨日开放|首日接待三千余人");
  });
  test("may have more lines than were printed, or fewer", () => {
    expect(
      headlineOf(byHeadline(decide({ do: "headline", at, expect: expected, to: "甲\n乙\n丙" }), "甲")),
    ).toBe("甲|乙|丙");
    const shorter = decide({ do: "headline", at, expect: expected, to: "甲" });
    expect(headlineOf(byHeadline(shorter, "甲"))).toBe("甲");
    const line = shorter.pages.flatMap(linesOf).find((each) => each.id === "p1-l3");
    expect(undoEdits(line?.text ?? "", line?.edits ?? [])).toBe("首日接待三千人");
  });
  test("can be given to an article that had none, and given again", () => {
    const headless = sample.assembly.articles.find((each) => each.headline.length === 0);
    const edition = decide(
      { do: "headline", at: headless?.id ?? "", expect: "公园里的花", to: "公园花开\n游人如织" },
      { do: "headline", at: headless?.id ?? "", expect: "公园花开", to: "公园里花开" },
    );
    expect(headlineOf(edition.assembly.articles.find((each) => each.id === headless?.id))).toBe("公园里花开");
  });
});

describe("role", () => {
  test("makes a paragraph a subhead where it stands", () => {
    const edition = decide({ do: "role", at: "p1-u9", expect: "东河河堤", to: "subhead" });
    expect(byHeadline(edition, "河堤")?.body.map((part) => part.kind)).toEqual(["subhead", "paragraph"]);
  });
  test("takes furniture out of an article and into its list", () => {
    const edition = decide({ do: "role", at: "p1-u10", expect: "全长", to: "furniture" });
    expect(edition.assembly.furniture.map((each) => each.unit)).toContain("p1-u10");
    expect(bodyOf(byHeadline(edition, "河堤"))).toEqual(["东河河堤加固工程前日完工。"]);
  });
  test("begins an article with a leftover that is a headline", () => {
    const edition = decide({ do: "role", at: "p2-u10", expect: "未归入", to: "headline" });
    expect(headlineOf(byHeadline(edition, "未归入"))).toBe("未归入的一行");
    expect(edition.assembly.leftovers).toEqual([]);
  });
});

describe("a line that was taken into a paragraph", () => {
  test("becomes a subhead between two paragraphs", () => {
    const edition = decide(
      { do: "join", at: "p1-u9", expect: "东河", to: "p1-u10", expectTo: "全长" },
      { do: "role", at: "p1-l6", expect: "客三千人", to: "subhead" },
    );
    expect(
      byHeadline(edition, "今日开放")
        ?.body.slice(0, 3)
        .map((part) => [part.kind, part.passage.text]),
    ).toEqual([
      ["paragraph", "市民中心昨日上午正式开门，接待来"],
      ["subhead", "客三千人。工作人员说，准备用了两年，"],
      ["paragraph", "其中一年用于选址。"],
    ]);
  });
  test("goes to the furniture, and the paragraph around it stays one", () => {
    const edition = decide({ do: "mark", at: "p1-l6", expect: "客三千人", as: "furniture" });
    expect(bodyOf(byHeadline(edition, "今日开放"))[0]).toBe(
      "市民中心昨日上午正式开门，接待来其中一年用于选址。",
    );
    expect(edition.assembly.furniture.map((each) => each.passage.text)).toContain(
      "客三千人。工作人员说，准备用了两年，",
    );
  });
  test("is cut out of a headline too", () => {
    const edition = decide({ do: "role", at: "p1-l3", expect: "首日", to: "deck" });
    const article = byHeadline(edition, "今日开放");
    expect([headlineOf(article), article?.deck[0]?.text]).toEqual(["市民中心今日开放", "首日接待三千人"]);
  });
});

describe("article and order", () => {
  test("moves a leftover into an article, to the end of its page, and then to its start", () => {
    const move: Override = {
      do: "article",
      at: "p2-u10",
      expect: "未归入",
      to: "p2-u7",
      expectTo: "昨天举行",
    };
    expect(bodyOf(byHeadline(decide(move), "学校"))).toEqual([
      "昨天举行的运动会有六百人参加。",
      "未归入的一行",
    ]);
    const first = decide(move, { do: "order", at: "p2-u10", expect: "未归入", to: "start" });
    expect(bodyOf(byHeadline(first, "学校"))).toEqual(["未归入的一行", "昨天举行的运动会有六百人参加。"]);
    const back = decide(move, { do: "order", at: "p2-u7", expect: "昨天", to: "p2-u10", expectTo: "未归入" });
    expect(bodyOf(byHeadline(back, "学校"))).toEqual(["未归入的一行", "昨天举行的运动会有六百人参加。"]);
  });
  test("an order over two articles is refused", () => {
    expect(
      codes(apply([{ do: "order", at: "p2-u7", expect: "昨天", to: "p1-u9", expectTo: "东河" }])),
    ).toEqual(["JL4115"]);
  });
  test("a stale target is not followed", () => {
    expect(
      codes(apply([{ do: "article", at: "p2-u10", expect: "未归入", to: "p2-u7", expectTo: "前天举行" }])),
    ).toEqual(["JL4111"]);
  });
});

describe("join and split", () => {
  test("joins two articles and two paragraphs", () => {
    const joined = decide({
      do: "join",
      at: idOf("河堤"),
      expect: "河堤",
      to: idOf("学校"),
      expectTo: "学校",
    });
    // The second's headline stands over its text.
    expect(byHeadline(joined, "河堤")?.headline).toHaveLength(1);
    expect(byHeadline(joined, "河堤")?.body.map(({ kind }) => kind)).toEqual([
      "paragraph",
      "paragraph",
      "subhead",
      "paragraph",
    ]);
    const paragraphs = decide({ do: "join", at: "p1-u9", expect: "东河", to: "p1-u10", expectTo: "全长" });
    expect(bodyOf(byHeadline(paragraphs, "河堤"))).toEqual(["东河河堤加固工程前日完工。全长四公里。"]);
  });
  test("splits an article at a unit; the first half keeps its id", () => {
    const edition = decide({ do: "split", at: "p1-u10", expect: "全长", as: "article" });
    expect(edition.assembly.articles).toHaveLength(sample.assembly.articles.length + 1);
    expect(bodyOf(edition.assembly.articles.find((each) => each.id === idOf("河堤")))).toEqual([
      "东河河堤加固工程前日完工。",
    ]);
  });
  test("splits a paragraph at a line inside it", () => {
    const edition = decide({ do: "split", at: "p1-l6", expect: "客三千人", as: "paragraph" });
    expect(bodyOf(byHeadline(edition, "今日开放")).slice(0, 2)).toEqual([
      "市民中心昨日上午正式开门，接待来",
      "客三千人。工作人员说，准备用了两年，其中一年用于选址。",
    ]);
  });
  test("has nothing to split before a beginning", () => {
    expect(codes(apply([{ do: "split", at: "p1-u8", expect: "河堤", as: "article" }]))).toEqual(["JL4119"]);
    expect(codes(apply([{ do: "split", at: "p1-u9", expect: "东河", as: "paragraph" }]))).toEqual(["JL4119"]);
  });
});

describe("jump", () => {
  const forbid: Override = {
    do: "jump",
    at: "p1-u7",
    expect: "（下转第二版）",
    to: "p2-u2",
    expectTo: "（上接第一版）",
    verdict: "forbid",
  };
  test("forbidden, both ends stay loose and the jump head becomes a headline", () => {
    const edition = decide(forbid);
    const first = byHeadline(edition, "今日开放");
    expect(bodyOf(first)).toEqual(["市民中心昨日上午正式开门，接待来客三千人。工作人员说，准备用了两年，"]);
    expect(first?.jumps.map((jump) => [jump.state, jump.forward?.unit, jump.backward])).toEqual([
      ["dangling", "p1-u7", undefined],
    ]);
    const second = edition.assembly.articles.find((each) => each.parts[0]?.units.includes("p2-u2" as UnitId));
    expect(headlineOf(second)).toBe("市民中心");
    expect(second?.jumps.map((jump) => [jump.state, jump.backward?.unit])).toEqual([["dangling", "p2-u2"]]);
  });
  test("forbidden and confirmed again, the article is as it was, with its cut sentence whole", () => {
    const confirm: Override = { ...forbid, verdict: "confirm" };
    const again = byHeadline(decide(forbid, confirm), "今日开放");
    const before = byHeadline(sample, "今日开放");
    expect(again?.id).toBe(before?.id);
    expect(again?.body).toEqual(before?.body);
    expect(
      again?.jumps.map(({ state, forward, backward, jumpHead }) => ({ state, forward, backward, jumpHead })),
    ).toEqual(
      before?.jumps.map(({ state, forward, backward, jumpHead }) => ({ state, forward, backward, jumpHead })),
    );
  });
  test("confirmed to another continuation, the wrong one is cut off", () => {
    const edition = decide(
      { ...forbid, do: "jump", to: "p2-u8", verdict: "confirm" },
      { do: "role", at: "p2-u6", expect: "学校", to: "headline" },
    );
    const pages = byHeadline(edition, "今日开放");
    expect(pages?.parts.flatMap((part) => part.units)).toContain("p2-u9");
    expect(pages?.jumps.filter((jump) => jump.state === "joined")).toHaveLength(1);
  });
  test("a jump that is not there cannot be forbidden", () => {
    expect(
      codes(
        apply([
          { do: "jump", at: "p1-u8", expect: "河堤", to: "p1-u9", expectTo: "东河", verdict: "forbid" },
        ]),
      ),
    ).toEqual(["JL4120"]);
  });
});

describe("mark", () => {
  test("marks an article, and frees a unit from one", () => {
    expect(
      byHeadline(decide({ do: "mark", at: idOf("学校"), expect: "学校", as: "notice" }), "学校")?.kind,
    ).toBe("notice");
    const edition = decide({ do: "mark", at: "p1-u10", expect: "全长", as: "advert" });
    expect(edition.assembly.articles.filter((each) => each.kind === "advert").map(bodyOf)).toEqual([
      ["全长四公里。"],
    ]);
  });
  test("takes a whole article or block for furniture", () => {
    expect(
      decide({ do: "mark", at: idOf("学校"), expect: "学校", as: "furniture" }).assembly.articles,
    ).toHaveLength(3);
    expect(decide({ do: "mark", at: "p2-b1", expect: "第二版", as: "furniture" }).assembly.leftovers).toEqual(
      [],
    );
  });
});

test("whatever an editor decides, nothing is lost, and every line can be taken back", () => {
  const units = [...sample.assembly.units.values()];
  const lines = sample.pages.flatMap(linesOf);
  const articles = sample.assembly.articles;
  const unit = fc
    .constantFrom(...units)
    .map((each) => ({ id: each.id as string, words: firstWords(each.passage.text) }));
  const line = fc
    .constantFrom(...lines)
    .map((each) => ({ id: each.id as string, words: firstWords(each.text) }));
  const article = fc.constantFrom(...articles).map((each) => ({
    id: each.id as string,
    words: firstWords((each.headline[0] ?? each.body[0]?.passage)?.text ?? ""),
  }));
  const place = fc.oneof(unit, unit, line, article);
  const words = fc.stringMatching(/^[甲乙丙，。 a]{1,12}$/).filter((text) => text.trim() !== "");
  const one = (a: { id: string; words: string }) => ({ at: a.id, expect: a.words });
  const two = (b: { id: string; words: string }) => ({ to: b.id, expectTo: b.words });
  const override: fc.Arbitrary<Override> = fc.oneof(
    fc.tuple(line, words).map(([a, to]): Override => ({ do: "text", ...one(a), to })),
    fc
      .tuple(place, fc.constantFrom(...unitKinds))
      .map(([a, to]): Override => ({ do: "role", ...one(a), to })),
    fc.tuple(place, place).map(([a, b]): Override => ({ do: "article", ...one(a), ...two(b) })),
    fc.tuple(unit, place).map(([a, b]): Override => ({ do: "order", ...one(a), ...two(b) })),
    fc
      .tuple(place, fc.array(words, { minLength: 1, maxLength: 3 }))
      .map(([a, to]): Override => ({ do: "headline", ...one(a), to: to.join("\n") })),
    fc.tuple(place, place).map(([a, b]): Override => ({ do: "join", ...one(a), ...two(b) })),
    fc
      .tuple(place, fc.constantFrom("article", "paragraph"))
      .map(([a, as]): Override => ({ do: "split", ...one(a), as: as as "article" })),
    fc
      .tuple(place, place, fc.constantFrom("confirm", "forbid"))
      .map(
        ([a, b, verdict]): Override => ({ do: "jump", ...one(a), ...two(b), verdict: verdict as "confirm" }),
      ),
    fc
      .tuple(place, fc.constantFrom("story", "notice", "advert", "furniture"))
      .map(([a, as]): Override => ({ do: "mark", ...one(a), as: as as "story" })),
  );
  let applied = 0;
  fc.assert(
    fc.property(fc.array(override, { minLength: 1, maxLength: 6 }), (overrides) => {
      const { edition, diagnostics } = apply(overrides);
      applied += overrides.length - diagnostics.length;
      expect(checkConservation(edition)).toEqual([]);
      for (const each of edition.pages.flatMap(linesOf))
        expect(undoEdits(each.text, each.edits)).toBe(each.original);
      const ids = edition.assembly.articles.map((each) => each.id);
      expect(new Set(ids).size).toBe(ids.length);
    }),
    { numRuns: 600, seed: 11 },
  );
  expect(applied).toBeGreaterThan(800);
});

test("the line ids of a text stay", () => {
  const edition = decide({ do: "text", at: "p1-l9", expect: "东河", to: "西河河堤加固工程前日完工。" });
  expect(edition.pages.flatMap(linesOf).map((line): LineId => line.id)).toEqual(
    sample.pages.flatMap(linesOf).map((line) => line.id),
  );
});
