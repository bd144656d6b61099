/**
 * Pages with places to measure readers on, without any data but the project's own: all the text of one sample edition on
 * one page, as much as a broadsheet holds, in columns on a grid. They are no make-up that anyone would print; a reader
 * does not look at that.
 */
import { sampleJobs } from "../sample-jobs.mjs";

/** Pixels. A broadsheet at 300 dpi. */
const WIDTH = 4800;
const HEIGHT = 7200;
const MARGIN = 100;
const COLUMNS = 6;
const LINES_IN_COLUMN = 150;
/** A line of Chinese has no spaces: OCR programs then give words of a few characters. */
const LONGEST_WORD = 8;

/** Words and where each begins in the line. */
function wordsOf(text) {
  const words = [];
  for (const match of text.matchAll(/\S+/g))
    for (let at = 0; at < match[0].length; at += LONGEST_WORD * 2)
      words.push({ at: match.index + at, text: match[0].slice(at, at + LONGEST_WORD * 2) });
  return words;
}

function placeLine(text, index) {
  const step = (WIDTH - 2 * MARGIN) / COLUMNS;
  const height = Math.floor((HEIGHT - 2 * MARGIN) / LINES_IN_COLUMN);
  const x = Math.round(MARGIN + (Math.floor(index / LINES_IN_COLUMN) % COLUMNS) * step);
  const y = MARGIN + (index % LINES_IN_COLUMN) * height;
  const width = Math.round(step * 0.95);
  const perCharacter = width / text.length;
  const words = wordsOf(text).map((word) => ({
    text: word.text,
    box: [Math.round(x + word.at * perCharacter), y, Math.ceil(word.text.length * perCharacter), height - 4],
  }));
  return { text, box: [x, y, width, height - 4], words };
}

const around = (lines) => {
  const x0 = Math.min(...lines.map(({ box }) => box[0]));
  const y0 = Math.min(...lines.map(({ box }) => box[1]));
  const x1 = Math.max(...lines.map(({ box }) => box[0] + box[2]));
  const y1 = Math.max(...lines.map(({ box }) => box[1] + box[3]));
  return [x0, y0, x1 - x0, y1 - y0];
};

/** One page for each sample edition that is plain text: `{language, width, height, blocks: [{box, lines: [{text, box, words}]}]}`. */
export function samplePages() {
  const decoder = new TextDecoder();
  return sampleJobs().flatMap(({ files }) => {
    const texts = files.filter(({ path }) => path.endsWith(".txt")).map(({ bytes }) => decoder.decode(bytes));
    if (texts.length === 0) return [];
    let index = 0;
    const blocks = texts
      .join("\n\n")
      .split(/\n\s*\n/)
      .map((block) => block.split("\n").filter((line) => line.trim() !== ""))
      .filter((lines) => lines.length > 0)
      .map((texts) => {
        const lines = texts.map((text) => placeLine(text, index++));
        return { box: around(lines), lines };
      });
    return [{ width: WIDTH, height: HEIGHT, blocks }];
  });
}
