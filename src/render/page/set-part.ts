/**
 * Sets what of a story stands on a measured page: each head line, paragraph and mark at its printed lines. Head lines
 * of a kind stand for each other: where an editor made two lines of one, both are spread over the printed one.
 * What has no printed line with a box has no place; it is listed under the page.
 */

import type { EditionView } from "../edition-view.js";
import type { PlacedLines } from "../mirror/place-lines.js";
import { type SetLine, setText } from "../mirror/set-text.js";
import type { FlowItem, PagePart } from "./gather-part.js";
import type { HeadLine } from "./head-lines.js";

export interface SetHead {
  readonly line: HeadLine;
  readonly set: readonly SetLine[];
}
export interface SetItem {
  readonly item: FlowItem;
  readonly set: readonly SetLine[];
  readonly dateline: readonly SetLine[];
}
export interface SetPart {
  readonly part: PagePart;
  readonly head: readonly SetHead[];
  readonly flow: readonly SetItem[];
}

/** What is set bold in print, as a rule, where the file does not tell. */
const boldKinds = ["headline", "jump-head", "subhead"];

function setHead(part: PagePart, set: (line: HeadLine) => SetLine[]): SetHead[] {
  const kinds = [...new Set(part.head.map(({ kind }) => kind))];
  return kinds.flatMap((kind) => {
    const lines = part.head.filter((line) => line.kind === kind);
    const alone = lines.map((line) => ({ line, set: set(line) }));
    const [first] = lines;
    if (!first || alone.every((each) => each.set.length > 0)) return alone;
    const all = {
      kind,
      text: lines.map(({ text }) => text).join(" "),
      printed: {
        spans: lines.flatMap(({ printed }) => printed.spans),
        seams: lines.flatMap(({ printed }, at) =>
          at === 0 ? printed.seams : ["space" as const, ...printed.seams],
        ),
      },
    };
    return [{ line: all, set: set(all) }];
  });
}

export function setPart(part: PagePart, place: PlacedLines, view: EditionView): SetPart {
  const { page } = part;
  const head = setHead(part, ({ kind, text, printed }) =>
    setText({ page, text, printed, display: boldKinds.includes(kind) }, place, view.lines, view.style),
  );
  const flow = part.flow.map((item) => ({
    item,
    set: setText(
      { page, text: item.text, printed: item.printed, display: boldKinds.includes(item.kind) },
      place,
      view.lines,
      view.style,
    ),
    dateline: item.datelinePrinted
      ? setText(
          { page, text: item.dateline, printed: item.datelinePrinted, display: false },
          place,
          view.lines,
          view.style,
        )
      : [],
  }));
  return { part, head, flow };
}
