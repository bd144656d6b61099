/** XML as a small tree, by the parser that the program reads ALTO with: not the writers' own. Throws where it is not well-formed. */
import { SaxesParser } from "saxes";

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlElement | string)[];
  /** Elements of a name below it; at any depth, or only so deep. */
  all(name: string, depth?: number): XmlElement[];
}

function makeElement(name: string, attributes: Readonly<Record<string, string>>): XmlElement {
  const children: (XmlElement | string)[] = [];
  const all = (wanted: string, depth = Number.POSITIVE_INFINITY): XmlElement[] =>
    children.flatMap((child) =>
      typeof child === "string"
        ? []
        : [...(child.name === wanted ? [child] : []), ...(depth > 1 ? child.all(wanted, depth - 1) : [])],
    );
  return { name, attributes, children, all };
}

export function readXml(text: string | undefined): XmlElement {
  const parser = new SaxesParser();
  const open: XmlElement[] = [makeElement("", {})];
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element = makeElement(name, attributes as Record<string, string>);
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("closetag", () => {
    open.pop();
  });
  parser.on("text", (words) => {
    open.at(-1)?.children.push(words);
  });
  parser.write(text ?? "").close();
  const root = open[0]?.children.find((child): child is XmlElement => typeof child !== "string");
  if (!root) throw new Error("there is no element");
  return root;
}

export const textOf = (element: XmlElement | undefined): string =>
  (element?.children ?? []).map((child) => (typeof child === "string" ? child : textOf(child))).join("");
