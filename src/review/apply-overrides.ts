/**
 * Applies what an editor decided, in the order of the file, each item on the result of the one before. An item whose
 * words no longer stand at its place, or that cannot be done, is reported and left out; the others still apply.
 * The editor always wins over the program, and a later item over an earlier one.
 */
import type { Article } from "../model/article.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { AssembledEdition } from "../model/edition.js";
import type { UnitId } from "../model/ids.js";
import type { KnownWords } from "../model/job.js";
import type { Override } from "../model/overrides.js";
import type { Decision, Unit } from "../model/unit.js";
import type { WordCounts } from "../text/join-lines.js";
import { wordsOfPages } from "../text/words-of-pages.js";
import { confirmJump, forbidJump, type JumpEnd } from "./decide/decide-jump.js";
import { articleOf, isRefusal, type Refusal, refuse } from "./decide/edit-edition.js";
import { joinArticles, joinParagraphs, type Words } from "./decide/join-pieces.js";
import { markArticle, markUnits } from "./decide/mark-units.js";
import { moveToArticle, setOrder } from "./decide/move-units.js";
import { setHeadline } from "./decide/set-headline.js";
import { setRole } from "./decide/set-role.js";
import { setLineText } from "./decide/set-text.js";
import { beginArticle, beginParagraph, cutUnitAt, isolateLine } from "./decide/split-pieces.js";
import { decideByEditor, noteOnArticle, noteOnEdition, type Origin } from "./note-decision.js";
import { type Place, resolveAnchor, type Versions } from "./resolve-anchors.js";

/** An override and where its file has it. */
export interface PlacedOverride {
  readonly override: Override;
  readonly origin: Origin;
}
export interface Applied {
  readonly edition: AssembledEdition;
  readonly diagnostics: readonly Diagnostic[];
}
type Result = AssembledEdition | Refusal;

export function applyOverrides(
  before: AssembledEdition,
  overrides: readonly PlacedOverride[],
  knownWords?: KnownWords,
): Applied {
  let now = before;
  let counted: WordCounts | undefined;
  const words: Words = () => {
    counted ??= wordsOfPages(before.pages, knownWords);
    return counted;
  };
  const diagnostics: Diagnostic[] = [];
  for (const { override, origin } of overrides) {
    const result = applyOverride({ now, before }, override, origin, words);
    if (isRefusal(result)) {
      const { code, details } = result;
      diagnostics.push({
        code,
        severity: "warning",
        place: { file: origin.file, line: origin.line },
        details: { do: override.do, ...details },
      });
    } else now = note(result, override, origin);
  }
  return { edition: now, diagnostics };
}

/** One override on the edition as the ones before left it. @returns the edition, or why it was not applied. */
export function applyOverride(versions: Versions, override: Override, origin: Origin, words: Words): Result {
  const found = resolveAnchor(versions, override.at, override.expect);
  if (isRefusal(found)) return found;
  const meant = alone(versions.now, found, override.do);
  if (isRefusal(meant)) return meant;
  const { now, place } = meant;
  switch (override.do) {
    case "text":
      if (place.type !== "line") return refuse("JL4121", { id: override.at, wanted: "line" });
      return setLineText(now, place.line, override.to);
    case "role":
      return eachUnit(now, place, override.at, (edition, unit) => setRole(edition, unit, override.to));
    case "headline": {
      const article = articleAt(now, place);
      return article ? setHeadline(now, article, override.to, origin) : refuse("JL4116", { id: override.at });
    }
    case "mark":
      if (place.type === "article") return markArticle(now, place.article, override.as);
      return markUnits(now, unitsAt(place), override.as);
    case "split":
      return split(now, place, override.at, override.as);
    case "order": {
      const [unit] = unitsAt(place);
      if (!unit) return refuse("JL4121", { id: override.at, wanted: "unit" });
      if (override.to === "start") return setOrder(now, unit, "start");
      const target = resolveAnchor({ ...versions, now }, override.to, override.expectTo ?? "");
      if (isRefusal(target)) return target;
      const after = unitsAt(target).at(-1);
      return after ? setOrder(now, unit, after.id) : refuse("JL4121", { id: override.to, wanted: "unit" });
    }
    default: {
      const target = resolveAnchor({ ...versions, now }, override.to, override.expectTo);
      return isRefusal(target) ? target : applyBetween(now, override, place, target, origin, words);
    }
  }
}

/** What one says of a line is said of that line alone: it is cut out of its unit first. */
function alone(
  now: AssembledEdition,
  place: Place,
  what: Override["do"],
): { now: AssembledEdition; place: Place } | Refusal {
  const ofLine = what === "role" || what === "mark" || what === "article" || what === "order";
  if (place.type !== "line" || !ofLine) return { now, place };
  const cut = isolateLine(now, place.line.id);
  if (isRefusal(cut)) return cut;
  const unit = cut.edition.assembly.units.get(cut.unit);
  return unit ? { now: cut.edition, place: { type: "unit", unit } } : refuse("JL4116", { id: place.line.id });
}

type BetweenTwo = Extract<Override, { do: "article" | "join" | "jump" }>;

function applyBetween(
  now: AssembledEdition,
  override: BetweenTwo,
  place: Place,
  target: Place,
  origin: Origin,
  words: Words,
): Result {
  const to = articleAt(now, target);
  if (!to) return refuse("JL4116", { id: override.to });
  if (override.do === "article") {
    if (place.type === "article") return refuse("JL4121", { id: override.at, wanted: "unit" });
    return moveToArticle(now, unitsAt(place), to);
  }
  const from = articleAt(now, place);
  if (!from) return refuse("JL4116", { id: override.at });
  if (override.do === "join") {
    const [first, second] = [unitsAt(place).at(-1), unitsAt(target)[0]];
    return first && second && from.id === to.id
      ? joinParagraphs(now, first, second, words)
      : joinArticles(now, from, to);
  }
  const ends: [JumpEnd, JumpEnd] = [jumpEnd(from, place), jumpEnd(to, target)];
  if (override.verdict === "forbid") return forbidJump(now, ...ends);
  return confirmJump(now, ...ends, `an editor confirmed it (${origin.file}:${origin.line})`, words);
}

const jumpEnd = (article: Article, place: Place): JumpEnd => {
  const [unit] = unitsAt(place);
  return unit ? { article, unit: unit.id } : { article };
};

function split(now: AssembledEdition, place: Place, id: string, as: "article" | "paragraph"): Result {
  const begin = as === "article" ? beginArticle : beginParagraph;
  if (place.type === "line") {
    const cut = cutUnitAt(now, place.line.id);
    return isRefusal(cut) ? cut : begin(cut.edition, cut.unit);
  }
  const [unit] = unitsAt(place);
  return unit ? begin(now, unit.id) : refuse("JL4121", { id, wanted: "unit" });
}

/** The units a place holds; none for an article, which is meant as a whole. */
const unitsAt = (place: Place): readonly Unit[] =>
  place.type === "unit" ? [place.unit] : place.type === "article" ? [] : place.units;

function articleAt(edition: AssembledEdition, place: Place): Article | undefined {
  if (place.type === "article") return place.article;
  const [unit] = unitsAt(place);
  return unit && articleOf(edition, unit.id);
}

function eachUnit(
  edition: AssembledEdition,
  place: Place,
  id: string,
  change: (edition: AssembledEdition, unit: Unit) => AssembledEdition,
): Result {
  const units = unitsAt(place);
  if (units.length === 0) return refuse("JL4121", { id, wanted: "unit" });
  return units.reduce(change, edition);
}

const kinds: Readonly<Record<Override["do"], Decision["kind"]>> = {
  text: "repair",
  role: "role",
  mark: "role",
  headline: "role",
  article: "article",
  join: "article",
  split: "article",
  order: "order",
  jump: "jump",
};

/** Keeps the decision on the edition's list, and on that of the article it is about. */
function note(edition: AssembledEdition, override: Override, origin: Origin): AssembledEdition {
  const choice = "to" in override ? override.to : "as" in override ? override.as : "";
  const said = override.do === "jump" ? `${override.verdict} ${choice}` : choice;
  const decision = decideByEditor(override.at, kinds[override.do], said, origin);
  const noted = noteOnEdition(edition, decision);
  const article =
    edition.assembly.articles.find((each) => each.id === override.at) ??
    articleOf(edition, override.at as UnitId);
  if (!article || override.do === "headline") return noted;
  const articles = noted.assembly.articles.map((each) =>
    each.id === article.id ? noteOnArticle(each, decision) : each,
  );
  return { ...noted, assembly: { ...noted.assembly, articles } };
}
