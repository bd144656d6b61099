/** The letters and figures of a chain alone, in small letters: by them a name or a headline is known again. */
import { squash } from "../text/squash.js";
import type { Chain } from "./chain-lines.js";

export const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

export const lettersOf = ({ spots }: Chain): string =>
  plain(spots.flatMap(({ lines }) => lines.map(({ text }) => squash(text).text)).join(""));
