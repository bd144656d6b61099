/** Each style words a story as its manual does: with and without author, date, address; in Latin and Chinese script. */
import { describe, expect, it } from "vitest";
import { citeApa } from "../../../src/render/cite/apa.js";
import { citeChicago } from "../../../src/render/cite/chicago.js";
import type { Citation } from "../../../src/render/cite/citation.js";
import { citeGbt7714 } from "../../../src/render/cite/gbt7714.js";
import { citeMla } from "../../../src/render/cite/mla.js";
import { type Prose, plainProse } from "../../../src/render/cite/prose.js";
import { citeWikipedia } from "../../../src/render/cite/wikipedia.js";
import { chinese, english } from "./sample-citation.js";

const names = (...literals: string[]) =>
  literals.map((literal) => {
    const [given = "", family = ""] = literal.split(/ (?=\S+$)/);
    return { literal, family, given };
  });
const nobody: Partial<Citation> = { authors: [], url: "" };
const undated = ({ date: _, ...rest }: Citation): Citation => rest;
type Case = readonly [situation: string, citation: Citation, cited: string];

const cases: readonly (readonly [string, (citation: Citation) => Prose, readonly Case[]])[] = [
  [
    "Chicago",
    citeChicago,
    [
      [
        "names all pages of a jumped story",
        english,
        "Wren, Tobias. “Ferry to run all winter.” The Alder Point Beacon, September 19, 2024, 1, 4. https://papers.example.org/a/p1-k3f9q2.html.",
      ],
      [
        "puts an unsigned story under the newspaper",
        { ...english, ...nobody },
        "The Alder Point Beacon. “Ferry to run all winter.” September 19, 2024, 1, 4.",
      ],
      [
        "gives the place where the name does not tell it",
        { ...english, ...nobody, newspaper: "The Beacon" },
        "The Beacon (Alder Point). “Ferry to run all winter.” September 19, 2024, 1, 4.",
      ],
      [
        "turns quotation marks inside",
        { ...english, ...nobody, title: 'He says "no" to “yes”' },
        "The Alder Point Beacon. “He says ‘no’ to ‘yes.’” September 19, 2024, 1, 4.",
      ],
      [
        "sets no full stop after a question",
        { ...english, ...nobody, title: "Who rang the bell?" },
        "The Alder Point Beacon. “Who rang the bell?” September 19, 2024, 1, 4.",
      ],
      [
        "says that there is no date",
        undated({ ...english, ...nobody }),
        "The Alder Point Beacon. “Ferry to run all winter.” n.d., 1, 4.",
      ],
      [
        "inverts the first author only",
        { ...english, url: "", authors: names("Tobias Wren", "Nora Fell", "Gus Mallory") },
        "Wren, Tobias, Nora Fell, and Gus Mallory. “Ferry to run all winter.” The Alder Point Beacon, September 19, 2024, 1, 4.",
      ],
      [
        "leaves a Chinese name as it is",
        chinese,
        "左一禾. “末班轮渡推迟到晚上十点.” 栖川日报, April 18, 2024, 1, 3.",
      ],
    ],
  ],
  [
    "MLA",
    citeMla,
    [
      [
        "names all pages",
        english,
        "Wren, Tobias. “Ferry to run all winter.” The Alder Point Beacon, 19 Sept. 2024, pp. 1, 4, papers.example.org/a/p1-k3f9q2.html.",
      ],
      [
        "names one page, and a place",
        { ...english, ...nobody, pages: ["A7"], newspaper: "The Beacon" },
        "“Ferry to run all winter.” The Beacon [Alder Point], 19 Sept. 2024, p. A7.",
      ],
      [
        "says et al. of three",
        { ...english, url: "", authors: names("Tobias Wren", "Nora Fell", "Gus Mallory") },
        "Wren, Tobias, et al. “Ferry to run all winter.” The Alder Point Beacon, 19 Sept. 2024, pp. 1, 4.",
      ],
      [
        "names two",
        { ...english, url: "", authors: names("Tobias Wren", "Nora Fell") },
        "Wren, Tobias, and Nora Fell. “Ferry to run all winter.” The Alder Point Beacon, 19 Sept. 2024, pp. 1, 4.",
      ],
    ],
  ],
  [
    "APA",
    citeApa,
    [
      [
        "gives initials",
        english,
        "Wren, T. (2024, September 19). Ferry to run all winter. The Alder Point Beacon, 1, 4. https://papers.example.org/a/p1-k3f9q2.html",
      ],
      [
        "leaves a headline as printed: no rule tells its names from its other words",
        { ...english, ...nobody, title: "Sailors of Reading Find a Harbor" },
        "Sailors of Reading Find a Harbor. (2024, September 19). The Alder Point Beacon, 1, 4.",
      ],
      [
        "begins with the title of an unsigned story",
        { ...english, ...nobody },
        "Ferry to run all winter. (2024, September 19). The Alder Point Beacon, 1, 4.",
      ],
      [
        "says n.d., and hyphens in initials",
        undated({ ...english, url: "", authors: names("Jean-Paul M. Wren", "Nora Fell") }),
        "Wren, J.-P. M., & Fell, N. (n.d.). Ferry to run all winter. The Alder Point Beacon, 1, 4.",
      ],
    ],
  ],
  [
    "GB/T 7714",
    citeGbt7714,
    [
      [
        "names pages in parentheses",
        chinese,
        "左一禾. 末班轮渡推迟到晚上十点[N]. 栖川日报, 2024-04-18(1, 3).",
      ],
      [
        "says N/OL of what has an address",
        { ...chinese, url: "https://a.example/b" },
        "左一禾. 末班轮渡推迟到晚上十点[N/OL]. 栖川日报, 2024-04-18(1, 3). https://a.example/b.",
      ],
      [
        "begins with the title of an unsigned story",
        { ...chinese, authors: [] },
        "末班轮渡推迟到晚上十点[N]. 栖川日报, 2024-04-18(1, 3).",
      ],
      [
        "writes Western names in capitals, without points",
        { ...english, url: "" },
        "WREN T. Ferry to run all winter[N]. The Alder Point Beacon, 2024-09-19(1, 4).",
      ],
      [
        "says 等 after three",
        { ...chinese, authors: ["左一禾", "单雨", "储安", "骆西"].map((literal) => ({ literal })) },
        "左一禾, 单雨, 储安, 等. 末班轮渡推迟到晚上十点[N]. 栖川日报, 2024-04-18(1, 3).",
      ],
    ],
  ],
  [
    "Wikipedia",
    citeWikipedia,
    [
      [
        "fills {{cite news}}",
        english,
        "{{cite news |last1=Wren |first1=Tobias |title=Ferry to run all winter |newspaper=The Alder Point Beacon |location=Alder Point |publisher=Lantern Hill Press |date=2024-09-19 |issue=38 |pages=1, 4 |url=https://papers.example.org/a/p1-k3f9q2.html}}",
      ],
      [
        "marks a title in another script",
        chinese,
        "{{cite news |author1=左一禾 |script-title=zh:末班轮渡推迟到晚上十点 |newspaper=栖川日报 |location=栖川 |publisher=栖川日报社 |date=2024-04-18 |pages=1, 3 |language=zh}}",
      ],
      [
        "lets no sign of a headline mean something",
        {
          ...english,
          ...nobody,
          place: "",
          publisher: "",
          number: "",
          title: "A|B [[x]] {{y}} <ref>",
          pages: ["1"],
        },
        "{{cite news |title=A{{!}}B &#91;&#91;x&#93;&#93; &#123;&#123;y&#125;&#125; &#60;ref&#62; |newspaper=The Alder Point Beacon |date=2024-09-19 |page=1}}",
      ],
    ],
  ],
];

for (const [style, cite, own] of cases)
  describe(style, () => {
    for (const [situation, citation, cited] of own)
      it(situation, () => expect(plainProse(cite(citation))).toBe(cited));
  });

describe("the place", () => {
  it("is not said again where the name tells it, with 市 or without", () => {
    const cited = plainProse(
      citeMla({ ...chinese, authors: [], newspaper: "汐凪新報", place: "汐凪市", pages: [] }),
    );
    expect(cited).toBe("“末班轮渡推迟到晚上十点.” 汐凪新報, 18 Apr. 2024.");
  });
});

describe("italics", () => {
  it("are for newspapers in Latin script", () => {
    expect(citeChicago(english)).toContainEqual({ italic: "The Alder Point Beacon" });
    expect(citeChicago(chinese).every((run) => typeof run === "string")).toBe(true);
  });
});
