/** What html-validate holds the pages to: all that it recommends, and each exception with its reason. */
import type { ConfigData } from "html-validate";

/**
 * Properties that a page file's numbers may set on an element: the geometry of the printed page. All else belongs into
 * the stylesheet. Custom properties (`--x`) are no styles by themselves.
 */
const geometry = ["grid-template-columns", "left", "top", "width", "height"];

export const htmlRules: ConfigData = {
  root: true,
  extends: ["html-validate:recommended", "html-validate:a11y", "html-validate:document"],
  rules: {
    // The templates write `<!doctype html>`; case means nothing there.
    "doctype-style": ["error", { style: "lowercase" }],
    // A title is the printed headline with paper and date, and is not cut for a search engine's column.
    "long-title": "off",
    // Every file is the site's own, under a name made from its content; a hash beside it would say the same again.
    "require-sri": ["error", { target: "crossorigin" }],
    // Ids are permanent addresses; some have a dot (`p2-u35.1`), which HTML allows.
    "valid-id": ["error", { relaxed: true }],
    // A panel over the page begins with h2, for it is a part of a page that has its h1; axe sees that every page has one.
    "heading-level": ["error", { minInitialRank: "h2", sectioningRoots: [] }],
    // Checked below, by property: the rule knows no custom properties.
    "no-inline-style": "off",
  },
};

/**
 * Style attributes that set more than geometry. The page for addresses that lead nowhere has its own: a host sends it at any
 * depth, where a link to the style sheet would lead nowhere too.
 */
export function findStyles(html: string): string[] {
  const found = new Set<string>();
  for (const [, style = ""] of html.matchAll(/\sstyle="([^"]*)"/g))
    for (const part of style.split(";")) {
      const name = part.split(":")[0]?.trim() ?? "";
      if (name !== "" && !name.startsWith("--") && !geometry.includes(name)) found.add(name);
    }
  return [...found].map((name) => `style attribute sets ${name}`);
}
