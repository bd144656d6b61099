/** The parts of a story before and after on other pages that no printed mark on this page leads to. */
import { pageFile } from "../../model/address.js";
import { describeJumpEnd } from "../article/describe-jump.js";
import type { EditionView } from "../edition-view.js";
import { fillWords } from "../words/index.js";
import type { PagePart } from "./gather-part.js";

export interface UnmarkedPart {
  readonly href: string;
  readonly wording: string;
}

export function findUnmarkedParts(part: PagePart, view: EditionView): UnmarkedPart[] {
  const pages = [...new Set(part.article.parts.map((each) => each.page))];
  const at = pages.indexOf(part.page);
  const link = (page: number | undefined, wording: string): UnmarkedPart[] => {
    if (page === undefined) return [];
    const href = `${pageFile(page)}#${part.article.id}`;
    const marked = part.flow.some(
      ({ jump }) => jump && describeJumpEnd(jump.jump, jump.side, part.article, view).href === href,
    );
    return marked ? [] : [{ href, wording: fillWords(wording, { n: page }) }];
  };
  return [...link(pages[at - 1], view.words.toBeginning), ...link(pages[at + 1], view.words.toContinuation)];
}
