/**
 * How far two texts of an edition speak of the same thing: shared terms, each worth more the fewer units have it,
 * set against what two texts of their lengths share by chance. 0 is chance; a half is a hint; 1 and more is clear.
 */
import { termsOf } from "../text/terms.js";

export interface CohesionIndex {
  /** Log odds, in nats, that two texts are of one story, against that they are not: −0.6 to 3. Symmetric. */
  readonly cohesion: (a: number, b: number) => number;
  /**
   * Share of the weight of `a`'s terms that stand somewhere in the texts `among`, over the share that as many texts
   * taken blindly from the whole would hold: −1 to 1, 0 is chance.
   */
  readonly coverage: (a: number, among: readonly number[]) => number;
  /**
   * Log odds, in nats, that a heading `a` is of the texts `among`: each of its terms stands in its own story more
   * often than not, in another only by chance; the fewer texts have the term, the more it says. 0 says nothing.
   */
  readonly naming: (a: number, among: readonly number[]) => number;
}

/** How often a term of a headline that stands anywhere in the edition's text stands in its own story's. */
const inOwnStory = 0.65;
/** Terms of one headline overlap and go together: what a further one adds, as a power of their number. */
const togetherness = 0.5;
const leastChance = 0.02;
const mostChance = 0.9;

interface Odds {
  readonly found: readonly number[];
  readonly missing: readonly number[];
}

/** For each term, what finding or missing it among `count` texts says. */
function oddsOf(rarity: readonly number[], count: number): Odds {
  const chance = rarity.map((rare) => Math.min(mostChance, Math.max(leastChance, 1 - rare ** count)));
  const own = chance.map((c) => Math.max(inOwnStory, c));
  return {
    found: chance.map((c, t) => Math.log((own[t] ?? c) / c)),
    missing: chance.map((c, t) => Math.log((1 - (own[t] ?? c)) / (1 - c))),
  };
}

/** Weight that two texts must share beyond chance to count at all: about one term that only they have. */
const prior = 2.5;
/** Terms of a heading that are looked for, the rarest first: bits of one machine word. */
const mostTerms = 30;

interface TermMask {
  readonly weights: readonly number[];
  readonly total: number;
  /** For each text, which of the terms it holds. */
  readonly mask: Int32Array;
  /** For each term, the share of texts without it. */
  readonly rarity: readonly number[];
  /** For each term, whether it stands in any other text at all. */
  readonly known: readonly boolean[];
  readonly scale: number;
  readonly odds: Map<number, Odds>;
  /** Share of weight that so many texts hold by chance, by their number. */
  readonly expected: Map<number, number>;
}

type Bag = ReadonlyMap<string, number>;

/** How rare the terms of an edition are. */
export interface TermRarity {
  /** In how many texts each term stands. */
  readonly documents: ReadonlyMap<string, number>;
  readonly texts: number;
  /** Terms that are names. */
  readonly names: ReadonlySet<string>;
}

/** What a name that two texts share says, to another word as rare. */
const weightOfName = 1.6;

function rarityAmong(terms: readonly Bag[]): TermRarity {
  const documents = new Map<string, number>();
  for (const bag of terms) for (const term of bag.keys()) documents.set(term, (documents.get(term) ?? 0) + 1);
  return { documents, texts: terms.length, names: new Set() };
}

function weighTerms(terms: readonly Bag[], { documents, texts, names }: TermRarity): Bag[] {
  const count = Math.max(2, texts);
  const weigh = (term: string): number =>
    Math.max(0, Math.log((count + 1) / ((documents.get(term) ?? 0) + 0.5))) *
    (names.has(term) ? weightOfName : 1);
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

/** Texts shorter than this share words by accident. */
const shortestCompared = 40;
/** Pairs needed before an edition's own figures are believed over the usual ones. */
const enoughPairs = 12;
/** Shared words are evidence for one story; their absence is little against it: sections of a long one share few. */
const leastOdds = -0.6;
const mostOdds = 3;
/** Means and variance of cohesion in pairs of one story and of two, as measured over several papers. */
const usual = { same: 0.18, cross: -0.1, variance: 0.14 };

/**
 * Turns cohesion into the log odds that two texts are of one story: neighbours in the file (`likely`) mostly are, any
 * two mostly are not, and how far these differ here says how much words say in this paper (much in Chinese, little in
 * a short English one). Normal distributions of one variance, so the log odds are a line.
 */
function calibrate(
  matrix: Float64Array,
  texts: readonly string[],
  likely: readonly (readonly [number, number])[],
): void {
  const size = texts.length;
  const long = texts.map((text) => text.length >= shortestCompared);
  const near = likely.filter(([a, b]) => long[a] && long[b]).map(([a, b]) => matrix[a * size + b] ?? 0);
  const any: number[] = [];
  for (let a = 0; a < size; a += 1)
    for (let b = a + 1; b < size; b += 1) if (long[a] && long[b]) any.push(matrix[a * size + b] ?? 0);
  const mean = (list: readonly number[]): number =>
    list.reduce((sum, value) => sum + value, 0) / Math.max(1, list.length);
  const trust = (list: readonly number[]): number => list.length / (list.length + enoughPairs);
  const cross = usual.cross + trust(any) * (mean(any) - usual.cross);
  const same = Math.max(cross + 0.05, usual.same + trust(near) * (mean(near) - usual.same));
  const spread = any.reduce((sum, value) => sum + (value - cross) ** 2, 0) / Math.max(1, any.length);
  const variance = Math.max(0.05, usual.variance + trust(any) * (spread - usual.variance));
  const slope = (same - cross) / variance;
  const middle = (same + cross) / 2;
  for (let i = 0; i < matrix.length; i += 1)
    matrix[i] = Math.max(leastOdds, Math.min(mostOdds, slope * ((matrix[i] ?? 0) - middle)));
}

/**
 * An index over texts, named by their position. Memory grows with the square of their number.
 * @param likely pairs of texts that are probably of one story, for calibration.
 * @param rarity how rare terms are, where more text is known than these; else as they stand in these.
 */
export function indexCohesion(
  texts: readonly string[],
  functionWords: ReadonlySet<string>,
  likely: readonly (readonly [number, number])[],
  rarity?: TermRarity,
): CohesionIndex {
  const terms = texts.map((text) => termsOf(text, functionWords));
  const bags = weighTerms(terms, rarity ?? rarityAmong(terms));
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
  const masks = new Map<number, TermMask>();
  const maskOf = (a: number): TermMask => {
    const before = masks.get(a);
    if (before) return before;
    const chosen = [...(bags[a] ?? [])]
      .sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1))
      .slice(0, mostTerms);
    const mask = new Int32Array(size);
    for (let b = 0; b < size; b += 1)
      chosen.forEach(([term], bit) => {
        if (b !== a && bags[b]?.has(term)) mask[b] = (mask[b] ?? 0) | (1 << bit);
      });
    const weights = chosen.map(([, weight]) => weight);
    const full = texts.filter((text) => text !== "").length;
    const rarity = chosen.map(
      (_, bit) => 1 - mask.reduce((sum, bits) => sum + ((bits >> bit) & 1), 0) / Math.max(2, full),
    );
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const known = rarity.map((rare) => rare < 1);
    const scale = Math.max(1, known.filter(Boolean).length) ** (togetherness - 1);
    const made: TermMask = {
      weights,
      total,
      mask,
      rarity,
      known,
      scale,
      expected: new Map(),
      odds: new Map(),
    };
    masks.set(a, made);
    return made;
  };
  calibrate(matrix, texts, likely);
  return {
    cohesion: (a, b) => matrix[a * size + b] ?? 0,
    coverage: (a, among) => {
      const { weights, total, mask, rarity, expected } = maskOf(a);
      if (total <= 0 || among.length === 0) return 0;
      let chance = expected.get(among.length);
      if (chance === undefined) {
        chance =
          rarity.reduce((share, rare, bit) => share + (weights[bit] ?? 0) * (1 - rare ** among.length), 0) /
          total;
        expected.set(among.length, chance);
      }
      let bits = 0;
      for (const b of among) bits |= mask[b] ?? 0;
      let sum = 0;
      for (let bit = 0; bit < weights.length; bit += 1) if (bits & (1 << bit)) sum += weights[bit] ?? 0;
      return sum / total - chance;
    },
    naming: (a, among) => {
      const { mask, rarity, known, scale, odds } = maskOf(a);
      if (among.length === 0) return 0;
      let said = odds.get(among.length);
      if (!said) {
        said = oddsOf(rarity, among.length);
        odds.set(among.length, said);
      }
      let bits = 0;
      for (const b of among) bits |= mask[b] ?? 0;
      let sum = 0;
      for (let bit = 0; bit < known.length; bit += 1)
        if (known[bit]) sum += (bits & (1 << bit) ? said.found[bit] : said.missing[bit]) ?? 0;
      return sum * scale;
    },
  };
}
