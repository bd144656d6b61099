/**
 * The body of an article view: paragraphs with lasting links, subheads, verse, questions, captions; page turns between
 * and inside them. A paragraph's link is a short hash of its letters, spaces left aside, so that a repair of
 * gaps elsewhere moves no citation.
 */
import type { Element, ElementContent } from "hast";
import { type Child, element } from "../../markdown/to-hast.js";
import type { Article, BodyPart } from "../../model/article.js";
import { shortHash } from "../../text/hash.js";
import { withoutSpaces } from "../../text/scripts.js";
import type { EditionView } from "../edition-view.js";
import { otherLanguage } from "../frame.js";
import { fieldLines, showDateline } from "./show-head.js";
import { lastPageOf, pageTurn, showPassage } from "./show-passage.js";
import { firstPageOf } from "./split-by-page.js";

/** Names paragraphs by their letters; a second paragraph of the same letters gets `-2`. */
export function makeAnchors(): (text: string) => string {
  const used = new Map<string, number>();
  return (text) => {
    const name = `k-${shortHash(withoutSpaces(text))}`;
    const count = (used.get(name) ?? 0) + 1;
    used.set(name, count);
    return count === 1 ? name : `${name}-${count}`;
  };
}

const permalinkTo = (anchor: string, view: EditionView): Element =>
  element("a", {
    className: ["permalink"],
    href: `#${anchor}`,
    ...(otherLanguage(view.edition.info.language, view.words) === "" ? {} : { lang: view.words.lang }),
    ariaLabel: view.words.permalink,
  });

/** The printed lines of a paragraph (`1.12 1.13b`), where readers may correct them. */
function nameLines(part: BodyPart, view: EditionView): { dataLines?: string } {
  if (view.edition.info.corrections === undefined) return {};
  const ids = [...new Set(part.passage.spans.map((span) => span.line))];
  return { dataLines: ids.map((id) => id.replace(/^p(\d+)-l/, "$1.")).join(" ") };
}

/** Subheads are headings; everything else is a paragraph of its kind. */
function showPart(
  part: BodyPart,
  page: number,
  anchor: string,
  dateline: readonly Child[],
  article: Article,
  view: EditionView,
): Element {
  const text = showPassage(part.passage, page, article.id, view);
  if (part.kind === "subhead")
    return element("h2", { className: ["subhead"], id: anchor, ...nameLines(part, view) }, ...text);
  return element(
    "p",
    { className: part.kind === "paragraph" ? [] : [part.kind], id: anchor, ...nameLines(part, view) },
    ...dateline,
    ...text,
    permalinkTo(anchor, view),
  );
}

const plainText = (node: ElementContent): string =>
  node.type === "text" ? node.value : node.type === "element" ? node.children.map(plainText).join("") : "";

/** Paragraphs that a person wrote get lasting links like printed ones; what stands inside lists and quotations does not. */
export function anchorWritten(nodes: readonly ElementContent[], view: EditionView): ElementContent[] {
  const anchorFor = makeAnchors();
  return nodes.map((node) => {
    if (node.type !== "element" || node.tagName !== "p") return node;
    const anchor = anchorFor(plainText(node));
    const properties = { ...node.properties, id: anchor };
    return { ...node, properties, children: [...node.children, permalinkTo(anchor, view)] };
  });
}

/** The body in reading order. */
export function showBody(article: Article, view: EditionView): ElementContent[] {
  const anchorFor = makeAnchors();
  const nodes: ElementContent[] = [];
  let page = article.parts[0]?.page ?? 0;
  const first = article.body.find((part) => part.kind === "paragraph");
  const dateline = showDateline(fieldLines(article, "dateline", view), view);
  for (const part of article.body) {
    const begins = firstPageOf(part.passage);
    if (begins !== 0 && begins !== page) {
      nodes.push(element("div", { className: ["turn-between"] }, pageTurn(begins, article.id, view)));
      page = begins;
    }
    nodes.push(
      showPart(part, page, anchorFor(part.passage.text), part === first ? dateline : [], article, view),
    );
    page = lastPageOf(part.passage, view, page);
  }
  return nodes;
}
