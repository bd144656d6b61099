/** Small assembled editions for tests of what comes after assembly: made by hand, so that they are right by reading. */
import type { Article, Assembly, Furniture, Jump, Leftover, Mark } from "../src/model/article.js";
import type { AssembledEdition, EditionInfo, ReviewedEdition } from "../src/model/edition.js";
import { type ArticleId, blockId, lineId, type UnitId, unitId } from "../src/model/ids.js";
import type { Line, Page } from "../src/model/page.js";
import type { Passage, Seam, Unit, UnitKind } from "../src/model/unit.js";
import { composeText, joinPassages } from "../src/text/compose-passage.js";
import { nameArticle } from "../src/text/name-article.js";

/** `[kind, first line, last line]`, 1-based; lines of a unit meet with `seam`. */
export type UnitShape = readonly [kind: UnitKind, from: number, to?: number];
export interface PageShape {
  readonly lines: readonly string[];
  readonly units: readonly UnitShape[];
}
/** Units by page and first line, `2:5`. `cut` joins the unit to the one before it over a jump. */
export interface ArticleShape {
  readonly units: readonly string[];
  readonly joined?: readonly (readonly [string, string])[];
  readonly jump?: {
    readonly forward?: string;
    readonly backward?: string;
    readonly heads?: readonly string[];
    readonly state: "joined" | "dangling";
    readonly from?: number;
    readonly to?: number;
  };
}
export interface EditionShape {
  readonly pages: readonly PageShape[];
  readonly articles: readonly ArticleShape[];
  readonly leftovers?: readonly string[];
  readonly seam?: Seam;
}

export const fixtureInfo: EditionInfo = {
  newspaper: { title: "砚州晚报", slug: "yanzhou-wanbao", place: "砚州" },
  date: "2023-10-26",
  number: "001",
  language: "zh-Hans",
  direction: "horizontal",
  autospace: "css",
  jumpWordings: { forward: [], backward: [] },
  path: "yanzhou-wanbao/2023-10-26",
  introduction: "",
  folder: "editions/yanzhou-wanbao/2023-10-26",
  inferred: [],
};

const unitAt = (name: string): UnitId => {
  const [page, line] = name.split(":").map(Number);
  return unitId(lineId(page ?? 0, line ?? 0));
};

export function buildFixture(shape: EditionShape): AssembledEdition {
  const pages = shape.pages.map((page, index) => buildPage(page, index + 1));
  const texts = new Map(
    pages.flatMap((page) => page.blocks.flatMap((block) => block.lines)).map((line) => [line.id, line]),
  );
  const units = new Map<UnitId, Unit>();
  shape.pages.forEach((page, index) => {
    for (const [kind, from, to = from] of page.units) {
      const ids = Array.from({ length: to - from + 1 }, (_, at) => lineId(index + 1, from + at));
      const spans = ids.map((line) => ({ line, start: 0, end: texts.get(line)?.text.length ?? 0 }));
      const seams = spans.slice(1).map((): Seam => shape.seam ?? "nothing");
      const text = composeText({ spans, seams }, (line) => texts.get(line)?.text) ?? "";
      const id = unitId(lineId(index + 1, from));
      units.set(id, { id, kind, page: index + 1, passage: { text, spans, seams } });
    }
  });
  const taken = new Set<string>();
  const articles = shape.articles.map((article) => {
    const built = buildArticle(article, units, taken, (line) => texts.get(line)?.original ?? "");
    taken.add(built.id);
    return built;
  });
  const placed = new Set(articles.flatMap((article) => article.parts.flatMap((part) => part.units)));
  const leftoverIds = new Set((shape.leftovers ?? []).map(unitAt));
  const furniture: Furniture[] = [];
  const leftovers: Leftover[] = [];
  for (const { id, page, passage } of units.values()) {
    if (placed.has(id)) continue;
    if (leftoverIds.has(id)) leftovers.push({ unit: id, page, passage, reason: "no article is near" });
    else furniture.push({ unit: id, page, passage });
  }
  const assembly: Assembly = { units, articles, furniture, leftovers, decisions: [] };
  return { stage: "assembled", info: fixtureInfo, pages, assembly };
}

export const reviewed = (edition: AssembledEdition): ReviewedEdition => ({ ...edition, stage: "reviewed" });

function buildPage(page: PageShape, number: number): Page {
  const lines = page.lines.map(
    (text, index): Line => ({
      id: lineId(number, index + 1),
      page: number,
      number: index + 1,
      original: text,
      text,
      edits: [],
      blanksBefore: 0,
    }),
  );
  return {
    number,
    file: `pages/0${number}.txt`,
    language: "zh-Hans",
    direction: "horizontal",
    blocks: [{ id: blockId(number, 1), lines }],
    hash: "0",
  };
}

const bodyKinds = new Set(["paragraph", "subhead", "list", "verse", "question", "answer", "caption", "note"]);

function buildArticle(
  shape: ArticleShape,
  units: ReadonlyMap<UnitId, Unit>,
  taken: ReadonlySet<string>,
  original: (line: never) => string,
): Article {
  const list = shape.units
    .map((name) => units.get(unitAt(name)))
    .filter((unit): unit is Unit => unit !== undefined);
  const of = (kind: UnitKind): Passage[] =>
    list.filter((unit) => unit.kind === kind).map((unit) => unit.passage);
  const partner = new Map((shape.joined ?? []).map(([first, second]) => [unitAt(first), unitAt(second)]));
  const second = new Set(partner.values());
  const body = list
    .filter((unit) => bodyKinds.has(unit.kind) && !second.has(unit.id))
    .map((unit) => {
      const next = units.get(partner.get(unit.id) as UnitId);
      const passage = next ? joinPassages(unit.passage, next.passage, "nothing") : unit.passage;
      return {
        kind: unit.kind as Article["body"][number]["kind"],
        passage,
        units: next ? [unit.id, next.id] : [unit.id],
      };
    });
  const mark = (name: string): Mark => {
    const unit = units.get(unitAt(name)) as Unit;
    return { unit: unit.id, kind: unit.kind as Mark["kind"], passage: unit.passage, page: unit.page };
  };
  const { jump } = shape;
  const jumps: Jump[] = jump
    ? [
        {
          state: jump.state,
          ...(jump.from !== undefined && { fromPage: jump.from }),
          ...(jump.to !== undefined && { toPage: jump.to }),
          ...(jump.forward && { forward: mark(jump.forward) }),
          ...(jump.backward && { backward: mark(jump.backward) }),
          jumpHead: (jump.heads ?? []).map((name) => (units.get(unitAt(name)) as Unit).passage),
          confidence: 0.9,
          reason: "both ends name each other",
        },
      ]
    : [];
  const anchor = list.find((unit) => unit.kind === "headline") ?? list[0];
  const id: ArticleId = nameArticle(
    list[0]?.page ?? 0,
    original(anchor?.passage.spans[0]?.line as never),
    taken,
  );
  const pages = [...new Set(list.map((unit) => unit.page))];
  return {
    id,
    kind: "story",
    ...{
      kicker: of("kicker"),
      headline: of("headline"),
      deck: of("deck"),
      byline: of("byline"),
      dateline: of("dateline"),
      credit: of("credit"),
    },
    body,
    marks: list
      .filter((unit) => unit.kind === "pointer" || unit.kind === "serial")
      .map((unit) => mark(`${unit.page}:${unit.passage.spans[0]?.line.split("-l")[1]}`)),
    jumps,
    parts: pages.map((page) => ({
      page,
      units: list.filter((unit) => unit.page === page).map((unit) => unit.id),
    })),
    confidence: 0.9,
    decisions: [],
  };
}

/** Two pages: a story that jumps from 1 to 2, one on page 1, one dangling on page 2, furniture and a leftover. */
export const sampleEdition = (): AssembledEdition =>
  buildFixture({
    pages: [
      {
        lines: [
          "砚州晚报　２０２３年１０月２６日",
          "市民中心今日开放",
          "首日接待三千人",
          "□记者高飞报道",
          "市民中心昨日上午正式开门，接待来",
          "客三千人。工作人员说，准备用了两年，",
          "（下转第二版）",
          "河堤加固完工",
          "东河河堤加固工程前日完工。",
          "全长四公里。",
        ],
        units: [
          ["furniture", 1],
          ["headline", 2, 3],
          ["byline", 4],
          ["paragraph", 5, 6],
          ["jump-line", 7],
          ["headline", 8],
          ["paragraph", 9],
          ["paragraph", 10],
        ],
      },
      {
        lines: [
          "第二版",
          "（上接第一版）",
          "市民中心",
          "其中一年用于选址。",
          "下一步将延长开放时间。",
          "学校运动会",
          "昨天举行的运动会有六百人参加。",
          "（上接第一版）",
          "公园里的花开了。",
          "未归入的一行",
        ],
        units: [
          ["furniture", 1],
          ["continuation-line", 2],
          ["jump-head", 3],
          ["paragraph", 4],
          ["paragraph", 5],
          ["headline", 6],
          ["paragraph", 7],
          ["continuation-line", 8],
          ["paragraph", 9],
          ["paragraph", 10],
        ],
      },
    ],
    articles: [
      {
        units: ["1:2", "1:4", "1:5", "1:7", "2:2", "2:3", "2:4", "2:5"],
        joined: [["1:5", "2:4"]],
        jump: { state: "joined", from: 1, to: 2, forward: "1:7", backward: "2:2", heads: ["2:3"] },
      },
      { units: ["1:8", "1:9", "1:10"] },
      { units: ["2:6", "2:7"] },
      { units: ["2:8", "2:9"], jump: { state: "dangling", from: 1, to: 2, backward: "2:8" } },
    ],
    leftovers: ["2:10"],
  });
