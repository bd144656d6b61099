/**
 * The contents of a PDF name a story by what was painted of its heading, one line after the other. The space between two
 * lines of a heading is painted with the first of them, or the last word of one would run into the first of the next.
 */
import type { Element, ElementContent } from "hast";

const isHeading = ({ tagName }: Element): boolean => /^h[1-6]$/.test(tagName);

const gap: Element = {
  type: "element",
  tagName: "span",
  properties: { className: ["gap"] },
  children: [{ type: "text", value: " " }],
};

const isGap = (node: ElementContent | undefined): boolean =>
  node?.type === "text" && node.value.trim() === "";

/** Innermost: there the line is painted. */
function endWithGap(children: readonly ElementContent[]): ElementContent[] {
  const end = children.at(-1);
  return end?.type === "element"
    ? [...children.slice(0, -1), { ...end, children: endWithGap(end.children) }]
    : [...children, gap];
}

function spaceLines(node: Element): Element {
  const last = node.children.length - 1;
  const children = node.children.map((child, at): ElementContent => {
    if (child.type !== "element") return child;
    const { children: own, ...line } = spaceLines(child);
    return { ...line, children: at + 1 < last && isGap(node.children[at + 1]) ? endWithGap(own) : own };
  });
  return { ...node, children };
}

/** Changes headings only. */
export function paintSpaces(node: Element): Element {
  if (isHeading(node)) return spaceLines(node);
  const children = node.children.map(
    (child): ElementContent => (child.type === "element" ? paintSpaces(child) : child),
  );
  return { ...node, children };
}
