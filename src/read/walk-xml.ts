/**
 * Walks an XML file element by element, for the readers of XML formats: names without their prefix, values as text.
 * Nothing is fetched and nothing is expanded: a file with a document type declaration (where entities, and entity
 * bombs, are declared) is refused, as is one nested deeper than any real file.
 *
 *     <alto:String CONTENT="Zei&#x74;ung"/>  →  open { name: "String", values: { CONTENT: "Zeitung" } }
 */
import { SaxesParser } from "saxes";
import type { Diagnostic } from "../model/diagnostic.js";
import type { SourceFile } from "../model/job.js";
import { decodeText } from "./decode-text.js";
import { knownEncoding } from "./recognise-encoding.js";

export interface XmlElement {
  /** Local name: `alto:String` is `String`. */
  readonly name: string;
  /** Attributes by local name (`xlink:href` is `href`). */
  readonly values: Readonly<Record<string, string>>;
  /** 1-based line of the file on which its tag ends. */
  readonly line: number;
}

export interface XmlVisitor {
  open?(element: XmlElement): void;
  /** Character data, CDATA included; may come in several pieces. */
  text?(text: string): void;
  close?(name: string): void;
}

/** Real files are some twenty deep; saxes' own cost grows with depth. */
const deepest = 256;
/** Fed in pieces, so that the parser never holds the whole file a second time. */
const pieceLength = 65536;

class Refused extends Error {
  constructor(
    readonly code: string,
    readonly line: number,
    readonly reason = "",
  ) {
    super(code);
  }
}

const localName = (name: string): string => name.slice(name.indexOf(":") + 1);

/** What a damaged file says on the way to its end; undefined when it was whole. */
function walkText(text: string, visitor: XmlVisitor): Refused | undefined {
  const parser = new SaxesParser({ xmlns: false, position: true });
  let depth = 0;
  parser.on("doctype", () => {
    throw new Refused("JL1041", parser.line);
  });
  parser.on("error", (error) => {
    throw new Refused("JL1040", parser.line, error.message.replace(/^\d+:\d+:\s*/, ""));
  });
  parser.on("opentag", ({ name, attributes }) => {
    depth += 1;
    if (depth > deepest) throw new Refused("JL1042", parser.line);
    const values: Record<string, string> = Object.create(null);
    for (const [key, value] of Object.entries(attributes)) values[localName(key)] = value;
    visitor.open?.({ name: localName(name), values, line: parser.line });
  });
  parser.on("text", (piece) => visitor.text?.(piece));
  parser.on("cdata", (piece) => visitor.text?.(piece));
  parser.on("closetag", ({ name }) => {
    depth -= 1;
    visitor.close?.(localName(name));
  });
  try {
    for (let from = 0; from < text.length; from += pieceLength)
      parser.write(text.slice(from, from + pieceLength));
    parser.close();
    return undefined;
  } catch (problem) {
    if (problem instanceof Refused) return problem;
    throw problem;
  }
}

/** The encoding that an XML declaration names, where it is one that can be read. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const begin = new TextDecoder("latin1").decode(bytes.subarray(0, 256));
  const named = /^<\?xml[^>]{0,200}?encoding=["']([\w.:-]{1,40})["']/.exec(begin)?.[1];
  return named !== undefined && knownEncoding(named) !== undefined ? named : undefined;
}

/**
 * Walks a file's elements in order. What came before a fault was visited: a truncated file gives the text it still
 * has, and an error says where it broke. JL1040 is no well-formed XML, JL1041 has a document type, JL1042 is too deep.
 */
export function walkXml(file: SourceFile, visitor: XmlVisitor): readonly Diagnostic[] {
  const decoded = decodeText(file, declaredEncoding(file.bytes));
  const fault = walkText(decoded.value.text, visitor);
  if (!fault) return decoded.diagnostics;
  return [
    ...decoded.diagnostics,
    {
      code: fault.code,
      severity: "error",
      place: { file: file.path, line: fault.line },
      details: { reason: fault.reason },
    },
  ];
}
