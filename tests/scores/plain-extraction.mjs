/**
 * The letters of a page file by patterns alone, without a parser: what its reader must have read. It shares nothing
 * with the readers, and knows of a format only where its text stands. Spaces are not told: formats put none between
 * words. Files written to be wrong (a tag that is never closed) are no use for it.
 */
const named = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const decode = (text) =>
  text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) =>
    name ? (named[name] ?? whole) : String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal)),
  );
const all = (text, pattern) => [...text.matchAll(pattern)].map(([, value]) => value);

const formats = [
  {
    name: "ALTO",
    knows: /<(?:\w+:)?alto[\s>]/,
    // A value may hold `>`, and stand in quotes of either kind.
    text: (xml) =>
      all(xml, /<(?:\w+:)?(?:String|HYP)\b((?:"[^"]*"|'[^']*'|[^>"'])*)>/g)
        .map((values) => {
          const [, double, single] = /\sCONTENT=(?:"([^"]*)"|'([^']*)')/.exec(values) ?? [];
          return double ?? single ?? "";
        })
        .join(""),
  },
  {
    name: "PAGE XML",
    knows: /<(?:\w+:)?PcGts[\s>]/,
    // A line has its words' text and its own; its own is the last.
    text: (xml) =>
      all(xml, /<TextLine\b([\s\S]*?)<\/TextLine>/g)
        .map((line) => all(line, /<Unicode>([^<]*)<\/Unicode>/g).at(-1) ?? "")
        .join(""),
  },
  {
    name: "hOCR",
    knows: /ocr_page/,
    text: (html) =>
      html
        .replace(/^[\s\S]*?<body[^>]*>/, "")
        .replace(/<!--[\s\S]*?-->/g, "")
        .replace(/<[^>]*>/g, ""),
  },
];

export const withoutSpaces = (text) => text.replace(/\s+/gu, "");

/** @returns {{format: string, letters: string} | undefined} undefined for what is none of the three */
export function extractPlainly(text) {
  const format = formats.find(({ knows }) => knows.test(text.slice(0, 8192)));
  return format && { format: format.name, letters: withoutSpaces(decode(format.text(text))) };
}
