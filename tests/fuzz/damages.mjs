/**
 * Ways to damage a file, each by chance: what discs, transfers and careless programs do, and what somebody hostile might.
 * A file is a string with one character for each byte, so that what no encoding can say stays as it is.
 */
import { pick } from "../typeset/seeded-random.mjs";

/** Deeper than any page, and more than a program with a stack of its own can follow. */
const deepest = 20_000;
/** Bytes that such nesting may take: a file is then as long as a large page is. */
const mostNested = 400_000;

const oddNumbers =
  "NaN,-1,0,,-0,1e308,-1e308,5e-324,99999999999999999999,-99999999999999999999,0x10,Infinity,1.5.5,12,5,٣".split(
    ",",
  );
const oddSigns = [
  ..."<>&\"'=/\\\t\r\f\n\0 ;-",
  "\x0b\x1a\x1b",
  "\xff\xfe",
  "\xef\xbb\xbf",
  "\xe2\x80\x8b",
  "\xed\xa0\x80",
  "\x80\xff",
  "]]>",
  "<![CDATA[",
  "<!--",
  "-->",
  "<!DOCTYPE a>",
  '<!DOCTYPE a [<!ENTITY b "c">]>&b;',
  "<?xml?>",
  '<?xml version="1.0" encoding="utf-16"?>',
  "&#0;",
  "&#x110000;",
  "&lt;",
  "&nothing;",
  "---\n",
  "---\npage: 2\n---\n",
  "%PDF-1.4\n",
  "endstream endobj ",
  "<<",
  "[",
  "(",
  "BT ",
  "Q ",
];

const below = (random, most) => Math.floor(random() * most);
const put = (text, at, piece, over = 0) => text.slice(0, at) + piece + text.slice(at + over);
/** Places as they come, most files being damaged in the middle. */
const somewhere = (text, random) => below(random, text.length + 1);
/** Short pieces and long ones. */
const piece = (text, random) => {
  const from = somewhere(text, random);
  return [from, Math.min(text.length, from + 1 + below(random, random() < 0.7 ? 60 : text.length + 1))];
};
/** Changes each find with the same odds, few or many. */
function some(text, what, random, into) {
  const odds = pick([0.02, 0.1, 0.5, 1], random);
  return text.replace(what, (...found) => (random() < odds ? into(found[0], ...found.slice(1)) : found[0]));
}
const tags = /<[^<>]{1,300}>/g;
/** Only what stands by itself: a number in a word would be another word. */
const numbers = /(?<=["\s,[])-?\d+(?:\.\d+)?(?=["\s,\]])/g;

const repeat = (times, make) => (text, random) => {
  let now = text;
  for (let time = 1 + below(random, times); time > 0; time -= 1) now = make(now, random);
  return now;
};

function dropKind(text, random) {
  const found = text.match(tags) ?? [];
  const name = found.length > 0 ? /^<\/?[^\s/>]*/.exec(pick(found, random))[0] : "<";
  return text.replace(tags, (tag) => (tag.startsWith(name) ? "" : tag));
}

function nestDeep(text, random) {
  const found = [...text.matchAll(/<([A-Za-z][\w:]*)[^<>]*[^/<>]>|<<|\[|\b(?:BT|q)\b|\t/g)];
  if (found.length === 0) return text;
  const { 0: open, 1: name, index } = pick(found, random);
  const most = Math.min(pick([5, 300, deepest], random), mostNested / open.length);
  const times = 1 + below(random, most);
  const close = name && random() < 0.5 ? `</${name}>`.repeat(times) : "";
  return put(text, index, `${open}${random() < 0.2 ? " " : ""}`.repeat(times) + close);
}

function shuffleLines(text, random) {
  const lines = text.split("\n");
  const [a, b] = [below(random, lines.length), below(random, lines.length)];
  [lines[a], lines[b]] = [lines[b], lines[a]];
  return lines.join("\n");
}

/** By name; each takes the file, chance, and another file to take pieces of. */
export const damages = {
  "cut off": (text, random) => text.slice(0, somewhere(text, random)),
  "its beginning lost": (text, random) => text.slice(piece(text, random)[1]),
  "bytes changed": repeat(8, (text, random) =>
    put(text, somewhere(text, random), String.fromCharCode(below(random, 256)), 1),
  ),
  "a bit turned": repeat(4, (text, random) => {
    const at = below(random, text.length);
    return put(text, at, String.fromCharCode((text.charCodeAt(at) || 0) ^ (1 << below(random, 8))), 1);
  }),
  "a piece left out": (text, random) => {
    const [from, to] = piece(text, random);
    return put(text, from, "", to - from);
  },
  "a piece doubled": (text, random) => {
    const [from, to] = piece(text, random);
    return put(text, to, text.slice(from, to));
  },
  "a piece moved": (text, random) => {
    const [from, to] = piece(text, random);
    const rest = put(text, from, "", to - from);
    return put(rest, somewhere(rest, random), text.slice(from, to));
  },
  "a piece overwritten": (text, random) => {
    const [from, to] = piece(text, random);
    return put(text, from, pick(["\0", " ", "\xff", "<"], random).repeat(to - from), to - from);
  },
  "a piece of another file": (text, random, other) => {
    const [from, to] = piece(other, random);
    return put(text, somewhere(text, random), other.slice(from, to));
  },
  "signs put in": repeat(4, (text, random) => put(text, somewhere(text, random), pick(oddSigns, random))),
  "tags dropped": (text, random) => some(text, tags, random, () => ""),
  "tags of one kind dropped": dropKind,
  "end tags dropped": (text, random) => some(text, /<\/[^<>]{1,80}>/g, random, () => ""),
  "tags doubled": (text, random) => some(text, tags, random, (tag) => tag + tag),
  "names changed": (text, random) =>
    some(text, /[A-Za-z_:]{3,}(?=[\s=/>])/g, random, (name) =>
      pick(["x", name.toLowerCase(), `${name}s`], random),
    ),
  "values dropped": (text, random) => some(text, /\s[\w:.-]+=("[^"]*"|'[^']*')/g, random, () => ""),
  "quotes and tabs dropped": (text, random) => some(text, /["'\t]/g, random, () => ""),
  "nested deep": nestDeep,
  "numbers that are none": (text, random) => some(text, numbers, random, () => pick(oddNumbers, random)),
  "huge numbers": (text, random) =>
    some(text, numbers, random, (number) => number + "0".repeat(below(random, 400))),
  "negative sizes": (text, random) => some(text, numbers, random, (number) => `-${number}`),
  "lines changed": repeat(5, shuffleLines),
  "line ends changed": (text, random) =>
    some(text, /\r?\n/g, random, () => pick(["", "\r", "\r\n", "\f", "\n\n"], random)),
};

/** Between one and three damages, one after the other. */
export function damageFile(text, random, other) {
  const chosen = Array.from({ length: 1 + below(random, 3) }, () => pick(Object.keys(damages), random));
  return { chosen, text: chosen.reduce((now, name) => damages[name](now, random, other), text) };
}
