/** Quotations and brackets over a cut: whether what one text opens the next closes. */
const marks = [
  ["“", "”"],
  ["「", "」"],
  ["『", "』"],
  ["（", "）"],
  ["(", ")"],
  ["«", "»"],
  ["《", "》"],
] as const;

/** 1 where the second text closes what the first left open, −1 where it closes what nothing opened, else 0. */
export function balanceQuotes(before: string, after: string): number {
  for (const [open, close] of marks) {
    const isOpen = before.lastIndexOf(open) > before.lastIndexOf(close);
    const firstClose = after.indexOf(close);
    const firstOpen = after.indexOf(open);
    const closes = firstClose >= 0 && (firstOpen < 0 || firstClose < firstOpen);
    if (isOpen && closes) return 1;
    if (!isOpen && closes) return -1;
  }
  return 0;
}
