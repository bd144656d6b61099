/**
 * Bytes of one file → text: byte order mark, then strict UTF-8, then the encoding named in the file's front matter,
 * then the one named for the edition or on the command line, then recognition. Binary files are refused with the
 * reason. What was guessed and what could not be decoded is said, with offsets; no byte is dropped.
 */
import { splitFrontMatter } from "../markdown/front-matter.js";
import type { Diagnostic, Outcome } from "../model/diagnostic.js";
import type { SourceFile } from "../model/job.js";
import { type BadByte, decodeBytes, decodeStrictUtf8 } from "./decode-bytes.js";
import {
  findBom,
  guessEncoding,
  knownEncoding,
  looksLikeDamagedUtf8,
  recogniseUtf16,
} from "./recognise-encoding.js";

export interface DecodedText {
  readonly text: string;
  /** As TextDecoder names it, e.g. `gb18030`; `none` for a file that was refused. */
  readonly encoding: string;
  readonly how: "bom" | "utf-8" | "front-matter" | "named" | "recognised" | "refused";
}

/** Beginnings of files that are often put into a folder of page text by mistake. */
const signatures: readonly (readonly [string, string])[] = [
  ["%PDF-", "a PDF file"],
  ["\x89PNG", "a PNG picture"],
  ["\xff\xd8\xff", "a JPEG picture"],
  ["II*\x00", "a TIFF picture"],
  ["MM\x00*", "a TIFF picture"],
  ["PK\x03\x04", "a ZIP archive or an office document"],
  ["\x1f\x8b", "a gzip file"],
  ["{\\rtf", "an RTF document"],
  ["\xd0\xcf\x11\xe0", "an old office document"],
];
/** Text holds next to no control characters but tab, line ends, page break and escape; binary data about one in ten. */
const binaryShare = 0.02;
const peekLength = 16 * 1024 + 16;

const asLatin1 = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");

/** What a file is, where it is not text; undefined for text. */
function nameBinary(bytes: Uint8Array): string | undefined {
  const begin = asLatin1(bytes.subarray(0, 8));
  const signature = signatures.find(([start]) => begin.startsWith(start));
  if (signature) return signature[1];
  const sample = bytes.subarray(0, 64 * 1024);
  const controls = sample.reduce(
    (count, byte) =>
      count + (byte < 0x20 && !(byte >= 0x08 && byte <= 0x0d) && byte !== 0x1b && byte !== 0x1a ? 1 : 0),
    0,
  );
  if (bytes.includes(0)) return "binary data (it holds NUL bytes)";
  return sample.length > 0 && controls / sample.length > binaryShare
    ? "binary data (it is full of control characters)"
    : undefined;
}

/** The encoding that the file's own front matter names; the header itself is ASCII in every encoding this is asked for. */
function namedInFile(bytes: Uint8Array): string | undefined {
  if (bytes[0] !== 0x2d || bytes[1] !== 0x2d || bytes[2] !== 0x2d) return undefined;
  const named = splitFrontMatter(asLatin1(bytes.subarray(0, peekLength))).data.encoding;
  return typeof named === "string" && named !== "" ? named : undefined;
}

const note = (
  code: string,
  severity: Diagnostic["severity"],
  file: string,
  details: Diagnostic["details"],
  line?: number,
): Diagnostic => ({ code, severity, place: line === undefined ? { file } : { file, line }, details });

/** Bad bytes listed one by one; more than this and the encoding is wrong, so a number says it better. */
const listedBadBytes = 20;

function reportBadBytes(file: string, encoding: string, bad: readonly BadByte[]): Diagnostic[] {
  const listed = bad
    .slice(0, listedBadBytes)
    .map(({ offset, line }) => note("JL1005", "warning", file, { offset, encoding }, line));
  if (bad.length > listedBadBytes)
    listed.push(note("JL1006", "warning", file, { count: bad.length - listedBadBytes, encoding }));
  return listed;
}

interface Choice {
  readonly encoding: string;
  readonly how: DecodedText["how"];
  readonly diagnostics: readonly Diagnostic[];
}

/** Which encoding to take for bytes that are not UTF-8 and have no byte order mark. */
function chooseEncoding(path: string, bytes: Uint8Array, named: string | undefined): Choice {
  const diagnostics: Diagnostic[] = [];
  const own = namedInFile(bytes);
  for (const [name, how] of [
    [own, "front-matter"],
    [named, "named"],
  ] as const) {
    if (name === undefined) continue;
    const encoding = knownEncoding(name);
    if (encoding !== undefined) return { encoding, how, diagnostics };
    diagnostics.push(note("JL1007", "error", path, { encoding: name }));
  }
  if (bytes.includes(0)) {
    const wide = recogniseUtf16(bytes);
    if (wide) {
      diagnostics.push(note("JL1004", "info", path, { encoding: wide.encoding }));
      return { encoding: wide.encoding, how: "recognised", diagnostics };
    }
  }
  const binary = nameBinary(bytes);
  if (binary !== undefined) {
    diagnostics.push(note("JL1002", "error", path, { what: binary }));
    return { encoding: "none", how: "refused", diagnostics };
  }
  const guess = looksLikeDamagedUtf8(bytes) ? { encoding: "utf-8", doubtful: false } : guessEncoding(bytes);
  if (guess?.doubtful) diagnostics.push(note("JL1003", "warning", path, { encoding: guess.encoding }));
  else if (guess && guess.encoding !== "utf-8")
    diagnostics.push(note("JL1004", "info", path, { encoding: guess.encoding }));
  if (!guess) diagnostics.push(note("JL1008", "warning", path, {}));
  return { encoding: guess?.encoding ?? "utf-8", how: "recognised", diagnostics };
}

/**
 * The text of a file. `named` is the encoding named for the edition or on the command line. A refused file gives
 * empty text and an error; every other file gives all of its text.
 */
export function decodeText(file: SourceFile, named?: string): Outcome<DecodedText> {
  const { path, bytes } = file;
  const bom = findBom(bytes);
  if (bom) {
    const { text, bad } = decodeBytes(bytes.subarray(bom.length), bom.encoding);
    const shifted = bad.map(({ offset, line }) => ({ offset: offset + bom.length, line }));
    return {
      value: { text, encoding: bom.encoding, how: "bom" },
      diagnostics: reportBadBytes(path, bom.encoding, shifted),
    };
  }
  const utf8 = bytes.includes(0) || nameBinary(bytes) !== undefined ? undefined : decodeStrictUtf8(bytes);
  if (utf8 !== undefined) return { value: { text: utf8, encoding: "utf-8", how: "utf-8" }, diagnostics: [] };
  const { encoding, how, diagnostics } = chooseEncoding(path, bytes, named);
  if (how === "refused") return { value: { text: "", encoding, how }, diagnostics };
  const { text, bad } = decodeBytes(bytes, encoding);
  return {
    value: { text, encoding, how },
    diagnostics: [...diagnostics, ...reportBadBytes(path, encoding, bad)],
  };
}
