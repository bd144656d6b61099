/**
 * The text of an edition as IIIF annotations, in files of their own so that the manifest stays small: for each page its
 * lines, mended, each at its place; for each article its paragraphs, each at all the places it stands in. On a page
 * without places one annotation holds a whole stretch of text, since a thousand lines on one spot help nobody.
 */
import { annotationsFile } from "../../model/address.js";
import type { Article } from "../../model/article.js";
import type { ReviewedEdition } from "../../model/edition.js";
import { placeOfLine, type UnitId } from "../../model/ids.js";
import type { SiteFile } from "../../model/job.js";
import { linesOf, type Page } from "../../model/page.js";
import { titleOf } from "../../model/title-of.js";
import type { Passage } from "../../model/unit.js";
import { type EditionPlaces, onPage, passageRegions } from "../page-places.js";
import { sizeOfPage } from "../page-size.js";
import { shownBody, shownHead } from "../shown-article.js";
import { fragmentOf, type Names, presentationContext } from "./addresses.js";
import { canvasHasPlaces } from "./describe-canvas.js";
import { textIn } from "./language-map.js";

const annotate = (id: string, value: string, language: string, target: string | readonly string[]) => ({
  id,
  type: "Annotation",
  motivation: "supplementing",
  body: { type: "TextualBody", value, format: "text/plain", language },
  target,
});

/** Compact: a page has a thousand lines. */
const fileOf = (path: string, content: object): SiteFile => ({
  path,
  content: `${JSON.stringify({ "@context": presentationContext, ...content })}\n`,
});

/** The stretches of text of a page that has no places: a story's part, then what is in no story. */
function stretchesOf({ number }: Page, { assembly }: ReviewedEdition): { name: string; text: string }[] {
  const textOf = (ids: readonly UnitId[]): string =>
    ids.flatMap((id) => assembly.units.get(id)?.passage.text ?? []).join("\n");
  const stories = assembly.articles.flatMap((article) => {
    const units = article.parts.filter(({ page }) => page === number).flatMap((part) => part.units);
    return units.length > 0 ? [{ name: article.id as string, text: textOf(units) }] : [];
  });
  const loose = [...assembly.leftovers, ...assembly.furniture].filter(({ page }) => page === number);
  return [...stories, ...loose.map(({ unit, passage }) => ({ name: unit, text: passage.text }))];
}

function annotatePage(page: Page, edition: ReviewedEdition, names: Names): object {
  const id = names.annotations(page.number);
  const canvas = names.canvas(page.number);
  const size = sizeOfPage(page);
  const placed = canvasHasPlaces(page);
  const items = placed
    ? linesOf(page).map((line) => {
        const box = line.box && onPage(line.box);
        const target = box ? `${canvas}#${fragmentOf(box, size)}` : canvas;
        return annotate(`${id}#${line.id}`, line.text, page.language, target);
      })
    : stretchesOf(page, edition).map(({ name, text }) =>
        annotate(`${id}#${name}`, text, page.language, canvas),
      );
  return { id, type: "AnnotationPage", items };
}

/** All places of passages, page by page; the whole page where it has none. */
function targetsOf(printed: readonly Passage[], places: EditionPlaces, names: Names): string[] {
  const targets: string[] = [];
  for (const passage of printed)
    for (const number of new Set(passage.spans.map(({ line }) => placeOfLine(line).page))) {
      const page = places.pages.get(number);
      const canvas = names.canvas(number);
      const regions = page && canvasHasPlaces(page) ? passageRegions(passage, number, places) : [];
      const size = page && sizeOfPage(page);
      if (size && regions.length > 0)
        targets.push(...regions.map((region) => `${canvas}#${fragmentOf(region, size)}`));
      else targets.push(canvas);
    }
  return [...new Set(targets)];
}

function annotateArticle(article: Article, language: string, places: EditionPlaces, names: Names): object {
  const id = names.annotations(article.id);
  const first = names.canvas(article.parts[0]?.page ?? 1);
  const passages = [
    ...shownHead(article).map(({ field, text, printed }) => ({ name: field as string, text, printed })),
    ...shownBody(article).map(({ text, printed }, index) => ({
      name: String(index + 1),
      text,
      printed: printed ? [printed] : [],
    })),
  ];
  const items = passages.map(({ name, text, printed }) => {
    const targets = targetsOf(printed, places, names);
    const [only = first] = targets;
    return annotate(`${id}#${name}`, text, language, targets.length > 1 ? targets : only);
  });
  const collection = {
    id: names.collection(article.id),
    type: "AnnotationCollection",
    label: textIn(language, titleOf(article, article.id)),
  };
  return { id, type: "AnnotationPage", partOf: [collection], items };
}

export function writeAnnotations(edition: ReviewedEdition, places: EditionPlaces, names: Names): SiteFile[] {
  const { path, language } = edition.info;
  return [
    ...edition.pages.map((page) =>
      fileOf(`${path}/${annotationsFile(page.number)}`, annotatePage(page, edition, names)),
    ),
    ...edition.assembly.articles.map((article) =>
      fileOf(`${path}/${annotationsFile(article.id)}`, annotateArticle(article, language, places, names)),
    ),
  ];
}
