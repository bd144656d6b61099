/** Names a file of an edition as the user knows it, for messages. */
import type { EditionInfo } from "../model/edition.js";

/** @param path relative to the edition's folder, with `/`. */
export const nameFile = ({ folder }: EditionInfo, path: string): string =>
  folder === "" ? path : `${folder}/${path}`;
