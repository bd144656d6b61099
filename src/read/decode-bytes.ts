/**
 * Turns bytes of a known encoding into text and says where it could not: each undecodable byte becomes U+FFFD and
 * is reported with its offset. Never drops a byte and never lets damage run past the end of its line.
 *
 * The platform's decoders are used, with three known gaps closed: Node reads windows-1252 as Latin-1, its EUC-KR
 * lacks the 8,822 syllables of Unified Hangul Code (똠, 펲), and its EUC decoders pass stray bytes on as control
 * characters.
 */

export interface BadByte {
  /** 0-based offset in the file. */
  readonly offset: number;
  /** 1-based line of the file. */
  readonly line: number;
}

export interface Decoded {
  readonly text: string;
  readonly bad: readonly BadByte[];
}

const replacement = "\uFFFD";
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** Windows-1252 at 0x80–0x9F; the five holes are undecodable. */
const windows1252 = "€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ";

function decodeWindows1252(bytes: Uint8Array): Decoded {
  const bad: BadByte[] = [];
  const parts: string[] = [];
  let line = 1;
  for (let from = 0; from < bytes.length; from += 4096) {
    let part = "";
    for (let at = from; at < Math.min(bytes.length, from + 4096); at += 1) {
      const byte = bytes[at] ?? 0;
      const character =
        byte >= 0x80 && byte < 0xa0 ? (windows1252[byte - 0x80] ?? replacement) : String.fromCharCode(byte);
      if (character === replacement) bad.push({ offset: at, line });
      if (byte === lineFeed || (byte === carriageReturn && bytes[at + 1] !== lineFeed)) line += 1;
      part += character;
    }
    parts.push(part);
  }
  return { text: parts.join(""), bad };
}

/** One code unit in, one out, so an index in the text is half an offset in the file. */
function decodeUtf16(bytes: Uint8Array, encoding: string): Decoded {
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  const bad: BadByte[] = [];
  const high = encoding === "utf-16be" ? 0 : 1;
  let line = 1;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === "\n" || (character === "\r" && text[at + 1] !== "\n")) line += 1;
    if (character !== replacement) continue;
    const printed = bytes[at * 2 + high] === 0xff && bytes[at * 2 + 1 - high] === 0xfd;
    if (!printed) bad.push({ offset: at * 2, line });
  }
  return { text, bad };
}

const isHangulTrail = (byte: number): boolean =>
  (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x81 && byte <= 0xfe);

/**
 * Unified Hangul Code beyond EUC-KR: the syllables that KS X 1001 leaves out, in Unicode order, laid over the free
 * code positions in order. So the table follows from the platform's own EUC-KR.
 */
function unifiedHangul(): ReadonlyMap<number, string> {
  const known = new Set<string>();
  const decoder = new TextDecoder("euc-kr");
  for (let lead = 0xb0; lead <= 0xc8; lead += 1)
    for (let trail = 0xa1; trail <= 0xfe; trail += 1)
      known.add(decoder.decode(new Uint8Array([lead, trail])));
  const table = new Map<number, string>();
  let syllable = 0xac00;
  for (let lead = 0x81; lead <= 0xc6; lead += 1)
    for (let trail = 0x41; trail <= (lead <= 0xa0 ? 0xfe : 0xa0); trail += 1) {
      if (!isHangulTrail(trail)) continue;
      while (syllable <= 0xd7a3 && known.has(String.fromCharCode(syllable))) syllable += 1;
      if (syllable > 0xd7a3) return table;
      table.set(lead * 256 + trail, String.fromCharCode(syllable));
      syllable += 1;
    }
  return table;
}

/** What the platform's legacy decoders pass on for a byte that begins nothing: a C1 control, or (Big5) a private character. */
const isPassedOn = (character: string): boolean =>
  (character >= "\u0080" && character <= "\u009f") || (character >= "\uf8f0" && character <= "\uf8ff");

/** U+FFFD that the writer of the file meant, as UTF-8 and GB18030 spell it. */
const isPrintedReplacement = (bytes: Uint8Array, at: number): boolean =>
  (bytes[at] === 0xef && bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd) ||
  (bytes[at] === 0x84 && bytes[at + 1] === 0x31 && bytes[at + 2] === 0xa4 && bytes[at + 3] === 0x37);

/** A decoder that takes one byte after another. It gives undefined for a sequence that ends in what cannot follow. */
function openDecoder(encoding: string): (piece?: Uint8Array) => string | undefined {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  return (piece) => {
    try {
      return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
    } catch (error) {
      // Not fatal, and fails all the same: Node's GB18030 and EUC-JP do at the third byte of a sequence.
      if (error instanceof TypeError) return undefined;
      throw error;
    }
  };
}

/** A line that did not decode, byte by byte: what comes out when tells which bytes it was made of. */
function decodeLine(
  bytes: Uint8Array,
  encoding: string,
  hangul: ReadonlyMap<number, string>,
): { text: string; bad: number[] } {
  let decode = openDecoder(encoding);
  const bad: number[] = [];
  let text = "";
  let pending = 0;
  /** The first byte that waits begins nothing: those after it are looked at again. */
  const giveUp = (): number => {
    bad.push(pending);
    text += replacement;
    decode = openDecoder(encoding);
    pending += 1;
    return pending;
  };
  for (let at = 0; at < bytes.length || pending < bytes.length; at += 1) {
    const isEnd = at >= bytes.length;
    const byte = bytes[at] ?? 0;
    const syllable = at === pending ? hangul.get(byte * 256 + (bytes[at + 1] ?? 0)) : undefined;
    if (syllable !== undefined) {
      text += syllable;
      at += 1;
      pending = at + 1;
      continue;
    }
    const out = isEnd ? undefined : decode(bytes.subarray(at, at + 1));
    if (out === "") continue;
    if (out === undefined) {
      at = giveUp() - 1;
      continue;
    }
    // A broken sequence may leave the byte after it waiting: then the next character begins with this byte.
    if (out === replacement && at > pending && byte >= 0x80 && !isPrintedReplacement(bytes, pending)) {
      at = giveUp() - 1;
      continue;
    }
    for (const character of out) {
      const broken =
        isPassedOn(character) || (character === replacement && !isPrintedReplacement(bytes, pending));
      if (broken) bad.push(pending);
      text += broken ? replacement : character;
    }
    pending = at + 1;
  }
  return { text, bad };
}

const hasPassedOn = (text: string): boolean => /[\u0080-\u009f\uf8f0-\uf8ff]/.test(text);

/** No trail byte of these encodings is a line end, so damage stays in its line. */
function decodeByLines(bytes: Uint8Array, encoding: string): Decoded {
  const strict = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  const legacy = encoding !== "utf-8";
  const hangul = encoding === "euc-kr" ? unifiedHangul() : new Map<number, string>();
  const parts: string[] = [];
  const bad: BadByte[] = [];
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    let end = start;
    while (end < bytes.length && bytes[end] !== lineFeed && bytes[end] !== carriageReturn) end += 1;
    if (bytes[end] === carriageReturn && bytes[end + 1] === lineFeed) end += 1;
    end = Math.min(end + 1, bytes.length);
    const slice = bytes.subarray(start, end);
    const whole = decodeStrictly(strict, slice);
    if (whole !== undefined && !(legacy && hasPassedOn(whole))) parts.push(whole);
    else {
      const mended = decodeLine(slice, encoding, hangul);
      parts.push(mended.text);
      for (const offset of mended.bad) bad.push({ offset: start + offset, line });
    }
    start = end;
  }
  return { text: parts.join(""), bad };
}

function decodeStrictly(decoder: InstanceType<typeof TextDecoder>, bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** The text, if the bytes are UTF-8 to the last byte. */
export const decodeStrictUtf8 = (bytes: Uint8Array): string | undefined =>
  decodeStrictly(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }), bytes);

/**
 * Decodes bytes of a named encoding (a name that TextDecoder knows, in lower case). Throws RangeError for a name
 * that it does not know; ask `knownEncoding` first.
 */
export function decodeBytes(bytes: Uint8Array, encoding: string): Decoded {
  if (encoding === "windows-1252") return decodeWindows1252(bytes);
  if (encoding === "utf-16le" || encoding === "utf-16be") return decodeUtf16(bytes, encoding);
  const whole = decodeStrictly(new TextDecoder(encoding, { fatal: true, ignoreBOM: true }), bytes);
  if (whole !== undefined && (encoding === "utf-8" || !hasPassedOn(whole))) return { text: whole, bad: [] };
  return decodeByLines(bytes, encoding);
}
