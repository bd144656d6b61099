/**
 * What must be known of an hOCR file's markup before its tags are read: whether it is XML, where `<span/>` is empty
 * and not open, and what a document type declares, which is no text of the page.
 */

/** Declarations stand at the top. */
const headLength = 8192;

/** XHTML by its declaration or its namespace. In plain HTML the slash of `<span/>` means nothing. */
export function isXhtml(text: string): boolean {
  const head = text.slice(0, headLength);
  return (
    /^\s*<\?xml\b/i.test(head) ||
    /\sxmlns(?::\w{1,20})?\s{0,9}=\s{0,9}["']http:\/\/www\.w3\.org\/1999\/xhtml["']/i.test(head)
  );
}

/**
 * The text without the `[…]` of its document type, where XML declares entities. Nothing in it is ever expanded, and
 * HTML's own rules would show the end of it as text. Line ends stay, so lines keep their numbers.
 */
export function withoutSubset(text: string): string {
  const start = text.slice(0, headLength).search(/<!doctype/i);
  if (start < 0) return text;
  const open = text.indexOf("[", start);
  const plainEnd = text.indexOf(">", start);
  if (open < 0 || (plainEnd >= 0 && plainEnd < open)) return text;
  const end = text.indexOf("]>", open);
  if (end < 0) return text;
  const lineEnds = text.slice(open, end).replace(/[^\n]+/g, "");
  return text.slice(0, open) + lineEnds + text.slice(end + 1);
}
