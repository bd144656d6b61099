/**
 * The “as printed and as repaired” list of an article: each source line once, in reading order, as it was printed beside
 * what it became, with its changes marked and the rules that made them named. Where the story went on on another page
 * stands what joined its parts and how sure that is.
 */
import type { Element } from "hast";
import { type Child, element } from "../../markdown/to-hast.js";
import { pageFile } from "../../model/address.js";
import type { Article } from "../../model/article.js";
import { type LineId, placeOfLine, stretchLetter } from "../../model/ids.js";
import type { Line } from "../../model/page.js";
import type { EditionView } from "../edition-view.js";
import { fillWords } from "../words/index.js";
import { showEdits } from "./show-edits.js";
import { showJoin } from "./show-join.js";

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

/** `close-spaced-cjk ×5`: the rules that changed a line, in the order they did, each with how often. */
function showRules(line: Line): Element {
  const counts = new Map<string, number>();
  for (const { rule } of line.edits) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const labels = [...counts].flatMap(([rule, count], at): Child[] => [
    at > 0 && " ",
    element("code", {}, count === 1 ? rule : `${rule} ×${count}`),
  ]);
  return element("span", { className: ["rules"], lang: "en" }, ...labels);
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
    element("td", {}, line.text, " ", showRules(line)),
  );
}

/** The rows of the table, with one between lines of different pages. */
function showRows(article: Article, view: EditionView): Element[] {
  let before = 0;
  return sourceLinesOf(article, view).flatMap((line) => {
    const { page } = placeOfLine(line.id);
    const turned = before !== 0 && page !== before;
    const join = turned ? [showJoin(article, before, page, view)] : [];
    before = page;
    return [...join, showRow(line, article, view)];
  });
}

/** Shows, without a script, the changed lines alone; left out where there is none, or nothing else. */
function showFilter(article: Article, view: EditionView): Child {
  const lines = sourceLinesOf(article, view);
  const changed = lines.filter(({ edits }) => edits.length > 0).length;
  if (changed === 0 || changed === lines.length) return undefined;
  return element(
    "p",
    { className: ["setting-choice"] },
    element(
      "label",
      {},
      element("input", { type: "checkbox", className: ["only-changed"] }),
      ` ${view.words.onlyChanged}`,
    ),
  );
}

/** Folded away until asked for; works without a script. */
export function showSource(article: Article, view: EditionView): Element {
  const { words } = view;
  const language = view.edition.info.language;
  const column = (name: string): Element => element("th", { scope: "col" }, name);
  const place = element("span", { className: ["unseen"] }, words.page.replace("{n}", "").trim());
  return element(
    "details",
    { className: ["source-lines"] },
    element("summary", {}, words.asPrinted),
    element("p", { className: ["small"] }, words.asPrintedNote),
    showFilter(article, view),
    element(
      "table",
      {},
      element(
        "thead",
        {},
        element(
          "tr",
          {},
          element("th", { scope: "col" }, place),
          column(words.printed),
          column(words.repaired),
        ),
      ),
      element("tbody", { lang: language }, ...showRows(article, view)),
    ),
  );
}
