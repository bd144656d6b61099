/**
 * Everything that is read, for `build-edition formats`: the readers in the order they are asked, what is read in more
 * than one step (PDF, and the issue files of libraries), then plain text, which is what nothing else recognises. It
 * decides nothing; what a file is, `readers.ts`, `read-pdf.ts` and `find-issue.ts` tell from its content.
 */
import { readers } from "./readers.js";

export interface Format {
  /** Short and lower case: `alto`, `plain-text`. */
  readonly name: string;
  readonly describes: string;
  /** What in a file tells it, as an end of “known by …”. */
  readonly knownBy: string;
}

const pdf: Format = {
  name: "pdf",
  describes: "PDF pages with text in them, as set type or as a layer over a scan",
  knownBy: "%PDF- in its first 1,024 bytes",
};

const issueFiles: readonly Format[] = [
  {
    name: "mets",
    describes:
      "METS, a library's issue file beside its pages: which they are, and which lines are which article",
    knownBy: "the outermost element <mets>, in an .xml file of the edition's own folder",
  },
  {
    name: "didl",
    describes: "MPEG-21 DIDL, the same as the Dutch national library gives it",
    knownBy: "the outermost element <DIDL>, in an .xml file of the edition's own folder",
  },
];

const plainText: Format = {
  name: "plain-text",
  describes:
    "the lines of a page, blank lines between blocks: UTF-8, UTF-16, GB18030, Big5, Shift_JIS, EUC-KR, EUC-JP, windows-1252",
  knownBy: "a name that ends in .txt, and no sign of another format in it",
};

export const formats: readonly Format[] = [
  ...readers.map(({ name, describes, knownBy }) => ({ name, describes, knownBy })),
  pdf,
  ...issueFiles,
  plainText,
];
