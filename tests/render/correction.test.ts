/** Suggested corrections: the ready block is read by our own parser and applied; addresses stay short; other schemes are refused. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ReviewedEdition } from "../../src/model/edition.js";
import { isCorrectionTarget } from "../../src/read/is-correction-target.js";
import { composeMessage } from "../../src/render/correct/compose-message.js";
import { renderEdition } from "../../src/render/index.js";
import { parseOverrides } from "../../src/review/parse-overrides.js";
import { resolveAnchor } from "../../src/review/resolve-anchors.js";
import { open, spec } from "./made-up.js";
import { setEdition } from "./set-edition.js";

const made = setEdition(spec);
const withTarget = (corrections: string): ReviewedEdition => ({
  ...made,
  info: { ...made.info, corrections },
});
const htmlOf = (edition: ReviewedEdition, name: string): string =>
  String(renderEdition(edition, open().site, []).value.find(({ path }) => path.endsWith(name))?.content);
const hrefOf = (html: string): URL => {
  const found = /<div class="correct"[\s\S]*?<a href="([^"]*)"/.exec(html)?.[1] ?? "";
  return new URL(found.replaceAll("&amp;", "&"));
};
const blockOf = (body: string): string => body.slice(body.indexOf("overrides:")).replace(/```\s*$/, "");

describe("the link", () => {
  it.each([
    ["mailto:desk@example.org", "subject", "body"],
    ["https://github.com/owner/repo/issues/new", "title", "body"],
    ["https://gitlab.example.org/a/b/-/issues/new", "issue[title]", "issue[description]"],
  ])("%s says which story, and holds a block that applies", (target, title, body) => {
    const href = hrefOf(htmlOf(withTarget(target), "p1-aaaaaa.html"));
    expect(href.href.startsWith(target)).toBe(true);
    expect(href.searchParams.get(title)).toBe("Correction: A ferry for the winter and a bell for the fog");
    const text = href.searchParams.get(body) ?? "";
    expect(text).toContain("p1-aaaaaa");
    expect(text).toContain("2024-02-29 · 1, 2");
    const { overrides, diagnostics } = parseOverrides(
      "overrides.yaml",
      new TextEncoder().encode(blockOf(text)),
    );
    expect(diagnostics).toEqual([]);
    expect(overrides.map(({ override }) => override)).toEqual([
      {
        do: "headline",
        at: "p1-aaaaaa",
        expect: expect.any(String),
        to: "A ferry for the winter\nand a bell for the fog",
      },
    ]);
    const [item] = overrides;
    const edition = { ...made, stage: "assembled" as const };
    expect(
      resolveAnchor({ now: edition, before: edition }, item?.override.at ?? "", item?.override.expect ?? ""),
    ).toMatchObject({ type: "article" });
  });
  it("offers the first printed line of a story without a headline", () => {
    const text =
      hrefOf(htmlOf(withTarget("mailto:a@b.example"), "p2-cccccc.html")).searchParams.get("body") ?? "";
    const { overrides, diagnostics } = parseOverrides("o.yaml", new TextEncoder().encode(blockOf(text)));
    expect(diagnostics).toEqual([]);
    expect(overrides[0]?.override).toMatchObject({ do: "text", at: expect.stringMatching(/^p2-l\d+$/) });
  });
  it("is not there where nothing is configured", () => {
    const html = htmlOf(made, "p1-aaaaaa.html");
    expect(html).not.toContain('class="correct"');
    expect(html).not.toContain("data-lines");
  });
  it("lets hostile words be words only", () => {
    const html = htmlOf(withTarget("mailto:a@b.example"), "p1-bbbbbb.html");
    expect(html).not.toMatch(/<script>|<img src=x/);
    expect(hrefOf(html).protocol).toBe("mailto:");
  });
});

describe("a message", () => {
  it("is never longer than mail programs and servers take", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 4000 }),
        fc.string({ unit: "binary", maxLength: 4000 }),
        (subject, text) => {
          expect(composeMessage("mailto:a@b.example", subject, ["ask", text, text]).length).toBeLessThan(
            2000,
          );
          expect(composeMessage("https://a.example/new", subject, ["ask", text]).length).toBeLessThan(8000);
        },
      ),
    );
  });
  it("leaves out what does not fit, the last first", () => {
    const href = new URL(composeMessage("mailto:a@b.example", "s", ["ask", "about", "x".repeat(3000)]));
    expect(href.searchParams.get("body")).toBe("ask\r\n\r\nabout\r\n");
  });
});

describe("the place for corrections", () => {
  it.each([
    "mailto:desk@example.org",
    "https://github.com/a/b/issues/new",
    "https://a.example/new?template=x",
  ])("%s is taken", (value) => expect(isCorrectionTarget(value)).toBe(true));
  it.each([
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    "http://a.example/new",
    "data:text/html,x",
    "mailto:",
    "mailto:a@b.example?bcc=c@d.example",
    "mailto:a@b.example,c@d.example",
    "https://user:pass@a.example/",
    "https://a.example/#x",
    "https://",
    "desk@example.org",
    "https://a.example/\u0022onclick=x",
  ])("%s is refused", (value) => expect(isCorrectionTarget(value)).toBe(false));
});
