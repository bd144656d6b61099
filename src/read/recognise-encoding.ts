/**
 * Says in which encoding bytes are, where nobody named it. A guess is a guess: it comes with how sure it is, and
 * the caller tells the archivist. Refuses to take the first decoder that does not fail (GB18030 accepts Big5,
 * Shift_JIS, EUC-KR and windows-1252 texts without a murmur).
 */
import { detectAll } from "jschardet";

export interface Guess {
  readonly encoding: string;
  /** 0–1. */
  readonly confidence: number;
}

/** Recognition reads no more than this many bytes: enough for any statistic, and slow beyond. */
export const sampleLength = 64 * 1024;

/** What people write → what TextDecoder calls it. Supersets stand for their subsets: a page in GB2312 is a page in GB18030. */
const aliases: Readonly<Record<string, string>> = {
  gb2312: "gb18030",
  gbk: "gb18030",
  cp936: "gb18030",
  "windows-936": "gb18030",
  cp950: "big5",
  "windows-950": "big5",
  "big5-hkscs": "big5",
  cp932: "shift_jis",
  sjis: "shift_jis",
  "shift-jis": "shift_jis",
  "windows-932": "shift_jis",
  cp949: "euc-kr",
  uhc: "euc-kr",
  "windows-949": "euc-kr",
  cp1252: "windows-1252",
  latin1: "windows-1252",
  "iso-8859-1": "windows-1252",
  ascii: "windows-1252",
  utf8: "utf-8",
  utf16: "utf-16le",
  "utf-16": "utf-16le",
  "utf-16-le": "utf-16le",
  "utf-16-be": "utf-16be",
};

/** The decoder's own name for an encoding, or undefined where there is no such decoder. */
export function knownEncoding(name: string): string | undefined {
  const plain = name.trim().toLowerCase().replaceAll("_", "-");
  const alias = aliases[plain] ?? plain;
  try {
    const { encoding } = new TextDecoder(alias);
    // The standard's GBK decoder is its GB18030 decoder; the platform's is not.
    return encoding === "gbk" ? "gb18030" : encoding;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** As their standards write them, where that is not in capitals throughout. */
const written: Readonly<Record<string, string>> = { big5: "Big5", shift_jis: "Shift_JIS" };

/** The decoder's name for an encoding as people write it: `utf-8` → UTF-8, `shift_jis` → Shift_JIS. */
export const writeEncoding = (encoding: string): string =>
  written[encoding] ?? (encoding.startsWith("windows") ? encoding : encoding.toUpperCase());

export interface Bom {
  readonly encoding: string;
  readonly length: number;
}

/** The byte order mark a file begins with, if any. */
export function findBom(bytes: Uint8Array): Bom | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: "utf-8", length: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: "utf-16le", length: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: "utf-16be", length: 2 };
  return undefined;
}

const isPlausibleUnit = (unit: number): boolean =>
  unit === 0x09 ||
  unit === 0x0a ||
  unit === 0x0c ||
  unit === 0x0d ||
  (unit >= 0x20 && unit <= 0x7e) ||
  (unit >= 0xa0 && unit <= 0x24f) ||
  (unit >= 0x2010 && unit <= 0x2027) ||
  (unit >= 0x3000 && unit <= 0x30ff) ||
  (unit >= 0x4e00 && unit <= 0x9fff) ||
  (unit >= 0xac00 && unit <= 0xd7a3) ||
  (unit >= 0xff00 && unit <= 0xffef);

/** UTF-16 without a mark: read the right way round, nearly every unit is a character that newspapers print. */
const plausibleShare = 0.95;

function shareOfPlausible(bytes: Uint8Array, littleEndian: boolean): number {
  const units = Math.floor(bytes.length / 2);
  let plausible = 0;
  for (let at = 0; at < units * 2; at += 2) {
    const [first = 0, second = 0] = [bytes[at], bytes[at + 1]];
    if (isPlausibleUnit(littleEndian ? second * 256 + first : first * 256 + second)) plausible += 1;
  }
  return units === 0 ? 0 : plausible / units;
}

/** Only for bytes that hold a NUL: a page in UTF-16 has them in its line ends and digits, a page in anything else has none. */
export function recogniseUtf16(bytes: Uint8Array): Guess | undefined {
  const sample = bytes.subarray(0, sampleLength);
  const little = shareOfPlausible(sample, true);
  const big = shareOfPlausible(sample, false);
  const [encoding, confidence] = little >= big ? ["utf-16le", little] : ["utf-16be", big];
  return confidence >= plausibleShare && little !== big
    ? { encoding: encoding as string, confidence: confidence as number }
    : undefined;
}

/** Of the bytes above ASCII, this share in well-formed sequences makes a damaged UTF-8 file; legacy text reaches a few percent. */
const damagedUtf8Share = 0.8;

/** UTF-8 with some broken bytes (a file cut in the middle of a character, a stray byte of another encoding). */
export function looksLikeDamagedUtf8(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, sampleLength);
  let high = 0;
  let well = 0;
  for (let at = 0; at < sample.length; ) {
    const byte = sample[at] ?? 0;
    const length =
      byte >= 0xf0 && byte <= 0xf4
        ? 4
        : byte >= 0xe0 && byte < 0xf0
          ? 3
          : byte >= 0xc2 && byte < 0xe0
            ? 2
            : 1;
    let follows = 1;
    while (follows < length && ((sample[at + follows] ?? 0) & 0xc0) === 0x80) follows += 1;
    if (byte >= 0x80) high += follows === length && length > 1 ? length : 1;
    if (length > 1 && follows === length) well += length;
    at += length > 1 && follows === length ? length : 1;
  }
  return high > 0 && well / high >= damagedUtf8Share;
}

const candidates = ["GB18030", "Big5", "CP932", "EUC-JP", "CP949", "Windows-1252"];

/** Fewer bytes above ASCII than this (some 30 Han characters) and a guess is little more than a guess. */
const fewBytes = 60;
/** A rival this near to the winner makes the guess doubtful. */
const nearRival = 0.9;

export interface EncodingGuess extends Guess {
  /** True where a person should look. */
  readonly doubtful: boolean;
}

interface Thought {
  readonly encoding: string;
  readonly confidence: number;
}

const think = (bytes: Uint8Array): Thought[] =>
  detectAll(bytes, { detectEncodings: candidates }).flatMap(({ encoding, confidence }) =>
    encoding ? [{ encoding, confidence }] : [],
  );
const surestFirst = (thoughts: Iterable<Thought>): Thought[] =>
  [...thoughts].sort((a, b) => b.confidence - a.confidence);

/** Pieces that are asked apart: so many that damage in a few lines is damage of few pieces. */
const mostPieces = 16;
const lineFeed = 0x0a;

/** Whole lines in pieces of like length. */
function cutPieces(bytes: Uint8Array): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  let start = 0;
  bytes.forEach((byte, at) => {
    const isEnd = at === bytes.length - 1;
    if (!isEnd && (byte !== lineFeed || at - start < bytes.length / mostPieces)) return;
    pieces.push(bytes.subarray(start, at + 1));
    start = at + 1;
  });
  return pieces;
}

/**
 * One byte that cannot be makes the recogniser drop the right encoding for good, and a damaged page in GB18030 is
 * windows-1252 to it. Pieces asked one by one outvote the damaged ones.
 */
function voteByPieces(bytes: Uint8Array): Thought[] {
  const votes = new Map<string, number>();
  for (const piece of cutPieces(bytes)) {
    // What every encoding reads alike has no vote.
    if (piece.every((byte) => byte < 0x80)) continue;
    const [best] = surestFirst(think(piece));
    if (best) votes.set(best.encoding, (votes.get(best.encoding) ?? 0) + best.confidence);
  }
  return surestFirst([...votes].map(([encoding, confidence]) => ({ encoding, confidence })));
}

/** What the recogniser thinks of bytes that are neither UTF-8 nor UTF-16. */
export function guessEncoding(bytes: Uint8Array): EncodingGuess | undefined {
  const sample = bytes.subarray(0, sampleLength);
  const whole = surestFirst(think(sample));
  const votes = voteByPieces(sample);
  const [best, second] = votes[0] && votes[0].encoding !== whole[0]?.encoding ? votes : whole;
  const encoding = best && knownEncoding(best.encoding);
  if (!best || encoding === undefined) return undefined;
  const high = sample.reduce((count, byte) => count + (byte >= 0x80 ? 1 : 0), 0);
  const rival = second !== undefined && second.confidence >= nearRival * best.confidence;
  return { encoding, confidence: Math.min(1, best.confidence), doubtful: high < fewBytes || rival };
}
