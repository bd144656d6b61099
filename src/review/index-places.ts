/** Finds quickly where things stand and how they begin, for lists that name many of them. */
import type { Place } from "../model/diagnostic.js";
import type { AssembledEdition, ReviewedEdition } from "../model/edition.js";
import { linesOf } from "../model/page.js";
import type { Passage } from "../model/unit.js";
import { firstWords } from "../model/word-override.js";
import { nameFile } from "./name-file.js";
import { wordsOfArticle } from "./resolve-anchors.js";

export interface PlaceIndex {
  /** File, line and page of a unit, line, block or article by its id; empty for an unknown one. */
  readonly of: (id: string) => Place;
  /** The first words there; empty for an unknown id. */
  readonly words: (id: string) => string;
}

export function indexPlaces({ pages, info, assembly }: AssembledEdition | ReviewedEdition): PlaceIndex {
  const places = new Map<string, Place>();
  const words = new Map<string, string>();
  for (const page of pages) {
    const file = nameFile(info, page.file);
    for (const line of linesOf(page)) {
      places.set(line.id, { file, line: line.number, page: page.number });
      words.set(line.id, firstWords(line.text));
    }
    for (const block of page.blocks) {
      const first = block.lines[0];
      if (first) places.set(block.id, { file, line: first.number, page: page.number });
      words.set(block.id, firstWords(first?.text ?? ""));
    }
  }
  const placeOf = (passage: Passage | undefined): Place => places.get(passage?.spans[0]?.line ?? "") ?? {};
  for (const unit of assembly.units.values()) {
    places.set(unit.id, placeOf(unit.passage));
    words.set(unit.id, firstWords(unit.passage.text));
  }
  for (const article of assembly.articles) {
    const first = article.headline.find((passage) => passage.spans.length > 0) ?? article.body[0]?.passage;
    const unit = article.parts[0]?.units[0] ?? "";
    places.set(article.id, { ...(first ? placeOf(first) : places.get(unit)), article: article.id });
    words.set(article.id, wordsOfArticle(article));
  }
  return { of: (id) => places.get(id) ?? {}, words: (id) => words.get(id) ?? "" };
}
