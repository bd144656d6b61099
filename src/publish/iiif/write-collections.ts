/**
 * The collections above the manifests: one of the site, one of each newspaper, by date. A newspaper with many editions
 * has a collection for each year in between, as its archive has pages for them, so that no client loads ten thousand.
 */
import { collectionFile, frontFile, manifestFile } from "../../model/address.js";
import type { SiteFile } from "../../model/job.js";
import type { EditionSummary, SiteContext } from "../../model/site.js";
import { presentationContext } from "./addresses.js";
import { describeThumbnail } from "./describe-picture.js";
import { inEnglish, type LanguageMap, plainText, textIn } from "./language-map.js";
import { labelOfEdition, navDate } from "./write-manifest.js";

/** Above this many editions the years get collections of their own. */
const editionsInOne = 800;

interface Reference {
  readonly id: string;
  readonly type: "Collection" | "Manifest";
  readonly label: LanguageMap;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byDate = (a: EditionSummary, b: EditionSummary): number =>
  compare(a.date ?? "", b.date ?? "") || compare(a.path, b.path);

function group<T>(list: readonly T[], keyOf: (each: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const each of list) {
    const same = groups.get(keyOf(each));
    if (same) same.push(each);
    else groups.set(keyOf(each), [each]);
  }
  return [...groups].sort(([a], [b]) => compare(a, b));
}

/** Nothing where the site's address is not known. `limit` is a parameter for tests. */
export function writeCollections(
  editions: readonly EditionSummary[],
  { baseUrl }: SiteContext,
  limit = editionsInOne,
): SiteFile[] {
  if (baseUrl === undefined || editions.length === 0) return [];
  const files: SiteFile[] = [];
  const add = (
    path: string,
    label: LanguageMap,
    items: readonly object[],
    { parent, homepage }: { parent?: Reference; homepage?: string },
  ): Reference => {
    const id = `${baseUrl}/${path}`;
    const page = homepage && { id: `${baseUrl}/${homepage}`, type: "Text", format: "text/html", label };
    const content = {
      "@context": presentationContext,
      id,
      type: "Collection",
      label,
      // Whose it is. Mirador 3 opens no collection that does not say so.
      requiredStatement: { label: inEnglish("Provided by"), value: plainText(baseUrl) },
      ...(page ? { homepage: [page] } : {}),
      ...(parent ? { partOf: [parent] } : {}),
      items,
    };
    files.push({ path, content: `${JSON.stringify(content, null, 1)}\n` });
    return { id, type: "Collection", label };
  };
  const manifestOf = (edition: EditionSummary) => ({
    id: `${baseUrl}/${edition.path}/${manifestFile}`,
    type: "Manifest" as const,
    label: labelOfEdition(edition.title, edition),
    ...navDate(edition.date),
    ...thumbnailOf(edition),
  });
  const thumbnailOf = ({ path, pages: [front] }: EditionSummary) =>
    front?.thumbnail
      ? { thumbnail: [describeThumbnail(front.thumbnail, (file) => `${baseUrl}/${path}/${file}`)] }
      : {};
  const site: Reference = {
    id: `${baseUrl}/${collectionFile}`,
    type: "Collection",
    label: inEnglish("Newspapers"),
  };
  const papers = group(editions, ({ newspaper }) => newspaper).map(([slug, list]) => {
    const own = [...list].sort(byDate);
    const newest = own.at(-1) as EditionSummary;
    const path = `${slug}/${collectionFile}`;
    const label = textIn(newest.language, newest.title);
    const self: Reference = { id: `${baseUrl}/${path}`, type: "Collection", label };
    const years = own.length > limit ? group(own, ({ date }) => date?.slice(0, 4) ?? "undated") : [];
    const items =
      years.length > 0
        ? years.map(([year, some]) =>
            add(`${slug}/${year}.${collectionFile}`, plainText(year), some.map(manifestOf), {
              parent: self,
              ...(year === "undated" ? {} : { homepage: `${slug}/${year}.html` }),
            }),
          )
        : own.map(manifestOf);
    return add(path, label, items, { parent: site, homepage: `${slug}/${frontFile}` });
  });
  add(collectionFile, site.label, papers, { homepage: frontFile });
  return files;
}
