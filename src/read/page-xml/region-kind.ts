/**
 * What a region is called in its file → the kind of a block, only where the one plainly is the other. A credit, a
 * footnote or a drop capital has no kind here: better none than a wrong one.
 *
 *     <TextRegion type="page-number">  →  furniture
 */
import type { BlockKind } from "../../model/page.js";
import { customValue } from "./custom-value.js";
import type { RawRegion } from "./raw-page.js";

/** Of `TextRegion` types and of the structure tags that people give in Transkribus. */
const kinds: ReadonlyMap<string, BlockKind> = new Map([
  ["paragraph", "text"],
  ["heading", "heading"],
  ["caption", "caption"],
  ["header", "furniture"],
  ["footer", "furniture"],
  ["page-number", "furniture"],
  ["signature-mark", "furniture"],
  ["catch-word", "furniture"],
  ["advert", "advert"],
  ["advertisement", "advert"],
]);

const picturing = new Set(["ImageRegion", "GraphicRegion", "LineDrawingRegion", "ChartRegion", "MapRegion"]);

/** Kinds that hold for all that stands inside: a heading in an advertisement is part of the advertisement. */
const around: ReadonlyMap<string, BlockKind> = new Map([
  ["AdvertRegion", "advert"],
  ["TableRegion", "table"],
  ["TableCell", "table"],
]);

/** The kind of a region's own lines. A structure tag was given by a person, so it goes before the type. */
export function kindOfRegion(region: RawRegion): BlockKind | undefined {
  for (let outer: RawRegion | undefined = region; outer; outer = outer.parent) {
    const kind = around.get(outer.name);
    if (kind) return kind;
  }
  if (region.name === "SeparatorRegion") return "separator";
  const structure = customValue(region.values.custom, "structure", "type")?.toLowerCase();
  return kinds.get(structure ?? "") ?? kinds.get(region.values.type?.toLowerCase() ?? "");
}

/** A frame is drawn around text: as a picture it would cover what it holds. */
export const isPicture = ({ name, values }: RawRegion): boolean =>
  picturing.has(name) && values.type !== "frame";

/** Elements that are regions: all that the schema calls so, and Transkribus's cells. */
export const isRegionName = (name: string): boolean => name.endsWith("Region") || name === "TableCell";
