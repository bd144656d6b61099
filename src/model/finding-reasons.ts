/**
 * Why something was decided, or is left over, as the data and the command line word it. Where archivists see it on the
 * site, it is put into their language by its name, as the reasons of joins are (join-reasons.ts).
 */
export const findingReasons = {
  fitsHere: "its words, its edges and its place in the file fit here a little better than elsewhere",
  judgedByLine: "judged by its length against the column, how it ends, and its neighbours",
  otherHalfMissing: "its other half was not found",
  textAlone: "text whose article was not found",
  headingAlone: "heading whose text was not found",
  markAlone: "mark whose text was not found",
  lineAlone: "line whose article was not found",
  captionAlone: "caption whose article was not found",
  markApart: "mark that stands with no article",
  jumpForbidden: "an editor forbade the jump",
  calledJump: "an editor called it a jump",
} as const;

export type FindingReason = keyof typeof findingReasons;

/** What a decision chose where that is neither a role nor an article. An id follows all but the first. */
export const findingChoices = {
  ownArticle: "an article of its own",
  joinedWith: "joined with",
  goesOnFrom: "goes on from",
} as const;

export type FindingChoice = keyof typeof findingChoices;

/** What an inferred value was inferred from, where that is no line of a file. */
export const inferenceSources = {
  nothing: "nothing names it",
  text: "the text",
  characters: "zh, and the characters of the text",
  verticalForms: "the vertical forms of its punctuation",
  folder: "folder name {name}",
  issueFile: "the {name} file",
} as const;

export type InferenceSource = keyof typeof inferenceSources;
