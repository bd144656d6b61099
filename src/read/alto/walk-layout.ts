/**
 * Walks the elements of an ALTO file and gathers its pages, blocks, lines and words. It trusts no nesting: a String
 * outside a line begins a line, a line outside a block a block, and text outside a page a page, so that a file with
 * tags missing loses nothing that it still holds. Nothing is measured or judged here.
 */
import type { XmlElement, XmlVisitor } from "../walk-xml.js";
import {
  keepBox,
  keepId,
  noPieces,
  pieceKeeper,
  type RawBlock,
  type RawLine,
  type RawPage,
  type RawPiece,
  readBox,
} from "./raw-page.js";
import { gatherReadingOrder } from "./reading-order.js";
import { readVersion } from "./recognise-alto.js";
import { blockScope, innerScope, type Names, type Scope } from "./scope.js";
import { startPage } from "./start-page.js";
import { readTextStyle, styleOf } from "./type-style.js";
import { readConfidence } from "./word-confidence.js";

/** Something that happens often in a bad file: how often, and on which line of the file first. */
export interface Tally {
  count: number;
  line: number;
}

export interface WalkedFile {
  readonly pages: RawPage[];
  version: string;
  /** Text of MeasurementUnit. */
  unit: string;
  /** Whether there is any SP. */
  spaced: boolean;
  /** Strings and hyphens that do not say what they hold. */
  readonly mute: Tally;
  /** Words with a line break inside, which only a character reference can put there. */
  readonly broken: Tally;
  /** Text that stands where ALTO has none: in a misspelt String, or between the tags of a page. */
  readonly strange: Tally;
  /** Pages beyond what a file can have: their text stands on the last. */
  readonly crowded: Tally;
}

/** Parts and other readings of a String, which are not printed a second time. */
const readings: ReadonlySet<string> = new Set(["Glyph", "Variant", "ALTERNATIVE"]);
/** A year of a daily bound in one file has fewer; a file of nothing but pages must not fill the memory. */
const mostPages = 10_000;
const longestUnit = 40;
const lineBreaks = /[\n\v\f\r\u2028\u2029]/g;

function count(tally: Tally, line: number): void {
  if (tally.count === 0) tally.line = line;
  tally.count += 1;
}

/** A visitor for walkXml, and the file that it fills. */
export function walkLayout(): { readonly file: WalkedFile; readonly visitor: XmlVisitor } {
  const file: WalkedFile = {
    pages: [],
    version: "",
    unit: "",
    spaced: false,
    mute: { count: 0, line: 0 },
    broken: { count: 0, line: 0 },
    strange: { count: 0, line: 0 },
    crowded: { count: 0, line: 0 },
  };
  const names: Names = { styles: new Map(), tags: new Map(), order: gatherReadingOrder() };
  /** One for each open element; elements that hand nothing new down share that of the element around them. */
  const scopes: Scope[] = [];
  let last = { name: "", line: 0 };

  const beginPage = (values: XmlElement["values"]): RawPage => {
    const page = startPage(values);
    file.pages.push(page);
    return page;
  };
  const lastPage = (): RawPage => file.pages.at(-1) ?? beginPage({});

  const beginBlock = (scope: Scope, values: XmlElement["values"]): RawBlock => {
    const box = readBox(values);
    const block: RawBlock = {
      lines: [],
      ...(values.ID !== undefined && { id: values.ID }),
      ...(scope.within && { within: scope.within }),
      ...(scope.kind && { kind: scope.kind }),
      ...(box && { box }),
      ...(scope.rank !== undefined && { rank: scope.rank }),
    };
    if (box) lastPage().blocks.push(block);
    return block;
  };

  /** What has neither text nor box is not kept: a file of nothing but empty tags must not fill the memory. */
  const keepLine = (block: RawBlock, line: RawLine): void => {
    if (!block.box && block.lines.length === 0) lastPage().blocks.push(block);
    block.lines.push(line);
  };
  const keepPiece = pieceKeeper();
  const addPiece = ({ block, line }: Scope, piece: RawPiece): void => {
    if (!block || !line) return;
    if (!line.box && line.pieces.length === 0) keepLine(block, line);
    keepPiece(line, piece);
  };

  /** Begins a line in the block of `scope`; the block begins with it where there is none. */
  const beginLine = (scope: Scope, values: XmlElement["values"]): RawLine => {
    scope.block ??= beginBlock(scope, {});
    scope.block.rank ??= scope.rank;
    const page = lastPage();
    page.lineCount += 1;
    const { language, direction } = scope;
    const box = readBox(values);
    const line: RawLine = {
      number: page.lineCount,
      pieces: noPieces,
      ...(values.ID !== undefined && { ids: [values.ID] }),
      ...(box && { box }),
      ...(language !== undefined && { language }),
      ...(direction !== undefined && { direction }),
    };
    if (box) keepLine(scope.block, line);
    return line;
  };

  const addSpace = (scope: Scope): void => {
    const last = scope.line?.pieces.at(-1);
    const isAlike = last?.role === "space" && last.style === scope.style;
    addPiece(scope, isAlike ? last : { role: "space", text: " ", style: scope.style });
  };

  const addText = (scope: Scope, { name, values, line: at }: XmlElement): void => {
    scope.line ??= beginLine(scope, {});
    if (values.ID !== undefined) keepId(scope.line, values.ID);
    const content = values.CONTENT;
    if (content === undefined) {
      count(file.mute, at);
      return;
    }
    const text = content.replace(lineBreaks, " ");
    if (text !== content) count(file.broken, at);
    const box = readBox(values);
    const confidence = readConfidence(values);
    addPiece(scope, {
      role: name === "HYP" ? "hyphen" : "word",
      text,
      style: styleOf(values, scope.style, names.styles),
      ...(box && { box }),
      ...(confidence !== undefined && { confidence }),
    });
  };

  const openBlock = (outer: Scope, { name, values }: XmlElement): Scope => {
    // Lines that stood before it without a block are over.
    outer.block = undefined;
    outer.line = undefined;
    const box = readBox(values);
    const scope = blockScope(outer, values, names, box !== undefined);
    if (box && !outer.pictured && (scope.pictured || name === "Illustration")) lastPage().pictures.push(box);
    if (name === "TextBlock") scope.block = beginBlock(scope, values);
    if (name === "ComposedBlock" && values.ID !== undefined)
      return { ...scope, within: [...(outer.within ?? []), values.ID] };
    return scope;
  };

  const openLine = (outer: Scope, { values }: XmlElement): Scope => {
    outer.block ??= beginBlock(outer, {});
    outer.line = undefined;
    const scope = innerScope(outer, values, names);
    scope.line = beginLine(scope, values);
    return scope;
  };

  /** What an element hands down. */
  const scopeOf = (outer: Scope, element: XmlElement): Scope => {
    const { name, values } = element;
    const mayHold = name === "String" || name === "HYP" || readings.has(name);
    if (!mayHold && values.CONTENT !== undefined && values.CONTENT.trim() !== "")
      count(file.strange, element.line);
    switch (name) {
      case "String":
      case "HYP":
        addText(outer, element);
        return outer;
      case "SP":
        file.spaced = true;
        addSpace(outer);
        return outer;
      case "TextLine":
        return openLine(outer, element);
      case "TextBlock":
      case "ComposedBlock":
      case "Illustration":
        return openBlock(outer, element);
      case "GraphicalElement":
        if (!outer.pictured) keepBox(lastPage().rules, values);
        return outer;
      case "Page":
        if (file.pages.length < mostPages) beginPage(values);
        else count(file.crowded, element.line);
        return { ...innerScope(outer, values, names), block: undefined, line: undefined };
      case "PrintSpace":
      case "TopMargin":
      case "BottomMargin":
      case "LeftMargin":
      case "RightMargin":
        keepBox(lastPage().frames, values);
        return { ...innerScope(outer, values, names), block: undefined, line: undefined };
      case "Layout":
        return innerScope(outer, values, names);
      case "TextStyle":
        if (values.ID) names.styles.set(values.ID, readTextStyle(values));
        return outer;
      default:
        if (name.endsWith("Tag") && values.ID)
          names.tags.set(values.ID, [values.LABEL ?? "", values.TYPE ?? ""]);
        return outer;
    }
  };

  return {
    file,
    visitor: {
      open(element) {
        const outer = scopes.at(-1);
        if (!outer) file.version = readVersion(element.values);
        last = { name: element.name, line: element.line };
        names.order.open(element.name, element.values);
        scopes.push(scopeOf(outer ?? { style: {} }, element));
      },
      text(text) {
        if (last.name === "MeasurementUnit") file.unit = (file.unit + text).slice(0, longestUnit);
        else if (file.pages.length > 0 && !readings.has(last.name) && text.trim() !== "")
          count(file.strange, last.line);
      },
      close(name) {
        last = { name: "", line: last.line };
        names.order.close(name);
        scopes.pop();
      },
    },
  };
}
