/** The part of docs/scores.md about the project's own typeset bench; empty where nothing was ever scored. */
import { number } from "./print-table.mjs";

const ratio = (a, b) => (b ? a / b : null);
const columns = [
  ["text", (f) => number(f.text)],
  ["same-art. F1", (f) => number(f.article_f1)],
  ["exact", (f) => number(f.exact, 2)],
  ["headline", (f) => number(f.headline, 2)],
  ["jumps P", (f) => number(ratio(f.jumps_joined, f.jumps_joined + f.jumps_false), 2)],
  ["jumps R", (f) => number(ratio(f.jumps_joined, f.jumps), 2)],
  ["split+merge", (f) => `${f.splits}+${f.merges}`],
];
const order = ["text", "alto", "pdf"];
const headings = { language: "language", "make-up": "make-up", columns: "columns", all: "" };

function tableOf(kind, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  const names = [headings[kind], "issues", ...columns.map(([name]) => name)];
  const body = rows.map(({ row, issues, figures }) => {
    const variants = order.filter((variant) => figures[variant]);
    const cell = (show) => variants.map((variant) => show(figures[variant])).join(" → ");
    return line([row, issues, ...columns.map(([, show]) => cell(show))]);
  });
  return [line(names), `|---|${"---:|".repeat(names.length - 1)}`, ...body].join("\n");
}

export function madePart(rows) {
  if (rows.length === 0) return "";
  const kinds = Object.keys(headings).filter((kind) => rows.some((row) => row.kind === kind));
  const tables = kinds.map((kind) =>
    tableOf(
      kind,
      rows.filter((row) => row.kind === kind),
    ),
  );
  return `
## Pages set for the purpose

Invented issues set in a browser and printed to PDF (\`tests/typeset\`), each way: as the text an extractor gives → as ALTO
with a box for each word, blocks in a jumbled order → as the PDF itself. **text**: likeness of each story's letters to its
article's, in order (1: the same). The other columns as above; **jumps P**: page turns inside an article whose two sides
are one story; **jumps R**: page turns of the truth that were found, those without a printed mark among them.

Make-ups: **modular**: heads over all their columns; **wrapped**: text goes on beside its head and under a neighbour;
**beside**, **inside**, **heads below**: where heads stand; **mixed**: all of these, with pictures and captions;
**running**: one column filled after the other, stories that turn the page without a mark, a serial in a storey under a
rule; **storeys**: modules above, a serial under a rule through all columns; **turned**: modules, a story of each page
turning to the next without a mark. All have boxed notices, jumps with marks, and section names at the head of the page.
The weights of words were learned from the text of these issues in other settings, but for English (en), vertical Japanese
and simplified Chinese: this tells how the program does on make-ups rather than on words.

${tables.join("\n\n")}
`;
}
