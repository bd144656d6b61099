/** What the fits of lines and of stories share: the made issues they learn from, figures by number, files of weights. */
import { developmentCases, inReadingOrder } from "./sources/whole-issues.mjs";

const samples = /^dev:(en-weekly|ja-vertical|zh-daily)/;

/**
 * The made issues of a folder, those taken raw also in reading order, with and without blank lines by turns:
 * {entry, row, style, learned}; learned: false for the samples' issues, whose text is a test.
 */
export function* madeCases(folder) {
  let nth = 0;
  for (const entry of developmentCases(folder)) {
    const learned = !samples.test(entry.source);
    const row = learned ? "made" : "samples' issues";
    const style = entry.source.replace(/-\d+( .*)?$/, "").slice(4);
    yield { entry, row: `${row} ${entry.variant}`, style, learned };
    if (entry.variant !== "raw") continue;
    yield { entry: inReadingOrder(entry, nth % 2 === 0), row: `${row} in order`, style, learned };
    nth += 1;
  }
}

export const seedPageRow = ({ variant }) =>
  `seed page ${variant.includes("shuffled") ? "shuffled" : variant}`;

/** Figures by number, in the order they are met. */
export function numberNames() {
  const names = [];
  const ids = new Map();
  const idOf = (name) => {
    let id = ids.get(name);
    if (id === undefined) {
      id = names.length;
      names.push(name);
      ids.set(name, id);
    }
    return id;
  };
  return { names, idOf };
}

/** Log of the sum of what these are the logs of. */
export function logSum(list) {
  const most = Math.max(...list);
  return most === -Infinity
    ? most
    : most + Math.log(list.reduce((sum, value) => sum + Math.exp(value - most), 0));
}

/** Styles left out together by `--across`, so that no language is left out whole. */
export const styleParts = [
  ["de1", "en-b", "zh-b", "ja-c", "zh-d"],
  ["en-c", "fr1", "zh-v", "en-e"],
  ["es1", "ja-h", "zh-trad", "fr2"],
  ["de2", "ko1", "nl1", "en-d", "zh-c"],
];

/** A file of weights: names in order, weights to two places, those that say nothing left out. */
export function weightsFile(comment, name, weights) {
  const rows = Object.entries(weights)
    .filter(([, value]) => value !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `  ${/^[a-z]+$/.test(key) ? key : JSON.stringify(key)}: ${value},`);
  return `/** ${comment} */\nexport const ${name}: Readonly<Record<string, number>> = {\n${rows.join("\n")}\n};\n`;
}
