import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../src/model/diagnostic.js";
import type { ReviewedEdition } from "../../src/model/edition.js";
import type { Decision } from "../../src/model/unit.js";
import { checkConservation } from "../../src/review/check-conservation.js";
import { explainId, findLikeIds } from "../../src/review/explain.js";
import { reviewEdition } from "../../src/review/index.js";
import { listDoubts } from "../../src/review/list-doubts.js";
import { reviewed, sampleEdition } from "../build-fixture.js";

const sample = reviewed(sampleEdition());
const decision = (subject: string, confidence: number): Decision => ({
  ...{ subject, kind: "role", choice: "paragraph", rule: "width", reason: "the line is full", confidence },
  runnerUp: { choice: "subhead", costGap: 0.1 },
});
const withDecisions = (...decisions: Decision[]): ReviewedEdition => ({
  ...sample,
  assembly: { ...sample.assembly, decisions },
});
const stale: Diagnostic = {
  code: "JL4111",
  severity: "warning",
  place: { file: "overrides.yaml", line: 2 },
  details: { do: "role", id: "p1-u5", expect: "x", found: "y" },
};
const note: Diagnostic = { code: "JL4205", severity: "info", place: {}, details: {} };
const paste = (override: string | undefined) => {
  const bytes = new TextEncoder().encode(`overrides: []\n${override ?? ""}\n`);
  return reviewEdition(sampleEdition(), [{ path: "overrides.yaml", bytes }]);
};

describe("doubts", () => {
  const edition = withDecisions(
    decision("p1-u9", 0.3),
    decision("p1-u10", 0.7),
    decision("p1-u8", 0.95),
    decision("p1-u8", 0.6),
  );
  const doubts = listDoubts(edition, [note, stale]);

  test("come worst first, and what needs no look is not among them", () => {
    expect(doubts.map((each) => [each.group, each.subject])).toEqual([
      ["not-applied", "p1-u5"],
      ["unlikely", "p1-u9"],
      ["leftover", "p2-u10"],
      ["headless", sample.assembly.articles[3]?.id],
      ["loose-jump", "p2-u8"],
      ["unsure", "p1-u8"],
      ["unsure", "p1-u10"],
    ]);
  });
  test("tell where, with file and line", () => {
    expect(doubts.find((each) => each.group === "leftover")?.place).toEqual({
      file: "editions/yanzhou-wanbao/2023-10-26/pages/02.txt",
      line: 10,
      page: 2,
    });
  });
  test("are the same in whatever order decisions and diagnostics come", () => {
    const turned = {
      ...edition,
      assembly: { ...edition.assembly, decisions: [...edition.assembly.decisions].reverse() },
    };
    expect(listDoubts(turned, [stale, note]).map((each) => each.subject)).toEqual(
      doubts.map((each) => each.subject),
    );
  });
  test("print items that can be pasted and settle the doubt", () => {
    for (const group of ["leftover", "headless"] as const) {
      const { value, diagnostics } = paste(doubts.find((each) => each.group === group)?.override);
      expect(diagnostics).toEqual([]);
      expect(checkConservation(value)).toEqual([]);
      expect(listDoubts(value, []).filter((each) => each.group === group)).toEqual([]);
    }
  });
  test("offer the other loose end of a jump, if there is one", () => {
    const bytes = new TextEncoder().encode(
      'overrides:\n- {do: jump, at: p1-u7, expect: "（下转", to: p2-u2, expect_to: "（上接", verdict: forbid}\n',
    );
    const { value } = reviewEdition(sampleEdition(), [{ path: "overrides.yaml", bytes }]);
    // An editor who forbade a jump has no doubt about its ends.
    expect(listDoubts(value, []).filter((each) => each.group === "loose-jump")).toHaveLength(
      listDoubts(reviewed(sampleEdition()), []).filter((each) => each.group === "loose-jump").length,
    );
    const undecided: ReviewedEdition = {
      ...value,
      assembly: {
        ...value.assembly,
        articles: value.assembly.articles.map((article) => ({
          ...article,
          jumps: article.jumps.map((jump) => ({ ...jump, reason: "no other half was found" })),
        })),
      },
    };
    const loose = listDoubts(undecided, []).find((each) => each.subject === "p1-u7");
    expect(loose?.override).toContain('verdict: "confirm"');
    const pasted = paste(loose?.override);
    expect(pasted.diagnostics).toEqual([]);
  });
});

describe("decisions that say the same", () => {
  const [first, second] = sample.assembly.articles;
  const border = (subject: string, choice: string | undefined, other: string | undefined): Decision => ({
    ...decision(subject, 0.6),
    kind: "article",
    choice: choice ?? "",
    runnerUp: { choice: other ?? "", costGap: 0.1 },
  });
  const unsure = (...decisions: Decision[]) =>
    listDoubts(withDecisions(...decisions), [])
      .filter((each) => each.group === "unsure")
      .map((each) => each.subject);

  test("of two stories that could be one are listed once", () => {
    const both = [border("p1-u4", first?.id, second?.id), border("p1-u9", second?.id, first?.id)];
    expect(unsure(...both)).toHaveLength(1);
  });
  test("of a story that an editor joined to another are listed no more", () => {
    expect(unsure(border("p1-u4", first?.id, "p1-zzzzzz"))).toEqual([]);
    expect(unsure(border("p1-u4", first?.id, "an article of its own"))).toEqual(["p1-u4"]);
  });
  test("name the story that was the next best", () => {
    const doubt = listDoubts(withDecisions(border("p1-u4", first?.id, second?.id)), []);
    const words = second?.headline[0]?.text.slice(0, 2) ?? "?";
    expect(doubt.find((each) => each.subject === "p1-u4")?.reason).toContain(`${second?.id} “${words}`);
  });
});

describe("explain", () => {
  test("tells of a line: its unit, its article, its neighbours and what to paste", () => {
    const told = explainId(sample, "p1-l6");
    expect(told).toMatchObject({
      type: "line",
      kind: "paragraph",
      standsIn: `article ${sample.assembly.articles[0]?.id}`,
    });
    expect(told?.lines.map((line) => line.place.line)).toEqual([6]);
    expect(told?.before?.id).toBe("p1-u4");
    expect(told?.after?.id).toBe("p1-u7");
    for (const override of told?.overrides ?? []) expect(paste(override).diagnostics).toEqual([]);
  });
  test("tells of units, blocks and articles, and of decisions the least sure first", () => {
    const edition = withDecisions(decision("p1-u9", 0.9), decision("p1-u10", 0.4));
    const id = sample.assembly.articles[1]?.id ?? "";
    expect(explainId(edition, id)?.decisions.map((each) => each.confidence)).toEqual([0.4, 0.9]);
    expect(explainId(edition, "p2-u10")?.standsIn).toBe("leftovers (no article is near)");
    expect(explainId(edition, "p1-u1")?.standsIn).toBe("furniture");
    expect(explainId(edition, "p2-b1")?.units).toHaveLength(10);
  });
  test("knows what it has when asked for what it has not", () => {
    expect(explainId(sample, "p1-zzz")).toBeUndefined();
    expect(findLikeIds(sample, "p2-zzz").map((each) => each.words)).toEqual([
      "学校运动会",
      "公园里的花开了。",
    ]);
  });
});
