/**
 * What a link to a page looks like where it is passed on: a title, a few words, the paper's name, and the picture of the page
 * where one is there that is small enough to be fetched for a preview. And where the page stands among the others, as a
 * trail from the newspaper down. Both need the site's address where they name one.
 */
import { readBody } from "../markdown/read-article.js";
import { frontFile, scanFile } from "../model/address.js";
import type { Article } from "../model/article.js";
import type { EditionSummary, SiteContext } from "../model/site.js";
import { clipText } from "../text/clip.js";
import type { EditionView } from "./edition-view.js";
import type { MetaField } from "./metadata.js";

/** Letters of a summary: what search engines and messengers show. */
const shownLetters = 160;
/** Pixels of a picture that is fetched for the size of a stamp. */
const largestPreview = 6_000_000;

export interface LinkPreview {
  readonly description: string;
  /** Fields of Open Graph: `property`, not `name`. */
  readonly fields: readonly MetaField[];
}

export const clipWords = (text: string): string => clipText(text.replace(/\s+/g, " ").trim(), shownLetters);

/** What a page says it is about, in the words of what it lists. */
export const describeList = (items: readonly string[]): string =>
  clipWords(items.filter((item) => item.trim() !== "").join(" · "));

/** The first words of a story, as a person wrote it where one did. */
export function summariseArticle(article: Article, view: EditionView): string {
  const parts = article.handEdited
    ? readBody(article.handEdited.markdown)
    : article.body.map(({ kind, passage }) => ({ kind, text: passage.text }));
  const said = parts.filter(({ text }) => text.trim() !== "");
  const first = said.find(({ kind }) => kind === "paragraph" || kind === "verse") ?? said[0];
  return clipWords(view.style(first?.text ?? view.titles.get(article.id) ?? ""));
}

function previewPicture(pages: readonly number[], view: EditionView): Record<string, string> {
  const { baseUrl } = view.site;
  const page = view.edition.pages.find(({ number }) => number === pages[0]);
  if (baseUrl === undefined || !page?.scan || page.scan.width * page.scan.height > largestPreview) return {};
  return {
    "og:image": `${baseUrl}/${view.edition.info.path}/${scanFile(page.number, page.scan.kind)}`,
    "og:image:width": String(page.scan.width),
    "og:image:height": String(page.scan.height),
  };
}

/** `kind` is Open Graph's type of the page; `pages` those it is about. */
export function previewPage(
  view: EditionView,
  page: {
    readonly file: string;
    readonly title: string;
    readonly kind: "article" | "website";
    readonly summary: string;
    readonly pages: readonly number[];
  },
): LinkPreview {
  const { info } = view.edition;
  const fields: Record<string, string | undefined> = {
    "og:type": page.kind,
    "og:title": page.title,
    "og:description": page.summary,
    "og:site_name": info.newspaper.title,
    "og:url": view.site.baseUrl === undefined ? undefined : `${view.site.baseUrl}/${info.path}/${page.file}`,
    "article:published_time": page.kind === "article" ? info.date : undefined,
    ...previewPicture(page.pages, view),
  };
  return {
    description: page.summary,
    fields: Object.entries(fields).flatMap(([name, content]) =>
      content === undefined || content === "" ? [] : [{ name, content }],
    ),
  };
}

type Json = Readonly<Record<string, unknown>>;

/** schema.org's BreadcrumbList; nothing where addresses are not known. `trail` is from the top, paths from the site's root. */
export function describeTrail(
  site: SiteContext,
  trail: readonly { readonly name: string; readonly path: string }[],
): readonly Json[] {
  if (site.baseUrl === undefined) return [];
  return [
    {
      "@context": "https://schema.org",
      "@type": "BreadcrumbList",
      itemListElement: trail.map(({ name, path }, index) => ({
        "@type": "ListItem",
        position: index + 1,
        name,
        item: `${site.baseUrl}/${path}`,
      })),
    },
  ];
}

/** From the newspaper to the edition. */
export const trailOfEdition = ({ edition: { info }, words }: EditionView) => [
  { name: info.newspaper.title, path: `${info.newspaper.slug}/${frontFile}` },
  { name: info.date ?? words.undated, path: `${info.path}/${frontFile}` },
];

/** JSON-LD of a newspaper's archive. */
export function describeArchive(
  newest: EditionSummary,
  editions: readonly EditionSummary[],
  site: SiteContext,
): Json {
  const days = editions.flatMap(({ date }) => date ?? []).sort();
  const fields: Readonly<Record<string, unknown>> = {
    "@context": "https://schema.org",
    "@type": "Newspaper",
    name: newest.title,
    inLanguage: newest.language,
    publisher:
      newest.publisher === undefined ? undefined : { "@type": "Organization", name: newest.publisher },
    locationCreated: newest.place === undefined ? undefined : { "@type": "Place", name: newest.place },
    // The days of what is here; when the newspaper was founded is not known.
    temporalCoverage:
      days.length === 0 ? undefined : days[0] === days.at(-1) ? days[0] : `${days[0]}/${days.at(-1)}`,
    url: site.baseUrl === undefined ? undefined : `${site.baseUrl}/${newest.newspaper}/${frontFile}`,
  };
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== ""),
  );
}
