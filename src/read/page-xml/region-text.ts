/**
 * Which of a page's texts are printed lines. PAGE can give a text three times over: on a region, on its lines and on
 * their words. The lines' text goes before the region's; the region's is taken only where nothing inside it says
 * anything, and is cut at line feeds. What a region says and its lines do not is counted: it is left out, not lost in
 * silence.
 *
 * Lines are numbered in file order, one number for each `TextLine`, so that a line's number depends neither on the
 * reading order nor on whether its text is there yet. A `TextLine` that holds several printed lines takes several.
 */
import type { Box } from "../../model/page.js";
import { isBlank, splitLines } from "../split-lines.js";
import { meantReading, type PrintedLine, sayLine } from "./line-text.js";
import type { RawLine, RawPage, RawRegion, RawWord } from "./raw-page.js";

export interface NumberedLine extends PrintedLine {
  readonly number: number;
  /** Whether it is all that its `TextLine` says, so that the outline of that is its own. */
  readonly whole: boolean;
}

export interface PageText {
  readonly ofLine: ReadonlyMap<RawLine, readonly NumberedLine[]>;
  /** For regions whose own text is taken. */
  readonly ofRegion: ReadonlyMap<RawRegion, readonly NumberedLine[]>;
  /** Lines with words that do not spell them. */
  readonly misspelt: number;
  /** Regions whose own text says something that no line of the page does, in file order. */
  readonly unheard: readonly RawRegion[];
}

const compact = (text: string): string => text.replace(/\s/gu, "");

export function readPageText(page: RawPage, boxOf: (word: RawWord) => Box | undefined): PageText {
  const lines = page.elements.flatMap((element) => (element.what === "line" ? [element] : []));
  const regions = page.elements.flatMap((element) => (element.what === "region" ? [element] : []));
  const said = new Map(lines.map((line) => [line, sayLine(line, boxOf)]));
  const printedIn = (line: RawLine): readonly PrintedLine[] => said.get(line)?.printed ?? [];
  const own = new Map(
    regions.flatMap((region) => {
      const text = meantReading(region)?.text;
      return text === undefined ? [] : [[region, text] as const];
    }),
  );

  const speaking = new Set<RawRegion>();
  const taken = new Set<RawRegion>();
  // Regions stand in the file after those they are in, so backwards all that is inside is known.
  for (const region of regions.toReversed()) {
    const inside =
      region.lines.some((line) => printedIn(line).length > 0) ||
      region.regions.some((inner) => speaking.has(inner));
    if (!inside && own.has(region)) taken.add(region);
    if (inside || taken.has(region)) speaking.add(region);
  }

  const ofLine = new Map<RawLine, NumberedLine[]>();
  const ofRegion = new Map<RawRegion, NumberedLine[]>();
  let number = 0;
  const give = (printed: readonly PrintedLine[], whole: boolean): NumberedLine[] =>
    printed.map((line) => {
      number += 1;
      return { ...line, number, whole };
    });
  for (const element of page.elements)
    if (element.what === "line") {
      const printed = printedIn(element);
      ofLine.set(element, give(printed, printed.length === 1));
      if (printed.length === 0) number += 1;
    } else if (taken.has(element)) {
      const texts = splitLines(own.get(element) ?? "").filter(({ original }) => !isBlank(original));
      ofRegion.set(
        element,
        give(
          texts.map(({ original }) => ({ text: original, words: [], complete: false })),
          false,
        ),
      );
    }

  const heard = new Set(
    [...ofLine.values(), ...ofRegion.values()].flatMap((all) => all.map(({ text }) => compact(text))),
  );
  const isHeard = (region: RawRegion, text: string): boolean =>
    splitLines(text).every(({ original }) => isBlank(original) || heard.has(compact(original))) ||
    compact(text) ===
      compact(region.lines.flatMap((line) => printedIn(line).map((one) => one.text)).join(""));
  return {
    ofLine,
    ofRegion,
    misspelt: [...said.values()].filter(({ misspelt }) => misspelt).length,
    unheard: [...own].flatMap(([region, text]) =>
      taken.has(region) || isHeard(region, text) ? [] : [region],
    ),
  };
}
