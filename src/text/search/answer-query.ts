/**
 * Finds the articles that hold all terms of a query, by places alone: no text is read. `cellsOf` tells which cells of the
 * index a query needs, `answerQuery` looks into them.
 *
 * A run of characters is found by every second pair of it, and the last: 卢沟桥事变 by 卢沟 at n, 桥事 at n + 2 and
 * 事变 at n + 3. That is exact: each character stands where it must.
 */
import { beginningCells, pairCell, pairRow, wordCell } from "./cells.js";
import { type FoldForm, foldWordForm } from "./fold-form.js";
import type { Query, Term } from "./parse-query.js";
import { articleOf, readPostings } from "./postings.js";

/** Cells by what they hold. */
export interface NeededCells {
  readonly pairs: readonly number[];
  readonly words: readonly number[];
}

/** Keys of one cell with their lists of places. */
export type CellLists = ReadonlyMap<string, string>;
export interface IndexCells {
  readonly pairs: (cell: number) => CellLists;
  readonly words: (cell: number) => CellLists;
}

interface Piece {
  readonly kind: "pairs" | "words";
  /** Where in the term it stands. */
  readonly at: number;
  readonly cells: readonly number[];
  readonly matches: (key: string) => boolean;
  /** The only key that matches, where there is but one. */
  readonly key?: string;
}

/** The pieces a term is found by. */
function piecesOf(term: Term, anyForm: boolean, foldForm: FoldForm): Piece[] {
  const plain = (text: string): string => (anyForm ? foldWordForm(text, foldForm) : text);
  if (term.kind === "words")
    return term.words.map((word, at) => {
      const open = term.open && at === term.words.length - 1;
      const wanted = plain(word);
      if (open)
        return {
          kind: "words",
          at,
          cells: beginningCells(word, foldForm),
          matches: (key) => plain(key).startsWith(wanted),
        };
      return {
        kind: "words",
        at,
        cells: [wordCell(word, foldForm)],
        matches: (key) => plain(key) === wanted,
        ...(anyForm ? {} : { key: word }),
      };
    });
  const { characters } = term;
  const spelt = (key: string): string => Array.from(key, anyForm ? foldForm : (each) => each).join("\n");
  if (characters.length === 1) {
    const [character = ""] = characters;
    const wanted = spelt(character);
    return [
      {
        kind: "pairs",
        at: 0,
        cells: pairRow(character, foldForm),
        matches: (key) => spelt(key).split("\n")[0] === wanted,
      },
    ];
  }
  const places: number[] = [];
  for (let at = 0; at + 1 < characters.length; at += 2) places.push(at);
  if (characters.length % 2 === 1) places.push(characters.length - 2);
  return places.map((at) => {
    const pair = `${characters[at]}${characters[at + 1]}`;
    const wanted = spelt(pair);
    return {
      kind: "pairs",
      at,
      cells: [pairCell(pair, foldForm)],
      matches: (key) => spelt(key) === wanted,
      ...(anyForm ? {} : { key: pair }),
    };
  });
}

export function cellsOf({ terms, anyForm }: Query, foldForm: FoldForm): NeededCells {
  const pieces = terms.flatMap((term) => piecesOf(term, anyForm, foldForm));
  const cells = (kind: Piece["kind"]): number[] =>
    [...new Set(pieces.filter((piece) => piece.kind === kind).flatMap((piece) => piece.cells))].sort(
      (a, b) => a - b,
    );
  return { pairs: cells("pairs"), words: cells("words") };
}

/** Lists of a piece, as they stand in the index; their length tells how common it is. */
function listsOf(piece: Piece, index: IndexCells): string[] {
  const lists: string[] = [];
  // Several cells may stand in one shard, and come as one.
  for (const held of new Set(piece.cells.map(index[piece.kind]))) {
    if (piece.key !== undefined) {
      const list = held.get(piece.key);
      if (list !== undefined) lists.push(list);
      continue;
    }
    for (const [key, list] of held) if (piece.matches(key)) lists.push(list);
  }
  return lists;
}

/** Places at which a term begins. */
function placesOfTerm(pieces: readonly Piece[], index: IndexCells): ReadonlySet<number> {
  const found = pieces
    .map(({ at, ...piece }) => ({ at, lists: listsOf({ at, ...piece }, index) }))
    .map((each) => ({ ...each, length: each.lists.reduce((sum, list) => sum + list.length, 0) }))
    .sort((a, b) => a.length - b.length);
  let places: Set<number> | undefined;
  for (const { at, lists } of found) {
    const here = new Set<number>();
    for (const list of lists)
      for (const place of readPostings(list))
        if (places === undefined || places.has(place - at)) here.add(place - at);
    places = here;
    if (places.size === 0) break;
  }
  return places ?? new Set();
}

/** Articles that hold every term, ascending, as `articleOf` numbers them. None for a query without terms. */
export function answerQuery({ terms, anyForm }: Query, index: IndexCells, foldForm: FoldForm): number[] {
  let articles: Set<number> | undefined;
  for (const term of terms) {
    const here = new Set<number>();
    for (const place of placesOfTerm(piecesOf(term, anyForm, foldForm), index)) {
      const article = articleOf(place);
      if (articles === undefined || articles.has(article)) here.add(article);
    }
    articles = here;
    if (articles.size === 0) break;
  }
  return [...(articles ?? [])].sort((a, b) => a - b);
}
