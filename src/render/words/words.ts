/**
 * The words of the reader's site in one language. One file per language, data only. `{n}` and other names in braces are filled by
 * `fillWords`; wordings avoid plurals, so no grammar is needed beside the data.
 */
export interface Words {
  /** BCP 47 of these words. */
  readonly lang: string;
  readonly skip: string;
  readonly home: string;
  readonly archive: string;
  readonly edition: string;
  readonly page: string;
  readonly pages: string;
  readonly stories: string;
  readonly number: string;
  readonly previousPage: string;
  readonly nextPage: string;
  readonly previousStory: string;
  readonly nextStory: string;
  readonly previousEdition: string;
  readonly nextEdition: string;
  readonly onThisPage: string;
  readonly pagesOfEdition: string;
  readonly approximate: string;
  readonly measured: string;
  readonly unplaced: string;
  readonly unplacedNote: string;
  readonly alsoPrinted: string;
  readonly wholeArticle: string;
  readonly toContinuation: string;
  readonly toBeginning: string;
  readonly onNotHere: string;
  readonly onNotFound: string;
  readonly onUnknown: string;
  readonly fromNotHere: string;
  readonly fromNotFound: string;
  readonly fromUnknown: string;
  readonly turn: string;
  readonly printedOn: string;
  readonly asPrinted: string;
  readonly asPrintedNote: string;
  readonly place: string;
  readonly printed: string;
  readonly repaired: string;
  readonly asIs: string;
  readonly permalink: string;
  readonly horizontally: string;
  readonly showAs: string;
  readonly showText: string;
  readonly showPrint: string;
  readonly scanOf: string;
  readonly scanMarked: string;
  readonly scanPlain: string;
  readonly openScan: string;
  readonly byHand: string;
  readonly untitled: string;
  readonly notice: string;
  readonly advert: string;
  readonly contents: string;
  readonly introduction: string;
  readonly inferred: string;
  readonly source: string;
  readonly rights: string;
  readonly report: string;
  readonly data: string;
  readonly feed: string;
  readonly nothing: string;
  readonly undated: string;
  readonly emptyPage: string;
  readonly reportPictures: string;
  readonly reportJoined: string;
  readonly reportDangling: string;
  readonly reportDecisions: string;
  readonly reportRepairs: string;
  readonly reportDiagnostics: string;
  readonly confidence: string;
  readonly override: string;
  readonly reason: string;
  readonly rule: string;
  readonly count: string;
  readonly notFound: string;
  readonly notFoundNote: string;
  // Reading
  // Citing and correcting
  // Finding
  // Scans
  // Other forms
  readonly otherForms: string;
  readonly asEpub: string;
  readonly asText: string;
  readonly asMarkdown: string;
  readonly onThisDay: string;
  readonly yearsAgo: string;
  readonly monthBook: string;
  readonly rssFeed: string;
  readonly anniversaryCalendar: string;
  readonly searchNewspapers: string;
  // Archive
  // The site
  // Dates and signs
  readonly colon: string;
  readonly months: readonly string[];
  /** Monday first. */
  readonly weekdays: readonly string[];
  /** Heads of a calendar's columns, Monday first. */
  readonly weekdayMarks: readonly string[];
  /** `{y}`, `{m}` (number), `{month}` (name), `{d}`, `{weekday}`. */
  readonly dateLong: string;
  readonly monthOfYear: string;
}

/** Puts values into the braces of a wording; an unknown name stays as it is. */
export function fillWords(wording: string, values: Readonly<Record<string, string | number>>): string {
  return wording.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  );
}
