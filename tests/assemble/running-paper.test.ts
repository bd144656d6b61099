/**
 * An invented paper of 1850 as ALTO, two pages of two columns in one size of type, with a feuilleton at the foot of
 * both: what comes out of the whole trip, and what the program says of its guesses.
 */
import { describe, expect, it } from "vitest";
import { decideEdition } from "../../src/build/build-edition.js";
import type { Article } from "../../src/model/article.js";
import type { SourceFile } from "../../src/model/job.js";

/** Units of the file: a column is 400 wide, a line 10 high and 12 from the next, its type 8 points at 72 dpi. */
const column = { width: 400, step: 430, left: 20 };
const pitch = 12;
const letter = 6;

type Row = readonly [text: string, x: number, y: number];
interface Written {
  readonly x: number;
  readonly y: number;
  readonly blocks: readonly (readonly string[])[];
}

/** Lines of a column: “=” is set in its middle, “>” is set in, all others fill it or end short. */
function rowsOf({ x, y, blocks }: Written): Row[][] {
  let line = 0;
  return blocks.map((rows) =>
    rows.map((row): Row => {
      const text = row.replace(/^[=>]/, "");
      const left = row.startsWith("=")
        ? (column.width - text.length * letter) / 2
        : row.startsWith(">")
          ? 12
          : 0;
      const at = y + line * pitch;
      line += 1;
      return [text, x + left, at];
    }),
  );
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

function altoPage(number: number, columns: readonly Written[]): SourceFile {
  const blocks = columns.flatMap(rowsOf).map((rows, b) => {
    const lines = rows.map(([text, x, y]) => {
      const width = Math.min(column.width, text.length * letter);
      return `<TextLine HPOS="${x}" VPOS="${y}" WIDTH="${width}" HEIGHT="10"><String CONTENT="${text}" HPOS="${x}" VPOS="${y}" WIDTH="${width}" HEIGHT="10"/></TextLine>`;
    });
    return `<TextBlock ID="B${b}">${lines.join("")}</TextBlock>`;
  });
  return {
    path: `pages/page-${number}.xml`,
    bytes: encode(
      `<?xml version="1.0"?><alto><Layout><Page WIDTH="900" HEIGHT="1300"><PrintSpace>${blocks.join("")}</PrintSpace></Page></Layout></alto>`,
    ),
  } as SourceFile;
}

/** Sixty-six letters and spaces fill a column: all lines of these are so long, but the last. */
const full = (words: string): string => {
  const text = words.padEnd(66, " and so on and on it went for days");
  return text.slice(0, 66).replace(/ $/, "s");
};
const paragraph = (...words: string[]): string[] =>
  words.map((line, i) => (i === words.length - 1 ? line : `${i === 0 ? ">" : ""}${full(line)}`));

const pages = [
  altoPage(1, [
    {
      x: 20,
      y: 100,
      blocks: [
        ["=FRANCE."],
        [
          "=Paris, July 31.",
          ...paragraph(
            "The King received the ministers on Tuesday in the morning",
            "at his palace, and spoke with",
            "them of the harvest.",
          ),
        ],
        paragraph(
          "The chambers were closed after the budget had been voted",
          "by the deputies, who left for",
          "their provinces.",
        ),
        ["=SPAIN."],
        paragraph(
          "From Madrid we hear that the roads are safe again since",
          "the troops were sent to guard",
          "them.",
        ),
      ],
    },
    {
      x: 450,
      y: 100,
      blocks: [
        paragraph(
          "The fleet has left Cadiz with water for ninety days and",
          "nobody knows for what port",
          "it is bound.",
        ),
        ["=AUSTRIA."],
        paragraph(
          "The mail from Vienna was robbed in the mountains by men",
          "in masks, who took the gold and left the letters in the snow of",
          "the valley.",
        ).slice(0, 2),
      ],
    },
    {
      x: 20,
      y: 700,
      blocks: [
        ["=FEUILLETON."],
        paragraph(
          "The old lamp lighter of our street had never seen the sea",
          "although he lived within a mile",
          "of it.",
        ),
      ],
    },
    {
      x: 450,
      y: 700,
      blocks: [
        [
          ...paragraph(
            "Every evening he carried his ladder from post to post and",
            "when the wind blew he sang",
            "to it.",
          ).slice(0, 1),
          full("and the children behind the windows counted the lamps until the"),
        ],
      ],
    },
  ]),
  altoPage(2, [
    {
      x: 20,
      y: 60,
      blocks: [
        [full("valley, where the shepherds found them and carried them to the"), "next town."],
        ["=PRUSSIA."],
        paragraph(
          "The railway to the Rhine will be opened in the spring by",
          "the Crown Prince, if the bridge",
          "is finished.",
        ),
      ],
    },
    {
      x: 450,
      y: 60,
      blocks: [
        paragraph(
          "At Berlin the frost has stopped all work upon the canals",
          "and bread is dear in the",
          "markets.",
        ),
      ],
    },
    {
      x: 20,
      y: 700,
      blocks: [[full("last of them was out, and then they slept as the lamps did in"), "the fog."]],
    },
    {
      x: 450,
      y: 700,
      blocks: [
        paragraph(
          "So it went for forty years, until the company of the gas",
          "took his ladder away from",
          "him.",
        ),
      ],
    },
  ]),
];

const sheet: SourceFile = {
  path: "edition.md",
  bytes: encode("---\nnewspaper: The Morning Gazette\ndate: 1850-08-01\nlanguage: en\n---\n"),
} as SourceFile;
const { edition } = decideEdition({ folder: "in/gazette", files: [sheet, ...pages] });
const articles = edition?.assembly.articles ?? [];
const headOf = ({ headline, kicker }: Article): string =>
  [...kicker, ...headline].map(({ text }) => text).join(" ");
const textOf = (article: Article | undefined): string =>
  (article?.body ?? []).map(({ passage }) => passage.text.replace(/\s+/g, " ")).join(" ");
const articleOf = (head: string): Article | undefined =>
  articles.find((article) => headOf(article).includes(head));

describe("a paper whose stories run down the columns", () => {
  it("each heading in the middle of the column--a story, with what follows it in the next column", () => {
    expect(articles.map(headOf).sort()).toEqual(["AUSTRIA.", "FEUILLETON.", "FRANCE.", "PRUSSIA.", "SPAIN."]);
    expect(textOf(articleOf("FRANCE"))).toMatch(/harvest.*provinces/);
    expect(textOf(articleOf("SPAIN"))).toMatch(/Madrid.*Cadiz/);
    expect(textOf(articleOf("PRUSSIA"))).toMatch(/Rhine.*Berlin/);
  });

  it("a sentence that breaks off at the foot of the last column--goes on at the head of the next page", () => {
    expect(textOf(articleOf("AUSTRIA"))).toMatch(/robbed.*valley, where the shepherds.*next town/);
    expect(textOf(articleOf("FEUILLETON"))).toMatch(/lamp lighter.*last of them.*forty years/);
  });

  it("a join without a mark--is told as a guess, with the other reading and how to have it", () => {
    const guesses = articles.flatMap(({ decisions }) =>
      decisions.filter(({ rule }) => rule === "columns-run-on"),
    );
    expect(guesses).toHaveLength(2);
    for (const { reason, runnerUp, override, confidence } of guesses) {
      expect(reason).toContain("no mark");
      expect(runnerUp?.choice).toBe("an article of its own");
      expect(override).toContain("forbid");
      expect(confidence).toBeLessThan(1);
    }
  });
});
