/** What stands on every page, told without its numbers. */

/** A line with its numbers masked, so that `Seite 3` and `Seite 4` are one running head. */
export const maskDigits = (text: string): string => text.replace(/[0-9０-９一二三四五六七八九十]+/g, "#");

const between = "[\\s•·|/,.:：、–—()（）-]";
const atStart = new RegExp(`^${between}*(?:\\p{L}{0,8}[. ] ?)?(\\d{1,3})(?:${between}+|$)`, "u");
const atEnd = new RegExp(`(?:^|${between}+)(?:\\p{L}{0,8}[. ] ?)?(\\d{1,3})${between}*$`, "u");

const edges = new RegExp(`^${between}+|${between}+$`, "gu");

/** What a running head says, whatever its numbers and the stops at its edges. */
export const headKey = (text: string): string => maskDigits(text).toLowerCase().replace(edges, "");

/**
 * A running head without the number of its page, which stands at the left edge on one page and at the right on the
 * next: `2 • The Ledger • May 9` and `The Ledger • May 9 • 3`. Undefined where neither edge has the page's number.
 */
export function withoutFolio(text: string, page: number): string | undefined {
  for (const edge of [atStart, atEnd]) {
    const found = edge.exec(text);
    if (!found || Number(found[1]) !== page) continue;
    const rest = edge === atStart ? text.slice(found[0].length) : text.slice(0, found.index);
    return headKey(rest);
  }
  return undefined;
}
