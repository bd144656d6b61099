/**
 * What the parser that a reader stands on sees of a file's text, with nothing understood: every value and piece of text
 * up to where the parser stops, if it does. Good for one question: whether a word is there.
 */
import { Tokenizer } from "parse5";
import { SaxesParser } from "saxes";
import { openBarePdf } from "../read/pdf/open-bare-pdf.mjs";

const utf8 = (bytes) => new TextDecoder().decode(bytes);
const local = (name) => name.slice(name.indexOf(":") + 1);

/** @param holds the element in whose values or text the format has its words. */
const ofXml = (holds) => (bytes) => {
  const parser = new SaxesParser({ xmlns: false });
  const seen = [];
  const open = [];
  let stopped = false;
  parser.on("error", () => {
    stopped = true;
  });
  parser.on("opentag", ({ name, attributes }) => {
    open.push(local(name));
    if (!stopped && local(name) === holds.element && holds.value) seen.push(attributes[holds.value] ?? "");
  });
  parser.on("text", (text) => {
    if (!stopped && open.includes(holds.within)) seen.push(text);
  });
  parser.on("cdata", (text) => {
    if (!stopped && open.includes(holds.within)) seen.push(text);
  });
  parser.on("closetag", () => open.pop());
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : "utf-8";
  parser.write(new TextDecoder(wide).decode(bytes)).close();
  return seen.join(" ");
};

function ofHtml(bytes) {
  let seen = "";
  let inBody = false;
  const take = ({ chars }) => {
    if (inBody) seen += chars;
  };
  const none = () => {};
  const handler = {
    onStartTag: ({ tagName }) => {
      if (tagName === "body") inBody = true;
    },
    onCharacter: take,
    onWhitespaceCharacter: take,
  };
  for (const name of "EndTag NullCharacter Comment Doctype Eof ParseError".split(" "))
    handler[`on${name}`] = none;
  new Tokenizer({}, handler).write(utf8(bytes), true);
  return seen;
}

/** Text stands behind eleven numbers. */
const ofRows = (bytes) =>
  utf8(bytes)
    .split("\n")
    .map((row) => row.split("\t").slice(11).join(" "))
    .join(" ");

const ofText = (bytes, { encoding }) => new TextDecoder(encoding.split(" ")[0]).decode(bytes);

async function ofPdf(bytes, _, { loadPdfJs }) {
  const task = openBarePdf(await loadPdfJs(), bytes);
  let seen = "";
  try {
    const file = await task.promise;
    for (let number = 1; number <= Math.min(9, file.numPages); number += 1) {
      const { items } = await (await file.getPage(number)).getTextContent();
      seen += items.map(({ str }) => str).join("");
    }
  } catch {
    // The parser stops: it sees no more.
  } finally {
    await task.destroy();
  }
  return seen;
}

const alto = ofXml({ element: "String", value: "CONTENT", within: "Layout" });
/** By format: `(bytes, made, program) => text`. Of issue files nothing is asked: they hold no text. */
export const bareText = {
  alto,
  "page-xml": ofXml({ within: "Unicode" }),
  hocr: ofHtml,
  "tesseract-tsv": ofRows,
  "plain-text": ofText,
  pdf: ofPdf,
};
