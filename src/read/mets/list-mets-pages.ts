/**
 * The pages of a METS issue: each page of its physical structure with its text file, its picture and what is printed
 * on it as its name. Where no structure has pages, the text files themselves are the pages, in file order.
 */
import type { FileRef, IssuePageFiles } from "./issue.js";
import { referToFile } from "./refer-to-file.js";
import { folioOf } from "./tell-about.js";
import { isPageType } from "./type-words.js";
import type { Mets, MetsDiv, MetsFile } from "./walk-mets.js";

const isPicture = ({ mime, href }: MetsFile): boolean =>
  mime.startsWith("image/") || (mime === "" && /\.(?:jpe?g|png|webp|gif|tiff?|jp2|jpx)$/i.test(href));

const isText = (file: MetsFile): boolean =>
  !isPicture(file) &&
  (/xml|html|^text\//.test(file.mime) ||
    (file.mime === "" && /\.(?:xml|x?html?|hocr|txt)$/i.test(file.href)));

/** Files beside the text that are XML too (technical metadata, article texts) say so less plainly than text says it. */
const textRank = ({ use, href }: MetsFile): number => (/alto|text|ocr|page/i.test(`${use} ${href}`) ? 0 : 1);

/** A browser shows JPEG, PNG, WebP and GIF; a thumbnail is the last resort. */
function pictureRank({ mime, use, href }: MetsFile): number {
  if (/thumb/i.test(`${use} ${href}`)) return 2;
  return /jpe?g|png|webp|gif/i.test(mime === "" ? href : mime) ? 0 : 1;
}

function best(files: readonly MetsFile[], rank: (file: MetsFile) => number): FileRef | undefined {
  const sorted = files
    .map((file, index) => ({ file, rank: rank(file), index }))
    .sort((a, b) => a.rank - b.rank || a.index - b.index);
  return referToFile(sorted[0]?.file.href);
}

/** All pages of a structure, in its order. */
export function pageDivs(divs: readonly MetsDiv[]): MetsDiv[] {
  return divs.flatMap((div) => (isPageType(div.type) ? [div] : pageDivs(div.children)));
}

const isPhysical = (type: string): boolean => /physical/i.test(type);

/** The page divs of the file: of its physical structure, or of whatever structure has pages with files. */
export function physicalPages({ maps }: Mets): MetsDiv[] {
  const ordered = [...maps].sort((a, b) => Number(isPhysical(b.type)) - Number(isPhysical(a.type)));
  for (const { divs } of ordered) {
    const pages = pageDivs(divs).filter(({ areas }) => areas.length > 0);
    if (pages.length > 0) return pages;
  }
  return [];
}

const wholeNumber = (said: string | undefined): number | undefined =>
  said !== undefined && /^[0-9]{1,6}$/.test(said) ? Number(said) : undefined;

function describePage(
  mets: Mets,
  div: MetsDiv,
  index: number,
  folios: ReadonlyMap<string, string>,
): IssuePageFiles {
  const files = div.areas.flatMap(({ fileId }) => mets.files.get(fileId) ?? []);
  const text = best(files.filter(isText), textRank);
  const image = best(files.filter(isPicture), pictureRank);
  const named = div.records.find((id) => folios.has(id)) ?? "";
  const label = div.orderLabel ?? folios.get(named);
  return {
    order: wholeNumber(div.order) ?? index + 1,
    ...(text ? { text } : {}),
    ...(image ? { image } : {}),
    ...(label ? { label } : {}),
  };
}

export function listMetsPages(mets: Mets): IssuePageFiles[] {
  const folios = new Map<string, string>();
  for (const [id, facts] of mets.records) {
    const folio = folioOf(facts);
    if (folio !== undefined) folios.set(id, folio);
  }
  const pages = physicalPages(mets).map((div, index) => describePage(mets, div, index, folios));
  if (pages.length > 0) return pages.sort((a, b) => a.order - b.order);
  return [...mets.files.values()].filter(isText).flatMap((file, index) => {
    const text = referToFile(file.href);
    return text ? [{ order: index + 1, text }] : [];
  });
}
