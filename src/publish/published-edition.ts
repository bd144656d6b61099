/** What every form of an edition is made of. */
import type { Diagnostic } from "../model/diagnostic.js";
import type { ReviewedEdition } from "../model/edition.js";
import type { EditionNames, SiteContext } from "../model/site.js";

export interface PublishedEdition {
  readonly edition: ReviewedEdition;
  readonly site: SiteContext;
  /** What the stages before noticed. */
  readonly diagnostics: readonly Diagnostic[];
  readonly names: EditionNames;
}
