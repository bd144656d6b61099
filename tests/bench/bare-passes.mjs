/**
 * The floor under each reader: the parser it stands on, over the same bytes, with nothing done about what it says. What a
 * reader takes beyond that is its own.
 */
import { openBarePdf } from "../read/pdf/open-bare-pdf.mjs";

const pieceLength = 65536;

async function xmlPass() {
  const { SaxesParser } = await import("saxes");
  return (bytes) => {
    const text = new TextDecoder().decode(bytes);
    const parser = new SaxesParser({ xmlns: false, position: true });
    let seen = 0;
    for (const event of ["opentag", "text", "closetag"]) parser.on(event, () => (seen += 1));
    for (let at = 0; at < text.length; at += pieceLength) parser.write(text.slice(at, at + pieceLength));
    parser.close();
    return seen;
  };
}

async function htmlPass() {
  const { Tokenizer } = await import("parse5");
  return (bytes) => {
    let seen = 0;
    const count = () => {
      seen += 1;
    };
    const names =
      "StartTag EndTag Character WhitespaceCharacter NullCharacter Comment Doctype Eof ParseError".split(" ");
    const tokenizer = new Tokenizer({}, Object.fromEntries(names.map((name) => [`on${name}`, count])));
    tokenizer.write(new TextDecoder().decode(bytes), true);
    return seen;
  };
}

async function rowPass() {
  return (bytes) => {
    let seen = 0;
    for (const row of new TextDecoder().decode(bytes).split("\n")) seen += row.split("\t").length;
    return seen;
  };
}

async function pdfPass() {
  const pdfjs = await import("pdfjs-dist/legacy/build/pdf.mjs");
  return async (bytes) => {
    const task = openBarePdf(pdfjs, bytes);
    const file = await task.promise;
    let seen = 0;
    for (let number = 1; number <= file.numPages; number += 1)
      seen += (await (await file.getPage(number)).getOperatorList()).fnArray.length;
    await task.destroy();
    return seen;
  };
}

/** By the names of `build-edition formats`: what the floor is, and a maker of the pass. */
export const barePasses = {
  alto: ["saxes", xmlPass],
  "page-xml": ["saxes", xmlPass],
  hocr: ["parse5's tokenizer", htmlPass],
  "tesseract-tsv": ["split", rowPass],
  "plain-text": ["split", rowPass],
  pdf: ["pdf.js", pdfPass],
};
