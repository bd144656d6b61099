/**
 * A page of an ALTO file as it was walked, in the file's own unit and before anything is measured: the size of a page
 * may be known only after its last box, and how words are parted only after the last line of the file.
 */
import type { BlockKind } from "../../model/page.js";

/** HPOS, VPOS, WIDTH, HEIGHT as numbers; NaN where one of them is missing or no number. */
export interface RawBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What the styles say of the type of a piece of text. */
export interface TypeStyle {
  /** Points, as the file has them. */
  readonly size?: number;
  readonly bold?: boolean;
}

/** A String, an SP or a HYP. */
export interface RawPiece {
  readonly role: "word" | "space" | "hyphen";
  readonly text: string;
  readonly style: TypeStyle;
  readonly box?: RawBox;
  readonly confidence?: number;
}

export interface RawLine {
  /** Counted from 1 on its page, in file order. */
  readonly number: number;
  pieces: readonly RawPiece[];
  /** Its own ID, then those of its Strings. */
  ids?: string[];
  readonly box?: RawBox;
  readonly language?: string;
  readonly direction?: "horizontal" | "vertical";
}

export interface RawBlock {
  readonly lines: RawLine[];
  readonly id?: string;
  /** IDs of the ComposedBlocks around it, outermost first. */
  readonly within?: readonly string[];
  readonly kind?: BlockKind;
  readonly box?: RawBox;
  /** Its place in the reading order that the file states, where that names it. */
  rank?: number | undefined;
}

export interface RawPage {
  readonly size: { readonly width: number; readonly height: number };
  readonly number?: number;
  readonly folio?: string;
  readonly language?: string;
  readonly blocks: RawBlock[];
  /** PrintSpace and margins. */
  readonly frames: RawBox[];
  readonly pictures: RawBox[];
  readonly rules: RawBox[];
  lineCount: number;
}

/** An attribute as a number; NaN where it is missing, empty or none. */
export const toNumber = (value: string | undefined): number =>
  value === undefined || value.trim() === "" ? Number.NaN : Number(value);

/** The box of an element; undefined where the file gives it none at all, which is no fault. */
export function readBox(values: Readonly<Record<string, string>>): RawBox | undefined {
  const { HPOS, VPOS, WIDTH, HEIGHT } = values;
  if (HPOS === undefined && VPOS === undefined && WIDTH === undefined && HEIGHT === undefined)
    return undefined;
  return { x: toNumber(HPOS), y: toNumber(VPOS), width: toNumber(WIDTH), height: toNumber(HEIGHT) };
}

export function keepBox(boxes: RawBox[], values: Readonly<Record<string, string>>): void {
  const box = readBox(values);
  if (box) boxes.push(box);
}

/** What a line begins with. */
export const noPieces: readonly RawPiece[] = [];

/** Letters of a short piece, and how many kinds of those are kept once each. */
const shortPiece = 2;
const mostKinds = 4096;

/**
 * Keeps pieces. A list that is made with its first piece takes a tenth of the memory of an empty one that grows; and
 * lines that hold one short piece of which nothing more is said share it, so that a page of nothing but letters in
 * lines of their own takes half as much.
 */
export function pieceKeeper(): (line: RawLine, piece: RawPiece) => void {
  const alone = new Map<string, readonly [RawPiece]>();
  const kept = (piece: RawPiece): readonly [RawPiece] => {
    if (piece.text.length > shortPiece || piece.box || piece.confidence !== undefined) return [piece];
    const kind = `${piece.role} ${piece.text}`;
    const known = alone.get(kind);
    if (known?.[0].style === piece.style) return known;
    const own = [piece] as const;
    if (known || alone.size < mostKinds) alone.set(kind, own);
    return own;
  };
  return (line, piece) => {
    if (line.pieces.length === 0) line.pieces = kept(piece);
    else if (line.pieces.length === 1) line.pieces = [...line.pieces, piece];
    else (line.pieces as RawPiece[]).push(piece);
  };
}

/** A list that is made with its first ID, as {@link pieceKeeper} has it. */
export function keepId(line: RawLine, id: string): void {
  if (line.ids) line.ids.push(id);
  else line.ids = [id];
}
