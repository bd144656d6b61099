/** The style sheet that every page fetches goes out without the reasons written in it: a sixth of its packed weight. */

/**
 * A comment, or an indent. What may hold the signs of a comment and is none stands first, and is kept: strings, addresses
 * without quotes, licences (which begin with `!`). A comment that nothing ends goes to the end of the file, as in a browser.
 */
const COMMENT =
  /("(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'|\burl\([^"')]*\)|\/\*![\s\S]*?(?:\*\/|$))|\/\*[\s\S]*?(?:\*\/|$)|\n\s+/g;

/** Without comments and indents. Where no space stands before a comment an empty one is left, since it may hold two words apart. */
export function stripCssComments(css: string): string {
  return css.replace(COMMENT, (all, kept: string | undefined, at: number) => {
    if (kept !== undefined) return kept;
    if (!all.startsWith("/*")) return "\n";
    return /\s/.test(css[at - 1] ?? " ") ? "" : "/**/";
  });
}
