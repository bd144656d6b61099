/**
 * Writes an article as Markdown with front matter, for a person to correct. The text is page text and hostile to
 * Markdown: `1944. 年`, `# 3`, `[注]: 见第三版`, `*a_`, `<!-- -->` must come back as they were, so it goes through
 * mdast-util-to-markdown, which escapes by the grammar.
 *
 * Signs: `## ` a subhead; `- ` a list item; `> ` verse, a line of it to each line; and where Markdown has no sign, a
 * comment before the paragraph says what it is: `<!-- question -->`, answer, caption, note. docs/correcting.md tells
 * it to users. It refuses nothing; U+0000, which Markdown cannot hold, is written as its picture ␀.
 */
import type { BlockContent, List, Paragraph, PhrasingContent, Root, RootContent, Text } from "mdast";
import remarkStringify from "remark-stringify";
import { unified } from "unified";
import type { Article } from "../model/article.js";
import { hashArticle, headFields, plainLines, type WrittenPart, wordsOf } from "./article-file.js";
import { writeFrontMatter } from "./front-matter.js";

const writer = unified()
  .use(remarkStringify, { bullet: "-", listItemIndent: "one", rule: "-", fences: true })
  .freeze();

export const textNode = (value: string): Text => ({ type: "text", value: value.replaceAll("\u0000", "␀") });
export const paragraph = (text: string): Paragraph => ({ type: "paragraph", children: [textNode(text)] });

/** The body as Markdown, without a line end at the end. Empty where there are no parts. */
export const writeBody = (parts: readonly WrittenPart[]): string => writeNodes(nodesOfBody(parts));

/** Nodes as Markdown, without a line end at either end. */
export const writeNodes = (children: RootContent[]): string =>
  plainLines(writer.stringify({ type: "root", children } satisfies Root));

export function nodesOfBody(parts: readonly WrittenPart[]): RootContent[] {
  const children: RootContent[] = [];
  for (let index = 0; index < parts.length; ) {
    const kind = parts[index]?.kind ?? "paragraph";
    let end = index + 1;
    while ((kind === "list" || kind === "verse") && parts[end]?.kind === kind) end += 1;
    const texts = parts.slice(index, end).map((part) => part.text);
    children.push(...writeRun(kind, texts));
    index = end;
  }
  return children;
}

/** Nodes for neighbours of one kind: one part, or all lines of a poem, or all items of a list. */
function writeRun(kind: WrittenPart["kind"], texts: readonly string[]): RootContent[] {
  const text = texts[0] ?? "";
  switch (kind) {
    case "paragraph":
      return [paragraph(text)];
    case "subhead":
      return [{ type: "heading", depth: 2, children: [textNode(text)] }];
    case "list": {
      const items: List["children"] = texts.map((item) => ({
        type: "listItem",
        spread: false,
        children: [paragraph(item)],
      }));
      return [{ type: "list", ordered: false, spread: false, children: items }];
    }
    case "verse": {
      const lines = texts.flatMap((line, at): PhrasingContent[] =>
        at === 0 ? [textNode(line)] : [{ type: "break" }, textNode(line)],
      );
      const children: BlockContent[] = [{ type: "paragraph", children: lines }];
      return [{ type: "blockquote", children }];
    }
    default:
      return [{ type: "html", value: `<!-- ${kind} -->` }, paragraph(text)];
  }
}

/** An article file as the program would write it now, and the hash that it records. */
export interface ArticleFile {
  readonly text: string;
  readonly sourceHash: string;
}

export function writeArticle(article: Article): ArticleFile {
  const { kind, head, body } = wordsOf(article);
  const markdown = writeBody(body);
  const sourceHash = hashArticle(kind, head, markdown);
  const data = {
    id: article.id,
    kind,
    ...Object.fromEntries(headFields.map((field) => [field, head[field]])),
    pages: article.parts.map((part) => part.page),
    source_hash: sourceHash,
  };
  return { text: writeFrontMatter(data, `\n${markdown}\n`), sourceHash };
}
