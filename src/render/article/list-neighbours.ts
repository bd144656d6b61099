/** The other stories of the pages that an article stood on, as the reader of the paper saw them beside it. */
import { articleFile } from "../../model/address.js";
import type { Article } from "../../model/article.js";
import type { EditionView } from "../edition-view.js";
import { pageLabel } from "../frame.js";
import { fillWords } from "../words/index.js";

/** More are one step away, on the page itself. */
const mostStories = 12;

export interface PageNeighbours {
  readonly label: string;
  readonly stories: readonly { readonly href: string; readonly title: string }[];
}

/** Page by page; notices and adverts are left out, and a story is named once. */
export function listNeighbours(article: Article, view: EditionView): PageNeighbours[] {
  const pages = [...new Set(article.parts.map((part) => part.page))].sort((a, b) => a - b);
  const named = new Set<string>([article.id]);
  return pages.flatMap((number) => {
    const stories = view.articles
      .filter(
        ({ id, kind, parts }) =>
          kind === "story" && !named.has(id) && parts.some(({ page }) => page === number),
      )
      .slice(0, mostStories);
    for (const { id } of stories) named.add(id);
    const page = view.edition.pages.find((each) => each.number === number);
    const label = page ? pageLabel(page, view.words) : fillWords(view.words.page, { n: number });
    const shown = stories.map(({ id }) => ({ href: articleFile(id), title: view.titles.get(id) ?? "" }));
    return shown.length === 0
      ? []
      : [{ label: fillWords(view.words.alsoOn, { page: label }), stories: shown }];
  });
}
