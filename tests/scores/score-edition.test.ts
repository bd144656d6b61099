/** The scorer itself: the truth scores full marks, and each kind of damage shows in its own figure. */
import { describe, expect, it } from "vitest";
import { flattenEdition } from "./flatten-edition.mjs";
import { oracleEdition } from "./oracle.mjs";
import { figuresOf, scoreEdition } from "./score-edition.mjs";
import { setLines } from "./sources/set-lines.mjs";

const rows: [page: number, text: string, item: number, paragraph: number | null][] = [
  [1, "Ferry stays", 0, null],
  [1, "The ferry will go on", 0, 0],
  [1, "crossing until spring.", 0, 0],
  [1, "The council voted late", 0, 1],
  [1, "See FERRY, Page 2", 0, -1],
  [1, "Library opens", 1, null],
  [1, "The library opens on", 1, 0],
  [1, "Monday at nine.", 1, 0],
  [1, "Readers may bring tea.", 1, 1],
  [2, "on Tuesday night.", 0, 1],
  [2, "For sale: one boat.", 2, 0],
];
const made = () => {
  const number = new Map<number, number>();
  const lines = rows.map(([page, text, item, paragraph]) => {
    number.set(page, (number.get(page) ?? 0) + 1);
    return { page, number: number.get(page) as number, text, item, paragraph };
  });
  const paragraph = (item: number, at: number) => ({
    text: lines
      .filter((line) => line.item === item && line.paragraph === at)
      .map((line) => line.text)
      .join(" "),
  });
  const story = (id: number, headline: string | null) => ({
    id: `s${id}`,
    label: headline ?? "advert",
    story: headline !== null,
    headline: headline ? [headline] : null,
    paragraphs: headline ? [paragraph(id, 0), paragraph(id, 1)] : [paragraph(id, 0)],
  });
  const owners = new Map(
    lines.map((line) => [`${line.page}:${line.number}`, { item: line.item, paragraph: line.paragraph }]),
  );
  return {
    truth: {
      language: "en",
      items: [story(0, "Ferry stays"), story(1, "Library opens"), story(2, null)],
      owners,
      lineOrder: [...owners.keys()],
      lines,
      has: { paragraphs: true, headlineRole: true, spaces: true },
    },
  };
};
// biome-ignore lint/suspicious/noExplicitAny: the oracle is damaged on purpose
const score = (damage: (edition: any) => void) => {
  const entry = made();
  const edition = oracleEdition(entry);
  damage(edition);
  return figuresOf([scoreEdition(entry.truth, edition, flattenEdition(edition))]);
};
const perfect = {
  paragraph_f1: 1,
  paragraphs: "4/4",
  article_f1: 1,
  letters_f1: 1,
  whole: 1,
  exact: 1,
  headline: 1,
  splits: 0,
  merges: 0,
  jumps: 1,
  jumps_joined: 1,
  jumps_false: 0,
  spurious_per_1000: 0,
  lost: 0,
  added: 0,
};

describe("scoreEdition", () => {
  it("gives the truth full marks", () => {
    expect(score(() => {})).toMatchObject(perfect);
  });

  it("sees a story that was cut at the jump", () => {
    const figures = score((edition) => {
      const [ferry] = edition.assembly.articles;
      const tail = {
        ...ferry.body[1].passage,
        spans: ferry.body[1].passage.spans.slice(1),
        text: "on Tuesday night.",
      };
      ferry.body[1].passage = {
        ...ferry.body[1].passage,
        spans: ferry.body[1].passage.spans.slice(0, 1),
        text: "The council voted late",
      };
      edition.assembly.articles.push({
        ...ferry,
        id: "tail",
        headline: [],
        marks: [],
        body: [{ kind: "paragraph", passage: tail }],
      });
    });
    expect(figures).toMatchObject({ jumps_joined: 0, jumps_false: 0, whole: 0.5, lost: 0 });
    expect(figures.paragraph_f1).toBeLessThan(1);
    expect(figures.letters_f1).toBeLessThan(1);
  });

  it("sees a false join over the page", () => {
    const figures = score((edition) => {
      const [ferry, library] = edition.assembly.articles;
      const passage = ferry.body[1].passage;
      library.body.push({
        kind: "paragraph",
        passage: { ...passage, spans: passage.spans.slice(1), text: "on Tuesday night." },
      });
      ferry.body[1].passage = {
        ...passage,
        spans: passage.spans.slice(0, 1),
        text: "The council voted late",
      };
    });
    expect(figures).toMatchObject({ jumps_joined: 0, jumps_false: 1, lost: 0 });
  });

  it("sees an advert in a story", () => {
    const figures = score((edition) => {
      const [, library, advert] = edition.assembly.articles;
      library.body.push(...advert.body);
      edition.assembly.articles.pop();
    });
    expect(figures).toMatchObject({ splits: 1, whole: 0.5 });
    expect(figures.article_f1).toBeLessThan(1);
  });

  it("sees lost and doubled characters", () => {
    const lost = score((edition) => edition.assembly.articles[1].body.pop());
    expect(lost).toMatchObject({ lost: "Readersmaybringtea.".length, added: 0 });
    const twice = score((edition) =>
      edition.assembly.articles[1].body.push(edition.assembly.articles[1].body[1]),
    );
    expect(twice).toMatchObject({ lost: 0, added: "Readersmaybringtea.".length });
  });

  it("sees a line whose edits do not give the source back", () => {
    const figures = score((edition) => {
      edition.pages[0].blocks[0].lines[1].edits = [{ rule: "made up", at: 0, removed: "x", inserted: "" }];
    });
    expect(figures.unrestored).toBe(1);
  });

  it("sees gaps that should not be there", () => {
    const figures = score((edition) => {
      edition.assembly.articles[1].body[1].passage.text = "Rea ders may bring tea.";
    });
    expect(figures.spurious_per_1000).toBeGreaterThan(0);
  });
});

describe("setLines", () => {
  it("stretches a line that a closing mark pushed short, and holds less on an indented line", () => {
    const lines = setLines("一二三四五六七八九十，百", { measure: 6, indent: 2 });
    expect(lines).toEqual(["一二三四", "五 六 七 八 九", "十，百"]);
  });

  it("takes lines that read the same for either story's, where the truth names no lines", () => {
    const { truth } = made();
    const byline = [
      { page: 1, number: 20, text: "By A. PELL" },
      { page: 1, number: 21, text: "By A. PELL" },
    ];
    const [first, second] = [0, 1].map((item) => ({ item, paragraph: null }));
    const edition = oracleEdition({
      truth: {
        ...truth,
        lines: [...truth.lines, ...byline],
        owners: new Map([...truth.owners, ["1:20", second], ["1:21", first]]),
      },
      // biome-ignore lint/suspicious/noExplicitAny: the oracle takes any truth
    } as any);
    const laidUnder = {
      ...truth,
      lines: [...truth.lines, ...byline],
      owners: new Map([...truth.owners, ["1:20", first], ["1:21", second]]),
    };
    const wholeOf = (laid: boolean) =>
      figuresOf([scoreEdition({ ...laidUnder, laid }, edition, flattenEdition(edition))]).whole;
    expect(wholeOf(true)).toBe(1);
    expect(wholeOf(false)).toBe(0);
  });
});
