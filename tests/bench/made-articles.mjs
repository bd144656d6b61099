/**
 * Articles without end for measuring the search: text that runs on as the invented issues' does (each letter or word
 * follows the two before it as it did there), the same on every run. Half Chinese, a quarter each Japanese and English.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { root } from "../sample-jobs.mjs";
import { seededRandom } from "../typeset/seeded-random.mjs";

const languages = ["zh-Hans", "ja", "zh-Hans", "en"];
const articlesPerEdition = 25;

/** Pieces of an article: 480 letters of CJK, 260 words. */
const lengths = { "zh-Hans": 480, ja: 480, en: 260 };

function learn(language) {
  const folder = path.join(root, "tests/typeset/issues");
  const follow = new Map();
  const texts = readdirSync(folder)
    .filter((name) => !name.includes("."))
    .map((name) => JSON.parse(readFileSync(path.join(folder, name, "issue.json"), "utf8")))
    .filter((issue) => issue.language === language)
    .flatMap((issue) => issue.stories.flatMap(({ body }) => body.map(({ text }) => text)));
  for (const text of texts) {
    const pieces = language === "en" ? text.split(" ") : Array.from(text);
    // Letters by one before them: by two, a small text would be repeated word for word.
    pieces.slice(1).forEach((piece, at) => {
      const before = pieces[at];
      follow.set(before, [...(follow.get(before) ?? []), piece]);
    });
  }
  const starts = texts.map((text) => (language === "en" ? text.split(" ")[0] : Array.from(text)[0]));
  return { follow, starts };
}

function writeArticle({ follow, starts }, language, random) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  const paragraphs = [];
  let left = lengths[language];
  while (left > 0) {
    const pieces = [pick(starts)];
    const length = Math.min(left, Math.ceil(lengths[language] / 5));
    while (pieces.length < length) pieces.push(pick(follow.get(pieces.at(-1)) ?? starts));
    left -= length;
    paragraphs.push(pieces.join(language === "en" ? " " : ""));
  }
  const headline = Array.from(paragraphs[0])
    .slice(0, language === "en" ? 40 : 14)
    .join("");
  return [headline, ...paragraphs];
}

/** Editions as the search takes them, with the language of each. */
export function makeArticles(count) {
  const learnt = new Map(languages.map((language) => [language, learn(language)]));
  const random = seededRandom("made articles");
  const editions = [];
  for (let first = 0; first < count; first += articlesPerEdition) {
    const number = first / articlesPerEdition;
    const language = languages[number % languages.length];
    const day = new Date(Date.UTC(1901, 0, 1) + number * 7 * 86_400_000).toISOString().slice(0, 10);
    const edition = `paper-${language.toLowerCase()}/${day}`;
    const texts = Array.from({ length: Math.min(articlesPerEdition, count - first) }, (_, at) => {
      const [headline, ...body] = writeArticle(learnt.get(language), language, random);
      return {
        file: `p1-k${first + at}.html`,
        title: headline,
        kind: "story",
        pages: [1 + (at % 4)],
        paragraphs: [{ anchor: "", text: headline }, ...body.map((text, k) => ({ anchor: `k-${k}`, text }))],
      };
    });
    editions.push({ path: edition, language, texts });
  }
  return editions;
}

/** Runs of two to six letters, words, and phrases in quotes, from the articles; `count` for each language. */
export function drawAsked(editions, count) {
  const random = seededRandom("asked");
  const asked = [];
  for (const language of new Set(languages)) {
    const own = editions.filter((edition) => edition.language === language);
    while (asked.filter((each) => each.language === language).length < count) {
      const edition = own[Math.floor(random() * own.length)];
      const text = edition.texts[Math.floor(random() * edition.texts.length)];
      const paragraph = text.paragraphs[Math.floor(random() * text.paragraphs.length)].text;
      if (language === "en") {
        const words = paragraph.match(/[a-z]{4,}/gi) ?? [];
        const place = Math.floor(random() * words.length);
        const pair = / ?([a-z]{3,} [a-z]{3,}) /i.exec(
          paragraph.slice(Math.floor(random() * paragraph.length)),
        );
        const phrase = random() < 0.5 ? pair?.[1] : words[place];
        if (phrase) asked.push({ language, typed: `"${phrase}"` });
        continue;
      }
      const letters = Array.from(paragraph);
      const at = Math.floor(random() * letters.length);
      const run = letters.slice(at, at + 2 + Math.floor(random() * 5)).join("");
      if (/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2,}$/u.test(run))
        asked.push({ language, typed: run });
    }
  }
  return asked;
}
