/**
 * Sets a made-up edition: stories as pieces of text become printed lines, units and articles, as the stages before
 * rendering would hand them over. Every seventh CJK line is letter-spaced in the original and closed by an edit.
 */
import type {
  Article,
  Assembly,
  BodyKind,
  BodyPart,
  Furniture,
  Jump,
  Leftover,
  Mark,
} from "../../src/model/article.js";
import type { EditionInfo, ReviewedEdition } from "../../src/model/edition.js";
import { type ArticleId, blockId, lineId, type UnitId, unitId } from "../../src/model/ids.js";
import type { Edit, Line, Page } from "../../src/model/page.js";
import type { Decision, Passage, Seam, Unit, UnitKind } from "../../src/model/unit.js";

export interface PieceSpec {
  readonly page: number;
  readonly kind: UnitKind;
  readonly text: string;
  /** Goes on with the paragraph that the story's last piece of text began. */
  readonly joins?: boolean;
}
export interface JumpSpec {
  readonly state: "joined" | "dangling";
  readonly fromPage?: number;
  readonly toPage?: number;
  readonly names?: number;
}
export interface StorySpec {
  readonly id: string;
  readonly kind?: Article["kind"];
  readonly pieces: readonly PieceSpec[];
  readonly jumps?: readonly JumpSpec[];
  readonly handEdited?: Article["handEdited"];
  readonly decisions?: readonly Decision[];
}
export interface EditionSpec {
  readonly title: string;
  readonly slug: string;
  readonly language: string;
  readonly date?: string;
  readonly number?: string;
  readonly direction?: "horizontal" | "vertical";
  readonly autospace?: EditionInfo["autospace"];
  readonly introduction?: string;
  /** Letters in a line. */
  readonly measure: number;
  readonly pages: readonly { readonly number: number; readonly folio?: string; readonly section?: string }[];
  readonly stories: readonly StorySpec[];
  readonly furniture?: readonly { readonly page: number; readonly text: string }[];
  readonly leftovers?: readonly { readonly page: number; readonly text: string; readonly reason: string }[];
  readonly inferred?: EditionInfo["inferred"];
}

const bodyKinds = ["paragraph", "subhead", "list", "verse", "question", "answer", "caption", "note"];
const isCjkLanguage = (language: string): boolean => /^(zh|ja)/.test(language);

function breakLines(text: string, measure: number, cjk: boolean): string[] {
  if (cjk) {
    const letters = Array.from(text);
    return Array.from({ length: Math.max(1, Math.ceil(letters.length / measure)) }, (_, i) =>
      letters.slice(i * measure, (i + 1) * measure).join(""),
    );
  }
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < measure)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function spaceOut(text: string): { original: string; edits: Edit[] } {
  const letters = Array.from(text);
  const edits: Edit[] = [];
  let at = 0;
  letters.slice(0, -1).forEach((letter) => {
    at += letter.length;
    edits.push({ rule: "close-spaced-cjk", at, removed: " ", inserted: "" });
  });
  return { original: letters.join(" "), edits };
}

export function setEdition(spec: EditionSpec): ReviewedEdition {
  const cjk = isCjkLanguage(spec.language);
  const lines = new Map<number, Line[]>(spec.pages.map((page) => [page.number, []]));
  const units = new Map<UnitId, Unit>();
  const set = (page: number, kind: UnitKind, text: string): Unit => {
    const list = lines.get(page);
    if (!list) throw new Error(`the fixture has no page ${page}`);
    const printed = breakLines(text, kind === "headline" ? text.length + 1 : spec.measure, cjk).map(
      (words, index): Line => {
        const number = list.length + 1;
        const stretched =
          cjk && number % 7 === 0 && words.length > 3 ? spaceOut(words) : { original: words, edits: [] };
        const line = {
          id: lineId(page, number),
          page,
          number,
          text: words,
          blanksBefore: index === 0 ? 1 : 0,
          ...stretched,
        };
        list.push(line);
        return line;
      },
    );
    const seam: Seam = cjk ? "nothing" : "space";
    const passage: Passage = {
      text: printed.map((line) => line.text).join(cjk ? "" : " "),
      spans: printed.map((line) => ({ line: line.id, start: 0, end: line.text.length })),
      seams: printed.slice(1).map(() => seam),
    };
    const unit: Unit = { id: unitId(lineId(page, printed[0]?.number ?? 0)), kind, page, passage };
    units.set(unit.id, unit);
    return unit;
  };
  const articles = spec.stories.map((story) => setStory(story, set, cjk));
  const furniture: Furniture[] = (spec.furniture ?? []).map(({ page, text }) => {
    const unit = set(page, "furniture", text);
    return { unit: unit.id, page, passage: unit.passage };
  });
  const leftovers: Leftover[] = (spec.leftovers ?? []).map(({ page, text, reason }) => {
    const unit = set(page, "paragraph", text);
    return { unit: unit.id, page, passage: unit.passage, reason };
  });
  const assembly: Assembly = {
    units,
    articles,
    furniture,
    leftovers,
    decisions: articles.flatMap((each) => each.decisions),
  };
  const pages = spec.pages.map((page): Page => {
    const own = lines.get(page.number) ?? [];
    return {
      ...page,
      file: `pages/${page.number}.txt`,
      language: spec.language,
      direction: spec.direction ?? "horizontal",
      blocks: [{ id: blockId(page.number, 1), lines: own }],
      hash: "0".repeat(64),
    };
  });
  return { stage: "reviewed", info: describe(spec), pages, assembly };
}

function describe(spec: EditionSpec): EditionInfo {
  return {
    newspaper: { title: spec.title, slug: spec.slug, rights: "CC0" },
    ...(spec.date === undefined ? {} : { date: spec.date }),
    ...(spec.number === undefined ? {} : { number: spec.number }),
    language: spec.language,
    direction: spec.direction ?? "horizontal",
    autospace: spec.autospace ?? "css",
    jumpWordings: { forward: [], backward: [] },
    path: `${spec.slug}/${spec.date ?? "undated"}`,
    introduction: spec.introduction ?? "",
    folder: `editions/${spec.slug}/${spec.date ?? "undated"}`,
    inferred: spec.inferred ?? [],
  };
}

function joinPassages(a: Passage, b: Passage, cjk: boolean): Passage {
  return {
    text: a.text + (cjk ? "" : " ") + b.text,
    spans: [...a.spans, ...b.spans],
    seams: [...a.seams, cjk ? "nothing" : "space", ...b.seams],
  };
}

function setStory(
  story: StorySpec,
  set: (page: number, kind: UnitKind, text: string) => Unit,
  cjk: boolean,
): Article {
  const made = story.pieces.map((piece) => ({ piece, unit: set(piece.page, piece.kind, piece.text) }));
  const passagesOf = (kind: UnitKind): Passage[] =>
    made.filter(({ unit }) => unit.kind === kind).map(({ unit }) => unit.passage);
  const body: BodyPart[] = [];
  for (const { piece, unit } of made) {
    if (!bodyKinds.includes(piece.kind)) continue;
    const last = body.at(-1);
    if (piece.joins && last)
      body[body.length - 1] = {
        ...last,
        passage: joinPassages(last.passage, unit.passage, cjk),
        units: [...last.units, unit.id],
      };
    else body.push({ kind: piece.kind as BodyKind, passage: unit.passage, units: [unit.id] });
  }
  const markOn = (
    kind: Mark["kind"],
    page: number | undefined,
    names: number | undefined,
  ): Mark | undefined => {
    const found = made.find(({ unit }) => unit.kind === kind && (page === undefined || unit.page === page));
    if (!found) return undefined;
    const { unit } = found;
    return {
      unit: unit.id,
      kind,
      passage: unit.passage,
      page: unit.page,
      ...(names === undefined ? {} : { names }),
    };
  };
  const jumps = (story.jumps ?? []).map((jump): Jump => {
    const forward =
      jump.fromPage === undefined ? undefined : markOn("jump-line", jump.fromPage, jump.names ?? jump.toPage);
    const backward =
      jump.toPage === undefined
        ? undefined
        : markOn("continuation-line", jump.toPage, jump.fromPage ?? jump.names);
    return {
      state: jump.state,
      ...(jump.fromPage === undefined ? {} : { fromPage: jump.fromPage }),
      ...(jump.toPage === undefined ? {} : { toPage: jump.toPage }),
      ...(forward ? { forward } : {}),
      ...(backward ? { backward } : {}),
      jumpHead: passagesOf("jump-head"),
      confidence: 0.9,
      reason: "made up",
    };
  });
  const pages = [...new Set(made.map(({ unit }) => unit.page))];
  return {
    id: story.id as ArticleId,
    kind: story.kind ?? "story",
    kicker: passagesOf("kicker"),
    headline: passagesOf("headline"),
    deck: passagesOf("deck"),
    byline: passagesOf("byline"),
    dateline: passagesOf("dateline"),
    credit: passagesOf("credit"),
    body,
    marks: made
      .filter(({ unit }) => unit.kind === "pointer" || unit.kind === "serial")
      .map(({ unit }) => ({
        unit: unit.id,
        kind: unit.kind as Mark["kind"],
        passage: unit.passage,
        page: unit.page,
      })),
    jumps,
    parts: pages.map((page) => ({
      page,
      units: made.filter(({ unit }) => unit.page === page).map(({ unit }) => unit.id),
    })),
    confidence: 0.9,
    decisions: story.decisions ?? [],
    ...(story.handEdited === undefined ? {} : { handEdited: story.handEdited }),
  };
}
