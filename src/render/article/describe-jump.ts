/**
 * Says where one end of a jump leads: a link where both halves are in this edition, else a sentence for readers.
 * （下转第四版） with no page 4 → “continued on page 4, which is not in this edition”.
 * It never drops a mark, and it never promises a continuation that was not found.
 */
import { pageFile } from "../../model/address.js";
import type { Article, Jump, Mark } from "../../model/article.js";
import type { EditionView } from "../edition-view.js";
import { linkSerial } from "../serials/link-serial.js";
import { fillWords } from "../words/index.js";

export interface JumpEnd {
  /** Relative address of the other half, where it was found. */
  readonly href: string;
  /** What the link, or the missing link, means. */
  readonly note: string;
}

const regionOn = (article: Article, page: number): string => `${pageFile(page)}#${article.id}`;

/** The end that leads on (`forward`) or back (`backward`) from a printed mark. */
export function describeJumpEnd(
  jump: Jump,
  side: "forward" | "backward",
  article: Article,
  view: EditionView,
): JumpEnd {
  const { words } = view;
  const forward = side === "forward";
  const other = forward ? jump.toPage : jump.fromPage;
  if (jump.state === "joined" && other !== undefined) {
    const note = fillWords(forward ? words.toContinuation : words.toBeginning, { n: other });
    return { href: regionOn(article, other), note };
  }
  const named = (forward ? jump.forward : jump.backward)?.names ?? other;
  if (named === undefined) return { href: "", note: forward ? words.onUnknown : words.fromUnknown };
  const here = view.pageNumbers.includes(named);
  const wording = forward
    ? here
      ? words.onNotFound
      : words.onNotHere
    : here
      ? words.fromNotFound
      : words.fromNotHere;
  return { href: "", note: fillWords(wording, { n: named }) };
}

/** A pointer leads to the page it names, where that is here; a serial line (未完) to the list of the serial's parts. */
export function describePointer(mark: Mark, article: Article, view: EditionView): JumpEnd {
  if (mark.kind === "serial")
    return { href: linkSerial(article, view)?.href ?? "", note: view.words.serialParts };
  if (mark.kind !== "pointer" || mark.names === undefined || !view.pageNumbers.includes(mark.names))
    return { href: "", note: "" };
  return { href: pageFile(mark.names), note: fillWords(view.words.page, { n: mark.names }) };
}
