/**
 * What can speak for two parts of a story being one, as the data and the command line word it. Where readers see it, it is
 * put into their language by its name.
 */
export const joinReasons = {
  bothMarks: "both marks name each other's page",
  oneMark: "one mark names the other's page, whose number cannot be read",
  rareWords: "the texts share rare words",
  headWords: "the jump head's words stand in the first half",
  markWord: "the mark's own word stands in the other half",
  sentenceGoesOn: "the broken sentence goes on",
  columnsRunOn: "no mark: the columns run on over the page with no heading",
  lastToFirst: "no mark: the foot of the last column goes on at the head of the next page, under no heading",
  breaksOff: "its last sentence breaks off",
  beginsInside: "the text begins inside a sentence",
  wordCut: "a word is cut",
  notSetIn: "its first line is not set in",
  bothAtFoot: "both stand in the storey at the foot of the page",
} as const;

export type JoinReason = keyof typeof joinReasons;

/** Between the reasons of one join. */
export const reasonSeparator = "; ";
