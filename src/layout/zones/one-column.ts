/** Which parts of a page stand in one column, and what column a short line stands for. */
import { areLevel, overlapX, type Rect, type Span, widthOf } from "../rect.js";

/**
 * Share of the narrower of two that the other must cover for both to stand in one column. Boxes of neighbouring columns
 * overlap a bit; a folio or a title over a gutter covers less than half of itself on either side.
 */
const shared = 0.2;
export const isOneColumn = (a: Span, b: Span): boolean =>
  overlapX(a, b) >= shared * Math.min(widthOf(a), widthOf(b));

/** The breadth of the first of some that holds a part with room to spare, and nothing that stands beside the part. */
function firstAround(part: Rect, others: readonly Rect[], beside: readonly Rect[], em: number): Span[] {
  const around = others.find(
    (other) =>
      other.x0 <= part.x0 + em &&
      other.x1 >= part.x1 - em &&
      widthOf(other) > widthOf(part) + 2 * em &&
      !beside.some((neighbour) => isOneColumn(neighbour, other)),
  );
  return around ? [{ x0: Math.min(part.x0, around.x0), x1: Math.max(part.x1, around.x1) }] : [];
}

/**
 * What each stands for, of a list sorted downwards: a short line (a title, a signature) stands for the column that it is
 * set in, which is as broad as the text under or over it. `em` is how far a line may hang out of its column.
 */
export function columnsOf(parts: readonly Rect[], em: number): Span[] {
  return parts.map((part, at) => {
    const beside = parts.filter((other) => areLevel(other, part) && !isOneColumn(other, part));
    const found = [parts.slice(at + 1), parts.slice(0, at).reverse()].flatMap((others) =>
      firstAround(part, others, beside, em),
    );
    return found.sort((a, b) => widthOf(a) - widthOf(b))[0] ?? part;
  });
}
