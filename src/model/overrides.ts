/**
 * What an editor decided, in `overrides.yaml`: a list under `overrides:`, applied from top to bottom, each on the
 * result of the one before. Every item names a place (`at`) and the first words that stand there (`expect`; spaces
 * and full-width forms are ignored). Where the words no longer match, the item is reported and not applied.
 *
 *     overrides:
 *       - do: headline
 *         at: "p1-k3f9q2"
 *         expect: "市民中心"
 *         to: "市民中心今日开放"
 */
import type { ArticleKind } from "./article.js";
import type { UnitKind } from "./unit.js";

interface Anchor {
  /** A unit (`p2-u131`), line (`p2-l131`), block (`p2-b7`) or article (`p1-k3f9q2`) id. */
  readonly at: string;
  readonly expect: string;
}
/** A second place that the decision is about; it goes stale like the first. */
interface Target {
  readonly to: string;
  readonly expectTo: string;
}

export type Override =
  /** Set the text of a line: `at` is a line id. What was there stays in the line's edits. */
  | (Anchor & { readonly do: "text"; readonly to: string })
  /** Say what the unit, or every unit of the block, is. */
  | (Anchor & { readonly do: "role"; readonly to: UnitKind })
  /** Put the unit (or every unit of the block) into the article `to`, or the article that holds `to`. */
  | (Anchor & Target & { readonly do: "article" })
  /** Put the unit directly after the unit `to` of the same article; `to: start` puts it first and needs no words. */
  | (Anchor & { readonly do: "order"; readonly to: string; readonly expectTo?: string })
  /** Set the headline of the article; a line break for each printed line. */
  | (Anchor & { readonly do: "headline"; readonly to: string })
  /** Join the article, or the paragraph of the same article, at `to` to the end of the one at `at`. */
  | (Anchor & Target & { readonly do: "join" })
  /** Begin a new article here, or with `as: paragraph` a new paragraph. `at` is a unit or a line. */
  | (Anchor & { readonly do: "split"; readonly as: "article" | "paragraph" })
  /** The story at `at` does, or does not, continue at `to`. */
  | (Anchor & Target & { readonly do: "jump"; readonly verdict: "confirm" | "forbid" })
  /** The article, unit or block is a notice, an advert, a story, or furniture of the page. */
  | (Anchor & { readonly do: "mark"; readonly as: ArticleKind | "furniture" });
