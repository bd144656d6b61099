import type { JoinReason } from "../../model/join-reasons.js";
import type { FindingWords } from "./findings/finding-words.js";

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
  readonly joinReasons: Readonly<Record<JoinReason, string>>;
  readonly rule: string;
  readonly count: string;
  readonly percent: string;
  /** The report's own. */
  readonly findings: FindingWords;
  readonly notFound: string;
  readonly notFoundNote: string;
  // Reading
  readonly modes: string;
  readonly modePage: string;
  readonly modeRead: string;
  readonly clearLit: string;
  readonly settings: string;
  readonly settingsKept: string;
  readonly settingsReset: string;
  readonly theme: string;
  readonly themeSystem: string;
  readonly themeLight: string;
  readonly themeSepia: string;
  readonly themeDark: string;
  readonly textSize: string;
  readonly lineWidth: string;
  readonly widthNarrow: string;
  readonly widthMiddle: string;
  readonly widthWide: string;
  readonly typeface: string;
  readonly faceSerif: string;
  readonly faceSans: string;
  readonly faceBrush: string;
  readonly keysOn: string;
  readonly keysTitle: string;
  readonly keySearch: string;
  readonly closePanel: string;
  readonly twoPages: string;
  readonly onePage: string;
  readonly joinedHere: string;
  readonly onlyChanged: string;
  // Citing and correcting
  readonly cite: string;
  readonly copy: string;
  readonly copied: string;
  readonly citeFiles: string;
  readonly citeCopies: string;
  readonly copyCited: string;
  readonly linkPassage: string;
  readonly passage: string;
  readonly correct: string;
  /** `{to}`: an address of mail or of a web page. */
  readonly correctNote: string;
  /** `{title}` */
  readonly correctSubject: string;
  readonly correctAsk: string;
  readonly correctTooLong: string;
  readonly correctLines: string;
  readonly correctSend: string;
  readonly correctSave: string;
  readonly correctClose: string;
  // Finding
  readonly search: string;
  readonly searchAll: string;
  readonly searchHint: string;
  readonly searchNeedsScript: string;
  readonly searchNewspaper: string;
  readonly searchAny: string;
  readonly searchFrom: string;
  readonly searchTo: string;
  readonly searchDateHint: string;
  readonly searchPage: string;
  readonly searchKind: string;
  readonly story: string;
  readonly searchExact: string;
  readonly searchOrder: string;
  readonly searchOldest: string;
  readonly searchNewest: string;
  readonly searchFilters: string;
  readonly searching: string;
  readonly searchFound: string;
  readonly searchNone: string;
  readonly searchEmpty: string;
  readonly searchMore: string;
  readonly searchFailed: string;
  readonly searchOverTime: string;
  readonly foundHere: string;
  readonly allResults: string;
  readonly clearFound: string;
  // Scans
  readonly pagesInPictures: string;
  readonly enlarge: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly wholePage: string;
  readonly closeViewer: string;
  readonly enlargedPage: string;
  readonly foundOnPage: string;
  // Other forms
  readonly otherForms: string;
  readonly asEpub: string;
  readonly asPdf: string;
  readonly asText: string;
  readonly asMarkdown: string;
  readonly onThisDay: string;
  readonly yearsAgo: string;
  readonly monthBook: string;
  readonly rssFeed: string;
  readonly anniversaryCalendar: string;
  readonly searchNewspapers: string;
  // Archive
  /** `{page}`: the label of a page. */
  readonly alsoOn: string;
  readonly serials: string;
  readonly serialParts: string;
  /** `{n}` */
  readonly serialPart: string;
  readonly today: string;
  readonly headlines: string;
  readonly headlinesOf: string;
  readonly filterHeadlines: string;
  readonly headlinesFound: string;
  readonly editionsCount: string;
  readonly newestEdition: string;
  readonly frontPages: string;
  readonly previousYear: string;
  readonly nextYear: string;
  // The site
  /** The language in its own words. */
  readonly ownName: string;
  readonly interfaceLanguage: string;
  readonly asNewspaper: string;
  readonly keepEdition: string;
  readonly keeping: string;
  readonly kept: string;
  readonly dropEdition: string;
  readonly keepFailed: string;
  readonly offline: string;
  readonly offlineNote: string;
  readonly accessibility: string;
  readonly accessibilityGoal: string;
  readonly tested: string;
  readonly testedNote: string;
  readonly notTested: string;
  readonly checkAxe: string;
  readonly checkReflow: string;
  readonly checkKeyboard: string;
  readonly checkTargets: string;
  readonly checkForcedColours: string;
  readonly checkLanguage: string;
  readonly checkNoScript: string;
  readonly gapPeople: string;
  readonly gapBrowsers: string;
  readonly gapText: string;
  readonly gapTheme: string;
  readonly feedback: string;
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
