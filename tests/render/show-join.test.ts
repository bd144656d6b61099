/** What joined the parts of a story is said in the language of the site, reason by reason. */
import { describe, expect, it } from "vitest";
import { writeHtml } from "../../src/markdown/render-markdown.js";
import type { Article, Jump } from "../../src/model/article.js";
import { type JoinReason, joinReasons } from "../../src/model/join-reasons.js";
import { showJoin } from "../../src/render/article/show-join.js";
import type { EditionView } from "../../src/render/edition-view.js";
import { allWords, wordsFor } from "../../src/render/words/index.js";

const shown = (reason: string, language: string): string => {
  const jump = { state: "joined", fromPage: 1, toPage: 3, confidence: 0.97, reason } as Jump;
  const article = { jumps: [jump] } as unknown as Article;
  return writeHtml([showJoin(article, 1, 3, { words: wordsFor(language) } as EditionView)]).html;
};

describe("what joined two parts", () => {
  it("is said in the site's language, and what is not known to it as it was given", () => {
    const html = shown(
      `${joinReasons.bothMarks}; ${joinReasons.rareWords}; an editor <joined> it`,
      "zh-Hans",
    );
    expect(html).toContain("把握 97%");
    expect(html).toContain(
      '<span>两处标记互指对方版面</span>; <span>两段文字有共同的罕用词</span>; <span lang="en">an editor &#x3C;joined> it</span>',
    );
  });
  it("is worded in every language that is not English as the data words it", () => {
    for (const words of allWords.filter(({ lang }) => lang !== "en"))
      for (const [name, wording] of Object.entries(joinReasons)) {
        const html = shown(wording, words.lang);
        expect(html).toContain(`<span>${words.joinReasons[name as JoinReason]}</span>`);
        expect(html, `${words.lang} ${name}`).not.toContain(wording);
      }
  });
});
