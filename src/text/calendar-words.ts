/** Words of the calendar that the lexicons do not carry: eras, abbreviated and historical month names. All data. */

/** Era name → the year before its first: 民國九年 is 1911 + 9. Lunar calendars (光緒, 庚申年) are not read. */
export const eras: Readonly<Record<string, number>> = {
  中華民國: 1911,
  中华民国: 1911,
  民國: 1911,
  民国: 1911,
  明治: 1867,
  大正: 1911,
  昭和: 1925,
  平成: 1988,
  令和: 2018,
  檀紀: -2333,
  단기: -2333,
  公元: 0,
  西元: 0,
  西曆: 0,
};

/**
 * Month number → names beside the lexicons' full ones, in lower case without accents. Abbreviations of three letters
 * and more; spellings of older papers (“15 den Mey”, “6 Juny”, “ſ” is folded to s before the look-up).
 */
export const monthNames: readonly (readonly [number, readonly string[]])[] = [
  [1, ["jan", "janv", "ene", "jänner", "january", "janner", "jenner", "januarius", "januarij", "january"]],
  [2, ["feb", "febr", "fev", "fevr", "hornung", "februarij", "february"]],
  [3, ["mar", "mrt", "maerz", "merz", "meert", "maert", "lentemaand"]],
  [4, ["apr", "avr", "abr", "grasmaand"]],
  [5, ["may", "mey", "bloeimaand"]],
  [6, ["jun", "juny", "junij", "brachmonat"]],
  [7, ["jul", "juil", "july", "julij", "heumonat"]],
  [8, ["aug", "aout", "ago", "oogst"]],
  [9, ["sep", "sept", "septembr", "set"]],
  [10, ["oct", "okt", "october", "octobre"]],
  [11, ["nov", "novembr"]],
  [12, ["dec", "dez", "dic", "december"]],
];

/** Weekday names beside the lexicons' own, in lower case without accents. */
export const weekdayNames: readonly string[] = [
  "mon",
  "tue",
  "tues",
  "wed",
  "thu",
  "thur",
  "thurs",
  "fri",
  "sat",
  "sun",
  "vrydag",
  "vrydaegfe",
  "saturdag",
  "dinsdag",
  "woensdag",
  "maendag",
  "zaturdag",
];
