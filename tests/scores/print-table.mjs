/** The score table, for the terminal and for docs/scores.md. */
export const number = (value, digits = 3) =>
  value === null || value === undefined || Number.isNaN(value)
    ? "–"
    : typeof value === "number"
      ? value.toFixed(digits)
      : value;

export const columns = [
  ["stories", (f) => `${f.stories}/${f.articles}`],
  ["par F1", (f) => number(f.paragraph_f1)],
  ["par exact", (f) => number(f.paragraphs)],
  ["same-art. F1", (f) => number(f.article_f1)],
  ["letters F1", (f) => number(f.letters_f1)],
  ["whole", (f) => number(f.whole, 2)],
  ["exact", (f) => number(f.exact, 2)],
  ["headline", (f) => number(f.headline, 2)],
  ["heading lines", (f) => number(f.heading_lines, 2)],
  ["split+merge", (f) => `${f.splits}+${f.merges}`],
  ["jumps", (f) => `${f.jumps_joined}/${f.jumps}`],
  ["false", (f) => f.jumps_false],
  ["dangling", (f) => (f.dangling_right ? `${f.dangling_right} of ${f.dangling}` : `${f.dangling}`)],
  ["gaps +/1000", (f) => number(f.spurious_per_1000, 2)],
  ["gaps −/1000", (f) => number(f.gaps_lost_per_1000, 2)],
  ["lost", (f) => f.lost],
  ["twice", (f) => f.added],
];

const pad = (text, width) => text + " ".repeat(Math.max(0, width - text.length));

export function printTable(rows) {
  const table = [
    ["source", ...columns.map(([name]) => name)],
    ...[...rows].map(([name, figures]) => [name, ...columns.map(([, show]) => String(show(figures)))]),
  ];
  const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
  return table.map((row) => row.map((cell, column) => pad(cell, widths[column])).join("  ")).join("\n");
}

export function printMarkdown(rows) {
  const head = ["source", ...columns.map(([name]) => name)];
  const lines = [`| ${head.join(" | ")} |`, `|---|${columns.map(() => "---:").join("|")}|`];
  for (const [name, figures] of rows)
    lines.push(`| ${[name, ...columns.map(([, show]) => String(show(figures)))].join(" | ")} |`);
  return lines.join("\n");
}

const outside = [
  "article_text",
  "article_exact",
  "headline_exact",
  "article_f1",
  "paragraph_f1",
  "jump_precision",
  "jump_recall",
  "missing_per_1000",
  "added_per_1000",
  "splits",
  "merges",
  "edits",
];

export function printOutside(rows, markdown = false) {
  if (rows.size === 0) return "";
  const table = [
    ["score.py", ...outside],
    ...[...rows].map(([name, figures]) => [
      name,
      ...outside.map((key) => number(figures[key], Number.isInteger(figures[key]) ? 0 : 3)),
    ]),
  ];
  if (markdown)
    return [table[0], ["---", ...outside.map(() => "---:")], ...table.slice(1)]
      .map((row) => `| ${row.join(" | ")} |`)
      .join("\n");
  const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
  return table.map((row) => row.map((cell, column) => pad(cell, widths[column])).join("  ")).join("\n");
}

/** Reading order, for the terminal: how far from the file's, 0 is the same. */
export const printOrder = (rows) =>
  [...rows]
    .map(
      ([name, f]) =>
        `${name}  regions apart ${number(f.regions_apart)} of ${f.regions}  lines apart ${number(f.lines_apart)} of ${f.lines}, alone ${number(f.alone_apart)}`,
    )
    .join("\n");
