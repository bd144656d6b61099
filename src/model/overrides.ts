/**
 * What an editor decided, in `overrides.yaml`: a list under `overrides:`. Every item anchors to a unit, block or
 * line id plus the words expected there (`expect`: the first words, spaces ignored). Where the words no longer
 * match, the item is reported and not applied.
 */
import type { ArticleKind } from "./article.js";
import type { UnitKind } from "./unit.js";

interface Anchor {
  /** A unit id (`p2-u131`), a line id (`p2-l131`) or an article id (`p1-k3f9q2`). */
  readonly at: string;
  readonly expect: string;
}

export type Override =
  /** Set the text of a line: `at` is a line id. */
  | (Anchor & { readonly do: "text"; readonly to: string })
  | (Anchor & { readonly do: "role"; readonly to: UnitKind })
  /** Put the unit into the article that holds the unit `to`. */
  | (Anchor & { readonly do: "article"; readonly to: string })
  /** Put the unit directly after the unit `after` of the same article; `start` for its beginning. */
  | (Anchor & { readonly do: "order"; readonly after: string })
  | (Anchor & { readonly do: "headline"; readonly to: string })
  /** Join the paragraph or the article at `at` with the one at `to`, which follows it. */
  | (Anchor & { readonly do: "join"; readonly to: string })
  /** Begin a new article (or paragraph, with `as: paragraph`) at this unit or line. */
  | (Anchor & { readonly do: "split"; readonly as?: "article" | "paragraph" })
  | (Anchor & { readonly do: "jump"; readonly to: string; readonly verdict: "confirm" | "forbid" })
  | (Anchor & { readonly do: "mark"; readonly as: ArticleKind | "furniture" });
