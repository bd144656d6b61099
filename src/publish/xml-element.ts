/** An XML element as text. Attributes that are undefined are left out; values and text are escaped, and nothing else is. */
import { escapeXml } from "./xml.js";

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Line breaks in a value would come back as spaces. */
const escapeValue = (value: string | number): string =>
  escapeXml(String(value)).replaceAll("\n", "&#10;").replaceAll("\r", "&#13;").replaceAll("\t", "&#9;");

/** @param inside the elements and the escaped text in it; an empty one is closed at once */
export function xml(name: string, attributes: Attributes, ...inside: readonly string[]): string {
  let tag = `<${name}`;
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined) tag += ` ${key}="${escapeValue(value)}"`;
  const content = inside.join("");
  return content === "" ? `${tag}/>` : `${tag}>${content}</${name}>`;
}

/** The same, each child on a line of its own: files are looked at by people too. */
export const xmlLines = (name: string, attributes: Attributes, ...inside: readonly string[]): string => {
  const children = inside.filter((each) => each !== "");
  return children.length === 0 ? xml(name, attributes) : xml(name, attributes, `\n${children.join("\n")}\n`);
};

export const xmlHead = '<?xml version="1.0" encoding="UTF-8"?>\n';
