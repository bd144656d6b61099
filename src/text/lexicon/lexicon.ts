/** What the program knows of one language. All of it is data: a new language is a new file. */

/**
 * Wordings of printed marks. `{n}` stands for a page (4, A7, 四, third), `{slug}` for one to four words that name
 * the story, `(word)` for a word that may be missing. Case, brackets, dashes and spaces around are not written.
 */
export interface JumpWordings {
  /** On the page where the story breaks off: “Continued on Page 4”, 下转第二版. */
  readonly forward: readonly string[];
  /** Over the second half: “Continued from Page 1”, 上接第一版. */
  readonly backward: readonly string[];
  /**
   * Wordings that do not say which way (紧接第一版): printed at the foot of the first half as well as over the second.
   * A story goes on further back in the paper, so the number tells: a page before this one is where it comes from.
   */
  readonly eitherWay?: readonly string[];
  /** To another story: linked, never joined on. */
  readonly pointer: readonly string[];
  /** To another edition: 未完, “To be continued”. */
  readonly serial: readonly string[];
  /** What may follow the page, with a number: “Page 4, Column 2”, Seite 3, Spalte 1. */
  readonly columns?: readonly string[];
}

export interface Lexicon {
  /** BCP 47. */
  readonly language: string;
  /** Whether words are set apart by spaces. */
  readonly spaced: boolean;
  /** Number words that name pages, lower-cased: cardinal, ordinal, “front”. */
  readonly numbers: Readonly<Record<string, number>>;
  readonly jumps: JumpWordings;
  readonly byline: {
    /** What a byline begins with: By, Von, 本报记者. */
    readonly openers: readonly string[];
    /** What a byline ends with: 기자, 报道. */
    readonly closers: readonly string[];
    /** Titles that may follow a name on a byline: Staff Writer, Sports Editor. */
    readonly titles: readonly string[];
  };
  /** The commonest family names, longest first, where a name can be told by them. */
  readonly surnames: readonly string[];
  /** Words that open a dispatch: 本报讯. In spaced languages a place in capitals and a dash do. */
  readonly datelineOpeners: readonly string[];
  /** First lines of notices and small adverts, as whole lines or their ends. */
  readonly noticeHeads: readonly string[];
  /** Words that show a line of furniture: staff boxes, prices, issue numbers. */
  readonly furniture: readonly string[];
  /** Words of imprints and staff boxes: published, printed, Verlag, 社址. One says nothing, three do. */
  readonly imprint: readonly string[];
  readonly months: readonly string[];
  readonly weekdays: readonly string[];
  /** Words no sentence ends with: articles, prepositions, conjunctions; a closed list. */
  readonly functionWords: readonly string[];
  readonly pictures: {
    /** What a caption begins with: 图为, “Unser Bild zeigt”. Lower-cased; also those that a credit begins with. */
    readonly openers: readonly string[];
    /** What stands before the name of who took the picture: `photo by `, `foto: `. Lower-cased. */
    readonly credits: readonly string[];
    /** What stands after it: 摄, 撮影. */
    readonly makers: readonly string[];
  };
  /** What an audience did, in brackets in a speech: laughter, Beifall, 拍手. Lower-cased, no credit of anybody. */
  readonly asides: readonly string[];
  /** How a letter to the editor begins. */
  readonly salutations: readonly string[];
  readonly questions: readonly string[];
  readonly answers: readonly string[];
}
