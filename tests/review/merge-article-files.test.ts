import { describe, expect, test } from "vitest";
import { readArticle, readBody } from "../../src/markdown/read-article.js";
import { writeArticle } from "../../src/markdown/write-article.js";
import type { Article } from "../../src/model/article.js";
import type { SourceFile } from "../../src/model/job.js";
import { checkConservation } from "../../src/review/check-conservation.js";
import { reviewEdition } from "../../src/review/index.js";
import { sampleEdition } from "../build-fixture.js";

const sample = sampleEdition();
const article = sample.assembly.articles[1] as Article;
const file = (text: string, path = `articles/${article.id}.md`): SourceFile => ({
  path,
  bytes: new TextEncoder().encode(text),
});
const review = (...files: SourceFile[]) => reviewEdition(sample, files);
const written = writeArticle(article).text;
const override = file(
  `overrides:\n  - do: text\n    at: p1-l10\n    expect: 全长四公里\n    to: 全长五公里。\n`,
  "overrides.yaml",
);

describe("article files", () => {
  test("hold the article, and know themselves", () => {
    const read = readArticle(written);
    expect(read).toMatchObject({
      id: article.id,
      kind: "story",
      head: { headline: "河堤加固完工", byline: "" },
      unknownKeys: [],
    });
    expect(read.hash).toBe(read.sourceHash);
    expect(readBody(read.markdown).map((part) => part.text)).toEqual(
      article.body.map((part) => part.passage.text),
    );
  });
  test("untouched, they change nothing", () => {
    const { value, diagnostics } = review(file(written));
    expect(diagnostics).toEqual([]);
    expect(value.assembly).toEqual(sample.assembly);
  });
  test("line ends and blank lines at the end do not count as an edit", () => {
    expect(review(file(`${written.replaceAll("\n", "\r\n")}\r\n\r\n`)).value.assembly).toEqual(
      sample.assembly,
    );
  });
  test("edited by hand, they win, and the source stays accounted for", () => {
    const { value, diagnostics } = review(
      file(written.replace("全长四公里。", "全长四点二公里。").replace("河堤加固完工", "河堤修好了")),
    );
    expect(diagnostics).toEqual([]);
    const edited = value.assembly.articles[1];
    expect(edited?.id).toBe(article.id);
    expect(edited?.handEdited).toMatchObject({ headline: "河堤修好了", file: `articles/${article.id}.md` });
    expect(edited?.handEdited?.markdown).toContain("全长四点二公里。");
    expect(checkConservation(value)).toEqual([]);
  });
  test("edited in the head alone, they win too", () => {
    expect(
      review(file(written.replace("河堤加固完工", "河堤修好了"))).value.assembly.articles[1]?.handEdited,
    ).toBeDefined();
    expect(
      review(file(written.replace("kind: story", "kind: notice"))).value.assembly.articles[1]?.kind,
    ).toBe("notice");
  });
  test("in a conflict both hashes are told, and the person wins", () => {
    const { value, diagnostics } = review(override, file(written.replace("东河", "西河")));
    expect(diagnostics.map((each) => [each.code, each.severity])).toEqual([["JL4206", "warning"]]);
    expect(diagnostics[0]?.details.recorded).not.toBe(diagnostics[0]?.details.generated);
    expect(value.assembly.articles[1]?.handEdited?.markdown).toContain("西河");
  });
  test("not edited but out of date, they are stale and do not win", () => {
    const { value, diagnostics } = review(override, file(written));
    expect(diagnostics.map((each) => each.code)).toEqual(["JL4205"]);
    expect(value.assembly.articles[1]?.handEdited).toBeUndefined();
  });
  test("for an article that is gone, the nearest is named", () => {
    const { diagnostics } = review(file(written.replace(`id: ${article.id}`, "id: p1-zzzzzz")));
    expect(diagnostics.map((each) => [each.code, each.details.nearest])).toEqual([["JL4203", article.id]]);
  });
  test("with keys that mean nothing, bad front matter, bad bytes or twice, are reported", () => {
    expect(review(file(written.replace("byline:", "byliner:"))).diagnostics[0]).toMatchObject({
      code: "JL4202",
      details: { known: "byline" },
    });
    expect(review(file("---\nid: [1\n---\nx")).diagnostics.map((each) => each.code)).toEqual(["JL4201"]);
    expect(
      review({ path: "articles/a.md", bytes: Uint8Array.of(0xff, 0xfe, 0x41) }).diagnostics.map(
        (each) => each.code,
      ),
    ).toEqual(["JL4201"]);
    expect(
      review(file(written, "articles/a.md"), file(written, "articles/b.md")).diagnostics.map(
        (each) => each.code,
      ),
    ).toEqual(["JL4204"]);
  });
});
