/**
 * Sound files of every format to begin with, small, with as much of each format in them as one file can hold. No word
 * stands twice, nor in another, so that what is lost can be told.
 */
import iconv from "iconv-lite";
import { writers } from "../bench/write-formats.mjs";
import { hex, makePdf } from "../read/pdf/make-pdf.mjs";
import { makeDidl, makeMets } from "./issue-files.mjs";
import { richAlto, richHocr, richPageXml } from "./rich-files.mjs";

const stems = {
  latin: ["harbour", "w", "Straße", "co-op", "l’été"],
  "zh-Hans": ["日报", "港口", "市民"],
  "zh-Hant": ["報紙", "碼頭", "市議會"],
  ja: ["新聞", "みなと", "ニュース"],
  ko: ["신문", "항구", "시민"],
};
const mixed = [...stems.latin, ...stems["zh-Hans"], ...stems.ja];

/** Gives words, each once: its number ends in a letter, so that none is the beginning of another. */
function makeWords(list) {
  const said = [];
  return {
    said,
    word() {
      said.push(`${list[said.length % list.length]}${said.length}q`);
      return said.at(-1);
    },
  };
}

const width = 1000;
const height = 1500;
/** Two columns of blocks of lines, as a page stands. */
function makePage(word, blocks = 4) {
  return {
    width,
    height,
    blocks: Array.from({ length: blocks }, (_, b) => {
      const x = b % 2 === 0 ? 50 : 530;
      const y = 100 + Math.floor(b / 2) * 320;
      const lines = Array.from({ length: 2 + ((b * 3) % 5) }, (_, l) => {
        const words = Array.from({ length: 1 + ((b + l) % 4) }, (_, w) => ({
          text: word(),
          box: [x + w * 105, y + l * 30, 95, 22],
        }));
        return { box: [x, y + l * 30, 420, 22], words, text: words.map(({ text }) => text).join(" ") };
      });
      return { box: [x, y, 420, lines.length * 30], lines };
    }),
  };
}

const utf8 = (text) => new TextEncoder().encode(text);
const one = (format, name, ending, make, list = mixed) => {
  const { word, said } = makeWords(list);
  const made = make(word);
  const bytes = typeof made === "string" ? utf8(made) : made;
  return { format, name, said, target: 0, files: [{ path: `pages/01.${ending}`, bytes }] };
};

const written = ["alto", "page-xml", "hocr", "tesseract-tsv"].map((format) =>
  one(format, "as written", writers[format].ending, (word) => writers[format].write(makePage(word))),
);
const rich = [
  one("alto", "rich", "xml", richAlto),
  one("page-xml", "rich", "xml", richPageXml),
  one("hocr", "rich", "html", richHocr),
  one("tesseract-tsv", "two pages", "tsv", (word) =>
    [1, 2]
      .map(() => writers["tesseract-tsv"].write(makePage(word, 3)))
      .join("")
      .replaceAll("\t93.5\t", "\t-1\t"),
  ),
  one("alto", "UTF-16", "xml", (word) =>
    iconv.encode(`\ufeff${writers.alto.write(makePage(word)).replace("UTF-8", "UTF-16")}`, "utf-16le"),
  ),
];

const encodings = [
  ["utf-8", mixed],
  ["utf-8 with BOM", mixed, "utf-8"],
  ["utf-16le", mixed],
  ["utf-16be", mixed],
  ["gb18030", stems["zh-Hans"]],
  ["big5", stems["zh-Hant"]],
  ["shift_jis", stems.ja],
  ["euc-jp", stems.ja],
  ["euc-kr", stems.ko],
  ["windows-1252", stems.latin],
].map(([name, list, encoding = name]) => {
  const bom = name.startsWith("utf-") && name !== "utf-8" ? "\ufeff" : "";
  const made = one(
    "plain-text",
    name,
    "txt",
    (word) => iconv.encode(bom + writers["plain-text"].write(makePage(word, 8)), encoding),
    list,
  );
  return { ...made, encoding };
});

const named = one(
  "plain-text",
  "front matter",
  "txt",
  (word) =>
    iconv.encode(
      `---\nnumber: 3\nencoding: gb18030\n---\n${writers["plain-text"].write(makePage(word, 8))}\f${word()}\r\n${word()}`,
      "gb18030",
    ),
  stems["zh-Hans"],
);

const line = (text, x, y, font = "Latin") => `BT /${font} 9 Tf ${x} ${y} Td ${text} Tj ET`;
/** Only letters that the standard fonts have. */
const pdf = one(
  "pdf",
  "every kind of text",
  "pdf",
  (word) => {
    const latin = () => `(${word()} ${word()})`;
    const rows = (x) => Array.from({ length: 9 }, (_, row) => line(latin(), x, 250 - 12 * row)).join("\n");
    const down = `BT /Down 9 Tf 350 250 Td ${hex("日報")} Tj ET`;
    return makePdf([
      `${rows(20)}\n${rows(210)}\n100 200 200 1 re f`,
      {
        content: `q 1 0 0 1 5 5 cm ${line(latin(), 20, 250, "Bold")} Q /Picture Do 3 Tr ${line(latin(), 20, 200)}`,
        rotate: 90,
      },
      `${line(latin(), 20, 250)} ${line(hex("中文"), 20, 200, "Han")} ${down}`,
    ]);
  },
  ["harbour", "w", "wharf"],
);
const layered = one(
  "pdf",
  "as written",
  "pdf",
  (word) => Uint8Array.from(writers.pdf.write(makePage(word)), (sign) => sign.charCodeAt(0)),
  ["harbour", "w", "wharf"],
);

/** An issue file and two pages; by turns the one and the other are damaged. */
function issue(format, make) {
  const { word, said } = makeWords(mixed);
  const pages = [1, 2].map((number) => ({
    path: `000${number}.xml`,
    bytes: utf8(richAlto(word, `P${number}_`)),
  }));
  const files = [{ path: "issue.xml", bytes: utf8(make(pages.map(({ path }) => path))) }, ...pages];
  return files.slice(0, 2).map((_, target) => ({
    format,
    name: target === 0 ? "issue file" : "page of an issue",
    said,
    files,
    target,
  }));
}

/** `{format, name, said, files, target, encoding}`: `files[target]` is damaged, `said` are the words of all. */
export const madeFiles = [
  ...written,
  ...rich,
  ...encodings,
  { ...named, encoding: "gb18030" },
  pdf,
  layered,
  ...issue("mets", makeMets),
  ...issue("didl", makeDidl),
];
