/**
 * The `title` of an hOCR element → its properties, in any order and with or without quotes.
 *
 *     image "a;b.jpg"; bbox 0 0 1869 2776; ppageno 0  →  image: a;b.jpg, bbox: 0 0 1869 2776, ppageno: 0
 *
 * The first of two properties with one name is taken. A quote that does not end is an ordinary character.
 */
export type TitleProperties = ReadonlyMap<string, string>;

/** In the file's own unit, mostly pixels of the scan. */
export interface Rect {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

const noProperties: TitleProperties = new Map();

/** Where the property that begins at `from` ends: at a semicolon outside of quotes. */
function endOfProperty(title: string, from: number): number {
  for (let at = from; at < title.length; at += 1) {
    const character = title[at];
    if (character === ";") return at;
    // `don't.jpg` opens nothing: a quoted value begins after a space.
    if ((character !== '"' && character !== "'") || at === from || title[at - 1] !== " ") continue;
    const closing = title.indexOf(character, at + 1);
    // Without its partner no quote of this kind can be closed further on either.
    if (closing < 0) {
      const semicolon = title.indexOf(";", at);
      return semicolon < 0 ? title.length : semicolon;
    }
    at = closing;
  }
  return title.length;
}

const unquote = (value: string): string =>
  value.length > 1 && (value[0] === '"' || value[0] === "'") && value.endsWith(value[0])
    ? value.slice(1, -1)
    : value;

export function parseTitle(title: string | undefined): TitleProperties {
  if (title === undefined || title === "") return noProperties;
  const found = new Map<string, string>();
  for (let from = 0; from < title.length; ) {
    const end = endOfProperty(title, from);
    const property = title.slice(from, end).trim();
    const space = property.search(/\s/);
    const name = (space < 0 ? property : property.slice(0, space)).toLowerCase();
    if (name !== "" && !found.has(name))
      found.set(name, space < 0 ? "" : unquote(property.slice(space).trim()));
    from = end + 1;
  }
  return found;
}

const plainNumber = /^[+-]?(\d{1,15}(\.\d{0,15})?|\.\d{1,15})$/;

/** The numbers of a property; undefined where it is missing or begins with anything else. */
export function numbersOf(properties: TitleProperties, name: string): readonly number[] | undefined {
  const value = properties.get(name);
  if (value === undefined) return undefined;
  const numbers: number[] = [];
  // Nobody asks for more than the four of a box.
  for (const word of value.slice(0, 200).split(/[\s,]+/)) {
    if (!plainNumber.test(word)) break;
    numbers.push(Number(word));
  }
  return numbers.length > 0 ? numbers : undefined;
}

export const numberOf = (properties: TitleProperties, name: string): number | undefined =>
  numbersOf(properties, name)?.[0];

/** The corners of `bbox`; undefined where there is none, or fewer than four numbers. */
export function rectOf(properties: TitleProperties): Rect | undefined {
  const [x0, y0, x1, y1] = numbersOf(properties, "bbox") ?? [];
  return x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined
    ? undefined
    : { x0, y0, x1, y1 };
}
