/** What stood at the edges of the printed page, as strips above and below its stories. */
import type { Element } from "hast";
import { type Child, element } from "../../markdown/to-hast.js";
import type { Furniture } from "../../model/article.js";
import type { EditionView } from "../edition-view.js";
import type { PageEdges } from "./sort-furniture.js";

/** What a piece of furniture says, as text or as set lines. */
export type ShowFurniture = (each: Furniture) => readonly Child[];

/** Ruby says nothing where it does not stand beside its letters: it is shown in its place, or in the text of its story. */
const isReading = ({ passage }: Furniture, { lines }: EditionView): boolean => {
  const [span] = passage.spans;
  return span !== undefined && lines.get(span.line)?.ruby !== undefined;
};

/** `undefined` where nothing stood at that edge. The nameplate is large on the first page, where the paper's name was. */
export function showEdge(
  edge: "top" | "bottom",
  { nameplate, top, bottom }: PageEdges,
  first: boolean,
  view: EditionView,
  content: ShowFurniture = (each) => [view.style(each.passage.text)],
): Element | undefined {
  const showItem = (each: Furniture, className: readonly string[]): Element =>
    element("p", { className: [...className], id: each.unit }, ...content(each));
  const list = edge === "top" ? top : bottom;
  const name: Child[] = edge === "top" ? nameplate.map((each) => showItem(each, first ? ["title"] : [])) : [];
  if (list.length + name.length === 0) return undefined;
  return element(
    "div",
    { className: ["edge", edge], role: "group", ariaLabel: view.words.alsoPrinted },
    ...name,
    ...list.map((each) => showItem(each, isReading(each, view) ? ["reading"] : [])),
  );
}
