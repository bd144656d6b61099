/**
 * Walks the markup of an hOCR file: its tags and text are told apart by parse5's tokenizer, by the rules of HTML
 * (entities, comments, attributes without quotes), and no tree is built, so neither depth nor unclosed tags cost
 * anything. Where HTML's tree would lose what hOCR means, it is followed no further: a misplaced end tag ends no page
 * part but its own, `<p class="ocr_par">` may hold a `<div class="ocr_line">`, and CDATA is text.
 */
import { type Token, Tokenizer, TokenizerMode } from "parse5";
import { blockTags, hasOcrClass, roleOfClasses, roleOfTag, voidTags } from "./element-roles.js";
import { type MarkupElement, type OpenElement, pileElements } from "./open-elements.js";
import type { Note } from "./tallied-notes.js";

export interface MarkupVisitor {
  open(element: MarkupElement): void;
  /** The innermost of the elements that were opened and not closed. */
  close(): void;
  text(text: string, bold: boolean, line: number): void;
  lineBreak(): void;
  /** An element without a role that is shown on lines of its own begins or ends. */
  edge(): void;
  meta(name: string, content: string, line: number): void;
  /** From then on it wants no tags any more, only text. */
  isFull(): boolean;
}

/** The attributes that say something here. */
const asked = new Set(["class", "id", "title", "lang", "xml:lang", "name", "content"]);
/** Their content is no text of the page. It is not markup either, so a `<` in it begins no tag. */
const hiddenTags = new Set(["script", "style"]);
/** Roles that may stand in a paragraph, so that their tag does not end it. */
const partsOfParagraphs = new Set(["line", "word", "float"]);
/** Their end tags matter to the parts of a page: a stray one is worth a word. */
const carriers = new Set(["div", "span", "p"]);

/** Elements of HTML that parse5 has no number for. */
const plainTags = new Set(
  (
    "abbr acronym bdi bdo cite data del dfn ins kbd legend map mark meter output picture progress q samp slot time " +
    "var video audio canvas"
  ).split(" "),
);
/** `<AMERICA>`: no element, but print that nobody escaped. What is drawn in SVG has prefixes or classes, mostly. */
const isUnknown = ({ tagID, tagName, attrs }: Token.TagToken): boolean =>
  tagID === 0 &&
  !blockTags.has(tagName) &&
  !plainTags.has(tagName) &&
  !tagName.includes(":") &&
  !attrs.some(({ name }) => name === "class");

/** What the tokenizer says of a file that ends too early. */
const brokenOffIn: Readonly<Record<string, string>> = {
  "eof-in-tag": "a tag",
  "eof-in-comment": "a comment",
  "eof-in-doctype": "the document type",
  "eof-in-cdata": "CDATA",
};

const localName = (name: string): string => name.slice(name.indexOf(":") + 1);

/** A quote or the end of a tag is lost: what comes after it, text too, was taken for an attribute. */
const swallowed = ({ attrs }: Token.TagToken): boolean =>
  attrs.some(({ name, value }) => name.includes("<") || value.includes("<"));

function readElement(token: Token.TagToken, line: number): OpenElement {
  const name = localName(token.tagName);
  const values: Record<string, string> = Object.create(null);
  for (const { name: key, value } of token.attrs) if (asked.has(key)) values[key] = value;
  const role = (values.class && roleOfClasses(values.class)) || roleOfTag(name);
  return { name, role, values, line, index: -1, over: false, unfollowed: undefined };
}

/** Walks `text`; true where there was a class of hOCR's anywhere. */
export function walkMarkup(text: string, xhtml: boolean, visitor: MarkupVisitor, note: Note): boolean {
  const pile = pileElements();
  /** The element whose text is not shown: script, style, or the title of the file. */
  let hidden: string | undefined;
  let sawOcrClass = false;
  let brokenOff: string | undefined;

  const closed = (elements: ReturnType<typeof pile.closeAll>, wanted: number): void => {
    elements.forEach(({ role, name, line }, index) => {
      // The last is the one that the end tag names; a paragraph needs no end tag in HTML.
      if (role && index < elements.length - wanted && name !== "p")
        note("JL1063", "warning", line, { element: role.called }, role.called);
      if (role) visitor.close();
      else if (blockTags.has(name)) visitor.edge();
    });
  };
  const endTag = (name: string, line: number): void => {
    if (name === hidden) hidden = undefined;
    // As browsers do: a stray </br> is shown as <br>.
    if (name === "br") visitor.lineBreak();
    if (name === "title" || hiddenTags.has(name) || voidTags.has(name)) return;
    const elements = visitor.isFull() ? [] : pile.close(name);
    if (elements) closed(elements, 1);
    else if (carriers.has(name)) note("JL1064", "warning", line, { element: name }, name);
    if (blockTags.has(name)) visitor.edge();
  };
  const endParagraphBefore = ({ name, role }: MarkupElement): void => {
    if (!blockTags.has(name) || !pile.nearest("p")) return;
    if (name === "p" || (!xhtml && !partsOfParagraphs.has(role?.role ?? "")))
      closed(pile.close("p") ?? [], 1);
  };
  const tokenizer: Tokenizer = new Tokenizer(
    {},
    {
      onStartTag: (token) => {
        const line = tokenizer.preprocessor.line;
        const element = readElement(token, line);
        const { name, role, values } = element;
        if (swallowed(token)) note("JL1058", "warning", line);
        hidden = undefined;
        sawOcrClass ||= values.class !== undefined && hasOcrClass(values.class);
        if (name === "meta") visitor.meta(values.name ?? "", values.content ?? "", line);
        if (name === "br" || name === "hr") visitor.lineBreak();
        // XML's slash: HTML knows it only for elements that never hold anything. For titles and scripts it is meant.
        const isEmpty =
          voidTags.has(name) || (token.selfClosing && (xhtml || name === "title" || hiddenTags.has(name)));
        if (name === "title" || hiddenTags.has(name)) {
          if (isEmpty) return;
          hidden = name;
          if (token.tagName === name && name !== "title") tokenizer.state = TokenizerMode.RAWTEXT;
          return;
        }
        if (visitor.isFull()) {
          // Where a part would begin the text has a space at least; a word or bold type adds none.
          if (blockTags.has(name) || (role && role.role !== "word")) visitor.edge();
          return;
        }
        if (isUnknown(token)) note("JL1067", "warning", line, { tag: token.tagName.slice(0, 40) });
        endParagraphBefore(element);
        if (isEmpty) {
          if (role) visitor.open(element);
          if (role) visitor.close();
          else if (blockTags.has(name)) visitor.edge();
        } else if (!pile.open(element)) note("JL1066", "warning", line);
        else if (role) visitor.open(element);
        else if (blockTags.has(name)) visitor.edge();
      },
      onEndTag: (token) => endTag(localName(token.tagName), tokenizer.preprocessor.line),
      onCharacter: ({ chars }) => show(chars),
      onWhitespaceCharacter: ({ chars }) => show(chars),
      onNullCharacter: ({ chars }) => show(chars.replaceAll("\0", "\ufffd")),
      onComment: () => undefined,
      onDoctype: () => undefined,
      onEof: () => undefined,
      onParseError: ({ code }) => {
        brokenOff ??= brokenOffIn[code];
      },
    },
  );
  // In foreign content CDATA is text, and that is what whoever wrote it meant, in XHTML or not.
  tokenizer.inForeignNode = true;
  const show = (chars: string): void => {
    if (hidden === undefined) visitor.text(chars, pile.bold > 0, tokenizer.preprocessor.line);
  };
  tokenizer.write(text, true);
  const left = pile.closeAll();
  const inside = brokenOff ?? hidden ?? left.find(({ role, name }) => role && name !== "p")?.role?.called;
  if (inside !== undefined) note("JL1065", "warning", tokenizer.preprocessor.line, { inside });
  closed(left, left.length);
  return sawOcrClass;
}
