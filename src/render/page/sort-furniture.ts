/**
 * Says at which edge of the page its furniture stood, by what it says, since a page without coordinates tells no more:
 *
 *     栖川日报 · Thursday, September 19, 2024 · A7 OPINION      at the top: nameplate, date, number, folio, section
 *     责任编辑：骆西 · 発行所 汐凪新報社                            at the bottom: staff, imprint and all else
 *
 * A line directly under the nameplate that says none of it (QICHUAN RIBAO) goes with the nameplate.
 * It refuses to call anything a nameplate that is not the newspaper's own name.
 */
import type { Furniture } from "../../model/article.js";
import { placeOfLine } from "../../model/ids.js";
import type { Page } from "../../model/page.js";
import { findDates } from "../../text/find-date.js";
import type { EditionView } from "../edition-view.js";

export interface PageEdges {
  readonly nameplate: readonly Furniture[];
  readonly top: readonly Furniture[];
  readonly bottom: readonly Furniture[];
}

/** A number of one or two figures stands in many a line; only a longer one tells the edition's. */
const tellingFigures = 3;
/** The name takes at least this share of a running head; an imprint (発行所 汐凪新報社 …) says much else. */
const shareOfName = 0.3;

/** Letters and figures only: `Nr. 113, 141. Jahrgang` is also printed with a dot between. */
const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();

export function sortFurniture(
  furniture: readonly Furniture[],
  page: Page,
  view: Pick<EditionView, "edition">,
): PageEdges {
  const { newspaper, number = "" } = view.edition.info;
  const title = letters(newspaper.title);
  const words = [page.folio ?? "", page.section ?? "", number.length < tellingFigures ? "" : number]
    .map(letters)
    .filter((word) => word !== "");
  const placesOf = ({ passage }: Furniture): number[] =>
    passage.spans.map((span) => placeOfLine(span.line).line);
  const nameplate = furniture.filter((each) => letters(each.passage.text) === title);
  const under = new Set(nameplate.flatMap(placesOf).map((line) => line + 1));
  const saysHead = (each: Furniture): boolean => {
    const text = letters(each.passage.text);
    return (
      text === String(page.number) ||
      words.some((word) => text.includes(word)) ||
      (text.includes(title) && title.length >= text.length * shareOfName) ||
      findDates(each.passage.text).length > 0 ||
      placesOf(each).some((line) => under.has(line))
    );
  };
  const rest = furniture.filter((each) => !nameplate.includes(each));
  return { nameplate, top: rest.filter(saysHead), bottom: rest.filter((each) => !saysHead(each)) };
}
