/** A book as its package and its contents need it: of one edition, or of the editions of a month. Plain values. */

export interface BookStory {
  readonly id: string;
  readonly title: string;
}

export interface BookPage {
  readonly number: number;
  readonly label: string;
  /** What is printed as the page's name, else its number. */
  readonly spoken: string;
  /** Those that begin on it. */
  readonly stories: readonly BookStory[];
}

/** One edition in a book. Its chapters stand in a folder of its own. */
export interface BookPart {
  readonly folder: string;
  readonly title: string;
  /** BCP 47 of its stories. */
  readonly language: string;
  readonly hasIntroduction: boolean;
  readonly pages: readonly BookPage[];
}

export interface Book {
  /** Says which book it is, for ever: a path of the site. */
  readonly name: string;
  readonly title: string;
  readonly language: string;
  readonly dir: "ltr" | "rtl";
  /** Its leaves turn from right to left: vertical text, and scripts that run to the left. */
  readonly turnsLeft: boolean;
  /** YYYY-MM-DD; absent where nothing tells it. */
  readonly date?: string;
  readonly newspaper: string;
  readonly publisher?: string;
  readonly rights?: string;
  /** What was printed and is paged here. */
  readonly pagedBy: string;
  /** Where it stands on the web. */
  readonly address?: string;
  readonly words: {
    readonly lang: string;
    readonly contents: string;
    readonly pages: string;
    readonly introduction: string;
  };
  readonly parts: readonly BookPart[];
}

export const introductionFile = "introduction.xhtml";
