/**
 * Everything that is read, for `build-edition formats`: the readers in the order they are asked, then plain text, which
 * is what no reader recognises. It decides nothing; what a file is, `readers.ts` tells from its content.
 */
import { readers } from "./readers.js";

export interface Format {
  /** Short and lower case: `alto`, `plain-text`. */
  readonly name: string;
  readonly describes: string;
  /** What in a file tells it, as an end of “known by …”. */
  readonly knownBy: string;
}

const plainText: Format = {
  name: "plain-text",
  describes:
    "the lines of a page, blank lines between blocks: UTF-8, UTF-16, GB18030, Big5, Shift_JIS, EUC-KR, EUC-JP, windows-1252",
  knownBy: "a name that ends in .txt, and no sign of another format in it",
};

// A format that is not one of `readers` (one that is read in more than one step) is a line of its own here.
export const formats: readonly Format[] = [
  ...readers.map(({ name, describes, knownBy }) => ({ name, describes, knownBy })),
  plainText,
];
