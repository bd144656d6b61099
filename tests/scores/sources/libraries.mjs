/**
 * Libraries' issues as they deliver them, METS or DIDL over ALTO, with the places of all words. The program is told to
 * make its own articles (`segmentation: ours`); the truth is the library's, laid under the lines by the program's own
 * reader of issue files, so it is exact where `derived.mjs` has to guess by words. Items and what a pair is made of
 * are the same as there: segments of the derived truth.
 *
 *     item DTL48, segments “Revue politique.” and “Les bruits de guerre…”  →  line 1:98 of segment 0, lines 1:99… of 1
 */
import { corrections, printed, putRight } from "./as-printed.mjs";
import { editionSheet, has, inData, readJson } from "./data-folder.mjs";
import { itemsOfLibrary, libraries, truthOfLibrary } from "./derived.mjs";

const lineOf = /^p(\d+)-l(\d+)$/;
const keyOf = (id) => id.replace(lineOf, "$1:$2");
/** Marks and spaces are told otherwise by the two; letters and digits are not. */
const bare = (text) => text.replace(/[^\p{L}\p{N}]/gu, "");

/** Lines of an item, in order, are those of its segments, in order: which line begins in which segment. */
function shareLines(lines, segments, name) {
  const ends = [];
  for (const text of segments) ends.push((ends.at(-1) ?? 0) + bare(text).length);
  let at = 0;
  let paragraph = 0;
  const out = lines.map(({ id, text }) => {
    while (paragraph < ends.length - 1 && at >= ends[paragraph]) paragraph += 1;
    at += bare(text).length;
    return { id, paragraph };
  });
  if (at !== (ends.at(-1) ?? 0))
    throw new Error(`${name}: the lines of the issue file are not those of the truth`);
  return out;
}

function ownersOf({ pages, library }, items, source) {
  const texts = new Map(
    pages.flatMap(({ blocks }) => blocks.flatMap(({ lines }) => lines.map(({ id, text }) => [id, text]))),
  );
  const owners = new Map();
  for (const [item, { id, paragraphs }] of items.entries()) {
    // The derived truth of the DIDL set leaves out what all its IDs begin with.
    const placed = library.items.find((other) => other.id === id || other.id.endsWith(id));
    if (!placed) continue;
    const lines = placed.parts.flatMap((part) =>
      part.lines.map((line) => ({ id: line, text: texts.get(line) })),
    );
    const segments = paragraphs.map(({ text }) => text);
    for (const line of shareLines(lines, segments, `${source} ${id}`))
      owners.set(keyOf(line.id), { item, paragraph: line.paragraph });
  }
  return owners;
}

export const withPlaces = (name) => `${name}, with places`;

async function loadCase({ name, folder, newspaper, date, language }, asPrinted) {
  const { loadJob } = await import("../../../lib/store/load-job.js");
  const { readEdition } = await import("../../../lib/read/index.js");
  const { files } = (await loadJob(inData(folder))).value;
  const jobOf = (segmentation) => ({
    folder,
    files: [...files, editionSheet({ newspaper, date, language, segmentation })],
  });
  const known = itemsOfLibrary(readJson(inData(folder, "derived", "truth.json"))).items;
  const read = readEdition(jobOf("source")).value;
  const given = { items: known, owners: ownersOf(read, known, name) };
  const { items, owners } = asPrinted ? putRight(name, given.items, given.owners) : given;
  const lines = read.pages.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.lines.map(({ page, number, original }) => ({ page, number, text: original })),
    ),
  );
  return {
    source: withPlaces(asPrinted ? printed(name) : name),
    variant: folder,
    job: jobOf("ours"),
    truth: truthOfLibrary(language, items, owners, lines),
  };
}

/** The issues that are at hand, each read when it is asked for: `{source, variant, load}`. */
export const libraryCases = () =>
  libraries
    .filter(({ folder }) => has(folder, "derived", "truth.json"))
    .flatMap((library) => [
      { name: library.name, library, asPrinted: false },
      ...(corrections[library.name] ? [{ name: printed(library.name), library, asPrinted: true }] : []),
    ])
    .map(({ name, library, asPrinted }) => ({
      source: withPlaces(name),
      variant: library.folder,
      load: () => loadCase(library, asPrinted),
    }));
