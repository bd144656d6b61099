/** The page's make-up as nested boxes, each cut a row or a stack, each story a region: the style sheet draws it, so text may grow. */
import type { Element } from "hast";
import { element } from "../../markdown/to-hast.js";
import type { EditionView } from "../edition-view.js";
import type { Mirror } from "../mirror/compute-mirror.js";
import type { Cut } from "../mirror/pack-regions.js";
import type { PagePart } from "./gather-part.js";
import { showRegion } from "./show-region.js";

export function showMirror(
  mirror: Mirror,
  parts: readonly PagePart[],
  language: string,
  view: EditionView,
): Element {
  const show = (cut: Cut): Element => {
    if (cut.kind === "story") {
      const part = parts[cut.index];
      const region = mirror.regions[cut.index];
      if (!part || !region) throw new Error(`the mirror names story ${cut.index}, which is not on the page`);
      return showRegion(part, { columns: cut.columns, headlineSize: region.headlineSize }, language, view);
    }
    if (cut.kind === "across") return element("div", { className: ["stack"] }, ...cut.pieces.map(show));
    const tracks = cut.pieces.map((piece) => `minmax(0,${piece.columns}fr)`).join(" ");
    return element(
      "div",
      { className: ["row"], style: `grid-template-columns:${tracks}` },
      ...cut.pieces.map(show),
    );
  };
  return show(mirror.cut);
}
