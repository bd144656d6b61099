/**
 * Reads a `custom` value, in which Transkribus keeps what PAGE has no place for. Anything that is not in its form says
 * nothing.
 *
 *     readingOrder {index:3;} structure {type:heading;} textStyle {offset:0; length:7; bold:true;}
 */
export interface CustomEntry {
  readonly name: string;
  readonly values: ReadonlyMap<string, string>;
}

/** The entries of a `custom` value in order; of a key that stands twice in an entry the first is taken. */
export function readCustom(custom: string | undefined): CustomEntry[] {
  const entries: CustomEntry[] = [];
  if (custom === undefined) return entries;
  for (let from = 0; ; ) {
    const open = custom.indexOf("{", from);
    const close = open < 0 ? -1 : custom.indexOf("}", open);
    if (close < 0) return entries;
    const values = new Map<string, string>();
    for (const pair of custom.slice(open + 1, close).split(";")) {
      const colon = pair.indexOf(":");
      const key = pair.slice(0, Math.max(0, colon)).trim();
      if (key !== "" && !values.has(key)) values.set(key, pair.slice(colon + 1).trim());
    }
    entries.push({ name: custom.slice(from, open).trim(), values });
    from = close + 1;
  }
}

/** One value of the first entry of a name: `customValue(custom, "structure", "type")`. */
export const customValue = (custom: string | undefined, name: string, key: string): string | undefined =>
  readCustom(custom)
    .find((entry) => entry.name === name)
    ?.values.get(key);
