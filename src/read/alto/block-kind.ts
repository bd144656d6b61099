/**
 * What a file calls a block → the kind of block, from the TYPE of a block or the label of a tag it names. Known are
 * the words of docWorks (`Advertisement`, `Table`), of PAGE converted to ALTO (`page-number`, `heading`) and of
 * SegmOnto (`RunningTitleZone`, `MainZone:column#1`). Any other word says nothing here: `container`, `Illustration`.
 */
import type { BlockKind } from "../../model/page.js";

const names: Readonly<Record<BlockKind, string>> = {
  text: "text paragraph mainzone textregion",
  heading: "heading headline subheading subheadline title mainzonehead",
  caption: "caption illustrationcaption figurecaption picturecaption",
  furniture:
    "header footer pageheader pagefooter pagenumber runninghead runningtitle runningtitlezone numberingzone " +
    "quiremarkszone signaturemark catchword",
  advert: "advert advertisement advertisements advertisementzone classified classifieds ad",
  table: "table tablezone tableregion",
  separator: "separator separatorregion",
};
const kinds: ReadonlyMap<string, BlockKind> = new Map(
  (Object.keys(names) as BlockKind[]).flatMap((kind) => names[kind].split(" ").map((name) => [name, kind])),
);
const pictures: ReadonlySet<string> = new Set(
  "illustration picture image photo photograph figure drawing graphic map cartoon graphiczone imageregion graphicregion".split(
    " ",
  ),
);

/** `MainZone:column#1`, `page-number`, `Advertisement` → `mainzone`, `pagenumber`, `advertisement`. */
const plainName = (label: string): string =>
  (label.slice(0, 60).split(/[:#]/)[0] ?? "").toLowerCase().replace(/[^a-z]/g, "");

export const kindOfLabel = (label: string): BlockKind | undefined => kinds.get(plainName(label));
export const isPictureLabel = (label: string): boolean => pictures.has(plainName(label));
