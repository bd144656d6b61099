/** Every built page is valid HTML by html-validate, and carries a policy that lets no code in but the site's own. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { HtmlValidate, StaticConfigLoader } from "html-validate";
import { afterAll, describe, expect, it } from "vitest";
import { sharedSamples } from "../browser/built-samples.js";
import { findPages } from "./find-pages.mjs";
import { findStyles, htmlRules } from "./html-rules.js";
import { policyOf, policyToSend, weaknessesOf } from "./read-policy.js";

const site = sharedSamples();
afterAll(() => site.remove());
const pages = findPages(site.folder).map((page) => ({
  ...page,
  html: readFileSync(path.join(site.folder, page.file), "utf8"),
}));
const validator = new HtmlValidate(new StaticConfigLoader(htmlRules));

describe("the built pages", () => {
  for (const kind of [...new Set(pages.map((page) => page.kind))].sort())
    it(`are valid HTML: ${kind}`, async () => {
      const found = new Map<string, string[]>();
      const note = (fault: string, place: string) => found.set(fault, [...(found.get(fault) ?? []), place]);
      for (const { file, html } of pages.filter((page) => page.kind === kind)) {
        const { results } = await validator.validateString(html, file);
        for (const { ruleId, line, message, selector } of results.flatMap(({ messages }) => messages))
          note(`${ruleId}: ${message}`, `${file}:${line} (${selector})`);
        if (kind !== "404") for (const style of findStyles(html)) note(style, file);
      }
      expect(
        [...found].map(
          ([fault, places]) => `${fault}: ${places.length} times, as ${places.slice(0, 3).join(", ")}`,
        ),
      ).toEqual([]);
    }, 120_000);

  it("say once what they are about, but for those that nobody is to find", () => {
    const silent = new Set(["404", "report", "search"]);
    for (const { file, html, kind } of pages) {
      const told = html.match(/<meta name="description" content="[^"]+">/g) ?? [];
      if (silent.has(kind)) expect(told.length, file).toBeLessThan(2);
      else expect(told, file).toHaveLength(1);
    }
  });

  it("carry a strict content policy, before anything that it rules", () => {
    const found = pages.flatMap(({ file, html }) => {
      const policy = policyOf(html);
      if (policy === undefined) return [`${file}: has no content policy`];
      const first = html.search(/<(?:link|script|style)\b/);
      return [
        ...weaknessesOf(policy).map((weakness) => `${file}: ${weakness}`),
        ...(first !== -1 && first < html.indexOf(policy.slice(0, 20))
          ? [`${file}: the policy comes late`]
          : []),
      ];
    });
    expect(found).toEqual([]);
  });

  it("can be sent with a strict policy in the header", () => {
    expect(weaknessesOf(policyToSend(site.folder))).toEqual([]);
  });
});

describe("the checks themselves", () => {
  it("see what they are there for", async () => {
    const { results } = await validator.validateString("<!doctype html><p><div></p>", "made.html");
    expect(results.length).toBeGreaterThan(0);
    expect(findStyles('<p style="--x:1;color:red">')).toEqual(["style attribute sets color"]);
    expect(weaknessesOf("default-src 'self'; script-src 'self' 'unsafe-inline' https://cdn.test")).toEqual([
      "default-src is not 'none'",
      "base-uri is open",
      "form-action is open",
      "script-src lets 'unsafe-inline' in",
      "script-src lets https://cdn.test in",
      "script-src lets https://cdn.test in",
    ]);
  });
});
