/** The list of a serial's parts, over all editions, from any page of an edition. */
import { frontFile, relativeLink } from "../../model/address.js";
import type { Article } from "../../model/article.js";
import type { EditionView } from "../edition-view.js";
import { fillWords } from "../words/index.js";
import { describeSerial } from "./describe-serial.js";
import { serialsFile } from "./render-serials.js";

export interface SerialLink {
  readonly href: string;
  readonly title: string;
  /** Which part the article is; empty where nothing numbers it. */
  readonly label: string;
}

export function linkSerial(article: Article, view: EditionView): SerialLink | undefined {
  const serial = describeSerial(article);
  if (serial === undefined) return undefined;
  const { newspaper, path } = view.edition.info;
  return {
    href: `${relativeLink(`${path}/${frontFile}`, `${newspaper.slug}/${serialsFile}`)}#${serial.anchor}`,
    title: view.style(serial.stem),
    label: serial.part === undefined ? "" : fillWords(view.words.serialPart, { n: serial.part }),
  };
}
