/**
 * The characters of one line as HTML shows them, gathered piece by piece: runs of white space become one space, none
 * stands at the ends, and nothing else changes (a soft hyphen stays, and so does a no-break space).
 *
 *     "\n  " [IN] "\n " [ARKANSAS] "\n"  →  "IN ARKANSAS", words at 0 and 3
 */
export interface RawWord {
  readonly at: number;
  readonly text: string;
  /** Its `title` as it stands; there are many words, so it is taken apart late. */
  readonly title: string | undefined;
}

export interface LineText {
  readonly original: string;
  readonly words: readonly RawWord[];
  /** All of it in bold type. */
  readonly bold: boolean;
}

export interface LineWriter {
  add(text: string, bold: boolean): void;
  openWord(title: string | undefined): void;
  closeWord(): void;
  finish(): LineText;
}

interface WordPlace {
  readonly title: string | undefined;
  /** -1 until its first character. */
  at: number;
  end: number;
}

/** White space to HTML: U+3000 and U+00A0 are characters like any other. */
const spaces = /[ \t\n\f\r]+/;

export function startLine(): LineWriter {
  const parts: string[] = [];
  let length = 0;
  let spaceWaits = false;
  let [boldOnes, others] = [0, 0];
  let word: WordPlace | undefined;
  const places: WordPlace[] = [];

  const put = (run: string, bold: boolean): void => {
    if (spaceWaits && length > 0) {
      parts.push(" ");
      length += 1;
    }
    spaceWaits = false;
    if (word && word.at < 0) word.at = length;
    parts.push(run);
    length += run.length;
    if (word) word.end = length;
    if (bold) boldOnes += run.length;
    else others += run.length;
  };
  const closeWord = (): void => {
    if (word && word.at >= 0) places.push(word);
    word = undefined;
  };
  return {
    add: (text, bold) => {
      if (text === " ") {
        spaceWaits = true;
        return;
      }
      if (!spaces.test(text)) {
        if (text !== "") put(text, bold);
        return;
      }
      const runs = text.split(spaces);
      runs.forEach((run, index) => {
        if (index > 0) spaceWaits = true;
        if (run !== "") put(run, bold);
      });
    },
    openWord: (title) => {
      closeWord();
      word = { title, at: -1, end: -1 };
    },
    closeWord,
    finish: () => {
      closeWord();
      const original = parts.join("");
      const words = places.map(({ title, at, end }) => ({
        at,
        text: original.slice(at, end),
        title,
      }));
      return { original, words, bold: boldOnes > 0 && others === 0 };
    },
  };
}
