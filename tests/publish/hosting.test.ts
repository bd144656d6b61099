import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { contentPolicy, contentPolicyHeader } from "../../src/model/content-policy.js";
import { cacheOfAssets, headersOfAll, writeHostFiles } from "../../src/publish/host/host-headers.js";
import { renderArchive } from "../../src/render/index.js";
import { open } from "../render/made-up.js";

/** `_headers` read as its hosts read it: rules by path, and the headers of each. */
function readHeaders(text: string): Map<string, Map<string, string>> {
  const rules = new Map<string, Map<string, string>>();
  let rule = new Map<string, string>();
  for (const line of text.split("\n").filter((each) => each.trim() !== "" && !each.startsWith("#"))) {
    if (!line.startsWith(" ")) {
      rule = new Map();
      rules.set(line, rule);
      continue;
    }
    const colon = line.indexOf(":");
    const name = line.slice(0, colon).trim();
    expect(rule.has(name)).toBe(false);
    rule.set(name, line.slice(colon + 1).trim());
  }
  return rules;
}
const rules = readHeaders(String(writeHostFiles()[0]?.content));

describe("_headers", () => {
  it("gives every file its policy, and assets a year", () => {
    expect(rules.get("/*")?.get("Content-Security-Policy")).toBe(contentPolicyHeader);
    expect(rules.get("/assets/*")?.get("Cache-Control")).toBe(cacheOfAssets);
  });
  it("gives no header twice, which would be joined", () => {
    const all = [...(rules.get("/*")?.keys() ?? [])];
    expect([...(rules.get("/assets/*")?.keys() ?? [])].filter((name) => all.includes(name))).toEqual([]);
  });
});

describe("the policy", () => {
  it("lets no script or style element in but from files", () => {
    const directives = new Map(
      contentPolicy.split("; ").map((each) => [each.split(" ")[0], each.split(" ").slice(1)]),
    );
    expect(directives.get("script-src")).toEqual(["'self'"]);
    expect(directives.get("style-src-elem")).toEqual(["'self'"]);
    expect(directives.get("default-src")).toEqual(["'none'"]);
  });
  it("is the same on pages, and no page has a style element or a script without a file", () => {
    const { site } = open();
    const pages = renderArchive([], site).map(({ content }) => String(content));
    for (const html of pages) {
      expect(html.replaceAll("&#39;", "'")).toContain(`content="${contentPolicy}"`);
      expect(html).not.toMatch(/<style\b/);
      expect(html).not.toMatch(/<script(?![^>]*\bsrc=)(?![^>]*application\/(?:ld\+)?json)/);
    }
  });
});

describe("docs/hosting.md", () => {
  const guide = readFileSync(path.resolve("docs/hosting.md"), "utf8");
  const sections = new Map(guide.split("\n## ").map((section) => [section.split("\n")[0], section]));
  it.each(["nginx", "Apache", "Caddy"])("says for %s what the program says itself", (host) => {
    const section = sections.get(host) ?? "";
    for (const [name, value] of headersOfAll) {
      expect(section).toContain(name);
      expect(section).toContain(`"${value}"`);
    }
    expect(section).toContain(cacheOfAssets);
  });
  it("quotes no other policy", () => {
    const quoted = [...guide.matchAll(/default-src [^"\n]*/g)].map(([text]) => text.trim());
    expect([...new Set(quoted)]).toEqual([contentPolicyHeader]);
  });
});
