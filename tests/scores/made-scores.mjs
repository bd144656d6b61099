/**
 * Figures of the typeset bench by language, by make-up and by number of columns. They are kept in made.json, so that
 * docs/scores.md can show those of the last time where there is no browser to make the pages.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { figuresOf } from "./score-edition.mjs";

const keptIn = new URL("made.json", import.meta.url);

/** `de1-7` → setting 7. */
export const settingOf = (name) => /-(\d+)$/.exec(name)?.[1];

/** Sums of these, means of the others. */
const counted = new Set(["splits", "merges", "edits"]);

export function meanOf(rows) {
  const mean = {};
  for (const key of new Set(rows.flatMap((row) => Object.keys(row)))) {
    const known = rows.map((row) => row[key]).filter((value) => typeof value === "number");
    const sum = known.reduce((total, value) => total + value, 0);
    mean[key] = known.length === 0 ? null : counted.has(key) ? sum : sum / known.length;
  }
  return mean;
}

/** What is shown and what has a floor. */
const kept = [
  ...["stories", "text", "article_f1", "letters_f1", "paragraph_f1", "whole", "exact", "headline"],
  ...["splits", "merges", "edits", "jumps", "jumps_joined", "jumps_false", "lost", "added"],
];
const round = (value) => (typeof value === "number" ? Math.round(value * 10000) / 10000 : value);

/** Figures by variant of a group of scored issues, as `scoreMade` gives them. */
export function madeFigures(scored) {
  const variants = [...new Set(scored.map(({ variant }) => variant))];
  return Object.fromEntries(
    variants.map((variant) => {
      const figures = figuresOf(scored.filter((one) => one.variant === variant).map(({ score }) => score));
      return [variant, Object.fromEntries(kept.map((key) => [key, round(figures[key])]))];
    }),
  );
}

/** `[{kind, row, issues, figures: {variant: {…}}}]`: languages, make-ups, columns, all. */
export function madeRows(scored) {
  const kinds = [
    ["language", ({ language }) => language],
    ["make-up", ({ makeup }) => makeup.name],
    ["columns", ({ makeup }) => `${makeup.columns} ${makeup.tiers ? "tiers" : "columns"}`],
    ["all", () => "all"],
  ];
  return kinds.flatMap(([kind, nameOf]) =>
    [...new Set(scored.map(nameOf))].sort().map((row) => {
      const own = scored.filter((one) => nameOf(one) === row);
      return { kind, row, issues: new Set(own.map(({ name }) => name)).size, figures: madeFigures(own) };
    }),
  );
}

/** Rows for the floors: `made text`, `made alto`, `made pdf`; `name`: of the set of pages. */
export const madeFloorRows = (scored, name = "made") =>
  new Map(Object.entries(madeFigures(scored)).map(([variant, figures]) => [`${name} ${variant}`, figures]));

export const writeMade = (rows) => writeFileSync(keptIn, `${JSON.stringify(rows, null, 1)}\n`);
/** @returns {object[]} empty where nothing was kept */
export const readMade = () => (existsSync(keptIn) ? JSON.parse(readFileSync(keptIn, "utf8")) : []);
