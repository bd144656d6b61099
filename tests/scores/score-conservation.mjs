/** Was every printed character kept, once? Counted against the file itself, not against what the reader says it read. */
import { foldChar, letters } from "./fold.mjs";

const undo = (line) => {
  let text = line.text;
  for (const edit of [...line.edits].reverse())
    text = text.slice(0, edit.at) + edit.removed + text.slice(edit.at + edit.inserted.length);
  return text;
};

/**
 * @param {object} edition assembled edition
 * @param {object[]} clusters from flattenEdition
 * @param {{page: number, number: number, text: string}[]} lines non-blank lines of the files
 * @returns {{characters: number, lost: number, added: number, edits: number, unrestored: number}}
 *   lost: source characters that stand in no article, furniture or leftover; added: those that stand twice or that
 *   no source line holds; unrestored: lines whose edits taken back do not give the source line.
 */
export function scoreConservation(edition, clusters, lines) {
  const covered = new Map();
  for (const cluster of clusters)
    for (const passage of cluster.passages)
      for (const span of passage.spans) {
        const list = covered.get(span.line) ?? [];
        list.push([span.start, span.end]);
        covered.set(span.line, list);
      }
  const found = new Map();
  let lost = 0;
  let added = 0;
  let edits = 0;
  let unrestored = 0;
  for (const page of edition.pages)
    for (const block of page.blocks)
      for (const line of block.lines) {
        const key = `${page.number}:${line.number}`;
        found.set(key, [...(found.get(key) ?? []), line]);
        edits += line.edits.length;
        if (undo(line) !== line.original) unrestored += 1;
        const times = new Uint8Array(line.text.length);
        for (const [start, end] of covered.get(line.id) ?? [])
          for (let at = start; at < end; at += 1) times[at] += 1;
        let at = 0;
        for (const char of line.text) {
          if (foldChar(char) !== "") {
            if (times[at] === 0) lost += 1;
            if (times[at] > 1) added += times[at] - 1;
          }
          at += char.length;
        }
      }
  /** The file's line, from its stretches where it was cut. */
  const wholeOf = (parts) =>
    [...parts]
      .sort((a, b) => (a.stretch?.at ?? 0) - (b.stretch?.at ?? 0))
      .map(({ original }) => original)
      .join("");
  let characters = 0;
  for (const line of lines) {
    const source = letters(line.text);
    characters += source.length;
    const read = found.get(`${line.page}:${line.number}`);
    found.delete(`${line.page}:${line.number}`);
    if (!read) lost += source.length;
    else {
      const got = letters(wholeOf(read));
      if (got !== source) {
        lost += Math.max(0, source.length - got.length) || 1;
        added += Math.max(0, got.length - source.length);
      }
    }
  }
  for (const parts of found.values()) added += letters(wholeOf(parts)).length;
  return { characters, lost, added, edits, unrestored };
}
