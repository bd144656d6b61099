/**
 * Reads an article file: its front matter, and its Markdown body as parts. The body is Markdown that a person may have
 * written, so remark-parse reads it; emphasis and links give their words, comments that are not ours and raw HTML give
 * nothing. It refuses a body longer than 256 KiB, on which the parser's time can grow out of hand: such a body is one
 * paragraph, as it stands.
 */
import type { Nodes, Root, RootContent } from "mdast";
import remarkParse from "remark-parse";
import { unified } from "unified";
import type { BodyKind } from "../model/article.js";
import { type HeadField, hashArticle, headFields, plainLines, type WrittenPart } from "./article-file.js";
import { type FrontMatterProblem, splitFrontMatter } from "./front-matter.js";

/** UTF-16 units. */
const bodyLimit = 256 * 1024;
const parser = unified().use(remarkParse).freeze();
const commented: readonly string[] = ["question", "answer", "caption", "note"];
const knownKeys: readonly string[] = ["id", "kind", ...headFields, "pages", "source_hash"];

export interface ReadArticle {
  readonly id: string;
  /** As written; not checked. Empty where the file does not say. */
  readonly kind: string;
  /** Only the fields that the file names. */
  readonly head: Readonly<Partial<Record<HeadField, string>>>;
  readonly markdown: string;
  /** Hash of what the file holds now. */
  readonly hash: string;
  /** Hash that the program recorded when it wrote the file; empty where there is none. */
  readonly sourceHash: string;
  /** Front matter keys that mean nothing, with their lines. */
  readonly unknownKeys: readonly { readonly key: string; readonly line: number }[];
  readonly problem?: FrontMatterProblem;
}

/** The file's front matter and body, apart. Never throws. */
export function readArticle(text: string): ReadArticle {
  const { data, body, lineOf, problem } = splitFrontMatter(text);
  const value = (key: string): string => {
    const found = data[key];
    return typeof found === "string" ? found : "";
  };
  const head = Object.fromEntries(
    headFields.filter((field) => field in data).map((field) => [field, plainLines(value(field))]),
  );
  const markdown = plainLines(body);
  const whole = Object.fromEntries(headFields.map((field) => [field, value(field)])) as Record<
    HeadField,
    string
  >;
  return {
    id: value("id").trim(),
    kind: value("kind").trim(),
    head,
    markdown,
    hash: hashArticle(value("kind"), whole, markdown),
    sourceHash: value("source_hash").trim(),
    unknownKeys: Object.keys(data)
      .filter((key) => !knownKeys.includes(key))
      .map((key) => ({ key, line: lineOf.get(key) ?? 1 })),
    ...(problem && { problem }),
  };
}

export const articleKeys = knownKeys;

/** The parts of a Markdown body. Headings of any depth are subheads. */
export function readBody(markdown: string): WrittenPart[] {
  if (markdown.length > bodyLimit) return [{ kind: "paragraph", text: markdown }];
  // A line end before it keeps a byte order mark that begins the text from being taken for the file's own.
  const root: Root = parser.parse(`\n${markdown}`);
  const parts: WrittenPart[] = [];
  let said: BodyKind | undefined;
  for (const node of root.children) {
    if (node.type === "html") said = kindOfComment(node.value);
    else {
      parts.push(...partsOf(node, said));
      said = undefined;
    }
  }
  return parts.filter((part) => part.text !== "");
}

function kindOfComment(html: string): BodyKind | undefined {
  const inside = html.startsWith("<!--") && html.endsWith("-->") ? html.slice(4, -3).trim() : "";
  return commented.includes(inside) ? (inside as BodyKind) : undefined;
}

function partsOf(node: RootContent, said: BodyKind | undefined): WrittenPart[] {
  switch (node.type) {
    case "heading":
      return [{ kind: "subhead", text: wordsIn(node) }];
    case "list":
      return node.children.map((item) => ({ kind: "list", text: item.children.map(wordsIn).join("\n") }));
    case "blockquote":
      return node.children.flatMap(versesIn);
    case "definition":
    case "thematicBreak":
      return [];
    default:
      return [{ kind: said ?? "paragraph", text: wordsIn(node) }];
  }
}

/** The lines of a block in a quotation: hard breaks part them. */
function versesIn(node: Nodes): WrittenPart[] {
  if (node.type !== "paragraph") return [{ kind: "verse", text: wordsIn(node) }];
  const lines = [""];
  for (const child of node.children) {
    if (child.type === "break") lines.push("");
    else lines.push((lines.pop() ?? "") + wordsIn(child));
  }
  return lines.map((text) => ({ kind: "verse", text }));
}

/** The words of a node and all in it. */
function wordsIn(node: Nodes): string {
  if (node.type === "break") return "\n";
  if (node.type === "html") return "";
  if (node.type === "image" || node.type === "imageReference") return node.alt ?? "";
  if ("value" in node) return node.value;
  return "children" in node ? (node.children as Nodes[]).map(wordsIn).join("") : "";
}
