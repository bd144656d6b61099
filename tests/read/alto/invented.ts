/** Small ALTO files made up for tests, and how to read one. */
import { altoReader } from "../../../src/read/alto/index.js";

type Values = Readonly<Record<string, string | number>>;

export const escapeXml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

export const tag = (name: string, values: Values = {}, inner = ""): string => {
  const said = Object.entries(values).map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`);
  return inner === "" ? `<${name}${said.join("")}/>` : `<${name}${said.join("")}>${inner}</${name}>`;
};

/** HPOS, VPOS, WIDTH, HEIGHT. */
export const box = (x: number, y: number, width: number, height: number): Values => ({
  HPOS: x,
  VPOS: y,
  WIDTH: width,
  HEIGHT: height,
});

/** A text line of words with SP between them, each 10 wide to the character. */
export function line(text: string, x: number, y: number, height: number, values: Values = {}): string {
  let at = x;
  const strings = text.split(" ").map((word) => {
    const string = tag("String", { CONTENT: word, ...box(at, y, word.length * 10, height) });
    at += word.length * 10 + 10;
    return string;
  });
  return tag("TextLine", { ...box(x, y, at - x - 10, height), ...values }, strings.join("<SP/>"));
}

export const block = (lines: string, values: Values = {}): string => tag("TextBlock", values, lines);

interface Parts {
  readonly head?: string;
  readonly unit?: string;
  readonly page?: Values;
  readonly root?: Values;
}

/** A file of one page 1000 wide and 2000 high. */
export const alto = (inner: string, { head = "", unit = "pixel", page, root }: Parts = {}): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n` +
  tag(
    "alto",
    root ?? { xmlns: "http://www.loc.gov/standards/alto/ns-v4#" },
    tag("Description", {}, tag("MeasurementUnit", {}, unit)) +
      head +
      tag("Layout", {}, tag("Page", page ?? { WIDTH: 1000, HEIGHT: 2000 }, tag("PrintSpace", {}, inner))),
  );

export const readText = (xml: string | Uint8Array) =>
  altoReader.read({
    path: "pages/01.xml",
    bytes: typeof xml === "string" ? new TextEncoder().encode(xml) : xml,
  });

/** The first page of a file, its lines, and the codes of what was noticed. */
export function readPage(xml: string) {
  const { value, diagnostics } = readText(xml);
  const page = value.pages[0];
  if (!page) throw new Error("no page");
  const lines = page.blocks.flatMap(({ lines }) => lines);
  return {
    format: value.format,
    page,
    lines,
    originals: lines.map(({ original }) => original),
    codes: diagnostics.map(({ code }) => code),
  };
}
