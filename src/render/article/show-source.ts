/** The “as printed and as repaired” list of an article: each source line once, in reading order, with its changes marked. */
import type { Element } from "hast";
import { type Child, element } from "../../markdown/to-hast.js";
import { pageFile } from "../../model/address.js";
import type { Article } from "../../model/article.js";
import { type LineId, placeOfLine, stretchLetter } from "../../model/ids.js";
import type { Line } from "../../model/page.js";
import type { EditionView } from "../edition-view.js";
import { fillWords } from "../words/index.js";
import { showEdits } from "./show-edits.js";

/** Source lines of an article in the order of its parts. */
export function sourceLinesOf(article: Article, view: EditionView): Line[] {
  const seen = new Set<LineId>();
  const lines: Line[] = [];
  for (const part of article.parts)
    for (const id of part.units)
      for (const span of view.units.get(id)?.passage.spans ?? []) {
        const line = view.lines.get(span.line);
        if (!line || seen.has(span.line)) continue;
        seen.add(span.line);
        lines.push(line);
      }
  return lines;
}

function showChanges(line: Line): Child[] {
  return showEdits(line).map((piece): Child => {
    if (piece.kind === "kept") return piece.text;
    return element(piece.kind === "out" ? "del" : "ins", { title: piece.rule }, piece.text);
  });
}

function showRow(line: Line, article: Article, view: EditionView): Element {
  const { page } = placeOfLine(line.id);
  const number = `${line.number}${stretchLetter(line.id)}`;
  const label = fillWords(view.words.place, { page, line: number });
  const place = element(
    "a",
    { href: `${pageFile(page)}#${article.id}`, ariaLabel: label, title: label },
    `${page}.${number}`,
  );
  const head = element("th", { scope: "row" }, place);
  if (line.edits.length === 0) return element("tr", {}, head, element("td", { colSpan: 2 }, line.text));
  return element(
    "tr",
    { className: ["changed"] },
    head,
    element("td", {}, ...showChanges(line)),
    element("td", {}, line.text),
  );
}

/** Folded away until asked for; works without a script. */
export function showSource(article: Article, view: EditionView): Element {
  const { words } = view;
  const language = view.edition.info.language;
  return element(
    "details",
    { className: ["source-lines"] },
    element("summary", {}, words.asPrinted),
    element("p", { className: ["small"] }, words.asPrintedNote),
    element(
      "table",
      {},
      element(
        "thead",
        {},
        element(
          "tr",
          {},
          element("th", { scope: "col" }, element("span", { className: ["unseen"] }, words.pages)),
          element("th", { scope: "col" }, words.printed),
          element("th", { scope: "col" }, words.repaired),
        ),
      ),
      element(
        "tbody",
        { lang: language },
        ...sourceLinesOf(article, view).map((line) => showRow(line, article, view)),
      ),
    ),
  );
}
