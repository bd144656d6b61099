/**
 * The home of remark-parse and of rehype. `writeHtml` serialises trees that the program built; `renderMarkdown` takes
 * only Markdown that people wrote (an introduction, a hand-edited article) and lets through what rehype-sanitize
 * knows to be harmless. Headings move two levels down, since the page around them holds h1 and h2.
 * It refuses Markdown over 256 KiB and shows it as plain text: the parser's time grows with the square on crafted input.
 */
import type { Element, ElementContent, Root } from "hast";
import rehypeSanitize, { defaultSchema } from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { element } from "./to-hast.js";
import { TrustedHtml } from "./trusted-html.js";

/** UTF-16 units; beyond it people do not write, and the parser's worst cases begin to take minutes. */
export const markdownLimit = 256 * 1024;

const serialiser = unified()
  .use(rehypeStringify, { characterReferences: { useNamedReferences: false } })
  .freeze();
const schema = {
  ...defaultSchema,
  tagNames: [...(defaultSchema.tagNames ?? []), "ruby", "rt", "rp"],
  clobberPrefix: "note-",
};
const parser = unified().use(remarkParse).use(remarkRehype).use(rehypeSanitize, schema).freeze();

/** HTML of a tree that the program built. */
export function writeHtml(nodes: readonly ElementContent[]): TrustedHtml {
  const root: Root = { type: "root", children: [...nodes] };
  return new TrustedHtml(serialiser.stringify(root));
}

const headings = ["h1", "h2", "h3", "h4", "h5", "h6"];
function lowerHeadings(node: Element): void {
  const level = headings.indexOf(node.tagName);
  if (level >= 0) node.tagName = headings[Math.min(level + 2, 5)] ?? "h6";
  for (const child of node.children) if (child.type === "element") lowerHeadings(child);
}

/** The sanitised tree of a person's Markdown; its text as it stands where it is longer than `markdownLimit`. */
export function parseMarkdown(markdown: string): ElementContent[] {
  if (markdown.length > markdownLimit) return [element("pre", { className: ["as-written"] }, markdown)];
  const root = parser.runSync(parser.parse(markdown)) as Root;
  const nodes = root.children.filter((node): node is ElementContent => node.type !== "doctype");
  for (const node of nodes) if (node.type === "element") lowerHeadings(node);
  return nodes;
}

export const renderMarkdown = (markdown: string): TrustedHtml => writeHtml(parseMarkdown(markdown));
