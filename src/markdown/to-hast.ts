/**
 * Builds hast, the tree that becomes HTML. What the program assembled reaches the tree as text nodes and never passes
 * a Markdown parser: on OCR lines remark changes 22 of 33 typical lines and loses three.
 * Page text is hostile, so it can only become a text node or a quoted attribute, never an element.
 */
import type { Element, ElementContent, Properties, Text } from "hast";

export type Child = ElementContent | string | undefined | false;

/** C0 and C1 controls have no meaning in HTML (U+0000 is even an error); their pictures keep them visible, tab and line feed aside. */
function showControls(text: string): string {
  let out = "";
  let from = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    const control = (code < 32 && code !== 9 && code !== 10) || (code >= 127 && code < 160);
    const lone = code >= 0xd800 && code <= 0xdfff && !isPaired(text, i);
    if (!control && !lone) continue;
    const picture = code < 32 ? String.fromCharCode(0x2400 + code) : code === 127 ? "\u2421" : "\ufffd";
    out += text.slice(from, i) + picture;
    from = i + 1;
  }
  return from === 0 ? text : out + text.slice(from);
}

function isPaired(text: string, i: number): boolean {
  const high = (at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xd800;
  const low = (at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xdc00;
  return high(i) ? low(i + 1) : i > 0 && high(i - 1);
}

export const textNode = (value: string): Text => ({ type: "text", value: showControls(value) });

const isChild = (child: Child): child is ElementContent | string =>
  child !== undefined && child !== false && child !== "";

/** No empty `class=""`. */
function withoutEmptyClass(properties: Properties): Properties {
  const { className, ...others } = properties;
  return Array.isArray(className) && className.length === 0 ? others : properties;
}

/** One element. Strings among the children become text nodes; absent ones are left out. */
export function element(tagName: string, properties: Properties, ...children: readonly Child[]): Element {
  return {
    type: "element",
    tagName,
    properties: withoutEmptyClass(properties),
    children: children.filter(isChild).map((child) => (typeof child === "string" ? textNode(child) : child)),
  };
}
