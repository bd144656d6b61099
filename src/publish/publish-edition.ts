/**
 * The files of one edition that are not pages of the site: its data, and the other forms in which programs and readers
 * take it. Each form is one function in a file of its own; what it gives depends on the edition and the site alone.
 */
import type { Diagnostic } from "../model/diagnostic.js";
import type { ReviewedEdition } from "../model/edition.js";
import type { SiteFile } from "../model/job.js";
import type { EditionNames, SiteContext } from "../model/site.js";
import { editionJson } from "./edition-json.js";
import { writeEditionBook } from "./epub/edition-book.js";
import { writeIiif } from "./iiif/write-manifest.js";
import { writeMetsAlto } from "./mets/write-mets.js";
import type { PublishedEdition } from "./published-edition.js";
import { writeReadings } from "./reading/write-readings.js";

const writeData = ({ edition, diagnostics }: PublishedEdition): SiteFile[] => [
  {
    path: `${edition.info.path}/edition.json`,
    content: `${JSON.stringify(editionJson(edition, diagnostics), null, 1)}\n`,
  },
];

/** In the order their files are written. */
const forms: readonly ((published: PublishedEdition) => SiteFile[])[] = [
  writeData,
  writeReadings,
  writeEditionBook,
  writeIiif,
  writeMetsAlto,
];

export const publishEdition = (
  edition: ReviewedEdition,
  site: SiteContext,
  diagnostics: readonly Diagnostic[],
  names: EditionNames,
): SiteFile[] => forms.flatMap((write) => write({ edition, site, diagnostics, names }));
