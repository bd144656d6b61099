/** Queries drawn from an edition, the same on every run: what readers look for, and what is hard to find. */
import { linesOf } from "../../src/model/page.js";
import { hanForms } from "../../src/text/search/han-forms.js";
import { seededRandom } from "../typeset/seeded-random.mjs";
import type { Searched } from "./searched-editions.js";

export interface DrawnQuery {
  readonly kind: "substring" | "gap" | "name" | "number" | "phrase" | "beginning" | "form";
  /** What is looked for, without quotes. */
  readonly sought: string;
  readonly quoted: boolean;
  readonly anyForm: boolean;
}

const isCjkLanguage = (language: string): boolean => /^(zh|ja|ko)/.test(language);
const cjkLetter = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const otherForms = new Map<string, string>();
for (const word of hanForms.trim().split(/\s+/)) {
  const letters = Array.from(word);
  letters.forEach((letter, at) => {
    otherForms.set(letter, letters[(at + 1) % letters.length] ?? letter);
  });
}
const inOtherForm = (text: string): string =>
  Array.from(text, (letter) => otherForms.get(letter) ?? letter)
    .join("")
    .normalize("NFD")
    .replace(/(?<=\p{Script=Latin})\p{Mn}/gu, "")
    .normalize("NFC")
    .replace(/ß/g, "ss");

/** Letters with the marks on them, so that no draw cuts through one. */
const clusters = (text: string): string[] => text.match(/\P{M}[\p{M}ﾞﾟ]*/gu) ?? [];

export function drawQueries({ language, edition, texts }: Searched, count: number): DrawnQuery[] {
  const random = seededRandom(`search ${language}`);
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const paragraphs = texts.texts.flatMap((text) => text.paragraphs.map((paragraph) => paragraph.text));
  const cjk = isCjkLanguage(language);
  const plain = { quoted: false, anyForm: false };

  function cutRun(text: string, from = -1): string {
    const letters = clusters(text);
    const length = 2 + Math.floor(random() * 9);
    const at = from >= 0 ? from : Math.floor(random() * Math.max(1, letters.length - 1));
    return letters
      .slice(at, at + length)
      .join("")
      .trim();
  }
  function cutWords(text: string, least: number, most: number): string {
    const words = text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
    const length = least + Math.floor(random() * (most - least + 1));
    const at = Math.floor(random() * Math.max(1, words.length - length + 1));
    return words.slice(at, at + length).join(" ");
  }
  /** Words around a place where the repair closed a gap, as repaired or as printed. */
  function drawGap(): string {
    const lines = edition.pages
      .flatMap(linesOf)
      .filter(({ edits }) => edits.some(({ removed }) => /\s/.test(removed)));
    const line = pick(lines);
    if (line === undefined) return "";
    if (!cjk) return cutWords(line.text, 2, 4);
    return cutRun(random() < 0.5 ? line.text : line.original);
  }

  const makers: Readonly<Record<DrawnQuery["kind"], () => DrawnQuery>> = {
    substring: () => ({ kind: "substring", sought: cutRun(pick(paragraphs) ?? ""), ...plain, quoted: true }),
    gap: () => ({ kind: "gap", sought: drawGap(), ...plain, quoted: true }),
    name: () => {
      const bylines = edition.assembly.articles.flatMap(({ byline }) => byline.map(({ text }) => text));
      const from = pick(bylines) ?? "";
      return { kind: "name", sought: cjk ? cutRun(from) : cutWords(from, 1, 3), ...plain, quoted: true };
    },
    number: () => {
      const numbers = paragraphs.flatMap(
        (text) => text.match(/[0-9０-９]+(?:[.,][0-9]+)*|[〇一二三四五六七八九十百千万]{2,}/g) ?? [],
      );
      return { kind: "number", sought: pick(numbers) ?? "", ...plain, quoted: random() < 0.5 };
    },
    phrase: () => ({
      kind: "phrase",
      sought: cjk ? cutRun(pick(paragraphs) ?? "") : cutWords(pick(paragraphs) ?? "", 2, 6),
      ...plain,
      quoted: true,
    }),
    beginning: () => {
      const word = pick((pick(paragraphs) ?? "").match(/[\p{L}]{3,}/gu) ?? []) ?? "";
      return {
        kind: "beginning",
        sought: Array.from(word)
          .slice(0, 2 + Math.floor(random() * 4))
          .join(""),
        ...plain,
      };
    },
    form: () => {
      const from = pick(paragraphs) ?? "";
      const sought = inOtherForm(cjk ? cutRun(from) : cutWords(from, 1, 2));
      return { kind: "form", sought, quoted: true, anyForm: true };
    },
  };
  const kinds: readonly DrawnQuery["kind"][] = cjk
    ? ["substring", "gap", "substring", "name", "number", "form"]
    : ["phrase", "gap", "beginning", "name", "number", "form"];
  const drawn: DrawnQuery[] = [];
  for (let tries = 0; drawn.length < count && tries < 40 * count; tries += 1) {
    const query = makers[kinds[tries % kinds.length] ?? "phrase"]();
    const letters = Array.from(query.sought.replace(/\s/g, ""));
    const asks =
      cjk && query.kind !== "number" ? cjkLetter.test(query.sought) : /[\p{L}\p{N}]/u.test(query.sought);
    if (letters.length >= 2 && asks && !/["“”„«»「」]/.test(query.sought)) drawn.push(query);
  }
  return drawn;
}
