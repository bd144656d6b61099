/** Sets one of the invented issues (tests/typeset/issues) as a finished edition, without print and assembly between. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { ReviewedEdition } from "../../src/model/edition.js";
import type { UnitKind } from "../../src/model/unit.js";
import {
  type EditionSpec,
  type JumpSpec,
  type PieceSpec,
  type StorySpec,
  setEdition,
} from "./set-edition.js";

interface IssueJump {
  readonly to_page: number;
  readonly after_paragraph: number;
  readonly after_char: number | null;
  readonly jump_line: string | null;
  readonly continuation_line: string | null;
  readonly jump_head: readonly string[];
  readonly then?: IssueJump;
}
interface IssueStory {
  readonly id: string;
  readonly kicker: readonly string[];
  readonly headline: readonly string[];
  readonly deck: readonly string[];
  readonly byline: string | null;
  readonly dateline: string | null;
  readonly credit: string | null;
  readonly page: number;
  readonly jump?: IssueJump | null;
  readonly body: readonly { readonly kind: string; readonly text: string }[];
}
export interface Issue {
  readonly newspaper: string;
  readonly slug: string;
  readonly date: string;
  readonly number: string;
  readonly language: string;
  readonly direction: "horizontal" | "vertical";
  readonly introduction: string;
  readonly pages: readonly { number: number; folio: string; section: string; furniture: readonly string[] }[];
  readonly stories: readonly IssueStory[];
  readonly notices: readonly { page: number; lines: readonly string[] }[];
}

export const readIssue = (id: string): Issue =>
  JSON.parse(
    readFileSync(fileURLToPath(new URL(`../typeset/issues/${id}/issue.json`, import.meta.url)), "utf8"),
  );

function setStory(story: IssueStory, issue: Issue): StorySpec {
  let page = story.page;
  const pieces: PieceSpec[] = [];
  const put = (kind: UnitKind, text: string, joins = false): void => {
    if (text !== "") pieces.push({ page, kind, text, joins });
  };
  for (const line of story.kicker) put("kicker", line);
  for (const line of story.headline) put("headline", line);
  for (const line of story.deck) put("deck", line);
  put("byline", story.byline ?? "");
  put("dateline", story.dateline ?? "");
  const jumps: JumpSpec[] = [];
  let jump = story.jump ?? undefined;
  story.body.forEach((part, index) => {
    const kind = part.kind as UnitKind;
    if (jump?.after_paragraph !== index) {
      put(kind, part.text);
      return;
    }
    const cut = jump.after_char ?? part.text.length;
    put(kind, part.text.slice(0, cut).trim());
    put("jump-line", jump.jump_line ?? "");
    jumps.push({ state: "joined", fromPage: page, toPage: jump.to_page });
    page = jump.to_page;
    for (const line of jump.jump_head) put("jump-head", line);
    put("continuation-line", jump.continuation_line ?? "");
    put(kind, part.text.slice(cut).trim(), true);
    jump = jump.then;
  });
  put("credit", story.credit ?? "");
  return { id: `p${story.page}-${issue.slug.slice(0, 2)}${story.id}`, pieces, jumps };
}

export function specOfIssue(issue: Issue): EditionSpec {
  const cjk = /^(zh|ja)/.test(issue.language);
  return {
    title: issue.newspaper,
    slug: issue.slug,
    language: issue.language,
    date: issue.date,
    number: issue.number,
    direction: issue.direction,
    introduction: issue.introduction ?? "",
    measure: cjk ? 13 : 34,
    pages: issue.pages.map(({ number, folio, section }) => ({ number, folio, section })),
    stories: [
      ...issue.stories.map((story) => setStory(story, issue)),
      ...issue.notices.map(
        (notice, index): StorySpec => ({
          id: `p${notice.page}-notice${index}`,
          kind: "notice",
          pieces: notice.lines.map((text, line) => ({
            page: notice.page,
            kind: line === 0 ? "headline" : "notice",
            text,
          })),
        }),
      ),
    ],
    furniture: issue.pages.flatMap((page) => page.furniture.map((text) => ({ page: page.number, text }))),
  };
}

export const setIssue = (id: string): ReviewedEdition => setEdition(specOfIssue(readIssue(id)));
