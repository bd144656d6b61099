/** Stories of one page, as the grouping decided them: heads, body in order, marks. The material of jumps and articles. */
import type { LibraryItem } from "../model/library.js";
import type { DraftUnit } from "./draft-units.js";
import type { Grouping } from "./group-articles.js";
import type { StoryGraph, StoryNode } from "./story-nodes.js";

export interface StoryItem {
  readonly kind: "paragraph" | "subhead" | "caption";
  readonly units: readonly DraftUnit[];
  /** Whether its first words stand on a page before, where the library says it: then nobody has to guess. */
  readonly resumes?: boolean;
}

export type HeadRole = "kicker" | "headline" | "deck";

export interface Story {
  readonly page: number;
  readonly notice: boolean;
  /** The library's item that it is of, where a library's articles are followed. */
  readonly item?: LibraryItem;
  /** Heading lines before the body, with the number of the heading node they stand in; which they are, where a library says it. */
  readonly heads: readonly { readonly unit: DraftUnit; readonly node: number; readonly role?: HeadRole }[];
  readonly bylines: readonly DraftUnit[];
  readonly datelines: readonly DraftUnit[];
  readonly credits: readonly DraftUnit[];
  readonly body: readonly StoryItem[];
  readonly forward: readonly DraftUnit[];
  readonly backward: readonly DraftUnit[];
  /** Pointers and serial lines that a library has in it; others are put where they stand. */
  readonly marks?: readonly DraftUnit[];
  /** All its units in reading order. */
  readonly units: readonly DraftUnit[];
  /** The least margin of its nodes, in nats, and for each unit its own. */
  readonly margin: number;
  readonly margins: ReadonlyMap<DraftUnit, number>;
  /** For each unit, a unit of the story it would go to instead. */
  readonly rivals: ReadonlyMap<DraftUnit, DraftUnit>;
}

export function readStories({ nodes }: StoryGraph, grouping: Grouping): Story[] {
  return grouping.paths.map((path) =>
    readStory(
      path.map((i) => nodes[i] as StoryNode),
      nodes,
      grouping,
    ),
  );
}

function readStory(
  path: readonly StoryNode[],
  nodes: readonly StoryNode[],
  { margins, runnersUp }: Grouping,
): Story {
  const firstBody = path.findIndex((node) => node.kind === "body");
  const of = (kind: StoryNode["kind"]): DraftUnit[] =>
    path.filter((node) => node.kind === kind).flatMap((node) => node.units);
  const isHead = (node: StoryNode, k: number): boolean =>
    node.kind === "notice" || (node.kind === "heading" && (firstBody < 0 || k < firstBody));
  const bodyEnd = path.findLastIndex((node) => node.kind === "body");
  // Who signs a letter over the editor's answer stands in the text, where it was printed.
  const isSignedInside = (node: StoryNode, k: number): boolean =>
    node.kind === "credit" && node.units[0]?.rule === "signature" && k < bodyEnd;
  const body = path.flatMap((node, k): StoryItem[] => {
    if (node.kind === "body" || isSignedInside(node, k)) return [{ kind: "paragraph", units: node.units }];
    return node.kind === "heading" && !isHead(node, k) ? [{ kind: "subhead", units: node.units }] : [];
  });
  return {
    page: path[0]?.page ?? 0,
    notice: path.some((node) => node.kind === "notice"),
    heads: path.flatMap((node, k) =>
      isHead(node, k) ? node.units.map((unit) => ({ unit, node: node.index })) : [],
    ),
    bylines: of("byline"),
    datelines: of("dateline"),
    credits: path.flatMap((node, k) =>
      node.kind === "credit" && !isSignedInside(node, k) ? node.units : [],
    ),
    body,
    forward: of("jump"),
    backward: of("continuation"),
    units: path.flatMap((node) => node.units),
    margin: Math.min(...path.map((node) => margins[node.index] ?? 0)),
    margins: new Map(
      path.flatMap((node) => node.units.map((unit): [DraftUnit, number] => [unit, margins[node.index] ?? 0])),
    ),
    rivals: new Map(
      path.flatMap((node) => {
        const rival = nodes[runnersUp[node.index] ?? -1]?.units[0];
        return rival ? node.units.map((unit): [DraftUnit, DraftUnit] => [unit, rival]) : [];
      }),
    ),
  };
}

/** Body text of a story, for comparing. */
export const bodyTextOf = (story: Story): string =>
  story.body.map((item) => item.units.map((unit) => unit.text).join("")).join("\n");
export const headTextOf = (story: Story): string => story.heads.map(({ unit }) => unit.text).join(" ");
export const lastBody = (story: Story): DraftUnit | undefined =>
  story.body.findLast((item) => item.kind === "paragraph")?.units.at(-1);
export const firstBody = (story: Story): DraftUnit | undefined =>
  story.body[0]?.kind === "paragraph" ? story.body[0].units[0] : undefined;
