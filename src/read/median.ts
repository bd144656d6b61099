/** The middle of some measures: of an even number the upper one, of none undefined. */
export const median = (values: readonly number[]): number | undefined =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
