/**
 * The invented issues must be sound before anything is measured with them: a cut outside its paragraph or a page that
 * does not exist would make a wrong truth, which a good program would then be blamed for.
 */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { z } from "zod";

const folder = fileURLToPath(new URL("./issues/", import.meta.url));

const bareJump = z.object({
  to_page: z.number().int(),
  after_paragraph: z.number().int().nonnegative(),
  after_char: z.number().int().positive().nullable(),
  jump_line: z.string().min(1),
  run_in: z.boolean(),
  continuation_line: z.string().min(1),
  continuation_run_in: z.boolean(),
  jump_head: z.array(z.string().min(1)),
  columns: z.number().int().positive().optional(),
});
type Jump = z.infer<typeof bareJump> & { then?: Jump | undefined };
// biome-ignore lint/suspicious/noThenProperty: the files name the next jump of a chain so; nothing here awaits it
const jumpSchema: z.ZodType<Jump> = bareJump.extend({ then: z.lazy(() => jumpSchema).optional() }).strict();

const text = z.string().min(1);
const issueSchema = z
  .object({
    id: text,
    newspaper: text,
    slug: z.string().regex(/^[a-z0-9-]+$/),
    date: z.iso.date(),
    number: text,
    language: text,
    direction: z.enum(["horizontal", "vertical"]),
    sample: z.boolean().optional(),
    place: text.optional(),
    publisher: text.optional(),
    source: text.optional(),
    rights: text.optional(),
    introduction: text.optional(),
    style: z.object({
      columns: z.number().int().positive(),
      bodyPt: z.number().positive(),
      indentEm: z.number().nonnegative(),
      headlinePlace: z.enum(["above", "below", "beside", "mixed"]),
    }),
    pages: z.array(
      z.object({ number: z.number().int(), folio: text, section: text, furniture: z.array(text) }),
    ),
    stories: z.array(
      z
        .object({
          id: text,
          importance: z.number().int().min(1).max(3),
          kicker: z.array(text),
          headline: z.array(text).min(1),
          deck: z.array(text),
          byline: text.nullable(),
          dateline: text.nullable(),
          credit: text.nullable(),
          credit_run_in: z.boolean().optional(),
          body: z
            .array(
              z
                .object({
                  kind: z.enum(["paragraph", "subhead", "verse", "list", "question", "answer", "caption"]),
                  text: text.refine((value) => value === value.trim(), "no space at either end"),
                })
                .strict(),
            )
            .min(1),
          page: z.number().int(),
          columns: z.number().int().positive(),
          jump: jumpSchema.nullable(),
        })
        .strict(),
    ),
    notices: z.array(z.object({ page: z.number().int(), lines: z.array(text).min(1) }).strict()),
  })
  .strict();

const names = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

describe("invented issues", () => {
  it("exist", () => expect(names.length).toBeGreaterThan(0));

  it.each(names)("%s is sound", (name) => {
    const issue = issueSchema.parse(JSON.parse(readFileSync(`${folder}${name}/issue.json`, "utf8")));
    const pages = new Set(issue.pages.map((page) => page.number));
    expect(issue.id).toBe(name);
    expect(new Set(issue.stories.map((story) => story.id)).size).toBe(issue.stories.length);
    for (const notice of issue.notices) expect(pages).toContain(notice.page);
    for (const story of issue.stories) {
      expect(pages, story.id).toContain(story.page);
      expect(story.columns, story.id).toBeLessThanOrEqual(issue.style.columns);
      let page = story.page;
      let position: [number, number] = [0, 0];
      for (let jump: Jump | null | undefined = story.jump; jump; jump = jump.then) {
        const length = story.body[jump.after_paragraph]?.text.length ?? 0;
        expect(pages, story.id).toContain(jump.to_page);
        expect(jump.to_page, story.id).not.toBe(page);
        expect(length, story.id).toBeGreaterThan(jump.after_char ?? 0);
        if (jump.after_char === null)
          expect(jump.after_paragraph, story.id).toBeLessThan(story.body.length - 1);
        const next: [number, number] = [jump.after_paragraph, jump.after_char ?? length];
        const later = next[0] > position[0] || (next[0] === position[0] && next[1] > position[1]);
        expect(later, `${story.id}: a cut lies before the one it follows`).toBe(true);
        position = next;
        page = jump.to_page;
      }
    }
  });
});
