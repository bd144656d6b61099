/**
 * Reads printed marks: （下转第二版）, “Continued on Page 4”, Fortsetzung von Seite 1, ▶관련기사 19면.
 * A bare phrase is never enough: a wording of the language must match whole, with a page number beside its page
 * word, and it must stand at the edge of a line. The fixed words may be damaged by OCR, and one figure of the number.
 * It refuses prose: 遽下轉語, “(continued laughter)”.
 */
import type { Lexicon } from "../lexicon/index.js";
import { type MarkKind, type MarkReading, markCandidates, trimOrnament } from "./mark-candidates.js";
import { glue, gluedText, matchGlued } from "./match-glued-mark.js";
import { matchCharacters } from "./match-mark-characters.js";
import { matchWords, mayBeNumber, type Token, tokenise } from "./match-mark-words.js";

export type { MarkKind, MarkReading } from "./mark-candidates.js";

const marksInOrder = ["serial", "pointer", "backward", "forward", "eitherWay"] as const;
const kindOf = {
  serial: "serial",
  pointer: "pointer",
  backward: "continuation-line",
  forward: "jump-line",
  eitherWay: "jump-line",
} as const;
/** A wording with its words cut apart, once for a page and not once for each of its lines. */
export interface MarkWording {
  readonly kind: MarkKind;
  readonly wording: string;
  /** The page number tells whether the story goes there or comes from there. */
  readonly eitherWay?: boolean;
  /** Absent for scripts without word spaces. */
  readonly words?: readonly string[];
  /** Whether it names a page: most lines hold no number. */
  readonly numbered?: boolean;
  /** Its letters without spaces, before and after the number. */
  readonly glued?: readonly [string, string];
  /** The language's words for a column, which may follow the page. */
  readonly columns?: readonly string[];
}

/** All wordings of the given lexicons and of the house, in the order they are considered. */
export function listWordings(
  lexicons: readonly Lexicon[],
  house: { forward: readonly string[]; backward: readonly string[] },
): MarkWording[] {
  return lexicons.flatMap((lexicon) =>
    marksInOrder.flatMap((list) => {
      const extra = list === "forward" ? house.forward : list === "backward" ? house.backward : [];
      return [...(lexicon.jumps[list] ?? []), ...extra].map((wording) => {
        const words = lexicon.spaced && !/\p{sc=Hangul}/u.test(wording) ? wordsOfWording(wording) : undefined;
        const glued = words && glue(words);
        return {
          kind: kindOf[list],
          wording,
          ...(list === "eitherWay" ? { eitherWay: true } : {}),
          ...(words ? { words, numbered: words.includes("{n}") || words.includes("{a}") } : {}),
          ...(glued ? { glued } : {}),
          ...(lexicon.jumps.columns ? { columns: lexicon.jumps.columns } : {}),
        };
      });
    }),
  );
}

const wordsOfWording = (wording: string): string[] =>
  wording
    .toLowerCase()
    .split(" ")
    .flatMap((word) => word.split("."))
    .filter((word) => word !== "");

/** Marks that an OCR damaged score at most this; such a one that leads back, or comes from further on, is the other kind's. */
const damagedMost = 0.85;
const isAgainstTheOrder = ({ kind, page, score }: MarkReading, here: number | undefined): boolean =>
  score < damagedMost &&
  page !== undefined &&
  here !== undefined &&
  (kind === "jump-line" ? page < here : kind === "continuation-line" && page > here);

/** The mark a line carries, if any: the best reading over all wordings. `here` is the number of the line's own page. */
export function matchMark(
  text: string,
  wordings: readonly MarkWording[],
  here?: number,
): MarkReading | undefined {
  let best: MarkReading | undefined;
  const consider = (reading: MarkReading | undefined, eitherWay = false): void => {
    if (!reading || (best && reading.score <= best.score + 1e-9)) return;
    // Local News, Page 2 on page 2 is its running head.
    if (reading.kind === "pointer" && reading.page !== undefined && reading.page === here) return;
    if (isAgainstTheOrder(reading, here)) return;
    const comesFrom = eitherWay && here !== undefined && (reading.page ?? here) < here;
    best = comesFrom ? { ...reading, kind: "continuation-line" } : reading;
  };
  let range = "";
  let tokens: readonly Token[] = [];
  let numbered = false;
  for (const candidate of markCandidates(text)) {
    const [start, end] = trimOrnament(text, candidate.start, candidate.end);
    if (range !== `${start}-${end}`) {
      range = `${start}-${end}`;
      tokens = tokenise(text, start, end);
      numbered = tokens.some(mayBeNumber);
    }
    const inside = gluedText(text, candidate, start, end);
    for (const { kind, wording, words, numbered: needsNumber, columns, glued, eitherWay } of wordings) {
      if (glued && inside !== "") consider(matchGlued(inside, candidate, glued, kind), eitherWay);
      // Most lines name no page: told once, and not by each of the wordings.
      if (words && (needsNumber ? !numbered : candidate.setting === "bare")) continue;
      consider(
        words
          ? matchWords({ text, candidate, tokens, columns: columns ?? [] }, words, kind)
          : matchCharacters(text, candidate, wording, kind),
        eitherWay,
      );
    }
  }
  return best;
}
