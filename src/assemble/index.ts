/**
 * Lines → articles. Decides roles, paragraphs, which text belongs to which headline, in what order, and which halves
 * of jumped stories belong together. It never alters text: it only joins lines, and says how and why.
 */

import type { Assembly, Furniture, Leftover } from "../model/article.js";
import type { Diagnostic, Outcome } from "../model/diagnostic.js";
import type { AssembledEdition, RepairedEdition } from "../model/edition.js";
import { findingReasons } from "../model/finding-reasons.js";
import type { UnitId } from "../model/ids.js";
import type { KnownWords } from "../model/job.js";
import { linesOf, type Page } from "../model/page.js";
import type { Unit, UnitKind } from "../model/unit.js";
import type { Lexicon } from "../text/lexicon/index.js";
import { wordsOfPages } from "../text/words-of-pages.js";
import { placeCaptions } from "./captions.js";
import { type Composed, chainStories, composeArticle } from "./compose-articles.js";
import { decideAll } from "./decide.js";
import type { DraftUnit } from "./draft-units.js";
import { type EditionWords, learnEditionWords } from "./edition-words.js";
import { groupArticles } from "./group-articles.js";
import { learnMeetings } from "./head-hints.js";
import { joinJumps } from "./join-jumps.js";
import { joinPages } from "./join-pages.js";
import { leftoverReason, leftoversOf } from "./leftovers.js";
import { compareLibrary } from "./library/compare-library.js";
import { followLibrary, type GroupedStories } from "./library/follow-library.js";
import { indexToFollow } from "./library/index-items.js";
import { type PageUnits, readUnits } from "./read-units.js";
import { unitKindOf } from "./sketch-units.js";
import { readStories, type Story } from "./stories.js";
import { buildGraph } from "./story-nodes.js";

/** The units are read anew from the mended text; the first pass (sketchUnits) only served repair. */
export function assembleEdition(
  edition: RepairedEdition,
  knownWords?: KnownWords,
): Outcome<AssembledEdition> {
  const { info, pages } = edition;
  const library = indexToFollow(edition.library);
  const words = wordsOfPages(pages, knownWords);
  const reading = {
    title: info.newspaper.title,
    house: info.jumpWordings,
    language: info.language,
    library,
  };
  const pageUnits = readUnits(pages, reading, words);
  const editionWords = learnEditionWords(pageUnits);
  const lexicons = [...new Set(pageUnits.map(({ lexicon }) => lexicon))];
  const functionWords = functionWordsOf(lexicons);
  const {
    stories,
    kept,
    joins,
    captions = [],
  } = library
    ? followLibrary(pageUnits, library, editionWords, functionWords)
    : makeStories(pageUnits, editionWords, functionWords);
  const { marks, loose } = placeMarks(pageUnits, kept);
  const originals = new Map(
    pages.flatMap((page) => linesOf(page).map((line) => [line.id, line.original] as const)),
  );
  const taken = new Set<string>();
  const context = {
    words,
    lexicons,
    marks,
    meet: learnMeetings(pageUnits, editionWords.pairs),
    anchorText: (unit: DraftUnit) => originals.get(unit.passage.spans[0]?.line ?? ("" as never)) ?? unit.text,
  };
  const composed = chainStories(kept, joins).map(({ stories: chain, joins: links }) =>
    composeArticle(chain, links, taken, context),
  );
  const leftovers = [
    ...stories.flatMap((story) =>
      leftoversOf(story, leftoverReason(story) ?? "").filter((leftover) => leftover.reason !== ""),
    ),
    ...loose,
    ...captions,
  ];
  const furniture = pageUnits.flatMap(({ units }): Furniture[] =>
    units
      .filter((unit) => unit.kind === "furniture")
      .map((unit) => ({ unit: unit.id, page: unit.page, passage: unit.passage })),
  );
  const assembly = account(pageUnits, composed, furniture, leftovers);
  return {
    value: { ...edition, stage: "assembled", assembly },
    diagnostics: [...tell(pages, assembly), ...compareLibrary(edition, assembly)],
  };
}

/** Our own stories, page by page, and the jumps between them. */
function makeStories(
  pageUnits: readonly PageUnits[],
  words: EditionWords,
  functionWords: ReadonlySet<string>,
): GroupedStories {
  const grouped = pageUnits.flatMap((units) => {
    const graph = buildGraph(units, words);
    return readStories(graph, groupArticles(graph));
  });
  const { stories, loose } = placeCaptions(pageUnits, grouped);
  // Few lines at the head of a page are no story by themselves, but the end of one from the page before.
  const ends = new Set(joinPages(stories, []).flatMap(({ from, to }) => [stories[from], stories[to]]));
  const whole = stories.filter((story) => ends.has(story) || leftoverReason(story) === undefined);
  const { stories: kept, joins } = joinJumps(whole, words.pairs, functionWords);
  return {
    stories: stories.filter((story) => !ends.has(story)),
    kept,
    joins: [...joins, ...joinPages(kept, joins)],
    captions: loose,
  };
}

const functionWordsOf = (lexicons: readonly Lexicon[]): Set<string> =>
  new Set(lexicons.flatMap((lexicon) => lexicon.functionWords));

/** Pointers and serial lines go with the story whose unit stands directly before them in the file, else after. */
function placeMarks(
  pages: readonly PageUnits[],
  stories: readonly Story[],
): { marks: Map<Story, DraftUnit[]>; loose: Leftover[] } {
  const storyOf = new Map<UnitId, Story>();
  const placed = new Set(stories.flatMap((story) => story.marks ?? []));
  for (const story of stories) for (const unit of story.units) storyOf.set(unit.id, story);
  const marks = new Map<Story, DraftUnit[]>();
  const loose: Leftover[] = [];
  for (const { units } of pages) {
    units.forEach((unit, at) => {
      if ((unit.kind !== "pointer" && unit.kind !== "serial") || placed.has(unit)) return;
      const before = units.slice(0, at).findLast((other) => storyOf.has(other.id));
      const story = storyOf.get(
        (before ?? units.slice(at + 1).find((other) => storyOf.has(other.id)))?.id ?? ("" as UnitId),
      );
      if (story) marks.set(story, [...(marks.get(story) ?? []), unit]);
      else
        loose.push({
          unit: unit.id,
          page: unit.page,
          passage: unit.passage,
          reason: findingReasons.markApart,
        });
    });
  }
  return { marks, loose };
}

/** The final kind of every unit by where it came to stand, and all lists in page and source order. */
function account(
  pages: readonly PageUnits[],
  composed: readonly Composed[],
  furniture: readonly Furniture[],
  leftovers: readonly Leftover[],
): Assembly {
  const roles = new Map<UnitId, UnitKind>();
  for (const { article, stories } of composed) {
    const first = stories[0];
    for (const part of article.body) for (const unit of part.units) roles.set(unit, part.kind);
    for (const story of stories.slice(1)) for (const { unit } of story.heads) roles.set(unit.id, "jump-head");
    const heads = new Map((first?.heads ?? []).map(({ unit }) => [unit.passage, unit.id]));
    for (const passage of article.kicker) roles.set(heads.get(passage) as UnitId, "kicker");
    for (const passage of article.deck) roles.set(heads.get(passage) as UnitId, "deck");
  }
  const units = new Map<UnitId, Unit>();
  for (const page of pages) {
    for (const unit of page.units)
      units.set(unit.id, {
        id: unit.id,
        kind: roles.get(unit.id) ?? unitKindOf[unit.kind],
        page: unit.page,
        passage: unit.passage,
      });
  }
  const order = new Map([...units.keys()].map((id, index) => [id, index]));
  const place = (id: UnitId | undefined): number => order.get(id as UnitId) ?? 0;
  const articles = decideAll(composed, pages).sort(
    (a, b) => place(a.parts[0]?.units[0]) - place(b.parts[0]?.units[0]),
  );
  const sorted = [...leftovers].sort((a, b) => place(a.unit) - place(b.unit));
  return { units, articles, furniture, leftovers: sorted, decisions: [] };
}

/** What the archivist should know at once: dangling jumps and leftovers, each at its place. */
function tell(pages: readonly Page[], assembly: Assembly): Diagnostic[] {
  const fileOf = new Map(pages.map((page) => [page.number, page.file]));
  const at = (page: number, unit: UnitId | undefined): Diagnostic["place"] => {
    const file = fileOf.get(page);
    const line = Number(/u(\d+)/.exec(unit ?? "")?.[1] ?? 0);
    return { page, ...(file === undefined ? {} : { file }), ...(line > 0 ? { line } : {}) };
  };
  const jumps = assembly.articles.flatMap((article) =>
    article.jumps
      .filter((jump) => jump.state === "dangling")
      .map((jump): Diagnostic => {
        const mark = jump.forward ?? jump.backward;
        return {
          code: jump.forward ? "JL3001" : "JL3002",
          severity: "info",
          place: { ...at(mark?.page ?? 0, mark?.unit), article: article.id },
          details: { mark: mark?.passage.text ?? "", page: mark?.names ?? "?" },
        };
      }),
  );
  const lost = assembly.leftovers.map(
    (leftover): Diagnostic => ({
      code: "JL3003",
      severity: "info",
      place: at(leftover.page, leftover.unit),
      details: { text: leftover.passage.text.slice(0, 40), reason: leftover.reason },
    }),
  );
  return [...jumps, ...lost];
}
