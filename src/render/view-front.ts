/** An edition's front: nameplate, date, number, each page with its headlines, the editor's introduction. */
import { renderMarkdown } from "../markdown/render-markdown.js";
import { articleFile, frontFile, pageFile } from "../model/address.js";
import type { Article } from "../model/article.js";
import type { SiteFile } from "../model/job.js";
import { clipText, inEms } from "../text/clip.js";
import { describeEdition } from "./cite/citation.js";
import type { EditionView } from "./edition-view.js";
import { formatDate } from "./format-date.js";
import { describeEditionFrame, otherLanguage, pageLabel } from "./frame.js";
import { describeList, describeTrail, previewPage, trailOfEdition } from "./link-preview.js";
import { formsOfEdition } from "./list-forms.js";
import { describeEditionCitation, describePublicationIssue } from "./metadata.js";
import { describeInferred } from "./report/describe-inferred.js";

/** Ems of a story's text shown under the headline that leads the edition, and under one that leads another page. */
const standfirst = { edition: 120, page: 72 };

function firstWords(article: Article, most: number, view: EditionView): string {
  const first = article.body.find((part) => part.kind === "paragraph")?.passage.text ?? "";
  return view.style(clipText(first, most, inEms));
}

export function renderFront(view: EditionView): SiteFile {
  const { info, pages } = view.edition;
  const { words } = view;
  const sorted = [...pages].sort((a, b) => a.number - b.number);
  const content = view.site.writeTemplate("pages/front.njk", {
    ...describeEditionFrame(view, frontFile, info.newspaper.title),
    title: `${info.newspaper.title}, ${info.date ?? words.undated}`,
    place: info.newspaper.place ?? "",
    publisher: info.newspaper.publisher ?? "",
    source: info.source ?? "",
    rights: info.rights ?? info.newspaper.rights ?? "",
    introduction: info.introduction.trim() === "" ? "" : renderMarkdown(info.introduction),
    inferred: describeInferred(view),
    contents: sorted.map((page, place) => ({
      href: pageFile(page.number),
      label: pageLabel(page, words),
      labelLang: page.folio === undefined ? "" : otherLanguage(page.language, words),
      thumbnail: view.thumbnails.get(page.number) ?? "",
      lang: page.language,
      stories: view.articles
        .filter((article) => article.parts[0]?.page === page.number)
        .map((article, index) => ({
          href: articleFile(article.id),
          title: view.titles.get(article.id) ?? "",
          kind: article.kind,
          summary:
            index === 0 && article.kind === "story"
              ? firstWords(article, place === 0 ? standfirst.edition : standfirst.page, view)
              : "",
        })),
    })),
    forms: formsOfEdition(view),
    alternates: formsOfEdition(view),
    preview: previewPage(view, {
      file: frontFile,
      title: `${info.newspaper.title}, ${formatDate(info.date, words)}`,
      kind: "website",
      summary: describeList(view.articles.map((article) => view.titles.get(article.id) ?? "")),
      pages: view.pageNumbers,
    }),
    jsonLd: [describePublicationIssue(view), ...describeTrail(view.site, trailOfEdition(view))],
    citation: describeEditionCitation(describeEdition(view), view),
  });
  return { path: `${info.path}/${frontFile}`, content };
}
