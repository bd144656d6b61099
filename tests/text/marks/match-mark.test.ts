/** Every wording of every language, as printed with and without brackets and spacing; and prose that looks like one. */
import { describe, expect, it } from "vitest";
import { lexicons } from "../../../src/text/lexicon/index.js";
import { listWordings, matchMark } from "../../../src/text/marks/match-mark.js";
import { squash } from "../../../src/text/squash.js";

const house = { forward: [], backward: [] };
const kinds = {
  forward: "jump-line",
  backward: "continuation-line",
  pointer: "pointer",
  serial: "serial",
} as const;
const sides = ["forward", "backward", "pointer", "serial"] as const;
const read = (text: string, language?: string) =>
  matchMark(
    squash(text).text,
    listWordings(language ? lexicons.filter((l) => l.language === language) : lexicons, house),
  );

describe("every wording in brackets is its kind of mark and names its page", () => {
  it.each(
    lexicons.flatMap(({ language, jumps }) =>
      sides.flatMap((side) => jumps[side].map((wording) => [language, wording, kinds[side]] as const)),
    ),
  )("%s: %s", (language, wording, kind) => {
    // A story that is pointed at is named by more than one word, set apart from the page.
    const [slug, shown] =
      /^\{slug\} \S+ \{n\}$/.test(wording) && kind === "pointer"
        ? ["Fair results", "Fair results,"]
        : ["HARBOR", "HARBOR"];
    const printed = wording
      .replace("{n}", "4")
      .replace("{a}", "A4")
      .replace("{more}", "du jour")
      .replace("{slug}", shown)
      .replace(/[()]/g, "");
    const found = read(`（${printed}）`, language);
    expect(found?.kind).toBe(kind);
    // A serial's number counts its parts.
    if (wording.includes("{n}")) expect(found?.page).toBe(kind === "serial" ? undefined : 4);
    if (wording.includes("{slug}")) expect(found?.slug).toBe(slug);
  });
});

describe("a wording that says no way", () => {
  const wordings = listWordings(lexicons, house);
  // A story goes on further back in the paper: 紧接第一版 on page 4 is where it comes from, 紧接第四版 on page 1 where it goes.
  it.each([
    ["（紧接第四版）", 1, "jump-line"],
    ["（紧接第一版）", 4, "continuation-line"],
    ["（緊接第一版）", 2, "continuation-line"],
    ["（下转第一版）", 4, "jump-line"],
  ])("%s on page %i: %s", (text, here, kind) => expect(matchMark(text, wordings, here)?.kind).toBe(kind));
});

describe("marks as printed", () => {
  it.each([
    ["（下转第二版）", "zh-Hans", "jump-line", 2],
    ["（ 下 转 第 二 版 ）", "zh-Hans", "jump-line", 2],
    ["下转A8版", "zh-Hans", "jump-line", 8],
    ["－－本文接第一版－－", "zh-Hant", "continuation-line", 1],
    ["〔上接九版〕", "zh-Hant", "continuation-line", 9],
    ["（讲话全文见第二版）", "zh-Hans", "pointer", 2],
    ["（２２面に関連記事）", "ja", "pointer", 22],
    ["▶관련기사 19면", "ko", "pointer", 19],
    ["▶관련기사 3·15면", "ko", "pointer", 3],
    ["Continued on third page", "en", "jump-line", 3],
    ["See HARBOR, Page 3", "en", "jump-line", 3],
    ["Continucd on Page 2", "en", "jump-line", 2],
    ["Continued from page one", "en", "continuation-line", 1],
    ["Related story, Page 2", "en", "pointer", 2],
    ["Schluß auf Seite 2", "de", "jump-line", 2],
    ["(Fortsetzung folgt)", "de", "serial", undefined],
    ["To be continued", "en", "serial", undefined],
  ] as const)("%s", (text, language, kind, page) => {
    const found = read(text, language);
    expect(found?.kind).toBe(kind);
    expect(found?.page).toBe(page);
  });
});

describe("house styles: what may stand round the page", () => {
  it.each([
    ["Please turn to page 3, col. 2", "en", 1, "jump-line", 3],
    ["(Continued on Page Five, Column Two)", "en", 1, "jump-line", 5],
    ["Fortsetzung auf Seite 2, Spalte 3", "de", 1, "jump-line", 2],
    ["Suite en page 3, 4e colonne", "fr", 1, "jump-line", 3],
    ["(Zie verder pag. 5, kol. 3)", "nl", 1, "jump-line", 5],
    ["See VOTE, Page 8A", "en", 1, "jump-line", 8],
    ["From A1", "en", 4, "continuation-line", 1],
    ["FROM PAGE ONE", "en", 4, "continuation-line", 1],
    ["Bridge bonds / From 1A", "en", 4, "continuation-line", 1],
    ["Flood/From page 1", "en", 4, "continuation-line", 1],
    ["Continued on Back Page", "en", 1, "jump-line", undefined],
    ["(Suite de la première page.)", "fr", 4, "continuation-line", 1],
    ["Viene de portada", "es", 4, "continuation-line", 1],
    ["▶ 3면으로 이어짐", "ko", 1, "jump-line", 3],
    ["☞ 4면에 계속", "ko", 1, "jump-line", 4],
    // The number tells the way.
    ["▶2면에서 계속", "ko", 1, "jump-line", 2],
    ["▶1면에서 계속", "ko", 4, "continuation-line", 1],
    ["Fair results, Page 2", "en", 1, "pointer", 2],
    ["Related stories, A6, A7", "en", 1, "pointer", 6],
    ["Información en págs. 4 y 5", "es", 1, "pointer", 4],
    ["LIRE PAGE 2 L'EDITORIAL DE JEAN MARCEAU", "fr", 1, "pointer", 2],
    ["See editorial on page 4", "en", 1, "pointer", 4],
    ["(12. Fortsetzung.)", "de", 1, "serial", undefined],
    // An OCR or a setter lost the spaces, or set all letters apart.
    ["Fortsetzung aufSeite 3", "de", 1, "jump-line", 3],
    ["Continuedon Page 4", "en", 1, "jump-line", 4],
    ["F o r t s e t z u n g a u f S e i t e 3", "de", 1, "jump-line", 3],
    ["Continued 0n Page 4", "en", 1, "jump-line", 4],
  ] as const)("%s (%s, on page %i)", (text, language, here, kind, page) => {
    const wordings = listWordings(
      lexicons.filter((l) => l.language === language),
      house,
    );
    const found = matchMark(squash(text).text, wordings, here);
    expect(found?.kind).toBe(kind);
    expect(found?.page).toBe(page);
  });

  it.each([
    // A page does not point at itself: that is its running head.
    ["Local and county news, Page 2", "en", 2],
    ["The Maple Fork Ledger, Page 2", "en", 1],
    ["SPORTS, PAGE 3", "en", 1],
    ["see page 4 of the report", "en", 1],
    ["the council turned to page 3", "en", 1],
    ["from page 4 of the Bible.", "en", 1],
    ["Suite à la page arrachée", "fr", 1],
    ["la suite en page blanche", "fr", 1],
    ["pasa a la página de sucesos", "es", 1],
    ["zie pagina 4 van de nota", "nl", 1],
    ["von Seite 1 bis 4", "de", 4],
    ["１面から読み取れる", "ja", 2],
    ["1면에서 계속된 논의", "ko", 2],
  ] as const)("%s (%s, on page %i) is none", (text, language, here) => {
    const wordings = listWordings(
      lexicons.filter((l) => l.language === language),
      house,
    );
    expect(matchMark(squash(text).text, wordings, here)).toBeUndefined();
  });

  // CF转3版 on page 1 is a damaged 下转3版: no story comes from a page after its own.
  it("a damaged mark is read in the way that its number allows", () =>
    expect(matchMark("（上转3版）", listWordings(lexicons, house), 1)?.kind).not.toBe("continuation-line"));
});

it.each([
  ["煩閱者遽下轉語", "zh-Hant"],
  ["可由櫃面轉接各房間", "zh-Hant"],
  ["(continued laughter)", "en"],
  ["(Continued en second iae.)", "en"],
  ["Hoppers seine spannende Fortsetzung", "de"],
])("%s is no mark that names a page", (text, language) => expect(read(text, language)?.page).toBeUndefined());

describe("marks that an OCR damaged", () => {
  it.each([
    ["（上接工版）", "zh-Hans", "continuation-line", 1],
    ["〈下转2版)", "zh-Hans", "jump-line", 2],
    ["CF转3版)", "zh-Hans", "jump-line", 3],
    ["(CE接1版)三十年前的蓝图。", "zh-Hans", "continuation-line", 1],
    ["听。（下转站版）", "zh-Hans", "jump-line", undefined],
    ["Continued from Page l", "en", "continuation-line", 1],
    ["Continned on Page 3", "en", "jump-line", 3],
  ] as const)("%s", (text, language, kind, page) => {
    const found = read(text, language);
    expect(found?.kind).toBe(kind);
    expect(found?.page).toBe(page);
  });

  it("score lower than whole ones", () => {
    const score = (text: string) => read(text, "zh-Hans")?.score ?? 0;
    expect(score("（上接工版）")).toBeLessThan(score("（上接1版）"));
    expect(score("（上接站版）")).toBeLessThan(score("（上接工版）"));
    expect(score("（上接站版）")).toBeGreaterThan(0);
  });

  it.each([
    ["10時から", "ja"],
    ["3面かな", "ja"],
    ["（见第3版）", "zh-Hans"],
    ["去年6月上接工地。", "zh-Hans"],
    ["（第3版）", "zh-Hans"],
    ["The road continued from page to page I", "en"],
  ] as const)("not %s", (text, language) => {
    const kind = read(text, language)?.kind;
    expect(kind === "jump-line" || kind === "continuation-line").toBe(false);
  });
});
