/**
 * An edition in each of nine languages, through the whole trip: the four samples, and five of the invented issues set
 * here in short lines with what extractors do to them (letter-spacing, wide gaps, words cut at line ends).
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { decideEdition } from "../../src/build/build-edition.js";
import { gatherTexts } from "../../src/build/search/gather-texts.js";
import type { ReviewedEdition } from "../../src/model/edition.js";
import type { EditionJob } from "../../src/model/job.js";
import type { SearchedEdition } from "../../src/model/search.js";
import { root, sampleJobs } from "../sample-jobs.mjs";

export interface Searched {
  readonly language: string;
  readonly edition: ReviewedEdition;
  readonly texts: SearchedEdition;
}

interface Issue {
  readonly slug: string;
  readonly newspaper: string;
  readonly date: string;
  readonly language: string;
  readonly stories: readonly {
    readonly page: number;
    readonly headline: readonly string[];
    readonly byline: string | null;
    readonly body: readonly { readonly text: string }[];
  }[];
}

/** Lines of a paragraph: 18 characters of CJK, else 34 with a word cut now and then. Every third is stretched. */
function setLines(text: string, isCjk: boolean): string[] {
  const lines: string[] = [];
  const letters = Array.from(text);
  const length = isCjk ? 18 : 34;
  for (let at = 0; at < letters.length; ) {
    let line = letters.slice(at, at + length).join("");
    at += length;
    const inWord = /[\p{L}]{2}$/u.test(line) && /^[\p{L}]{2}/u.test(letters.slice(at).join(""));
    if (!isCjk && inWord) line += "-";
    else if (!isCjk && at < letters.length && !/\s$/.test(line)) {
      while (at < letters.length && !/\s/.test(letters[at] ?? "")) line += letters[at++] ?? "";
    }
    const stretched = lines.length % 3 === 1 && at < letters.length;
    if (stretched)
      line = isCjk ? Array.from(line.replaceAll(" ", "")).join(" ") : line.replaceAll(" ", "   ");
    lines.push(line.trim());
  }
  return lines;
}

function setIssue(name: string): EditionJob {
  const file = path.join(root, "tests/typeset/issues", name, "issue.json");
  const issue: Issue = JSON.parse(readFileSync(file, "utf8"));
  const isCjk = /^(zh|ja)/.test(issue.language);
  const pages = new Map<number, string[]>();
  for (const { page, headline, byline, body } of issue.stories) {
    const lines = pages.get(page) ?? [];
    lines.push(...headline, ...(byline === null ? [] : [byline]));
    for (const { text } of body) lines.push(...setLines(text, isCjk));
    pages.set(page, [...lines, ""]);
  }
  const encoder = new TextEncoder();
  const header = `---\nnewspaper: ${JSON.stringify(issue.newspaper)}\ndate: "${issue.date}"\nlanguage: ${issue.language}\n---\n`;
  return {
    folder: `set/${issue.slug}/${issue.date}`,
    files: [
      { path: "edition.md", bytes: encoder.encode(header) },
      ...[...pages].map(([number, lines]) => ({
        path: `pages/${String(number).padStart(2, "0")}.txt`,
        bytes: encoder.encode(lines.join("\n")),
      })),
    ],
  };
}

export function searchedEditions(): Searched[] {
  const jobs = [...sampleJobs(), ...["zh-trad", "ko1", "fr1", "es1", "nl1"].map(setIssue)];
  return jobs.map((job) => {
    const { edition, diagnostics } = decideEdition(job);
    if (edition === undefined)
      throw new Error(`${job.folder}: ${diagnostics.map(({ code }) => code).join(", ")}`);
    return { language: edition.info.language, edition, texts: gatherTexts(edition) };
  });
}
