/**
 * Keys for comparing printed text: spaces, hyphens and forms of one character do not count, letters do.
 * Presentation forms and radicals fold to the plain character, because a scorer must not punish a repair.
 */
const vertical = {
  "︐": "，",
  "︑": "、",
  "︒": "。",
  "︓": "：",
  "︔": "；",
  "︕": "！",
  "︖": "？",
  "︙": "…",
  "︱": "—",
  "︵": "（",
  "︶": "）",
  "︷": "｛",
  "︸": "｝",
  "︹": "〔",
  "︺": "〕",
  "︻": "【",
  "︼": "】",
  "︽": "《",
  "︾": "》",
  "︿": "〈",
  "﹀": "〉",
  "﹁": "「",
  "﹂": "」",
  "﹃": "『",
  "﹄": "』",
  // One printed sign; files of either kind hold either.
  "〜": "～",
};
const radicals = {
  "⻓": "长",
  "⻢": "马",
  "⻋": "车",
  "⻔": "门",
  "⻅": "见",
  "⻛": "风",
  "⻘": "青",
  "⻚": "页",
  "⻝": "食",
  "⻩": "黄",
  "⻰": "龙",
  "⻬": "齐",
  "⻦": "鸟",
  "⻥": "鱼",
  "⻄": "西",
  "⻆": "角",
  "⻉": "贝",
  "⻣": "骨",
  "⻤": "鬼",
  "⺠": "民",
};

const isSpace = (code) =>
  code <= 0x20 ||
  code === 0xa0 ||
  (code >= 0x2000 && code <= 0x200d) ||
  code === 0x202f ||
  code === 0x205f ||
  code === 0x3000 ||
  code === 0xfeff;

export const isCjk = (char) => {
  const code = char.codePointAt(0) ?? 0;
  return (
    (code >= 0x2e80 && code <= 0x2fdf) ||
    (code >= 0x3001 && code <= 0x312f) ||
    (code >= 0x3190 && code <= 0x31ff) ||
    (code >= 0x3400 && code <= 0x9fff) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe10 && code <= 0xfe4f) ||
    (code >= 0xff01 && code <= 0xff60) ||
    code >= 0x20000 ||
    "“”‘’—…·".includes(char)
  );
};

/** One character in its plain form; empty for spaces and soft hyphens. */
export function foldChar(char) {
  const code = char.codePointAt(0) ?? 0;
  if (isSpace(code) || code === 0xad) return "";
  if (code >= 0x2f00 && code <= 0x2fd5) return char.normalize("NFKC");
  return vertical[char] ?? radicals[char] ?? char;
}

/** The text without spaces, in plain forms. */
export const letters = (text) => Array.from(text, foldChar).join("");

/** The text without spaces, hyphens and dashes: for comparing across a hyphenated line end. */
export const wordKey = (text) =>
  Array.from(letters(text))
    .filter((char) => !"-‐‑¬—–".includes(char))
    .join("");

/** Folded characters and, for each, whether a gap stood before it. */
export function gaps(text) {
  const chars = [];
  const gap = [];
  let pending = false;
  for (const raw of text) {
    const folded = foldChar(raw);
    if (folded === "") {
      if (raw.codePointAt(0) !== 0xad) pending = true;
      continue;
    }
    for (const char of folded) {
      chars.push(char);
      gap.push(pending);
      pending = false;
    }
  }
  return { chars, gap };
}
