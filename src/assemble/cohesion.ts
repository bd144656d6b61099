/**
 * How far two texts of an edition speak of the same thing: shared terms, each worth more the fewer units have it,
 * set against what two texts of their lengths share by chance. 0 is chance; a half is a hint; 1 and more is clear.
 */
import { termsOf } from "../text/terms.js";

export interface CohesionIndex {
  /** Log of shared weight over the weight expected by chance, between −1 and 2.5. Symmetric. */
  readonly cohesion: (a: number, b: number) => number;
  /** Share (0–1) of the weight of `a`'s terms that stand somewhere in the texts `among`. */
  readonly coverage: (a: number, among: readonly number[]) => number;
}

/** Weight that two texts must share beyond chance to count at all: about one term that only they have. */
const prior = 2.5;
/** Terms of a heading that are looked for, the rarest first: bits of one machine word. */
const mostTerms = 30;

type Bag = ReadonlyMap<string, number>;

function weighTerms(terms: readonly Bag[]): Bag[] {
  const documents = new Map<string, number>();
  for (const bag of terms) for (const term of bag.keys()) documents.set(term, (documents.get(term) ?? 0) + 1);
  const count = Math.max(2, terms.length);
  const weigh = (term: string): number => Math.log((count + 1) / ((documents.get(term) ?? 0) + 0.5));
  return terms.map(
    (bag) => new Map([...bag].map(([term, times]) => [term, weigh(term) * Math.min(2, 1 + Math.log(times))])),
  );
}

function sharedWeight(a: Bag, b: Bag): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [term, weight] of small) {
    const other = large.get(term);
    if (other !== undefined) sum += Math.min(weight, other);
  }
  return sum;
}

/** An index over texts, named by their position. Memory grows with the square of their number. */
export function indexCohesion(texts: readonly string[], functionWords: ReadonlySet<string>): CohesionIndex {
  const bags = weighTerms(texts.map((text) => termsOf(text, functionWords)));
  const size = texts.length;
  const matrix = new Float64Array(size * size);
  const means = new Float64Array(size);
  let all = 0;
  for (let a = 0; a < size; a += 1) {
    for (let b = a + 1; b < size; b += 1) {
      const value = sharedWeight(bags[a] as Bag, bags[b] as Bag);
      matrix[a * size + b] = value;
      matrix[b * size + a] = value;
      means[a] = (means[a] ?? 0) + value;
      means[b] = (means[b] ?? 0) + value;
      all += 2 * value;
    }
  }
  const grand = size > 1 ? all / (size * (size - 1)) : 0;
  for (let a = 0; a < size; a += 1) means[a] = (means[a] ?? 0) / Math.max(1, size - 1);
  for (let a = 0; a < size; a += 1) {
    for (let b = 0; b < size; b += 1) {
      const expected = grand > 0 ? ((means[a] ?? 0) * (means[b] ?? 0)) / grand : 0;
      matrix[a * size + b] = Math.max(
        -1,
        Math.min(2.5, Math.log(((matrix[a * size + b] ?? 0) + prior) / (expected + prior))),
      );
    }
  }
  const masks = new Map<number, { weights: number[]; total: number; mask: Int32Array }>();
  const maskOf = (a: number): { weights: number[]; total: number; mask: Int32Array } => {
    const known = masks.get(a);
    if (known) return known;
    const chosen = [...(bags[a] ?? [])]
      .sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1))
      .slice(0, mostTerms);
    const mask = new Int32Array(size);
    for (let b = 0; b < size; b += 1)
      chosen.forEach(([term], bit) => {
        if (b !== a && bags[b]?.has(term)) mask[b] = (mask[b] ?? 0) | (1 << bit);
      });
    const made = {
      weights: chosen.map(([, weight]) => weight),
      total: chosen.reduce((sum, [, weight]) => sum + weight, 0),
      mask,
    };
    masks.set(a, made);
    return made;
  };
  return {
    cohesion: (a, b) => matrix[a * size + b] ?? 0,
    coverage: (a, among) => {
      const { weights, total, mask } = maskOf(a);
      if (total <= 0) return 0;
      let bits = 0;
      for (const b of among) bits |= mask[b] ?? 0;
      let sum = 0;
      for (let bit = 0; bit < weights.length; bit += 1) if (bits & (1 << bit)) sum += weights[bit] ?? 0;
      return sum / total;
    },
  };
}
