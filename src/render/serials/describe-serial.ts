/**
 * Which serial an article is a part of: told by a running number in its headline or in another line of its head (`27.
 * Folge` on a byline), or by a printed 未完 or “To be continued”. The name of the serial depends on its title alone, so a
 * part can link to the list of all parts without knowing of another edition.
 */
import type { Article } from "../../model/article.js";
import { shortHash } from "../../text/hash.js";
import { readSerialTitle, type SerialTitle } from "../../text/read-serial.js";

export interface SerialPart {
  /** The title that all parts share. */
  readonly stem: string;
  /** Its place on the list of serials: `s-3f9q2m`. */
  readonly anchor: string;
  readonly part?: number;
}

/** Fewer letters name no serial: （三） alone, or 诗（上）. */
const fewestLetters = 2;

/** Letters and digits of a title as they are compared: two settings of it are one serial. */
const foldTitle = (title: string): string =>
  title
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");

const textOf = (article: Article, field: "headline" | "kicker" | "deck" | "byline"): string[] =>
  article.handEdited?.[field]?.split("\n") ?? article[field].map((passage) => passage.text);

/** A number that stands in a line beside other words: `Von Cord Ellinger · 27. Folge`. */
function readBeside(article: Article): SerialTitle | undefined {
  const lines = [...textOf(article, "kicker"), ...textOf(article, "deck"), ...textOf(article, "byline")];
  return lines.map(readSerialTitle).find((read) => read?.part !== undefined);
}

export function describeSerial(article: Article): SerialPart | undefined {
  if (article.kind !== "story") return undefined;
  const title = textOf(article, "headline").join(" ").trim();
  const own = readSerialTitle(title);
  const marked = article.marks.some(({ kind }) => kind === "serial");
  const read =
    own ?? (title === "" ? undefined : (readBeside(article) ?? (marked ? { stem: title } : undefined)));
  if (read === undefined) return undefined;
  const stem = own === undefined ? title : own.stem;
  const folded = foldTitle(stem);
  if (Array.from(folded).length < fewestLetters) return undefined;
  return { stem, anchor: `s-${shortHash(folded)}`, ...(read.part === undefined ? {} : { part: read.part }) };
}
