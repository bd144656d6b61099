/** How papers print their issue numbers and call themselves. All data. */

/**
 * Issue numbers. `strong` wordings stand nowhere else in a paper; the others count only beside a date or alone on their
 * line (“The No. 3 bus”, 第二期工程). Tried on text with full-width forms narrowed; in CJK wordings spaces are left out.
 */
export interface NumberWording {
  readonly pattern: RegExp;
  readonly strong: boolean;
  /** Whether the wording is tried on the line without its spaces. */
  readonly squashed: boolean;
}

const han = "[〇○零一二三四五六七八九十百千萬万廿卅卌元0-9]{1,10}";

/** What every wording has; nearly all lines are done with here. Tried on the line as it stands. */
export const mayHoldNumber = (line: string): boolean => /[期号號호]|Vol|Nr|N[°ºoúu]|Jahrgang/i.test(line);

export const numberWordings: readonly NumberWording[] = [
  { pattern: new RegExp(`[总總]第?${han}[期号號]`), strong: true, squashed: true },
  { pattern: new RegExp(`第${han}[期号號]`), strong: false, squashed: true },
  { pattern: /(?:지령)?제?[0-9]{1,6}호/, strong: false, squashed: true },
  {
    pattern: /\bVol(?:ume|\.)? ?[0-9IVXLC]{1,7}[.,;:—–\- ]{1,4}No\.? ?[0-9]{1,6}/i,
    strong: true,
    squashed: false,
  },
  { pattern: /\b[0-9]{1,3}\. ?Jahrgang[.,;:—–\- ]{1,4}Nr\.? ?[0-9]{1,6}/i, strong: true, squashed: false },
  { pattern: /\bNr\. ?[0-9]{1,6}/, strong: false, squashed: false },
  { pattern: /\b(?:N[°º]|Nº)[;:.]? ?[0-9]{1,6}/, strong: false, squashed: false },
  { pattern: /\bN[úu]m\. ?[0-9.]{1,7}/i, strong: false, squashed: false },
  { pattern: /\bNo\. ?[0-9][0-9,]{0,6}/i, strong: false, squashed: false },
];

/** Words that the names of newspapers hold, whole words in lower case (CJK: how the name ends). */
export const titleWords: readonly string[] = [
  ..."times courier gazette herald news post tribune chronicle statesman mercury observer standard examiner advertiser register sentinel dispatch press telegraph journal intelligencer echo argus bugle clarion enquirer inquirer ledger daily weekly".split(
    " ",
  ),
  ..."zeitung anzeiger tageblatt tagblatt nachrichten bote kurier wochenblatt volksblatt kreisblatt amtsblatt abendblatt rundschau allgemeine".split(
    " ",
  ),
  ..."gazette courrier journal figaro moniteur dépêche quotidien nouvelliste débats".split(" "),
  ..."courant krant dagblad nieuwsblad handelsblad weekblad".split(" "),
  ..."diario gaceta periódico heraldo correo noticiero".split(" "),
];
export const titleEndings: readonly string[] = [
  "报",
  "報",
  "新闻",
  "新聞",
  "周刊",
  "週刊",
  "日刊",
  "新報",
  "신문",
  "일보",
  "時報",
  "时讯",
];
