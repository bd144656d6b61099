/**
 * Searching, for both sides: the build makes the index with it, and the reader's browser asks that index. Pure, strings
 * and numbers only; `npm run build` makes one classic script of it, since module scripts do not load from `file://`.
 */
export { answerQuery, type CellLists, cellsOf, type IndexCells, type NeededCells } from "./answer-query.js";
export { cellCount, pairCell, shardOf, wordCell } from "./cells.js";
export { type ContextPiece, cutContext } from "./cut-context.js";
export { type FoundRange, findRanges } from "./find-ranges.js";
export { type FoldForm, foldWordForm, makeFoldForm } from "./fold-form.js";
export { type FoldedText, foldText } from "./fold-text.js";
export { indexText, type TextIndex } from "./index-text.js";
export { parseQuery, type Query, type Term } from "./parse-query.js";
export {
  articleOf,
  articleRoom,
  editionOf,
  readNumbers,
  readPostings,
  writeNumber,
  writePostings,
} from "./postings.js";
export { type FoundWord, takeWords } from "./take-words.js";
