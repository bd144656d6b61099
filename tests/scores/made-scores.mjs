/**
 * Means over the issues that tests/typeset/make-geometry.mjs makes, by setting and by language. Scoring them takes half
 * an hour, so `npm run scores` does not: `score-geometry.mjs /folder --write` keeps the means in made.json, and
 * docs/scores.md shows what was kept last.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";

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

const round = (value) => (typeof value === "number" ? Math.round(value * 10000) / 10000 : value);

/** @param {{name: string, variant: string, language: string, figures: object}[]} scored figures of the outside scorer */
export function writeMade(scored) {
  const groups = new Map();
  const add = (row, variant, figures) => {
    const group = groups.get(row) ?? new Map();
    groups.set(row, group.set(variant, [...(group.get(variant) ?? []), figures]));
  };
  for (const { name, variant, language, figures } of scored) {
    add(`setting ${(settingOf(name) ?? "").padStart(2, "0")}`, variant, figures);
    add(language, variant, figures);
    add("all", variant, figures);
  }
  const rankOf = (row) => (row === "all" ? 2 : row.startsWith("setting") ? 0 : 1);
  const rows = [...groups]
    .sort(([a], [b]) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1))
    .flatMap(([row, group]) =>
      [...group].map(([variant, figures]) => {
        const mean = Object.entries(meanOf(figures)).map(([key, value]) => [key, round(value)]);
        return { row, variant, issues: figures.length, figures: Object.fromEntries(mean) };
      }),
    );
  writeFileSync(keptIn, `${JSON.stringify(rows, null, 1)}\n`);
}

/** @returns {{row: string, variant: string, issues: number, figures: object}[]} empty where nothing was kept */
export const readMade = () => (existsSync(keptIn) ? JSON.parse(readFileSync(keptIn, "utf8")) : []);
