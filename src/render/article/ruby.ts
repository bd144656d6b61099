/**
 * Ruby where the page has it: <ruby>北岸<rt data-reading="ほくがん"></rt></ruby>. The reading is drawn by the style sheet: what
 * is copied, cited or searched is the story's text and nothing else, as with the marks of page turns.
 */
import { type Child, element } from "../../markdown/to-hast.js";
import type { ReadPiece } from "../../text/readings.js";

export const showReadings = (pieces: readonly ReadPiece[]): Child[] =>
  pieces.map(({ text, reading }) =>
    reading ? element("ruby", {}, text, element("rt", { dataReading: reading.text })) : text,
  );
