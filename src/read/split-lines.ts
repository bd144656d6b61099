/**
 * Text → lines and pages, with nothing lost: the originals and their terminators put together give the text again.
 *
 * A line ends at LF, CR, CRLF, a form feed (which also ends the page: pdftotext writes one after every page),
 * U+2028, U+2029 or a vertical tab (desktop publishing's soft line end). NEL (U+0085) stays in the line: in text that
 * went through Latin-1 it is an ellipsis far more often than a line end.
 */

export interface RawLine {
  /** 1-based line of the file, counted as editors count: a form feed begins no new line of its own. */
  readonly number: number;
  readonly original: string;
  /** `\n`, `\r`, `\r\n`, `\f`, `\v`, U+2028, U+2029, or nothing at the end of the text. */
  readonly terminator: string;
}

const isTerminator = (code: number): boolean =>
  (code >= 0x0a && code <= 0x0d) || code === 0x2028 || code === 0x2029;

/** All lines of a text; `firstLine` is the number of its first. An empty text has no lines. */
export function splitLines(text: string, firstLine = 1): RawLine[] {
  const lines: RawLine[] = [];
  let number = firstLine;
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (!isTerminator(code)) continue;
    const terminator = code === 0x0d && text[at + 1] === "\n" ? "\r\n" : (text[at] ?? "");
    lines.push({ number, original: text.slice(start, at), terminator });
    // Text after a form feed stands on the same line of the file; only then could two lines of one page share a number.
    if (terminator !== "\f") number += 1;
    at += terminator.length - 1;
    start = at + 1;
  }
  if (start < text.length) lines.push({ number, original: text.slice(start), terminator: "" });
  return lines;
}

/** Nothing printed: spaces of any width, zero-width characters and stray control characters (an end-of-file mark). */
export function isBlank(line: string): boolean {
  for (let at = 0; at < line.length; at += 1) {
    const code = line.charCodeAt(at);
    const unseen =
      code <= 0x20 ||
      (code >= 0x7f && code <= 0xa0) ||
      code === 0x1680 ||
      code === 0x180e ||
      (code >= 0x2000 && code <= 0x200f) ||
      (code >= 0x202a && code <= 0x202f) ||
      (code >= 0x205f && code <= 0x2064) ||
      code === 0x3000 ||
      code === 0xfeff;
    if (!unseen) return false;
  }
  return true;
}

/**
 * Lines → pages at form feeds: N form feeds make N + 1 pages, but one that ends the file (nothing printed after it)
 * opens no page. There is always one page, if only an empty one.
 */
export function splitPages(lines: readonly RawLine[]): RawLine[][] {
  const pages: RawLine[][] = [[]];
  for (const line of lines) {
    pages.at(-1)?.push(line);
    if (line.terminator === "\f") pages.push([]);
  }
  if (pages.length > 1 && pages.at(-1)?.every((line) => isBlank(line.original))) {
    const rest = pages.pop() ?? [];
    pages.at(-1)?.push(...rest);
  }
  return pages;
}
