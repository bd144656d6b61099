/**
 * A story as Markdown for reading: head, body and what follows, as one document that begins with its headline. The words
 * are page text and go through the same writer as article files; the body of a person goes through as they wrote it.
 */
import type { Heading } from "mdast";
import { plainLines, type WrittenPart } from "./article-file.js";
import { nodesOfBody, paragraph, textNode, writeNodes } from "./write-article.js";

export interface StoryWords {
  /** Paragraphs above the headline. */
  readonly above: readonly string[];
  readonly headline: string;
  readonly below: readonly string[];
  /** Parts, or Markdown that a person wrote. */
  readonly body: readonly WrittenPart[] | string;
  readonly after: readonly string[];
}

const heading = (depth: Heading["depth"], text: string): Heading => ({
  type: "heading",
  depth,
  children: [textNode(text)],
});

/** Without a line end at the end. */
export function writeStory({ above, headline, below, body, after }: StoryWords): string {
  const head = [...above.map(paragraph), heading(1, headline), ...below.map(paragraph)];
  if (typeof body !== "string") return writeNodes([...head, ...nodesOfBody(body), ...after.map(paragraph)]);
  const whole = [writeNodes(head), plainLines(body), writeNodes(after.map(paragraph))];
  return whole.filter((text) => text !== "").join("\n\n");
}

export const writeHeading = (depth: Heading["depth"], text: string): string =>
  writeNodes([heading(depth, text)]);

/** Headings some levels deeper, six at most. Lines of a person's code, which may begin with the same sign, stay. */
export function deepenHeadings(markdown: string, levels: number): string {
  let fence = "";
  return markdown
    .split("\n")
    .map((line) => {
      const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? "";
      if (fence !== "") {
        if (mark.startsWith(fence)) fence = "";
        return line;
      }
      if (mark !== "") fence = mark;
      const signs = /^(#{1,6})( |$)/.exec(line)?.[1];
      return signs === undefined
        ? line
        : "#".repeat(Math.min(6, signs.length + levels)) + line.slice(signs.length);
    })
    .join("\n");
}
