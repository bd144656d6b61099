/**
 * Lists of places as text. A place is an edition, an article in it and an offset in that. Numbers are differences in
 * digits of five bits, so that a list of one edition stands alone and lists of several are joined by writing them one
 * after another, each with the difference of its edition's number before it.
 *
 *     edition, article × 2 + more?, offset × 2 + more?, offset × 2 + more? …
 */
const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const values: ReadonlyMap<number, number> = new Map(
  Array.from(digits, (digit, value) => [digit.charCodeAt(0), value]),
);

export function writeNumber(value: number): string {
  let rest = value;
  let out = "";
  do {
    const low = rest % 32;
    rest = (rest - low) / 32;
    out += digits[low + (rest > 0 ? 32 : 0)];
  } while (rest > 0);
  return out;
}

/** The numbers of a text of digits. */
export function readNumbers(text: string): number[] {
  const out: number[] = [];
  let value = 0;
  let unit = 1;
  for (let at = 0; at < text.length; at += 1) {
    const digit = values.get(text.charCodeAt(at));
    if (digit === undefined) throw new Error(`not a list of places: ${text.slice(0, 40)}`);
    value += (digit % 32) * unit;
    unit *= 32;
    if (digit >= 32) continue;
    out.push(value);
    value = 0;
    unit = 1;
  }
  return out;
}

/** Offsets by article of one edition, both ascending. */
export function writePostings(
  articles: readonly (readonly [article: number, offsets: readonly number[]])[],
): string {
  let out = "";
  let lastArticle = 0;
  articles.forEach(([article, offsets], index) => {
    out += writeNumber((article - lastArticle) * 2 + (index + 1 < articles.length ? 1 : 0));
    lastArticle = article;
    let last = 0;
    offsets.forEach((offset, place) => {
      out += writeNumber((offset - last) * 2 + (place + 1 < offsets.length ? 1 : 0));
      last = offset;
    });
  });
  return out;
}

/** A place is one number: 2^21 offsets in each of 2^13 articles in an edition. */
export const offsetRoom = 2 ** 21;
export const articleRoom = 2 ** 13;

/** The article of a place, as one number over all editions. */
export const articleOf = (place: number): number => Math.floor(place / offsetRoom);
export const editionOf = (article: number): number => Math.floor(article / articleRoom);

/** All places of a list, ascending. */
export function readPostings(text: string): number[] {
  const numbers = readNumbers(text);
  const places: number[] = [];
  let edition = 0;
  let at = 0;
  const next = (): number => {
    const value = numbers[at];
    if (value === undefined) throw new Error("a list of places breaks off");
    at += 1;
    return value;
  };
  while (at < numbers.length) {
    edition += next();
    let article = 0;
    for (let more = true; more; ) {
      const step = next();
      article += Math.floor(step / 2);
      more = step % 2 === 1;
      const base = (edition * articleRoom + article) * offsetRoom;
      let offset = 0;
      for (let further = true; further; ) {
        const stride = next();
        offset += Math.floor(stride / 2);
        further = stride % 2 === 1;
        places.push(base + offset);
      }
    }
  }
  return places;
}
