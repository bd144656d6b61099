/** What words tell of a line, in house styles of nine languages; and lines that only look like it. */
import { describe, expect, it } from "vitest";
import { findRepeated } from "../../src/assemble/find-repeated.js";
import { looksSigned } from "../../src/assemble/roles/line-openings.js";
import { type RoleContext, readRoles } from "../../src/assemble/roles/read-role.js";
import { lexiconOf, lexicons } from "../../src/text/lexicon/index.js";
import { squash } from "../../src/text/squash.js";
import { pageOf, readMadeUp } from "./read-page.js";

const contextOf = (language: string, more: Partial<RoleContext> = {}): RoleContext => ({
  lexicons: [lexiconOf(language)],
  title: "",
  section: "",
  repeated: new Map(),
  page: 1,
  ...more,
});
const rolesOf = (text: string, language: string, more?: Partial<RoleContext>): string[] =>
  readRoles(text, squash(text).text, contextOf(language, more)).map(({ role }) => role);

describe("bylines", () => {
  it.each([
    ["De notre envoyé spécial", "fr"],
    ["De notre correspondant", "fr"],
    ["Henri BASTIDE", "fr"],
    ["(Van onze verslaggever)", "nl"],
    ["Feuilleton door Anna Terborg", "nl"],
    ["(Von unserem ständigen Berichterstatter.)", "de"],
    ["(FROM OUR SPECIAL CORRESPONDENT.)", "en"],
    ["MARIA SOLEDAD IBARRA", "es"],
    ["J. ROBLES", "es"],
    ["【本報記者林恭平西港二日電】", "zh-Hant"],
    ["主婦　小野寺ふみ（６８）＝砂崎", "ja"],
    ["作・海野透", "ja"],
  ])("%s (%s)", (text, language) => expect(rolesOf(text, language)[0]).toBe("byline"));

  it.each([
    ["LA COMARCA, SIN RESERVAS", "es"],
    ["MADRID SE QUEDA SIN AGUA", "es"],
    ["Affaire DREYFUS", "fr"],
    ["De notre temps, on marchait", "fr"],
    ["Von unserem Rathaus aus gesehen", "de"],
    ["Letters to the editor", "en"],
    ["（隋宁）", "zh-Hans"],
  ])("not %s (%s)", (text, language) => expect(rolesOf(text, language)).not.toContain("byline"));
});

it("what an audience did is no credit", () => {
  for (const [text, language] of [
    ["(Laughter.)", "en"],
    ["(Große Heiterkeit.)", "de"],
    ["（拍手）", "ja"],
    ["(Applaudissements.)", "fr"],
  ] as const)
    expect(rolesOf(text, language)).toEqual([]);
  expect(rolesOf("(Reuter.)", "en")).toEqual(["credit"]);
});

describe("who signs a letter", () => {
  it.each([
    ["MRS. T. OAKES, Route 2", true],
    ["Mme Veuve TISSOT, rue Basse", true],
    ["Oosterwold, W. SMID", true],
    ["Anselmo GIL. Villarrubia.", true],
    ["讀者吳明", false],
    ["读者 田大妈", false],
  ])("%s", (text, spaced) => expect(looksSigned(text, spaced)).toBe(true));
  it.each([
    ["读者来信", false],
    ["讀者投書", false],
    ["Police, firemen and dogs", true],
  ])("not %s", (text, spaced) => expect(looksSigned(text, spaced)).toBe(false));
});

describe("furniture", () => {
  it.each([
    ["Domingo, 19 de junio de 1983 Año XLI Núm. 13.207 35 ptas.", "es"],
    ["Vol. 102, No. 37     Serving Tamarack County Since 1892", "en"],
    ["Erscheint täglich außer Sonntag. Bezugspreis vierteljährlich 1,80 Mark. Fernruf 12", "de"],
  ])("%s (%s)", (text, language) => expect(rolesOf(text, language)[0]).toBe("furniture"));

  // Lines of text with a price, a day or a number in them; chapters; what stands on other pages.
  it.each([
    ["$4.2 million bond issue Tuesday to", "en"],
    ["第廿一回", "zh-Hant"],
    ["３面　地域・スポーツ", "ja"],
    ["본사 편집국 전화번호가 10일부터 바뀝니다. 대표 031-555-0100", "ko"],
  ])("not %s (%s)", (text, language) => expect(rolesOf(text, language)).not.toContain("furniture"));

  it("a running head whose page number stands at the outer edge", () => {
    const heads = [
      "THE ALDERMERE GAZETTE, SATURDAY, MAY 9, 1931.",
      "2     THE ALDERMERE GAZETTE, SATURDAY, MAY 9, 1931.",
      "THE ALDERMERE GAZETTE, SATURDAY, MAY 9, 1931.     3",
    ];
    const pages = heads.map((head, i) => pageOf(i + 1, [head, "", "Rain fell on the town."], "en"));
    const { running } = findRepeated(pages);
    heads.forEach((head, i) => {
      const { text } = squash(head);
      const [first] = readRoles(head, text, contextOf("en", { running, page: i + 1 }));
      expect(first).toMatchObject({ role: "furniture", rule: "repeated-on-pages" });
    });
  });

  it("a jump head is none, though it comes again and a page is beside it", () => {
    const pages = [
      pageOf(1, ["Bridge bonds pass", "See BRIDGE, Page 2"], "en"),
      pageOf(2, ["Bridge bonds pass", "From Page 1"], "en"),
    ];
    expect([...findRepeated(pages).running]).toEqual([]);
  });
});

it("a letter's salutation is no second line of a byline", () => {
  const units = readMadeUp(
    [
      [
        "Letters to the editor",
        "",
        "Editor, the Ledger:",
        "  I read that the town means to put",
        "parking meters on Main Street.",
      ],
    ],
    "en",
  );
  expect(units.filter(({ kind }) => kind === "byline")).toEqual([]);
});

describe("lexicons", () => {
  // Detectors see lines squashed: full-width signs narrow, no spaces between ideographs.
  it.each(lexicons.map((lexicon) => [lexicon.language, lexicon] as const))(
    "of %s have their words as detectors see them",
    (_, { byline, pictures, weekdays, questions, answers }) => {
      const words = [
        byline.titles,
        byline.openers,
        pictures.openers,
        pictures.credits,
        weekdays,
        questions,
        answers,
      ];
      for (const word of words.flat()) {
        const seen = squash(word).text;
        const isSeen = seen === word.trim() || words.flat().some((other) => other.trim() === seen);
        expect(isSeen, word).toBe(true);
      }
    },
  );
});
