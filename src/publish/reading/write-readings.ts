/**
 * The edition to read without the site: each story as plain text and as Markdown, and the same of the whole edition.
 * Each story is put into words once, for its own file and for the edition's.
 */
import { writeFrontMatter } from "../../markdown/front-matter.js";
import { readBody } from "../../markdown/read-article.js";
import { deepenHeadings, writeHeading, writeStory } from "../../markdown/write-story.js";
import {
  articleFile,
  editionMarkdownFile,
  editionTextFile,
  frontFile,
  markdownFile,
  textFile,
} from "../../model/address.js";
import type { SiteFile } from "../../model/job.js";
import type { PublishedEdition } from "../published-edition.js";
import { datelineGap, type Story, type StoryPart, tellStories } from "./tell-story.js";

/** Blocks of text with a blank line between: what is empty is left out. */
const blocks = (texts: readonly string[]): string => texts.filter((text) => text.trim() !== "").join("\n\n");

/** The dateline stands in the first paragraph, as on the site. */
function runIn(parts: readonly StoryPart[], dateline: string, language: string): StoryPart[] {
  const first = dateline === "" ? -1 : parts.findIndex(({ kind }) => kind === "paragraph");
  const all = parts.map((part, index) =>
    index === first ? { ...part, text: dateline + datelineGap(language) + part.text } : part,
  );
  return first < 0 && dateline !== "" ? [{ kind: "paragraph", text: dateline }, ...all] : all;
}

function writeText(story: Story, language: string): string {
  const { head } = story;
  const headline = head.headline.length > 0 ? head.headline : [story.title];
  const parts = story.markdown === undefined ? story.body : readBody(story.markdown);
  const body = runIn(parts, head.dateline.join(" ").trim(), language);
  // Lines of a poem belong together.
  const texts = body.map(({ kind, text }, index) =>
    kind === "verse" && body[index + 1]?.kind === "verse" ? `${text}\n` : `${text}\n\n`,
  );
  return blocks([
    [...head.kicker, ...headline, ...head.deck].join("\n"),
    head.byline.join("\n"),
    ...story.marksBefore,
    texts.join("").trimEnd(),
    head.credit.join("\n"),
    ...story.marksAfter,
  ]);
}

/** Printed lines of one field as one paragraph; none where there are none. */
const lines = (texts: readonly string[]): string[] => (texts.length === 0 ? [] : [texts.join("\n")]);

function writeMarkdown(story: Story, language: string): string {
  const { head, markdown } = story;
  const dateline = head.dateline.join(" ").trim();
  return writeStory({
    above: lines(head.kicker),
    headline: head.headline.join(" ") || story.title,
    below: [
      ...lines(head.deck),
      ...lines(head.byline),
      ...story.marksBefore,
      ...(markdown === undefined || dateline === "" ? [] : [dateline]),
    ],
    body: markdown ?? runIn(story.body, dateline, language),
    after: [...lines(head.credit), ...story.marksAfter],
  });
}

export function writeReadings({ edition, site, names }: PublishedEdition): SiteFile[] {
  const { info } = edition;
  const told = tellStories(edition, names).map((story) => ({
    story,
    text: writeText(story, info.language),
    markdown: writeMarkdown(story, info.language),
  }));
  const rights = info.rights ?? info.newspaper.rights;
  const address = (file: string): string | undefined =>
    site.baseUrl === undefined ? undefined : `${site.baseUrl}/${info.path}/${file}`;
  const labels = (pages: readonly number[]): string[] =>
    pages.map((page) => names.pageLabels.get(page) ?? String(page));
  const dated = [info.newspaper.title, names.dateLabel, names.numberLabel].filter((part) => part !== "");
  const facts = {
    newspaper: info.newspaper.title,
    date: info.date,
    number: info.number,
    place: info.newspaper.place,
    publisher: info.newspaper.publisher,
    language: info.language,
  };
  const sign = (place: readonly string[], file: string): string =>
    [`— ${[...dated, ...place].join(", ")}`, address(file) ?? "", rights ?? ""]
      .filter((line) => line !== "")
      .join("\n");

  const own = info.storyTexts === false ? [] : told;
  const files = own.flatMap(({ story, text, markdown }): SiteFile[] => [
    {
      path: `${info.path}/${textFile(story.id)}`,
      content: `${text}\n\n${sign([labels(story.pages).join(" · ")], articleFile(story.id))}\n`,
    },
    {
      path: `${info.path}/${markdownFile(story.id)}`,
      content: writeFrontMatter(
        {
          id: story.id,
          title: story.title,
          ...facts,
          pages: story.pages,
          source: address(articleFile(story.id)),
          rights,
        },
        `\n${markdown}\n`,
      ),
    },
  ]);
  const pages = [...names.pageLabels].map(([number, label]) => ({
    label,
    begin: told.filter(({ story }) => story.pages[0] === number),
  }));
  const text = pages.map(({ label, begin }) =>
    blocks([`===== ${label} =====`, begin.map((each) => each.text).join("\n\n* * *\n\n")]),
  );
  const markdown = pages.map(({ label, begin }) =>
    blocks([writeHeading(2, label), ...begin.map((each) => deepenHeadings(each.markdown, 2))]),
  );
  const introduction = info.introduction.trim();
  return [
    ...files,
    {
      path: `${info.path}/${editionTextFile}`,
      content: `${blocks([
        dated.join("\n"),
        readBody(introduction)
          .map((part) => part.text)
          .join("\n\n"),
        ...text,
        sign([], frontFile),
      ])}\n`,
    },
    {
      path: `${info.path}/${editionMarkdownFile}`,
      content: writeFrontMatter(
        { title: dated.join(", "), ...facts, source: address(frontFile), rights },
        `\n${blocks([writeHeading(1, dated.join(", ")), deepenHeadings(introduction, 1), ...markdown])}\n`,
      ),
    },
  ];
}
