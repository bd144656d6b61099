/**
 * Walks a PAGE file and collects its pages as they stand. Each element belongs to the nearest one that can hold it, so
 * text in damaged files is kept: a word outside of any line is a line, a line outside of any region is the page's.
 * Text where PAGE has no place for text is counted, not read.
 */
import type { Diagnostic } from "../../model/diagnostic.js";
import type { SourceFile } from "../../model/job.js";
import { isBlank } from "../split-lines.js";
import { walkXml, type XmlElement } from "../walk-xml.js";
import { addPoint, readPoints } from "./outline.js";
import {
  type Extent,
  makeLine,
  makePage,
  makeReading,
  makeRegion,
  makeWord,
  numberIn,
  type RawElement,
  type RawLine,
  type RawOrder,
  type RawPage,
  type RawReading,
  type RawRegion,
  type RawWord,
  type Values,
} from "./raw-page.js";
import { isRegionName } from "./region-kind.js";

/** Where the walk stands: what the next element would belong to. */
interface Place {
  readonly page?: RawPage;
  readonly region?: RawRegion;
  readonly line?: RawLine;
  readonly word?: RawWord;
  /** What a reading, an outline or a style belongs to. */
  readonly element?: RawElement;
  readonly reading?: RawReading;
  /** Which form of the reading character data belongs to. */
  readonly form?: "unicode" | "plain";
  readonly extent?: Extent;
  readonly order?: RawOrder;
  /** Text here is about the file, not of the page. */
  readonly quiet?: boolean;
}

export interface CollectedPages {
  readonly pages: readonly RawPage[];
  /** The schema's date, `2019-07-15`, where the file names it. */
  readonly version?: string;
  /** How many pieces of text stand where none can, and the line of the file of the first. */
  readonly strays: number;
  readonly firstStray: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** The date at the end of `http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15`. */
function versionIn(values: Values): string | undefined {
  const name = Object.values(values).find((value) => value.includes("/pagecontent/"));
  return name === undefined ? undefined : /\/pagecontent\/(\d{4}-\d\d-\d\d)/.exec(name)?.[1];
}

/** Outlines of the paper, of picture files and of table grids: not of what holds them. */
const ofNothing = new Set(["Border", "PrintSpace", "AlternativeImage", "Grid", "Layers", "Relations"]);
/** Graphemes say again what their glyph says. */
const aboutFile = new Set(["Metadata", "Graphemes"]);

export function collectPages(file: SourceFile): CollectedPages {
  const pages: RawPage[] = [];
  const path: Place[] = [{}];
  let version: string | undefined;
  let loose: RawPage | undefined;
  let strays = 0;
  let firstStray = 0;
  let lastLine = 1;

  const addPage = (values: Values, at: number): RawPage => {
    const page = makePage(values, at);
    pages.push(page);
    return page;
  };
  /** The page at hand; for what stands outside of any page, one without a size. */
  const pageAt = (place: Place, at: number): RawPage => {
    if (place.page) return place.page;
    loose ??= addPage({}, at);
    return loose;
  };
  const addLine = (place: Place, { values, line: at }: XmlElement): Place & { line: RawLine } => {
    const page = pageAt(place, at);
    const region = place.region ?? page.root;
    const line = makeLine(region, values);
    region.lines.push(line);
    page.elements.push(line);
    return { page, region, line, element: line };
  };
  const addWord = (place: Place, element: XmlElement): Place => {
    const line = place.line ?? addLine(place, { ...element, values: {} }).line;
    const word = makeWord();
    line.words.push(word);
    return { page: pageAt(place, element.line), region: line.region, line, word, element: word };
  };
  const addRegion = (place: Place, { name, values, line: at }: XmlElement): Place => {
    const page = pageAt(place, at);
    const parent = place.region ?? page.root;
    const region = makeRegion(name, values, at, parent);
    parent.regions.push(region);
    page.elements.push(region);
    return { page, region, element: region };
  };
  const addOrder = (place: Place, { name, values }: XmlElement): Place => {
    const index = numberIn(values.index);
    const node: RawOrder = {
      ordered: name.startsWith("Ordered"),
      ...(index === undefined ? {} : { index }),
      ...(values.regionRef === undefined ? {} : { regionRef: values.regionRef }),
      members: [],
    };
    place.order?.members.push(node);
    return { ...place, order: node };
  };

  const enter = (place: Place, element: XmlElement): Place => {
    const { name, values } = element;
    if (isRegionName(name)) return addRegion(place, element);
    if (ofNothing.has(name)) return { ...(place.page ? { page: place.page } : {}) };
    if (aboutFile.has(name)) return { ...(place.page ? { page: place.page } : {}), quiet: true };
    const owner = place.element;
    switch (name) {
      case "PcGts":
        version ??= versionIn(values);
        return place;
      case "Page": {
        const page = addPage(values, element.line);
        return { page, region: page.root, element: page.root };
      }
      case "TextLine":
        return addLine(place, element);
      case "Word":
        return addWord(place, element);
      case "Glyph": {
        if (!place.word) return addWord(place, element);
        const glyph: RawElement = { readings: [] };
        place.word.glyphs.push(glyph);
        return { ...place, element: glyph };
      }
      case "TextEquiv": {
        if (!owner) return place;
        const reading = makeReading(values);
        owner.readings.push(reading);
        return { ...place, reading };
      }
      case "Unicode":
      case "PlainText": {
        const form = name === "Unicode" ? "unicode" : "plain";
        if (place.reading) return { ...place, form };
        if (!owner) return place;
        const reading = makeReading({});
        owner.readings.push(reading);
        return { ...place, reading, form };
      }
      case "Coords": {
        const extent = readPoints(values.points);
        if (owner && !owner.outline) owner.outline = extent;
        return { ...place, extent };
      }
      case "Baseline": {
        const extent = readPoints(values.points);
        if (place.line && !place.line.baseline) place.line.baseline = extent;
        return { ...place, extent };
      }
      case "Point":
        if (place.extent) addPoint(place.extent, values.x, values.y);
        return place;
      case "TextStyle":
        if (owner && !owner.style) owner.style = values;
        return place;
      case "ReadingOrder": {
        const order: RawOrder = { ordered: false, members: [] };
        if (place.page && !place.page.order) place.page.order = order;
        return { ...(place.page ? { page: place.page } : {}), order };
      }
      case "OrderedGroup":
      case "OrderedGroupIndexed":
      case "UnorderedGroup":
      case "UnorderedGroupIndexed":
      case "RegionRef":
      case "RegionRefIndexed":
        return addOrder(place, element);
      default:
        return place;
    }
  };

  const diagnostics = walkXml(file, {
    open(element) {
      lastLine = element.line;
      path.push(enter(path.at(-1) ?? {}, element));
    },
    text(piece) {
      const { reading, form, quiet } = path.at(-1) ?? {};
      if (reading && form) reading[form] += piece;
      else if (!quiet && !isBlank(piece)) {
        strays += 1;
        if (strays === 1) firstStray = lastLine;
      }
    },
    close() {
      path.pop();
    },
  });
  return { pages, ...(version === undefined ? {} : { version }), strays, firstStray, diagnostics };
}
