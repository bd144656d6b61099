/** What nobody said and the program inferred, with what it was inferred from, in the site's words. */
import type { EditionView } from "../edition-view.js";
import type { InferredField } from "../words/findings/finding-words.js";
import { saySource } from "./word-findings.js";

/** Fields whose values are words of the newspaper. */
const printed = new Set(["newspaper", "number", "place", "publisher", "rights"]);

export function describeInferred({ edition, words }: EditionView) {
  const { fields, vertical } = words.findings;
  return edition.info.inferred.map(({ field, value, from }) => ({
    field: fields[field as InferredField] ?? field,
    value: value === "vertical" ? vertical : value,
    printed: printed.has(field),
    from: saySource(from, words),
  }));
}
