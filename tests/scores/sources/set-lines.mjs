/**
 * Sets a paragraph into printed lines of a measure as a Chinese daily does: two-em indent, no closing mark at the
 * head of a line, no opening mark at its end; a line that a mark pushed short is stretched letter by letter, and an
 * extractor writes the stretch as spaces. Numbers and Latin words stay whole.
 */
const noStart = new Set("，。、；：？！”’）》〉」』】〕％%…—·");
const noEnd = new Set("“‘（《〈「『【〔");
const isAscii = (char) => char.charCodeAt(0) > 0x20 && char.charCodeAt(0) < 0x7f;
/** Em of one printed character: half for ASCII, one for the rest. */
const width = (char) => (isAscii(char) ? 0.5 : char === " " ? 0.25 : 1);
const widthOf = (text) => Array.from(text).reduce((sum, char) => sum + width(char), 0);

/** The pieces a line may be cut between. */
function atoms(text) {
  const out = [];
  for (const char of text) {
    const last = out.at(-1);
    const glued =
      last !== undefined &&
      (noStart.has(char) || noEnd.has(last.at(-1)) || (isAscii(char) && isAscii(last.at(-1))));
    if (glued) out[out.length - 1] += char;
    else out.push(char);
  }
  return out;
}

/** @returns {string[]} lines, with the spaces an extractor gives */
export function setLines(text, { measure, indent }) {
  const lines = [];
  let line = "";
  let room = measure - indent;
  for (const atom of atoms(text)) {
    const size = widthOf(atom);
    if (line !== "" && size > room) {
      lines.push({ text: line, slack: room });
      line = "";
      room = measure;
    }
    line += atom;
    room -= size;
  }
  if (line !== "") lines.push({ text: line, slack: 0 });
  // Half an em and more, shared out between the letters, is read as a space after each of them. The indent itself
  // is white paper: an extractor gives nothing for it, the line only holds less.
  return lines.map(({ text: row, slack }) => (slack >= 0.5 ? Array.from(row).join(" ") : autospace(row)));
}

/** The quarter em at a border of Han and Latin, read as a space. */
function autospace(row) {
  let out = "";
  for (const char of row) {
    const last = out.at(-1);
    if (
      last !== undefined &&
      last !== " " &&
      isAscii(char) !== isAscii(last) &&
      !noStart.has(last) &&
      !noEnd.has(last) &&
      !noStart.has(char) &&
      !noEnd.has(char)
    )
      out += " ";
    out += char;
  }
  return out;
}
