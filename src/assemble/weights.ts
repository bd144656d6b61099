/**
 * The weights of the grouping, in nats (−log of how often). Set by reason, then fitted together on pages of several
 * papers and languages by `tests/scores/fit-weights.mjs`; docs/scores.md says how far the result moves when each is
 * halved or doubled.
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
  readonly headless: number;
  /** A second half without a jump head. */
  readonly headlessJump: number;
  /** A jump line, a continuation mark or a credit away from its text. */
  readonly markFar: number;
  /** A heading without a story. */
  readonly bareHeading: number;
  /** A second byline, a second dispatch opener in one story. */
  readonly secondStart: number;
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
  readonly asSubhead: number;
  readonly subheadLines: number;
  readonly headingChain: number;
  /** A paragraph that breaks off at the end of its story. */
  readonly openEnd: number;
  /** Letters that meet at a cut as they meet elsewhere in the edition. */
  readonly seam: number;
  /** Cohesion a lone paragraph is credited with. */
  readonly lonely: number;
}

export const defaultWeights: Weights = {
  cohesion: 1.2,
  headline: 6,
  subhead: 3.5,
  slug: 5,
  story: 1.5,
  unmarkedStart: 0.6,
  headless: 4,
  headlessJump: 1,
  markFar: 2.5,
  bareHeading: 5.5,
  secondStart: 3.5,
  leap: 1.5,
  distance: 0.22,
  backwards: 0.4,
  headingNear: 0.9,
  headingFar: 1.7,
  part: 0.8,
  edge: 1,
  measure: 1.2,
  asSubhead: 0.6,
  subheadLines: 1.8,
  headingChain: 0.5,
  openEnd: 3,
  seam: 1,
  lonely: 0,
};
