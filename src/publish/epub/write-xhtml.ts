/**
 * XHTML of a tree, for books: what readers of EPUB parse as XML, where one unclosed tag loses the page. Page text reaches the
 * tree as text nodes, so it can become nothing but text. Attributes come in a fixed order, as the tree has them.
 */
import type { Element, ElementContent } from "hast";
import { escapeXml } from "../xml.js";

/** Elements that are never closed by a tag of their own in HTML; here they close themselves. */
const empty: ReadonlySet<string> = new Set(["br", "hr", "img", "link", "meta"]);

/** hast's names of attributes that are not the lower case of XHTML's. */
const attributeNames: Readonly<Record<string, string>> = {
  className: "class",
  ariaLabel: "aria-label",
  ariaLabelledBy: "aria-labelledby",
  epubType: "epub:type",
  xmlLang: "xml:lang",
  xmlnsEpub: "xmlns:epub",
};

function writeAttributes(properties: Element["properties"]): string {
  return Object.entries(properties)
    .filter(([, value]) => value !== undefined && value !== null && value !== false)
    .map(([name, value]) => {
      const text = Array.isArray(value) ? value.join(" ") : value === true ? "" : String(value);
      return ` ${attributeNames[name] ?? name.toLowerCase()}="${escapeXml(text)}"`;
    })
    .join("");
}

export function writeXhtml(nodes: readonly ElementContent[]): string {
  let out = "";
  for (const node of nodes) {
    if (node.type === "text") out += escapeXml(node.value);
    else if (node.type === "element") {
      const head = `<${node.tagName}${writeAttributes(node.properties)}`;
      out += empty.has(node.tagName) ? `${head}/>` : `${head}>${writeXhtml(node.children)}</${node.tagName}>`;
    }
  }
  return out;
}

/** A whole document. `body` is the element itself. */
export function writeDocument({ title, lang, dir, stylesheet }: DocumentHead, body: Element): string {
  const root = { xmlns: "http://www.w3.org/1999/xhtml", xmlnsEpub: "http://www.idpf.org/2007/ops" };
  const language = { lang, xmlLang: lang, ...(dir === "rtl" ? { dir } : {}) };
  const open = `<html${writeAttributes({ ...root, ...language })}>`;
  const head = `<head><meta charset="utf-8"/><title>${escapeXml(title)}</title><link rel="stylesheet" type="text/css" href="${escapeXml(stylesheet)}"/></head>`;
  return `<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n${open}\n${head}\n${writeXhtml([body])}\n</html>\n`;
}

export interface DocumentHead {
  readonly title: string;
  readonly lang: string;
  readonly dir: "ltr" | "rtl";
  readonly stylesheet: string;
}
