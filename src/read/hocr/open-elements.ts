/**
 * The elements that are open at a point of an hOCR file, and which of them an end tag closes. Every step takes the
 * same time however many are open, so a hostile file cannot make it slow.
 *
 *     <span line> <b> <span word> IN </b> </span> </span>   the misplaced </b> ends the bold type and no word
 */
import { blockTags, type ElementRole } from "./element-roles.js";

export interface MarkupElement {
  readonly name: string;
  readonly role: ElementRole | undefined;
  readonly values: Readonly<Record<string, string>>;
  /** 1-based line of the file on which its tag ends. */
  readonly line: number;
}

export interface OpenElement extends MarkupElement {
  /** Its place in the pile, counted from 0; -1 while it is not open. */
  index: number;
  /** Its end tag came while parts of the page were open in it: it is over, but still in the pile. */
  over: boolean;
  /** Tags beyond the greatest depth, by name: their end tags close nothing. */
  unfollowed: Map<string, number> | undefined;
}

/** Real files are some ten deep. Text of deeper tags is read; the tags are not followed. */
const deepestPlain = 128;
const deepestOcr = 256;
/** Names of unfollowed tags that are told apart; HTML has some hundred. */
const unfollowedNames = 128;
/** Names that were met and are not open now; a file that makes up more is not to fill the memory. */
const keptNames = 1000;

export interface OpenElements {
  /** False where it is too deep to be followed. */
  open(element: OpenElement): boolean;
  /** What its end tag closes, innermost first; undefined where nothing that is open has this name. */
  close(name: string): readonly OpenElement[] | undefined;
  closeAll(): readonly OpenElement[];
  nearest(name: string): OpenElement | undefined;
  /** How many elements that set bold type are open. */
  readonly bold: number;
}

const isBold = (name: string): boolean => name === "b" || name === "strong";

export function pileElements(): OpenElements {
  const pile: OpenElement[] = [];
  const byName = new Map<string, OpenElement[]>();
  const blocks: OpenElement[] = [];
  const ocr: OpenElement[] = [];
  let bold = 0;

  const forget = (element: OpenElement): void => {
    const same = byName.get(element.name);
    same?.pop();
    if (same?.length === 0 && byName.size > keptNames) byName.delete(element.name);
    if (isBold(element.name)) bold -= 1;
  };
  const pop = (): OpenElement | undefined => {
    const element = pile.pop();
    if (!element) return undefined;
    if (!element.over) forget(element);
    if (blocks.at(-1) === element) blocks.pop();
    if (ocr.at(-1) === element) ocr.pop();
    return element;
  };
  const popDownTo = (index: number): OpenElement[] => {
    const closed: OpenElement[] = [];
    while (pile.length > index) closed.push(pop() as OpenElement);
    return closed;
  };
  const leaveUnfollowed = (name: string): false => {
    const top = pile.at(-1);
    if (!top) return false;
    top.unfollowed ??= new Map();
    const count = top.unfollowed.get(name);
    if (count !== undefined || top.unfollowed.size < unfollowedNames)
      top.unfollowed.set(name, (count ?? 0) + 1);
    return false;
  };
  return {
    open: (element) => {
      const full = element.role ? ocr.length >= deepestOcr : pile.length - ocr.length >= deepestPlain;
      if (full) return leaveUnfollowed(element.name);
      element.index = pile.length;
      pile.push(element);
      const same = byName.get(element.name);
      if (same) same.push(element);
      else byName.set(element.name, [element]);
      if (blockTags.has(element.name)) blocks.push(element);
      if (element.role) ocr.push(element);
      if (isBold(element.name)) bold += 1;
      return true;
    },
    close: (name) => {
      const unfollowed = pile.at(-1)?.unfollowed;
      const count = unfollowed?.get(name) ?? 0;
      if (count > 0) {
        unfollowed?.set(name, count - 1);
        return [];
      }
      const nearest = byName.get(name)?.at(-1);
      if (!nearest) return undefined;
      if (blockTags.has(name)) return popDownTo(nearest.index);
      const above = (list: readonly OpenElement[]) => (list.at(-1)?.index ?? -1) > nearest.index;
      if (!nearest.role && (above(ocr) || above(blocks))) {
        nearest.over = true;
        forget(nearest);
        return [];
      }
      // As in HTML, the end of a span does not end the paragraph that was begun in it.
      return above(blocks) ? undefined : popDownTo(nearest.index);
    },
    closeAll: () => popDownTo(0),
    nearest: (name) => byName.get(name)?.at(-1),
    get bold() {
      return bold;
    },
  };
}
