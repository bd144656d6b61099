/** A line of a format with places, as all readers give it: what its file does not say is left out. */
import type { SourceLine } from "./source-page.js";

type Said = {
  readonly [Key in "box" | "words" | "typeSize" | "bold" | "sourceIds"]: SourceLine[Key] | undefined;
};

export const printedLine = (
  number: number,
  original: string,
  { box, words = [], typeSize, bold, sourceIds = [] }: Partial<Said>,
): SourceLine => ({
  number,
  original,
  blanksBefore: 0,
  ...(box && { box }),
  ...(words.length > 0 && { words }),
  ...(typeSize !== undefined && { typeSize }),
  ...(bold !== undefined && { bold }),
  ...(sourceIds.length > 0 && { sourceIds }),
});
