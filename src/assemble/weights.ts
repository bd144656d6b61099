/**
 * The weights of the grouping, in nats (−log of how often). Set by reason, then fitted together on pages of several
 * papers and languages by `tests/scores/fit-weights.mjs`, which with `--each` also says how far the result moves when
 * each is halved or doubled.
 */
export interface Weights {
  /** Two bodies that speak of the same thing. */
  readonly cohesion: number;
  /** Share of a headline's words found in its story. */
  readonly headline: number;
  readonly subhead: number;
  /** The slug of a jump line (See HARBOR) found in its story. */
  readonly slug: number;
  /** One story more on the page. */
  readonly story: number;
  /** A story with nothing that tells its beginning: no byline, dateline, continuation mark. */
  readonly unmarkedStart: number;
  /** And for each further paragraph of it: long stories are signed. */
  readonly unsignedLong: number;
  /** Two neighbouring subheads of one build. */
  readonly parallel: number;
  readonly headless: number;
  /** A second half without a jump head. */
  readonly headlessJump: number;
  /** A jump line, a continuation mark or a credit away from its text. */
  readonly markFar: number;
  /** A heading without a story. */
  readonly bareHeading: number;
  /** A second byline, a second dispatch opener in one story. */
  readonly secondStart: number;
  /** A further place in the file where parts of the story stand. */
  readonly scatter: number;
  /** A further body that does not stand next in the file, and each e-fold of distance. */
  readonly leap: number;
  readonly distance: number;
  readonly backwards: number;
  /** A heading whose body stands before or after another run than its own. */
  readonly headingNear: number;
  readonly headingFar: number;
  /** Parting two bodies that stand together in one run. */
  readonly part: number;
  /** How much an unfinished or finished edge counts. */
  readonly edge: number;
  /** Other column width inside one story. */
  readonly measure: number;
  /** A heading that stands in the file where the page's other headings do not. */
  readonly headHabit: number;
  /** Headings standing anywhere, for each: what the freedom costs. */
  readonly mixedHeads: number;
  readonly asSubhead: number;
  readonly subheadLines: number;
  readonly headingChain: number;
  /** Two headings of one story that are not neighbours in the file. */
  readonly chainFar: number;
  /** What is left of the weight of order in a file whose blocks come in none, and what that reading costs for each node. */
  readonly looseShare: number;
  readonly loosePrice: number;
  /** A longer line under a headline. */
  readonly deck: number;
  /** A paragraph that breaks off at the end of its story. */
  readonly openEnd: number;
  /** Letters that meet at a cut as they meet elsewhere in the edition. */
  readonly seam: number;
  /** Cohesion a lone paragraph is credited with. */
  readonly lonely: number;
}

export const defaultWeights: Weights = {
  cohesion: 0.639,
  headline: 1.254,
  subhead: 1.29,
  slug: 4.38,
  story: 0.616,
  unmarkedStart: 0.257,
  headless: 2.957,
  headlessJump: 2.356,
  markFar: 4.203,
  bareHeading: 1.702,
  secondStart: 1.62,
  leap: 2.287,
  distance: 0.819,
  backwards: 1.095,
  headingNear: 0.641,
  headingFar: 1.027,
  part: 1.481,
  edge: 2.463,
  measure: 1.159,
  asSubhead: 1.017,
  subheadLines: 7.11,
  headingChain: 0.681,
  openEnd: 0.309,
  seam: 3.725,
  lonely: -0.281,
  scatter: 3.155,
  deck: 2.512,
  headHabit: 1.243,
  mixedHeads: 0.246,
  chainFar: 2.794,
  looseShare: 0.784,
  loosePrice: 0.308,
  unsignedLong: 0.12,
  parallel: 1.131,
};
