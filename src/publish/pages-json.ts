/** Pages as `edition.json` has them: what stands on each, and where, where the source has places. */
import { scanFile } from "../model/address.js";
import type { ReviewedEdition } from "../model/edition.js";
import type { UnitId } from "../model/ids.js";
import type { Box, Page } from "../model/page.js";
import { type EditionPlaces, placesOfEdition, unitRegions } from "./page-places.js";

export interface RegionJson {
  readonly kind: "article" | "furniture" | "leftover";
  readonly article: string | null;
  readonly units: readonly string[];
  /** Left, top, width, height in shares of the page, one for each run of a column. Only where the source has places. */
  readonly boxes?: readonly (readonly [number, number, number, number])[];
}
export interface PageJson {
  readonly number: number;
  readonly folio: string | null;
  readonly section: string | null;
  readonly file: string;
  /** The picture of the page: its source file, and its name beside edition.json. Only where the site shows one. */
  readonly scan?: {
    readonly file: string;
    readonly url: string;
    readonly width: number;
    readonly height: number;
  };
  /** Height by width, where the source has places. */
  readonly aspect?: number;
  /** How far it is turned on its scan, counter-clockwise: tangent of the angle. Only where it is. */
  readonly skew?: number;
  readonly regions: readonly RegionJson[];
}
/** All pages, by number. */
export function pagesJson(edition: ReviewedEdition): PageJson[] {
  const places = placesOfEdition(edition);
  return [...edition.pages]
    .sort((a, b) => a.number - b.number)
    .map((page) => pageJson(page, edition, places));
}

/** A ten-thousandth of a page is some pixels of its scan. */
const roundPlace = (place: number): number => Math.round(place * 10_000) / 10_000;
const roundBox = ({ x, y, width, height }: Box): [number, number, number, number] => [
  roundPlace(x),
  roundPlace(y),
  roundPlace(width),
  roundPlace(height),
];

/** What stands on a page: the parts of articles in the edition's order, then leftovers, then furniture. */
function pageJson(
  { number, folio, section, file, scan, aspect, skew }: Page,
  { assembly }: ReviewedEdition,
  places: EditionPlaces,
): PageJson {
  const regions: RegionJson[] = [];
  const add = (kind: RegionJson["kind"], article: string | null, units: readonly UnitId[]): void => {
    const boxes = unitRegions(units, number, places).map(roundBox);
    regions.push({ kind, article, units, ...(boxes.length > 0 ? { boxes } : {}) });
  };
  for (const article of assembly.articles) {
    for (const part of article.parts) {
      if (part.page === number) add("article", article.id, part.units);
    }
  }
  for (const { page, unit } of assembly.leftovers) if (page === number) add("leftover", null, [unit]);
  for (const { page, unit } of assembly.furniture) if (page === number) add("furniture", null, [unit]);
  const picture = scan && {
    file: scan.file,
    url: scanFile(number, scan.kind),
    width: scan.width,
    height: scan.height,
  };
  return {
    number,
    folio: folio ?? null,
    section: section ?? null,
    file,
    ...(picture ? { scan: picture } : {}),
    ...(aspect === undefined ? {} : { aspect: roundPlace(aspect) }),
    ...(skew === undefined ? {} : { skew: roundPlace(skew) }),
    regions,
  };
}
