/**
 * Spares pdf.js the decoding of pictures: it decodes each one that a page paints, 3 seconds and 100 MB for the scan of
 * a newspaper page, of which only the place is wanted. In a copy of the file the name of the JPEG filter is changed to
 * that of JPEG 2000, whose decoder pdf.js is not given: it then notes the place and goes on.
 *
 *     <</Filter/DCTDecode /Type/XObject …>>  →  <</Filter/JPXDecode /Type/XObject …>>
 *
 * Only the name right after the word Filter is changed, so that no text can be meant.
 */
const slash = 0x2f;
const filterWord = "/Filter";
const jpegName = "/DCTDecode";
const otherName = "/JPXDecode";

const isGap = (byte: number | undefined): boolean =>
  byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09 || byte === 0x5b;

function standsAt(bytes: Uint8Array, at: number, word: string): boolean {
  for (let nth = 0; nth < word.length; nth += 1) if (bytes[at + nth] !== word.charCodeAt(nth)) return false;
  return true;
}

/** Always a copy: pdf.js takes the bytes it is given for its own. */
export function sparePictures(file: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(file);
  for (let at = bytes.indexOf(slash); at >= 0; at = bytes.indexOf(slash, at + 1)) {
    if (!standsAt(bytes, at, filterWord)) continue;
    let name = at + filterWord.length;
    while (isGap(bytes[name])) name += 1;
    if (!standsAt(bytes, name, jpegName)) continue;
    for (let nth = 0; nth < otherName.length; nth += 1) bytes[name + nth] = otherName.charCodeAt(nth);
  }
  return bytes;
}
