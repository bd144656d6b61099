/**
 * How wide a line stands in the site's own faces, in ems, known without a browser, so that a printed line can be set
 * to its printed length by arithmetic: `the ferry` is 3.52 ems in Times. The Latin figures are those of Times (and of
 * its metric twins Times New Roman, Liberation Serif and Nimbus Roman, which the style sheet asks for on measured
 * pages); a CJK letter fills its em.
 * It refuses to be more than an estimate: a reader without these faces sees lines a little too tight or too wide.
 */
import { isDigit, isHan, isHangul, isKana, isLatinLetter, isSpace, isUnspaced } from "../../text/scripts.js";
import { widthOf } from "../../text/widths.js";

/** Letters by width in thousandths of an em. */
type FaceTable = Readonly<Record<number, string>>;
const roman: FaceTable = {
  250: ". ,",
  278: "ijlt/:;\\",
  333: "!()-I[]fr‘’`",
  389: "Js",
  444: "?acez“”",
  500: "$#*0123456789_bdghknopquvxy–",
  556: "FPS",
  564: "+<=>",
  611: "ELTZ",
  667: "BCR",
  722: "ADGHKNOQUVXYw",
  778: "&m",
  833: "%",
  889: "M",
  944: "W",
  1000: "—…",
};
const boldRoman: FaceTable = {
  250: ". ,",
  278: "il/\\",
  333: "!()-:;fjt[]‘’`",
  389: "Is",
  444: "cerz",
  500: "$#*0123456789?Jagovxy_“”–",
  556: "Sbdhknpqu",
  570: "+<=>",
  611: "FP",
  667: "BELTZ",
  722: "ACDNRUVXYw",
  778: "GHKOQ",
  833: "&m",
  944: "M",
  1000: "%W—…",
};
const byLetter = (table: FaceTable): ReadonlyMap<string, number> =>
  new Map(
    Object.entries(table).flatMap(([width, letters]) =>
      Array.from(letters, (letter) => [letter, Number(width) / 1000] as const),
    ),
  );
const romanWidths = byLetter(roman);
const boldWidths = byLetter(boldRoman);
/** Hangul stands narrower than its em in the usual faces. */
const hangulWidth = 0.92;
/** Latin letters of a CJK face by those of Times. */
const besideHan = 1.15;
/** What a browser draws between an ideograph and a Latin letter or a figure. */
const autospace = 0.125;
const ideographicSpace = "\u3000";
/** A mark that stands over its letter takes no room of its own. */
const combining = /\p{M}/u;

export const isCjkLetter = (letter: string): boolean => {
  const code = letter.codePointAt(0) ?? 0;
  return (
    isHan(letter) ||
    isKana(letter) ||
    isHangul(letter) ||
    (code >= 0x3000 && code <= 0x303f) ||
    (code >= 0xff01 && code <= 0xff60)
  );
};

const isWord = (letter: string): boolean => isLatinLetter(letter) || isDigit(letter);

function letterWidth(letter: string, widths: ReadonlyMap<string, number>): number {
  const known = widths.get(letter);
  if (known !== undefined) return known;
  if (letter === ideographicSpace) return 1;
  if (isSpace(letter)) return widths.get(" ") ?? 0;
  if (isHangul(letter)) return hangulWidth;
  if (isCjkLetter(letter)) return 1;
  if (combining.test(letter)) return 0;
  // é is as wide as e; what is in no table is guessed.
  return widths.get(letter.normalize("NFD").charAt(0)) ?? widthOf(letter);
}

/** Latin letters, accents included; what else stands among ideographs (℃, ①, ▲) is as wide as they are. */
const isNarrow = (letter: string): boolean => (letter.codePointAt(0) ?? 0) < 0x250;

/** Ems of a text on one line, spaces counted. `inCjkFace`: set in a CJK face though no letter of it is CJK. */
export function naturalWidth(text: string, bold: boolean, inCjkFace = false): number {
  const widths = bold ? boldWidths : romanWidths;
  let cjk = inCjkFace;
  for (const letter of text) cjk ||= isUnspaced(letter);
  let sum = 0;
  let before = "";
  for (const letter of text) {
    if (!cjk) sum += letterWidth(letter, widths);
    else if (isHangul(letter) || (isNarrow(letter) && letter !== "·"))
      sum += letterWidth(letter, widths) * (isNarrow(letter) ? besideHan : 1);
    else if (!combining.test(letter)) sum += 1;
    if (cjk && isWord(before) && isUnspaced(letter)) sum += autospace;
    if (cjk && isUnspaced(before) && isWord(letter)) sum += autospace;
    before = letter;
  }
  return sum;
}
