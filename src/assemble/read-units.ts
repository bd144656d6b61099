/** Pages → draft units: cut, measured, read, segmented. The same for the first pass (before repair) and the last. */
import type { Page } from "../model/page.js";
import { type Lexicon, lexiconOf } from "../text/lexicon/index.js";
import { squash } from "../text/squash.js";
import { wordsOfPages } from "../text/words-of-pages.js";
import { isCaption, stateCaptions, withCaptions } from "./captions.js";
import { cutPieces } from "./cut-pieces.js";
import { type DraftUnit, draftUnits } from "./draft-units.js";
import { findRepeated, type Repeated } from "./find-repeated.js";
import { findVerse } from "./find-verse.js";
import type { LibraryIndex } from "./library/index-items.js";
import { layByItems } from "./library/lay-by-items.js";
import { hideMarks, type Told, tellStates } from "./library/told-states.js";
import { isLikeBody, type SegmentContext, type StatedPiece } from "./line-states.js";
import { learnLineWords } from "./line-words.js";
import { measurePage, type PageMeasure } from "./measure-page.js";
import { mergeBrokenLines, type Piece } from "./pieces.js";
import { looksSigned, opensItem, opensWithPlace } from "./roles/line-openings.js";
import { closesCaption, opensCaption } from "./roles/read-picture.js";
import { type RoleContext, type RoleReading, readRoles } from "./roles/read-role.js";
import { isRuby, stateRuby } from "./ruby.js";
import { segmentPieces } from "./segment-units.js";

export interface ReadingContext {
  readonly title: string;
  readonly house: { readonly forward: readonly string[]; readonly backward: readonly string[] };
  readonly language: string;
  /** The library's articles, where they are followed. */
  readonly library?: LibraryIndex | undefined;
}

export interface PageUnits {
  readonly page: Page;
  readonly units: readonly DraftUnit[];
  readonly measure: PageMeasure;
  readonly lexicon: Lexicon;
}

function roleContext(
  page: Page,
  lexicons: readonly Lexicon[],
  context: ReadingContext,
  repeated: Repeated,
): RoleContext {
  return {
    lexicons,
    title: squash(context.title).text.toLowerCase(),
    section: squash(page.section ?? "").text.toLowerCase(),
    repeated: repeated.heads,
    running: repeated.running,
    page: page.number,
    names: repeated.names,
  };
}

/** The lexicons that serve a page: its own language, and the edition's where they differ. */
const lexiconsFor = (page: Page, language: string): Lexicon[] => [
  ...new Set([lexiconOf(page.language), lexiconOf(language)]),
];

/** The lines of one page, cut into pieces, with all that the segmentation asks of them. */
interface PageLines {
  readonly page: Page;
  readonly lines: SegmentContext;
  readonly lexicon: Lexicon;
  /** Lines under pictures, which are none of these. */
  readonly captions: readonly Piece[];
  readonly ruby: readonly Piece[];
  readonly told?: readonly Told[];
}

export function readLines(pages: readonly Page[], context: ReadingContext): PageLines[] {
  const repeated = findRepeated(pages);
  const { library } = context;
  const cut = pages.map((page) => cutPage(page, context));
  const wordsOfLines = learnLineWords(cut);
  return cut.map(({ page, lexicons, pieces, captions, ruby }) => {
    const roles = roleContext(page, lexicons, context, repeated);
    const readings = pieces.map((piece, i) => [
      ...readRoles(rawOf(piece), piece.text, roles).filter(
        (r) => r.rule !== "repeated-on-pages" || !isByline(piece, roles),
      ),
      ...(pieces[i - 1]?.ends === "sentence" && looksSigned(piece.text, piece.spaced) ? [signature] : []),
    ]);
    const openers = lexicons.flatMap((lexicon) =>
      lexicon.datelineOpeners.filter((word) => [...word].length > 2),
    );
    const measure = measurePage(pieces);
    const lines: SegmentContext = {
      pieces,
      readings,
      measure,
      ...(pieces.some(({ place }) => place)
        ? {}
        : { words: wordsOfLines(pieces, lexicons, (i) => isLikeBody({ pieces, measure }, i)) }),
      opensDispatch: (text) =>
        opensWithPlace(text) ||
        /^【[^】]{2,8}】./u.test(text) ||
        openers.some((word) => text.startsWith(word)),
      opensItem: (text) => opensItem(text, lexicons),
      opensCaption: (text) => opensCaption(text, lexicons),
      closesCaption: (text) => closesCaption(text, lexicons),
      titles: lexicons.flatMap((lexicon) => lexicon.byline.titles),
    };
    return {
      page,
      lines,
      captions,
      ruby,
      lexicon: lexicons[0] ?? lexiconOf("en"),
      ...(library ? { told: tellStates(pieces, library) } : {}),
    };
  });
}

/** The pieces of a page, and those that stand under pictures and over letters. */
function cutPage(printed: Page, { library, language, house }: ReadingContext) {
  const page = library ? layByItems(printed, library) : printed;
  const lexicons = lexiconsFor(page, language);
  const whole = mergeBroken(cutPieces(page, lexicons, house), library);
  const ruby = whole.filter(isRuby);
  const merged = ruby.length > 0 ? whole.filter((piece) => !isRuby(piece)) : whole;
  // A library's zones say themselves what is a caption.
  const captions = library ? [] : merged.filter(isCaption);
  const pieces = captions.length > 0 ? merged.filter((piece) => !isCaption(piece)) : merged;
  return { page, lexicons, pieces, captions, ruby };
}

export function readUnits(
  pages: readonly Page[],
  context: ReadingContext,
  words = wordsOfPages(pages),
): PageUnits[] {
  return readLines(pages, context).map(({ page, lines, captions, ruby, lexicon, told }) => {
    const stated = [...statePieces(lines, told), ...stateCaptions(captions), ...stateRuby(ruby)];
    return {
      page,
      units: draftUnits(page.number, stated, withCaptions(lines.measure, [...captions, ...ruby]), words),
      measure: lines.measure,
      lexicon,
    };
  });
}

/** Broken lines are put together, never over the border of two items of a library. */
function mergeBroken(cut: readonly Piece[], library: LibraryIndex | undefined): Piece[] {
  const { measure } = measurePage(cut);
  if (!library) return mergeBrokenLines(cut, measure);
  const told = tellStates(cut, library);
  const borders = [0, ...told.flatMap(({ begins }, i) => (begins ? [i] : []))];
  const merged = borders.flatMap((from, k) =>
    mergeBrokenLines(cut.slice(from, borders[k + 1]), measure.slice(from, borders[k + 1])),
  );
  return hideMarks(merged, library);
}

/** What each piece is. Lines that a library calls something are no verse. */
function statePieces(lines: SegmentContext, told: readonly Told[] | undefined): StatedPiece[] {
  const stated = segmentPieces(lines, told);
  return findVerse(stated, lines.measure).map((piece, i) => {
    const may = told?.[i]?.may;
    return may && !may.has(piece.state) ? (stated[i] as StatedPiece) : piece;
  });
}

/** A name and a place under the last sentence of a letter. */
const signature: RoleReading = { role: "credit", sure: 0.9, rule: "signature" };

const rawOf = (piece: Piece): string =>
  piece.parts
    .map((part) => part.line.text.slice(part.start, part.end))
    .join("")
    .trim();
const isByline = (piece: Piece, roles: RoleContext): boolean =>
  readRoles(rawOf(piece), piece.text, { ...roles, repeated: new Map(), running: new Set() }).some(
    (r) => r.role === "byline",
  );
