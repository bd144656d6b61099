/**
 * Plain pages taken from libraries' ALTO, with the libraries' own segmentation as truth. Their segments are runs of
 * text, not paragraphs, and partly made by machine: who stands with whom is scored, paragraphs are not.
 */
import { alignLines, linesOfText } from "../align-lines.mjs";
import { wordKey } from "../fold.mjs";
import { corrections, printed, putRight } from "./as-printed.mjs";
import { editionSheet, file, has, inData, list, readJson, readText } from "./data-folder.mjs";

export const libraries = [
  {
    name: "luxzeit",
    folder: "luxzeit-1858-12-07",
    newspaper: "Luxemburger Zeitung",
    date: "1858-12-07",
    language: "fr",
  },
  {
    name: "statesman",
    folder: "statesman-1824-02-17",
    newspaper: "The Statesman",
    date: "1824-02-17",
    language: "en",
  },
  {
    name: "journal-des-debats",
    folder: "journal-des-debats-1821-08-01",
    newspaper: "Journal des débats",
    date: "1821-08-01",
    language: "fr",
  },
  {
    name: "courant",
    folder: "gravenhaegse-courant-1750-05-15",
    newspaper: "'s Gravenhaegse Courant",
    date: "1750-05-15",
    language: "nl",
  },
];

/** Items of a derived truth, and the strings that own lines: a segment is what a paragraph is elsewhere. */
export function itemsOfLibrary(truth) {
  const strings = [];
  const items = truth.items.map((entry, item) => {
    const segments = entry.segments ?? [
      ...(entry.title ? [{ page: entry.pages[0], text: entry.title }] : []),
      ...entry.paragraphs.map((text) => ({
        text,
        page: entry.pages.length === 1 ? entry.pages[0] : undefined,
      })),
    ];
    const used = segments.filter((segment) => wordKey(segment.text) !== "");
    for (const [paragraph, { page, text }] of used.entries())
      strings.push({ item, paragraph, text, ...(page ? { page } : {}) });
    const label = wordKey(entry.label ?? entry.title ?? "");
    const heading =
      label !== "" && used[0] && wordKey(used[0].text) === label ? [entry.label ?? entry.title] : null;
    return {
      id: entry.id,
      label: (entry.label ?? entry.title ?? used[0]?.text ?? "").slice(0, 24),
      story: (entry.type ?? "ARTICLE") === "ARTICLE",
      headline: heading,
      paragraphs: used.map(({ text }) => ({ text })),
    };
  });
  return { items, strings };
}

/** What a library knows of an issue: which lines are whose. */
export const truthOfLibrary = (language, items, owners, lines) => ({
  language,
  items,
  owners,
  lineOrder: [...owners.keys()],
  lines,
  has: { paragraphs: false, headlineRole: false, spaces: false },
});

/** @param {{asPrinted?: boolean}} options `asPrinted`: where slips of the library are known, the issue once more without them */
export function* derivedCases({ asPrinted = false } = {}) {
  for (const { name, folder, newspaper, date, language } of libraries) {
    if (!has(folder, "derived", "truth.json")) continue;
    const truth = readJson(inData(folder, "derived", "truth.json"));
    const files = [];
    const lines = [];
    for (const page of list(inData(folder, "derived", "pages"))) {
      const text = readText(inData(folder, "derived", "pages", page));
      files.push(file(page, text));
      lines.push(...linesOfText(Number(/(\d+)\.txt$/.exec(page)[1]), text));
    }
    files.push(editionSheet({ newspaper, date, language }));
    const { items, strings } = itemsOfLibrary(truth);
    const owners = alignLines(lines, strings);
    const entry = { variant: folder, job: { folder, files } };
    yield { ...entry, source: name, truth: truthOfLibrary(language, items, owners, lines) };
    if (!asPrinted || !corrections[name]) continue;
    const right = putRight(name, items, owners);
    yield {
      ...entry,
      source: printed(name),
      truth: truthOfLibrary(language, right.items, right.owners, lines),
    };
  }
}
