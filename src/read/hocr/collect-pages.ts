/**
 * The parts of an hOCR file as they open and close → its pages, blocks, lines and words. Where the file leaves a level
 * out, it is made up for: words without lines are one line a paragraph (cut at `<br>`), lines without areas one block
 * a paragraph, and text that stands in no line is a line of its own. No text is dropped, wherever it stands.
 */
import type { BlockKind } from "../../model/page.js";
import type { Role } from "./element-roles.js";
import { type LineWriter, startLine } from "./line-text.js";
import { offenceOf } from "./nesting-rules.js";
import type { MarkupElement } from "./open-elements.js";
import type { RawBlock, RawPage } from "./raw-page.js";
import type { Note } from "./tallied-notes.js";
import { parseTitle, rectOf, type TitleProperties } from "./title-properties.js";
import type { MarkupVisitor } from "./walk-markup.js";

/** An element with a role that is open. */
interface Frame {
  readonly element: MarkupElement;
  readonly called: string;
  readonly kind: BlockKind | undefined;
  readonly properties: TitleProperties;
  readonly language: string;
  /** As what it is open: a float becomes a block when a line opens in it. */
  role: Role;
  /** The first block that was made of its lines. */
  block: RawBlock | undefined;
  /** Characters of the page when it opened. */
  readonly charactersBefore: number;
}

/** Roles of which one in a float shows that it is no single line. */
const holdsLines: ReadonlySet<Role> = new Set(["block", "paragraph", "line", "float"]);
const blank = /^[ \t\n\f\r]*$/;
const nothing: TitleProperties = new Map();

/** A drawing this many times longer than it is wide is a printed rule; others are pictures. */
const ruleShape = 8;

function isThin(properties: TitleProperties): boolean {
  const rect = rectOf(properties);
  if (!rect) return true;
  const [width, height] = [rect.x1 - rect.x0, rect.y1 - rect.y0];
  return Math.max(width, height) >= ruleShape * Math.min(width, height);
}

/**
 * Lines, pages and pictures of one file that are told apart; a book of three thousand pages has some 150,000. What
 * comes after them is one last line, so that a file of nothing but tags cannot fill the memory.
 */
const mostParts = 200_000;

export interface PageCollector extends Omit<MarkupVisitor, "meta"> {
  /** All pages; to be called at the end. */
  finish(): readonly RawPage[];
}

export function collectPages(note: Note): PageCollector {
  const pages: RawPage[] = [];
  const frames: Frame[] = [];
  const open = new Map<Role, Frame[]>();
  let line: LineWriter | undefined;
  /** The element of the line; undefined where text or words stand in none. */
  let lineFrame: Frame | undefined;
  /** Whether the page was begun by text that stands before any. */
  let isMadeUp = false;
  let characters = 0;
  let ocrFrames = 0;
  /** Line of the file where an element or text was last seen. */
  let lastSeen = 1;
  let parts = 0;
  let isFull = false;
  let lastBlock: RawBlock | undefined;
  let lastOwner: Frame | undefined;

  const innermost = (role: Role): Frame | undefined => open.get(role)?.at(-1);
  const countPart = (at: number): void => {
    parts += 1;
    if (parts < mostParts || isFull) return;
    isFull = true;
    note("JL1066", "warning", at, {}, "parts");
  };
  const startPage = (properties: TitleProperties, at: number): RawPage => {
    const page: RawPage = {
      properties,
      line: at,
      blocks: [],
      separators: [],
      pictures: [],
      languages: new Map(),
    };
    pages.push(page);
    countPart(at);
    return page;
  };
  const currentPage = (at: number): RawPage => {
    const page = pages.at(-1);
    if (page) return page;
    isMadeUp = true;
    return startPage(nothing, at);
  };
  /** The block that the next line belongs to: of its area, else its paragraph, else of the lines around it. */
  const blockFor = (page: RawPage, kind: BlockKind | undefined): RawBlock => {
    const owner = innermost("block") ?? innermost("paragraph");
    const last = page.blocks.at(-1);
    if (last && last === lastBlock && owner === lastOwner && last.kind === kind) return last;
    // An area in two pieces has no box that fits either; its lines have theirs.
    if (owner?.block) owner.block.properties = undefined;
    const isFirst = owner !== undefined && owner.block === undefined;
    const block: RawBlock = {
      lines: [],
      kind,
      properties: isFirst ? owner.properties : undefined,
      sourceId: isFirst ? owner.element.values.id || undefined : undefined,
    };
    if (owner) owner.block ??= block;
    [lastBlock, lastOwner] = [block, owner];
    page.blocks.push(block);
    return block;
  };
  const finishLine = (): void => {
    const text = line?.finish();
    const frame = lineFrame;
    line = undefined;
    lineFrame = undefined;
    if (!text || text.original === "") return;
    // A header or caption that is a line of a paragraph is Tesseract's, whose header is a wide line of any kind.
    const own = frame?.kind === "furniture" && innermost("paragraph") ? undefined : frame?.kind;
    const kind = own ?? innermost("paragraph")?.kind ?? innermost("block")?.kind;
    const page = currentPage(lastSeen);
    blockFor(page, kind).lines.push({ ...text, properties: frame?.properties });
    countPart(lastSeen);
  };
  /** A line begins in what was taken for a line: it is a block, and what text it had is a line of it. */
  const makeBlockOf = (float: Frame): void => {
    float.role = "block";
    open.get("float")?.pop();
    open.set("block", [...(open.get("block") ?? []), float]);
    lineFrame = undefined;
    finishLine();
  };

  return {
    isFull: () => isFull,
    open: (element) => {
      lastSeen = element.line;
      const { role, called, kind } = element.role ?? { role: "box", called: element.name, kind: undefined };
      if (lineFrame?.role === "float" && holdsLines.has(role)) makeBlockOf(lineFrame);
      const isOcr = called.startsWith("ocr");
      const calledWhenOpen = (wanted: Role) => innermost(wanted)?.called;
      const offence = isOcr ? offenceOf(role, calledWhenOpen) : undefined;
      if (offence)
        note("JL1062", "warning", element.line, { element: called, where: offence }, called + offence);
      const properties = role === "word" ? nothing : parseTitle(element.values.title);
      const language = element.values.lang || element.values["xml:lang"] || frames.at(-1)?.language || "";
      if (role === "page") {
        finishLine();
        // What is still open belongs to the page before.
        open.clear();
        if (isMadeUp) Object.assign(pages.at(-1) as RawPage, { properties, line: element.line });
        else startPage(properties, element.line);
        isMadeUp = false;
      } else if (holdsLines.has(role)) {
        // A bare paragraph in a line is a matter of how it is shown.
        if (isOcr || !lineFrame) finishLine();
        else line?.add(" ", false);
      }
      const frame: Frame = {
        element,
        called,
        kind,
        properties,
        language,
        role,
        block: undefined,
        charactersBefore: characters,
      };
      frames.push(frame);
      if (isOcr) ocrFrames += 1;
      const same = open.get(role);
      if (same) same.push(frame);
      else open.set(role, [frame]);
      if (role === "line" || role === "float") {
        line = startLine();
        lineFrame = frame;
      } else if (role === "word") {
        line ??= startLine();
        line.openWord(element.values.title);
      }
    },
    close: () => {
      const frame = frames.pop();
      if (!frame) return;
      const { role, properties } = frame;
      const isOcr = frame.called.startsWith("ocr");
      if (isOcr) ocrFrames -= 1;
      if (role === "word") line?.closeWord();
      else if (role === "line" || role === "float") {
        // A line that another was begun in has ended already; what came after that one ends here.
        if (lineFrame === frame || !lineFrame) finishLine();
      } else if (role === "page" || role === "block" || role === "paragraph") {
        if (!lineFrame || isOcr) finishLine();
        else line?.add(" ", false);
      } else if (properties.has("bbox")) {
        const page = currentPage(frame.element.line);
        if (role === "separator" || (role === "drawing" && isThin(properties)))
          page.separators.push(properties);
        else if (role !== "box" || characters === frame.charactersBefore) page.pictures.push(properties);
        countPart(frame.element.line);
      }
      const same = open.get(role);
      if (same?.at(-1) === frame) same.pop();
    },
    text: (text, bold, at) => {
      if (blank.test(text)) {
        line?.add(text, bold);
        return;
      }
      lastSeen = at;
      const page = currentPage(at);
      if (ocrFrames === 0)
        note("JL1062", "warning", at, { element: "text", where: "outside of any ocr_page" }, "text");
      line ??= startLine();
      line.add(text, bold);
      characters += text.length;
      const language = frames.at(-1)?.language ?? "";
      page.languages.set(language, (page.languages.get(language) ?? 0) + text.length);
    },
    lineBreak: () => {
      if (lineFrame || isFull) line?.add(" ", false);
      else finishLine();
    },
    edge: () => {
      if (lineFrame || isFull) line?.add(" ", false);
      else finishLine();
    },
    finish: () => {
      finishLine();
      return pages;
    },
  };
}
