/**
 * The names on a byline, where they are surely names: `By TOBIAS WREN, Staff Writer` → Tobias Wren; □记者 高飞 报道 →
 * 高飞; 하윤슬 기자 → 하윤슬. All or nothing: one word of the byline that is neither a name nor a known title, and no
 * author is given, since a wrong name in a bibliography is worse than none. It refuses offices (`By Beacon Staff`),
 * agencies, photographers, and names that nothing marks as a name.
 */
import type { Lexicon } from "../../text/lexicon/index.js";
import { readSerialTitle } from "../../text/read-serial.js";
import { readSpacedNames } from "./read-spaced-names.js";
import { readUnspacedNames } from "./read-unspaced-names.js";

/** A name as it is written, and its parts where it is sure which is the family's. */
export interface Author {
  readonly literal: string;
  readonly family?: string;
  readonly given?: string;
}

/** @param lines the printed lines of the byline */
export function readAuthors(lines: readonly string[], lexicon: Lexicon): readonly Author[] {
  const unspaced = ["zh-Hans", "zh-Hant", "ja", "ko"].includes(lexicon.language);
  const found: Author[] = [];
  for (const line of lines) {
    const whole = line.normalize("NFC").replace(/\s+/gu, " ").trim();
    // `Von Cord Ellinger · 27. Folge`: the number of a serial's part is no part of a name.
    const serial = readSerialTitle(whole);
    const text = serial?.part === undefined || serial.stem === "" ? whole : serial.stem;
    const names = unspaced ? readUnspacedNames(text, lexicon) : readSpacedNames(text, lexicon);
    if (names === undefined) return [];
    found.push(...names);
  }
  return found.filter((name, index) => found.findIndex((other) => other.literal === name.literal) === index);
}
