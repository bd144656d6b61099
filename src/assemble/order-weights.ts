/**
 * The weights of a story's reading order, in nats (−log of how often real pages do it). Set by reason, then fitted on
 * pages of several papers and languages by a random walk over links. What stands in a story is not asked here.
 */
export interface OrderWeights {
  /** Two bodies that speak of the same thing follow each other. */
  readonly cohesion: number;
  /** A headline's words found in its story. */
  readonly headline: number;
  /** A subhead's words found in what stands under it. */
  readonly subhead: number;
  readonly headless: number;
  /** A second half without a jump head. */
  readonly headlessJump: number;
  /** A jump line, a continuation mark or a credit away from its text. */
  readonly markFar: number;
  /** A heading without a story. */
  readonly bareHeading: number;
  /** A byline or a dispatch opener in the middle. */
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
  /** Parting two headings that stand together. */
  readonly partHeadings: number;
  /** How much an unfinished or finished edge counts. */
  readonly edge: number;
  /** Other column width inside one story. */
  readonly measure: number;
  readonly asSubhead: number;
  readonly subheadLines: number;
  readonly headingChain: number;
  /** Two headings of one story that are not neighbours in the file. */
  readonly chainFar: number;
  /** A longer line under a headline. */
  readonly deck: number;
  /** A paragraph that breaks off at the end of its story. */
  readonly openEnd: number;
  /** Letters that meet at a cut as they meet elsewhere in the edition. */
  readonly seam: number;
}

export const orderWeights: OrderWeights = {
  cohesion: 0.639,
  headline: 1.254,
  subhead: 1.29,
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
  partHeadings: 3,
  edge: 2.463,
  measure: 1.159,
  asSubhead: 1.017,
  subheadLines: 7.11,
  headingChain: 0.681,
  openEnd: 0.309,
  seam: 3.725,
  deck: 2.512,
  chainFar: 2.794,
};
