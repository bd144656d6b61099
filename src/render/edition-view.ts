/** What every page of one edition needs at hand while it is rendered: looked up once, never changed. */
import type { Article } from "../model/article.js";
import type { ReviewedEdition } from "../model/edition.js";
import type { LineId, UnitId } from "../model/ids.js";
import { type Line, linesOf } from "../model/page.js";
import type { SiteContext } from "../model/site.js";
import { titleOf } from "../model/title-of.js";
import type { Unit } from "../model/unit.js";
import { addPanguSpaces } from "../text/autospace.js";
import { type Readings, readingsOf } from "../text/readings.js";
import { describeSurroundings } from "./frame.js";
import { type ColumnGrid, gridsOf } from "./print-column.js";
import type { Thumbnails } from "./thumbnail/thumbnails.js";
import { type Words, wordsFor } from "./words/index.js";

export interface EditionView {
  readonly edition: ReviewedEdition;
  readonly site: SiteContext;
  readonly words: Words;
  readonly lines: ReadonlyMap<LineId, Line>;
  /** What the page prints beside letters of a line, by that line. */
  readonly readings: Readings;
  readonly units: ReadonlyMap<UnitId, Unit>;
  /** The columns of each page that has one grid of them, by its number. */
  readonly grids: ReadonlyMap<number, ColumnGrid>;
  /** Page numbers of this edition, ascending. */
  readonly pageNumbers: readonly number[];
  /** Articles in the order of the edition, page by page as each is made up; each has an address. */
  readonly articles: readonly Article[];
  readonly titles: ReadonlyMap<string, string>;
  /** Place of each article in `articles`. */
  readonly places: ReadonlyMap<string, number>;
  /** The small picture of each page, by its number. */
  readonly thumbnails: Thumbnails;
  /** What is the same around every page of the edition. */
  readonly surroundings: Readonly<Record<string, unknown>>;
  /** Draws spaces between CJK and Latin where the edition asks for them in the text itself. */
  readonly style: (text: string) => string;
}

/** The same edition with its articles in another order. */
export const orderView = (view: EditionView, articles: readonly Article[]): EditionView => ({
  ...view,
  articles,
  places: new Map(articles.map((article, place) => [article.id, place])),
});

export const linesById = (edition: ReviewedEdition): EditionView["lines"] =>
  new Map(edition.pages.flatMap((page) => linesOf(page).map((line) => [line.id, line] as const)));

const asItIs = (text: string): string => text;

export function viewEdition(edition: ReviewedEdition, site: SiteContext): EditionView {
  const words = wordsFor(edition.info.interface ?? edition.info.language);
  const style = edition.info.autospace === "pangu" ? addPanguSpaces : asItIs;
  const { articles, units } = edition.assembly;
  const lines = linesById(edition);
  const view = {
    edition,
    site,
    words,
    lines,
    readings: readingsOf(edition.assembly.furniture, lines),
    units,
    grids: gridsOf(edition.pages),
    pageNumbers: edition.pages.map((page) => page.number).sort((a, b) => a - b),
    articles,
    titles: new Map(articles.map((article) => [article.id, style(titleOf(article, words.untitled))])),
    places: new Map(articles.map((article, place) => [article.id, place])),
    thumbnails: new Map(),
    style,
  };
  return { ...view, surroundings: describeSurroundings(view) };
}
