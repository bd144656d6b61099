/**
 * The contents of an edition as IIIF ranges: one of the whole, in it one for each section where pages have them, and in
 * these one for each article, over all pages it stands on (cookbook recipe 0025). Where a page was measured, the
 * article is the rectangles of its columns in reading order; elsewhere it is the whole page. A rectangle is named as a part
 * of its canvas (Presentation 3, 5.3: such parts are canvases too): Mirador turns to these, and passes over a
 * SpecificResource.
 */
import type { Article } from "../../model/article.js";
import type { ReviewedEdition } from "../../model/edition.js";
import { titleOf } from "../../model/title-of.js";
import { articleRegions, type EditionPlaces } from "../page-places.js";
import { sizeOfPage } from "../page-size.js";
import { fragmentOf, type Names } from "./addresses.js";
import { canvasHasPlaces } from "./describe-canvas.js";
import { inEnglish, textIn } from "./language-map.js";

/** On a canvas, or a rectangle of it. */
function itemsOn(article: Article, number: number, places: EditionPlaces, names: Names) {
  const page = places.pages.get(number);
  const canvas = names.canvas(number);
  const regions = page && canvasHasPlaces(page) ? articleRegions(article, number, places) : [];
  if (!page || regions.length === 0) return [{ id: canvas, type: "Canvas" }];
  const size = sizeOfPage(page);
  const parts = regions.map((region) => `${canvas}#${fragmentOf(region, size)}`);
  // Two lines of one box would name the same part twice.
  return [...new Set(parts)].map((id) => ({ id, type: "Canvas" }));
}

export const pagesOfArticle = (article: Article): number[] => [
  ...new Set(article.parts.map(({ page }) => page)),
];

function describeArticle(article: Article, language: string, places: EditionPlaces, names: Names) {
  const label = textIn(language, titleOf(article, article.id));
  return {
    id: names.range(article.id),
    type: "Range",
    label,
    // For clients that know whole canvases only.
    start: { id: names.canvas(article.parts[0]?.page ?? 1), type: "Canvas" },
    supplementary: {
      id: names.collection(article.id),
      type: "AnnotationCollection",
      label,
      first: names.annotations(article.id),
    },
    items: pagesOfArticle(article).flatMap((page) => itemsOn(article, page, places, names)),
  };
}

/** Empty where the edition has no articles: a range must hold something. */
export function listRanges(edition: ReviewedEdition, places: EditionPlaces, names: Names): object[] {
  const { articles } = edition.assembly;
  const { language } = edition.info;
  if (articles.length === 0) return [];
  const sections = new Map<string | undefined, Article[]>();
  for (const article of articles) {
    const section = places.pages.get(article.parts[0]?.page ?? 0)?.section;
    const same = sections.get(section);
    if (same) same.push(article);
    else sections.set(section, [article]);
  }
  const items = [...sections].flatMap(([section, list], index): object[] => {
    const ranges = list.map((article) => describeArticle(article, language, places, names));
    if (section === undefined) return ranges;
    const id = names.range(`section-${index + 1}`);
    return [{ id, type: "Range", label: textIn(language, section), items: ranges }];
  });
  return [{ id: names.range("contents"), type: "Range", label: inEnglish("Contents"), items }];
}
