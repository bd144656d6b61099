/**
 * `serials.html` of a newspaper: each serial with its parts over all editions, by date and number. It is made when all
 * editions are known, and the parts lead to it, so that no edition has to be rendered twice for the sake of the next.
 */
import { relativeLink } from "../../model/address.js";
import type { SiteFile } from "../../model/job.js";
import type { EditionSummary, SerialSummary, SiteContext } from "../../model/site.js";
import { groupBy } from "../archive/group-by.js";
import { formatDate } from "../format-date.js";
import { describeFrame } from "../frame.js";
import { describeList } from "../link-preview.js";
import { directionOf, fillWords, type Words } from "../words/index.js";

export const serialsFile = "serials.html";

interface Instalment {
  readonly edition: EditionSummary;
  readonly serial: SerialSummary;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const inOrder = (a: Instalment, b: Instalment): number =>
  compare(a.edition.date ?? "", b.edition.date ?? "") ||
  compare(a.edition.path, b.edition.path) ||
  (a.serial.part ?? 0) - (b.serial.part ?? 0) ||
  compare(a.serial.file, b.serial.file);

/** Nothing where no edition has a part of a serial. @param editions of one newspaper */
export function renderSerials(
  slug: string,
  editions: readonly EditionSummary[],
  language: string,
  words: Words,
  site: SiteContext,
): SiteFile[] {
  const parts = editions.flatMap((edition): Instalment[] =>
    (edition.serials ?? []).map((serial) => ({ edition, serial })),
  );
  const groups = groupBy(parts, ({ serial }) => serial.anchor);
  if (groups.size === 0) return [];
  const file = `${slug}/${serialsFile}`;
  const serials = [...groups.entries()]
    .map(([anchor, parts]) => ({ anchor, parts: parts.sort(inOrder) }))
    .sort(
      (a, b) =>
        compare(a.parts[0]?.serial.stem ?? "", b.parts[0]?.serial.stem ?? "") || compare(a.anchor, b.anchor),
    );
  const title = editions.at(-1)?.title ?? "";
  const content = site.writeTemplate("pages/serials.njk", {
    ...describeFrame(site, file, `${words.serials} · ${title}`, words),
    description: describeList([
      title,
      words.serials,
      ...serials.map(({ parts }) => parts[0]?.serial.stem ?? ""),
    ]),
    newspaper: title,
    newspaperHref: relativeLink(file, `${slug}/index.html`),
    contentLang: language,
    contentDir: directionOf(language),
    serials: serials.map(({ anchor, parts }) => ({
      anchor,
      title: parts[0]?.serial.stem ?? "",
      parts: parts.map(({ edition, serial }) => ({
        href: relativeLink(file, `${edition.path}/${serial.file}`),
        label: serial.part === undefined ? "" : fillWords(words.serialPart, { n: serial.part }),
        title: serial.title,
        date: edition.date ?? "",
        dateLabel: formatDate(edition.date, words),
      })),
    })),
  });
  return [{ path: file, content }];
}
