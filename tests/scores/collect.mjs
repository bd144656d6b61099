/** All cases that are at hand, and their scores. Absent data gives no case and no error. */
import { flattenEdition, predictionOf } from "./flatten-edition.mjs";
import { figuresOf, scoreEdition } from "./score-edition.mjs";
import { derivedCases } from "./sources/derived.mjs";
import { jingbaoCases } from "./sources/jingbao.mjs";
import { seedPageCases } from "./sources/seed-page.mjs";
import { developmentCases, goldenCases, typesetCases } from "./sources/whole-issues.mjs";
import { assembleJob } from "./stages.mjs";

/** @param {{only?: string[], dev?: string, bare?: boolean}} options `only`: parts of source or variant names */
export function* allCases({ only = [], dev, bare } = {}) {
  const wanted = (entry) =>
    only.length === 0 || only.some((part) => `${entry.source} ${entry.variant}`.includes(part));
  const makers = [
    seedPageCases,
    jingbaoCases,
    () => derivedCases({ asPrinted: true }),
    typesetCases,
    goldenCases,
    ...(dev ? [(options) => developmentCases(dev, options)] : []),
  ];
  for (const make of makers) for (const entry of make({ bare })) if (wanted(entry)) yield entry;
}

/** Name of the row a case is summed up in. */
export const rowOf = ({ source, variant }) =>
  source === "seed-page" && variant !== "as it is" ? `${source}, ${variant}` : source;

/** Runs one case. Throws only where a stage throws, with the case's name before the message. */
export function runCase(stages, entry) {
  const from = performance.now();
  let result;
  try {
    result = assembleJob(stages, entry.job);
  } catch (error) {
    error.message = `${entry.source} ${entry.variant}: ${error.message}`;
    throw error;
  }
  const took = performance.now() - from;
  const flat = flattenEdition(result.edition);
  return {
    ...result,
    took,
    flat,
    score: scoreEdition(entry.truth, result.edition, flat),
    prediction: predictionOf(result.edition),
  };
}

/** @param {{row: string, score: object}[]} results @returns Map of row name to figures, in order of first sight */
export function summarise(results) {
  const rows = new Map();
  for (const { row, score } of results) rows.set(row, [...(rows.get(row) ?? []), score]);
  return new Map([...rows].map(([row, scores]) => [row, { editions: scores.length, ...figuresOf(scores) }]));
}
