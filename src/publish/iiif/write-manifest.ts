/**
 * An edition as a IIIF manifest (Presentation API 3): its pages as canvases, its contents as ranges, its date for
 * calendars, and where its other forms are. IIIF names everything by absolute addresses, so none is written where the
 * site's is not known.
 */
import { collectionFile, frontFile, manifestFile } from "../../model/address.js";
import type { EditionInfo, ReviewedEdition } from "../../model/edition.js";
import type { SiteFile } from "../../model/job.js";
import type { EditionNames } from "../../model/site.js";
import { otherForms } from "../other-forms.js";
import { placesOfEdition } from "../page-places.js";
import type { PublishedEdition } from "../published-edition.js";
import { namesUnder, presentationContext } from "./addresses.js";
import { describeCanvas } from "./describe-canvas.js";
import { describeThumbnail } from "./describe-picture.js";
import { inEnglish, type LanguageMap, plainText, textIn } from "./language-map.js";
import { linkForm } from "./link-forms.js";
import { listRanges } from "./list-ranges.js";
import { rightsAddress } from "./rights-address.js";
import { writeAnnotations } from "./write-annotations.js";

const isDay = (date: string | undefined): date is string => /^\d{4}-\d{2}-\d{2}$/.test(date ?? "");
/** The day as calendars of manifests have it. */
export const navDate = (date: string | undefined) => (isDay(date) ? { navDate: `${date}T00:00:00Z` } : {});

/** `Title, 2024-09-19, No. 12`: one line that tells an edition from the others. */
export const labelOfEdition = (
  title: string,
  { date, number, language }: Pick<EditionInfo, "date" | "number" | "language">,
): LanguageMap => textIn(language, [title, date, number].filter((part) => part).join(", "));

const runsFromRight = ({ direction, language }: EditionInfo): boolean =>
  direction === "vertical" || /^(ar|fa|he|ur|yi|ps|sd|ug|dv)\b/i.test(language);

function describeIssue({ newspaper, date, number, language, source, rights }: EditionInfo) {
  const said = rights ?? newspaper.rights;
  const fields: readonly (readonly [string, LanguageMap | undefined])[] = [
    ["Newspaper", textIn(language, newspaper.title)],
    ["Date", date === undefined ? undefined : plainText(date)],
    ["Number", number === undefined ? undefined : textIn(language, number)],
    ["Place", newspaper.place === undefined ? undefined : textIn(language, newspaper.place)],
    ["Publisher", newspaper.publisher === undefined ? undefined : textIn(language, newspaper.publisher)],
    ["Language", plainText(language)],
    ["Source", source === undefined ? undefined : textIn(language, source)],
    ["Rights", said === undefined ? undefined : textIn(language, said)],
  ];
  return fields.flatMap(([label, value]) => (value ? [{ label: inEnglish(label), value }] : []));
}

function describeManifest(edition: ReviewedEdition, { thumbnails }: EditionNames, baseUrl: string): object {
  const { info } = edition;
  const { newspaper } = info;
  const names = namesUnder(`${baseUrl}/${info.path}`);
  const places = placesOfEdition(edition);
  const pages = [...edition.pages].sort((a, b) => a.number - b.number);
  const front = thumbnails.get(pages[0]?.number ?? 1);
  const rights = info.rights ?? newspaper.rights;
  const address = rightsAddress(rights);
  const structures = listRanges(edition, places, names);
  const forms = (use: "reading" | "data") =>
    otherForms(edition)
      .filter((form) => form.use === use)
      .map((form) => linkForm(form, names));
  const [rendering, seeAlso] = [forms("reading"), forms("data")];
  return {
    "@context": presentationContext,
    id: names.manifest,
    type: "Manifest",
    label: labelOfEdition(newspaper.title, info),
    metadata: describeIssue(info),
    ...(rights === undefined
      ? {}
      : { requiredStatement: { label: inEnglish("Rights"), value: textIn(info.language, rights) } }),
    ...(address === undefined ? {} : { rights: address }),
    ...navDate(info.date),
    viewingDirection: runsFromRight(info) ? "right-to-left" : "left-to-right",
    // The first alone, then two and two. One leaf has no pages that face each other, and where one is missing others would.
    ...(pages.length > 2 && pages.every(({ number }, at) => number === at + 1)
      ? { behavior: ["paged"] }
      : {}),
    ...(front ? { thumbnail: [describeThumbnail(front, names.file)] } : {}),
    homepage: [
      {
        id: names.file(frontFile),
        type: "Text",
        format: "text/html",
        label: labelOfEdition(newspaper.title, info),
      },
    ],
    ...(rendering.length > 0 ? { rendering } : {}),
    ...(seeAlso.length > 0 ? { seeAlso } : {}),
    partOf: [
      {
        id: `${baseUrl}/${newspaper.slug}/${collectionFile}`,
        type: "Collection",
        label: textIn(info.language, newspaper.title),
      },
    ],
    items: pages.map((page) => describeCanvas(page, thumbnails.get(page.number), names)),
    ...(structures.length > 0 ? { structures } : {}),
  };
}

/** The manifest, and the annotations it names. */
export function writeIiif({ edition, site, names }: PublishedEdition): SiteFile[] {
  const { baseUrl } = site;
  if (baseUrl === undefined) return [];
  const { path } = edition.info;
  const manifest = JSON.stringify(describeManifest(edition, names, baseUrl), null, 1);
  return [
    { path: `${path}/${manifestFile}`, content: `${manifest}\n` },
    ...writeAnnotations(edition, placesOfEdition(edition), namesUnder(`${baseUrl}/${path}`)),
  ];
}
