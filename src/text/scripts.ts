/** Which script a character belongs to, as far as newspaper setting cares. Each takes one character (code point). */

type Ranges = readonly (readonly [number, number])[];

/** Asked for every character of every line by most stages, so the common planes are looked up in a table. */
const inRanges = (ranges: Ranges): ((character: string) => boolean) => {
  const table = new Uint8Array(0x10000);
  for (const [from, to] of ranges)
    if (from < table.length) table.fill(1, from, Math.min(to + 1, table.length));
  return (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code < table.length ? table[code] === 1 : ranges.some(([from, to]) => code >= from && code <= to);
  };
};

/** Han ideographs, with the radicals and compatibility forms that extractors give in their place, 〇 and 々. */
export const isHan = inRanges([
  [0x2e80, 0x2fdf],
  [0x3005, 0x3007],
  [0x3021, 0x3029],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xf900, 0xfaff],
  [0x20000, 0x3ffff],
]);
export const isKana = inRanges([
  [0x3041, 0x309f],
  [0x30a1, 0x30ff],
  [0x31f0, 0x31ff],
  [0xff66, 0xff9f],
]);
export const isHangul = inRanges([
  [0x1100, 0x11ff],
  [0x3130, 0x318f],
  [0xac00, 0xd7a3],
]);
/** Punctuation and forms that take a full em in CJK setting, and the curly quotes, dashes and ellipses CJK shares with Latin. */
export const isCjkPunctuation = inRanges([
  [0x00b7, 0x00b7],
  [0x2014, 0x2015],
  [0x2018, 0x201f],
  [0x2026, 0x2026],
  [0x2500, 0x2500],
  [0x25a0, 0x25ef],
  [0x2605, 0x2606],
  [0x3001, 0x3004],
  [0x3008, 0x3020],
  [0x3030, 0x303f],
  [0xfe10, 0xfe1f],
  [0xfe30, 0xfe4f],
  [0xff01, 0xff0f],
  [0xff1a, 0xff20],
  [0xff3b, 0xff40],
  [0xff5b, 0xff65],
  [0xffe0, 0xffe6],
]);
const isFullWidthAlphanumeric = inRanges([
  [0xff10, 0xff19],
  [0xff21, 0xff3a],
  [0xff41, 0xff5a],
]);

/** Set without word spaces: Han, kana and full-width forms. Hangul is not among them. */
export const isUnspaced = (character: string): boolean =>
  isHan(character) || isKana(character) || isFullWidthAlphanumeric(character);
/** Any character of CJK setting that is not Hangul: ideographs, kana, full-width forms, punctuation. */
export const isCjk = (character: string): boolean => isUnspaced(character) || isCjkPunctuation(character);
export const isLatinLetter = inRanges([
  [0x41, 0x5a],
  [0x61, 0x7a],
  [0xaa, 0xaa],
  [0xba, 0xba],
  [0xc0, 0xd6],
  [0xd8, 0xf6],
  [0xf8, 0x24f],
  [0x1e00, 0x1eff],
  [0xfb00, 0xfb06],
]);
export const isDigit = inRanges([[0x30, 0x39]]);
/** Spaces of every width, tabs, zero-width characters and the byte order mark. No line ends. */
export const isSpace = inRanges([
  [0x09, 0x09],
  [0x0b, 0x0b],
  [0x20, 0x20],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x180e, 0x180e],
  [0x2000, 0x200b],
  [0x202f, 0x202f],
  [0x205f, 0x2060],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff],
]);

const openers = new Set("“‘「『（(《〈【〔［[｛{〖«‹„‚﹁﹃︵︽︿︻︹");
const closers = new Set("”’」』）)》〉】〕］]｝}〗»›﹂﹄︶︾﹀︼︺");
export const isOpener = (character: string): boolean => openers.has(character);
export const isCloser = (character: string): boolean => closers.has(character);

/** The text without any space: what two settings of the same words share. */
export function withoutSpaces(text: string): string {
  let out = "";
  for (const character of text)
    if (!isSpace(character) && character !== "\n" && character !== "\r") out += character;
  return out;
}
