/** An edition as the pages above it show it: its date, a few headlines, and a card of its front page. */
import { frontFile, relativeLink } from "../../model/address.js";
import type { EditionSummary } from "../../model/site.js";
import { clipText } from "../../text/clip.js";
import { formatDate } from "../format-date.js";
import { numberLabel } from "../frame.js";
import { directionOf, type Words } from "../words/index.js";

/** Headlines shown of one edition. */
const fewHeadlines = 5;
/** Letters of the headline on a card without a picture. */
const cardLetters = 60;

/** @param file address of the page it is shown on */
export function describeEdition(
  edition: EditionSummary,
  file: string,
  words: Words,
): Readonly<Record<string, unknown>> {
  const folder = `${edition.path}/`;
  const [front] = edition.pages;
  const picture = front?.thumbnail;
  return {
    href: relativeLink(file, `${folder}${frontFile}`),
    title: edition.title,
    lang: edition.language,
    dir: directionOf(edition.language),
    vertical: edition.direction === "vertical",
    date: edition.date ?? "",
    dateLabel: formatDate(edition.date, words),
    numberLabel: numberLabel(edition.number, words),
    lead: clipText(edition.headlines[0]?.text ?? "", cardLetters),
    picture:
      picture === undefined
        ? ""
        : {
            src: relativeLink(file, `${folder}${picture.file}`),
            width: picture.width,
            height: picture.height,
          },
    headlines: edition.headlines.slice(0, fewHeadlines).map((headline) => ({
      href: relativeLink(file, `${folder}${headline.file}`),
      title: headline.text,
    })),
  };
}
