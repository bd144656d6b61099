/** An archivist's report speaks the language of the site, and says of what it cannot put into it that it is English. */
import { describe, expect, it } from "vitest";
import { wordedCodes, wordingOf } from "../../src/model/diagnostic-words.js";
import { findingReasons, inferenceSources } from "../../src/model/finding-reasons.js";
import { joinReasons } from "../../src/model/join-reasons.js";
import { renderEdition } from "../../src/render/index.js";
import { sayChoice, sayDiagnostic, sayReasons, saySource } from "../../src/render/report/word-findings.js";
import { allWords, wordsFor } from "../../src/render/words/index.js";
import { wordFiles } from "../../src/render/words/word-files.js";
import { sampleEditions } from "../publish/published-samples.js";
import { open } from "./made-up.js";

const braces = (value: string): string[] =>
  [...new Set([...value.matchAll(/\{(\w+)(?:\|[^}]*)?\}/g)].map(([, name]) => name ?? ""))].sort();
const english = wordsFor("en").findings;
const han = wordsFor("zh-Hans");

describe("the words of a report", () => {
  it.each(allWords.map((words) => [words.lang, words.findings] as const))(
    "are all there, to be filled alike: %s",
    (_, { diagnostics, ...findings }) => {
      const { diagnostics: __, ...all } = english;
      for (const [group, said] of Object.entries(all)) {
        const own = findings[group as keyof typeof findings];
        expect(typeof own).toBe(typeof said);
        if (typeof said === "string" || typeof own === "string") continue;
        expect(Object.keys(own).sort()).toEqual(Object.keys(said).sort());
        for (const [name, wording] of Object.entries(own))
          expect([name, braces(wording)]).toEqual([name, braces(said[name as keyof typeof said])]);
      }
      const known = new Set(wordedCodes());
      for (const [code, wording] of Object.entries(diagnostics)) {
        expect(known).toContain(code);
        const original = wordingOf({ code, severity: "info", place: {}, details: {} });
        expect([code, braces(wording.what)]).toEqual([code, braces(original?.what ?? "")]);
        expect([code, braces(wording.todo)]).toEqual([code, braces(original?.todo ?? "")]);
      }
    },
  );
  it("word the same diagnostics in every language but English, which has all", () => {
    const codes = allWords
      .filter(({ lang }) => lang !== "en")
      .map(({ findings }) => Object.keys(findings.diagnostics));
    for (const list of codes) expect(list).toEqual(codes[0]);
    expect(codes[0]?.length).toBeGreaterThan(10);
  });
  it("can be put into another language in place: each table has as many of them", () => {
    const lists = wordFiles().map(({ content }) => {
      const text = String(content);
      return JSON.parse(text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1)).words.findings as string[];
    });
    for (const list of lists) {
      expect(list).toHaveLength(lists[0]?.length ?? 0);
      expect(list.every((each) => typeof each === "string" && each !== "")).toBe(true);
    }
  });
});

describe("a finding", () => {
  it("has its reasons in the site's language, an editor's as it is given", () => {
    expect(sayReasons(`${joinReasons.bothMarks}; ${findingReasons.fitsHere}`, han)).toEqual([
      { text: han.joinReasons.bothMarks },
      { text: han.findings.reasons.fitsHere },
    ]);
    expect(sayReasons("an editor decided it (overrides.yaml:3)", han)).toEqual([
      { text: "an editor decided it (overrides.yaml:3)", foreign: true },
    ]);
    expect(sayReasons("an editor decided it (overrides.yaml:3)", wordsFor("en"))[0]?.foreign).toBe(false);
  });
  it("names roles, and articles and units by their ids", () => {
    const isKnown = (id: string): boolean => id === "p2-u35";
    expect(sayChoice("jump-line", han, isKnown)).toEqual({ label: { text: "转版提示" } });
    expect(sayChoice("an article of its own", han, isKnown)).toEqual({ label: { text: "独立成篇" } });
    expect(sayChoice("joined with p2-u35", han, isKnown)).toEqual({ label: { text: "接" }, id: "p2-u35" });
    expect(sayChoice("p2-u35", han, isKnown)).toEqual({ id: "p2-u35" });
    expect(sayChoice("constructor", han, isKnown).label?.foreign).toBe(true);
  });
  it("says what a value was inferred from; a line of a file is the newspaper's", () => {
    const folder = inferenceSources.folder.replace("{name}", () => "1958-03-02");
    expect(saySource(folder, han)).toEqual({ text: "文件夹名 1958-03-02" });
    expect(saySource("the METS file", han)).toEqual({ text: "METS 文件" });
    expect(saySource("pages/01.txt:2 “三月二日”", han).printed).toBe(true);
  });
  it("keeps page text apart in a diagnostic, whatever it holds, and is English where no words are at hand", () => {
    const text = "“{reason}” </span>{constructor}";
    const known = {
      code: "JL3003",
      severity: "info",
      place: {},
      details: { text, reason: findingReasons.lineAlone },
    } as const;
    const said = sayDiagnostic(known, han);
    expect(said.foreign).toBe(false);
    expect(said.what).toContainEqual({ text, printed: true });
    expect(said.what.map((each) => each.text).join("")).toBe(
      `未归入：“${text}”（${han.findings.reasons.lineAlone}）。`,
    );
    const other = sayDiagnostic({ code: "JL1008", severity: "info", place: {}, details: {} }, han);
    expect(other.foreign).toBe(true);
    expect(sayDiagnostic({ ...known, code: "JL9999" }, han).what[0]?.text).toContain("JL9999");
  });
});

describe("the report of a sample", () => {
  it("has no English but for the names of rules where the site speaks another language", async () => {
    const editions = await sampleEditions();
    for (const edition of editions.filter(({ info }) => info.language !== "en")) {
      const report = renderEdition(edition, open().site, []).value.find(({ path }) =>
        path.endsWith("/report.html"),
      );
      const html = String(report?.content);
      const main = html.slice(html.indexOf("<main"), html.indexOf("</main>"));
      const said = [...main.matchAll(/<(span|strong|li|th)[^>]* lang="en"[^>]*>([^<]*)/g)].map(
        ([, tag]) => tag,
      );
      expect([edition.info.path, said.filter((tag) => tag !== "th")]).toEqual([edition.info.path, []]);
      expect(main).not.toMatch(/fit here|judged by|joined with|article:|role:/);
      const { kinds } = wordsFor(edition.info.language).findings;
      expect(Object.values(kinds).some((kind) => main.includes(kind))).toBe(true);
    }
    expect(editions.length).toBeGreaterThan(3);
  });
});
