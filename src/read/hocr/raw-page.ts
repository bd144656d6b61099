/** What an hOCR file says of its pages, in its own unit, before it is known how large they are. */
import type { BlockKind } from "../../model/page.js";
import type { LineText } from "./line-text.js";
import type { TitleProperties } from "./title-properties.js";

export interface RawLine extends LineText {
  /** Of the line element; undefined for text and words that stand in none. */
  readonly properties: TitleProperties | undefined;
}

export interface RawBlock {
  readonly lines: RawLine[];
  readonly kind: BlockKind | undefined;
  /** Of the area or paragraph; undefined for lines that stand in neither, and for a part of one that was cut. */
  properties: TitleProperties | undefined;
  readonly sourceId: string | undefined;
}

export interface RawPage {
  properties: TitleProperties;
  /** Line of the file on which it begins. */
  line: number;
  readonly blocks: RawBlock[];
  readonly separators: TitleProperties[];
  readonly pictures: TitleProperties[];
  /** How many characters stand under each `lang`; under none is the empty string. */
  readonly languages: Map<string, number>;
}
