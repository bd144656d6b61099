/** A jump line, continuation line or pointer on a page view: a live link where what it names is here, else a note. */
import type { Element } from "hast";
import { type Child, element } from "../../markdown/to-hast.js";
import { describeJumpEnd, describePointer } from "../article/describe-jump.js";
import type { EditionView } from "../edition-view.js";
import { interfacePart } from "../interface-part.js";
import type { FlowItem, PagePart } from "./gather-part.js";

const markKinds = ["jump-line", "continuation-line", "pointer", "serial"];

export const isMark = (item: FlowItem): boolean =>
  markKinds.includes(item.kind) || item.jump !== undefined || item.mark !== undefined;

/** @param content its words, as text or as set lines */
export function showMark(
  item: FlowItem,
  content: readonly Child[],
  part: PagePart,
  view: EditionView,
): Element {
  const id = item.unit;
  if (item.jump) {
    const { href, note } = describeJumpEnd(item.jump.jump, item.jump.side, part.article, view);
    const className = ["jump", item.jump.side];
    if (href !== "") return element("p", { className, id }, element("a", { href, title: note }, ...content));
    return element(
      "p",
      { className: [...className, "loose"], id },
      ...content,
      " ",
      element("span", { className: ["note"], ...interfacePart(view.words) }, note),
    );
  }
  const pointer = item.mark ? describePointer(item.mark, part.article, view) : { href: "", note: "" };
  return element(
    "p",
    { className: ["pointer"], id },
    ...(pointer.href === ""
      ? content
      : [element("a", { href: pointer.href, title: pointer.note }, ...content)]),
  );
}
