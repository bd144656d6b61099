/** The letters and figures of a chain alone, in small letters: by them a name or a headline is known again. */
import { lettersOf } from "../text/letters-of.js";
import { squash } from "../text/squash.js";
import type { Chain } from "./chain-lines.js";

export const lettersOfChain = ({ spots }: Chain): string =>
  lettersOf(spots.flatMap(({ lines }) => lines.map(({ text }) => squash(text).text)).join(""));
