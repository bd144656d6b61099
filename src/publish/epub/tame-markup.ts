/**
 * What a person wrote in Markdown, for a book: sanitised on the way in, it is cut down further to what every reader of
 * EPUB takes. Pictures become their words, since a book holds no file of others; links stay where they lead into the web,
 * and relative ones, which lead nowhere from a book, are their text.
 */
import type { ElementContent } from "hast";
import { element, textNode } from "../../markdown/to-hast.js";

const kept: ReadonlySet<string> = new Set(
  "p em strong del code pre br hr blockquote ul ol li h3 h4 h5 h6 sup sub ruby rt rp".split(" "),
);

function webAddress(href: unknown): string | undefined {
  if (typeof href !== "string" || !URL.canParse(href)) return undefined;
  const url = new URL(href);
  return ["http:", "https:", "mailto:"].includes(url.protocol) ? url.href : undefined;
}

export function tameMarkup(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type === "text") return [textNode(node.value)];
    if (node.type !== "element") return [];
    if (node.tagName === "img") {
      const words = node.properties.alt;
      return typeof words === "string" && words !== "" ? [textNode(words)] : [];
    }
    const children = tameMarkup(node.children);
    const href = node.tagName === "a" ? webAddress(node.properties.href) : undefined;
    if (href !== undefined) return [element("a", { href }, ...children)];
    return kept.has(node.tagName) ? [element(node.tagName, {}, ...children)] : children;
  });
}
