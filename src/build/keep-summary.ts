/**
 * `summary.json` in an edition's folder: what the pages above it need to know of it. Where an edition cannot be
 * built this time, its standing files and this summary keep it listed, and nothing of it is built from guesses.
 */
import { z } from "zod";
import { interfaceLanguages } from "../model/interface-languages.js";
import type { SiteFile } from "../model/job.js";
import type { EditionSummary } from "../model/site.js";

export const SUMMARY_NAME = "summary.json";

const Summary = z.object({
  path: z.string(),
  newspaper: z.string(),
  date: z.string().optional(),
  number: z.string().optional(),
  title: z.string(),
  place: z.string().optional(),
  publisher: z.string().optional(),
  rights: z.string().optional(),
  anniversaries: z.array(z.number()).optional(),
  language: z.string(),
  interface: z.enum(interfaceLanguages).optional(),
  direction: z.enum(["horizontal", "vertical"]),
  pages: z.array(
    z.object({
      number: z.number(),
      folio: z.string().optional(),
      section: z.string().optional(),
      file: z.string(),
      // Summaries of older sites have none.
      thumbnail: z.object({ file: z.string(), width: z.number(), height: z.number() }).optional(),
    }),
  ),
  hasScans: z.boolean().optional(),
  headlines: z.array(z.object({ text: z.string(), page: z.number(), file: z.string() })),
  serials: z
    .array(
      z.object({
        stem: z.string(),
        anchor: z.string().regex(/^s-[a-z0-9]+$/),
        part: z.number().optional(),
        title: z.string(),
        file: z.string(),
      }),
    )
    .optional(),
  corrections: z.string().optional(),
  articleCount: z.number(),
  files: z.array(z.string()),
});

export const summaryFile = (summary: EditionSummary): SiteFile => ({
  path: `${summary.path}/${SUMMARY_NAME}`,
  content: `${JSON.stringify(Summary.parse(summary), null, 1)}\n`,
});

/** The summary in a standing site, or undefined where it is missing, damaged or of another shape. */
export function parseSummary(text: string | undefined, path: string): EditionSummary | undefined {
  if (text === undefined) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined; // as good as missing: the caller says what is not kept
    throw error;
  }
  const summary = Summary.safeParse(value);
  return summary.success && summary.data.path === path ? dropUndefined(summary.data) : undefined;
}

/** zod types an absent field as `undefined`; the model leaves it out. Parsed JSON never holds an undefined. */
const dropUndefined = (data: z.infer<typeof Summary>): EditionSummary => data as EditionSummary;
