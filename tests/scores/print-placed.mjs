/** The parts of docs/scores.md that are about pages with places, each as Markdown; each empty without its figures. */
import { number } from "./print-table.mjs";
import { seeds } from "./score-order.mjs";
import { withPlaces } from "./sources/libraries.mjs";

function table(head, rows) {
  if (rows.length === 0) return "";
  const row = (cells) => `| ${cells.join(" | ")} |`;
  return [row(head), `|---|${"---:|".repeat(head.length - 1)}`, ...rows.map(row)].join("\n");
}
/** A part with its heading, or nothing. */
const part = (heading, ...blocks) =>
  blocks.some((block) => block === "") ? "" : `\n## ${heading}\n\n${blocks.join("\n\n")}\n`;
const ratio = (a, b) => (b ? a / b : null);

const sideBySide = [
  ["stories found", (f) => f.articles],
  ["same-art. F1", (f) => number(f.article_f1)],
  ["letters F1", (f) => number(f.letters_f1)],
  ["whole", (f) => `${Math.round(f.whole * f.stories)}/${f.stories}`],
  ["split+merge", (f) => `${f.splits}+${f.merges}`],
  ["headline", (f) => number(f.headline, 2)],
  ["joins P", (f) => number(ratio(f.jumps_joined, f.jumps_joined + f.jumps_false), 2)],
  ["joins R", (f) => (f.jumps ? `${f.jumps_joined}/${f.jumps}` : "–")],
];

const whatLibrariesCallOne = `A library's item is not always what is printed as one:

- **journal-des-debats**: the library puts the second column of p. 3 and all of that article on p. 4 (“M. de Maistre …”), which stand under VARIÉTÉS, to the bulletin of the peers on p. 2: 12 lines. A program that gives exactly what is printed reaches .61 by it. **as printed** is the same truth with that, a footnote and a book notice put where the print has them (\`tests/scores/sources/as-printed.mjs\`); one of the three page turns of the library's truth is then none.
- **statesman**: made by machine. Of its 720 pairs 253 are of one item that begins at the running head of p. 2 and holds three columns of debate without the heading they stand under (NAVY ESTIMATES, another item), two bills with headings of their own, and the news of the next day on p. 3; 105 are of one item with four headings. Cut at the printed headings 260 of the 720 are found. The debate that runs from p. 1 to p. 2 is two items of the library's.
- **luxzeit**: of the exchange's prices the library makes Paris an item, and Antwerp and Frankfurt one, though each has its heading; the table of market prices is set sideways.
- **courant**: countries and notices, as printed.`;

/** `rows`: those of the pages as text; `placed`: the same with places. */
export function librariesPart(rows, placed) {
  const names = [...rows.keys()].filter((name) => placed.has(withPlaces(name)));
  const lines = names.map((name) => [
    name,
    ...sideBySide.map(([, show]) => `${show(rows.get(name))} → ${show(placed.get(withPlaces(name)))}`),
  ]);
  const gain = names.map((name) => placed.get(withPlaces(name)).article_f1 - rows.get(name).article_f1);
  const mean = gain.reduce((sum, value) => sum + value, 0) / gain.length;
  return part(
    "What places are worth: libraries' issues",
    "Our own articles (`segmentation: ours`) of the same pages, as text → with the places of the words (METS or DIDL over ALTO), against the library's. Joins: page turns inside an article; P: those where both sides are one story; R: those of the truth that were found.",
    table(["issue", ...sideBySide.map(([name]) => name)], lines),
    names.length > 0 ? whatLibrariesCallOne : "",
    names.length > 0
      ? `Places change same-article F1 by ${gain.map((value) => `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(3)}`).join(", ")}; ${mean < 0 ? "−" : "+"}${Math.abs(mean).toFixed(3)} on average.`
      : "",
  );
}

export const orderPart = (rows) =>
  part(
    "Reading order",
    `Pages of a German gazette with a reading order given by hand. The order is taken out of the file, its regions are shuffled, layout orders the lines, and the result is held against the file's by edit distance over the length (0: the same; aim: .05). **regions**: each where its first line came to stand. **lines**: each line once, so that a region torn apart shows, and a long region weighs more. **lines alone**: the regions taken away too. The worst of ${seeds.length} shuffles; a sound layout gives the same for all.`,
    table(
      ["page", "regions", "apart", "lines", "apart", "lines alone apart"],
      [...rows].map(([name, f]) => [
        name,
        f.regions,
        number(f.regions_apart),
        f.lines,
        number(f.lines_apart),
        number(f.alone_apart),
      ]),
    ),
  );

export const readersPart = (rows) =>
  part(
    "Every file read whole",
    "All page files of the measuring data, read and held letter by letter, in the order of the file, against an extraction by patterns that shares nothing with the readers; a PDF against the same page in ALTO, in any order. Files that are wrong on purpose are left to the tests.",
    table(
      ["format", "files", "lines", "letters", "equal"],
      [...rows].map(([name, f]) => [name, f.files, f.lines, f.letters, `${f.equal}/${f.files}`]),
    ),
    [...rows.values()].flatMap(({ others }) => others).length > 0
      ? `Not equal: ${[...rows.values()].flatMap(({ others }) => others).join(", ")}.`
      : "All are equal.",
  );

const share = (count, all) => `${((100 * count) / all).toFixed(1)} %`;

function parityRow(name, { words, common, causes, specks, alone }) {
  return [
    name,
    words.join(" / "),
    `${common} (${share(common, words[0])})`,
    ...causes.map(([, count]) => `${count} (${share(count, words[0])})`),
    `${specks[0]} / ${specks[1]}`,
    `${alone[0].length} / ${alone[1].length}`,
  ];
}

export function parityPart(rows) {
  const causes = [...rows.values()][0]?.causes.map(([name]) => name) ?? [];
  const head = ["files", "words", "in common", ...causes, "specks", "in one alone"];
  return part(
    "One page in three formats",
    "The National Tribune of 10 November 1898, p. 1, as ALTO, as PDF with a text layer and as plain text. Words in common, wherever they stand; the others by the first cause that explains them. Shares are of the words of the first named.",
    table(
      head,
      [...rows].map(([name, row]) => parityRow(name, row)),
    ),
    `- **cut in another place**: the text layer of the PDF sets the last letters of a word with a hyphen apart (“rifle-bal- ls” for “rifle-balls”, “Lieut.-Co- l.”): it was made so, and a reader that put it right would alter the file.
- **specks**: signs without a letter, from dirt and ornaments, which the two cut apart otherwise.
- **ALTO and PDF** are of one OCR run. **The plain text** is of another, by another program, and in parts far worse (“orginized”, “ofﬁmrs”): its words differ because it read them otherwise (**read otherwise**: half the letters or more are the same) or so that they cannot be told (**in one alone**). It sets ﬁ as one sign and quotation marks as curls; both are kept.`,
  );
}
