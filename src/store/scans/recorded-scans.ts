/**
 * `scan-sizes.json` in an edition's folder: what was made of each scan, of which bytes, by which recipe. Where both are the
 * same and the standing site still has the very files, nothing is made again.
 */
import { createHash } from "node:crypto";
import { join } from "node:path";
import { z } from "zod";
import { tilesFolder } from "../../model/address.js";
import type { CopiedFile } from "../../model/job.js";
import type { FileSum } from "../copy-file.js";
import { hasSum, readSiteFile } from "../reuse-file.js";
import type { SiteInProgress } from "../save-site.js";
import { filesOf } from "./made-files.js";
import type { Scaled } from "./scale-scan.js";

const size = z.strictObject({ width: z.number().int().positive(), height: z.number().int().positive() });
const sum = z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/), size: z.number().int() });
const recorded = z.strictObject({
  page: z.number().int().positive(),
  /** Of the scan: SHA-256, lower-case hex. */
  source: z.string(),
  recipe: z.string(),
  made: z.strictObject({
    thumb: size,
    small: size.optional(),
    read: size.optional(),
    cover: size.optional(),
    tiles: z
      .strictObject({
        tile: z.number().int().positive(),
        scaleFactors: z.array(z.number().int().positive()).min(1),
        sizes: z.array(size).min(1),
        count: z.number().int().positive(),
      })
      .optional(),
    turned: z.literal(true).optional(),
    whole: size,
  }),
  /** Of the files, in the order of `filesOf`. */
  sums: z.array(sum),
  /** Of all tiles together. */
  tiles: z.string().optional(),
});
const record = z.strictObject({ format: z.literal("jumpline-scan-sizes/1"), pages: z.array(recorded) });

export interface RecordedScan {
  readonly page: number;
  readonly source: string;
  readonly recipe: string;
  readonly made: Scaled;
  readonly sums: readonly FileSum[];
  readonly tiles?: string;
}

/** What is used of the site as it stands. */
export type StandingSite = Pick<SiteInProgress, "folder" | "previous" | "previousPaths">;

export const recordText = (pages: readonly RecordedScan[]): string =>
  `${JSON.stringify({ format: "jumpline-scan-sizes/1", pages }, null, 1)}\n`;

/** By page; empty where there is no record, or none of ours. */
export function readRecord(text: string | undefined): ReadonlyMap<number, RecordedScan> {
  const known = record.safeParse(parseJson(text));
  if (!known.success) return new Map();
  // zod types an absent field as undefined; parsed JSON never holds one.
  return new Map(known.data.pages.map((each) => [each.page, each as RecordedScan]));
}

function parseJson(text = ""): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined; // the schema then refuses it
    throw error;
  }
}

/** One sum of many files: of the names below the folder and the bytes of each. */
export function sumOfTiles(names: readonly string[], read: (name: string) => Uint8Array | undefined): string {
  const hash = createHash("sha256");
  for (const name of [...names].sort()) {
    const bytes = read(name);
    if (bytes === undefined) return "";
    hash.update(`${name}\n${bytes.length}\n`).update(bytes);
  }
  return hash.digest("hex");
}

/** The files that were made of a scan before, from the standing site; undefined where one of them is not as it was. */
export function reuse(
  { page, made, sums, tiles }: RecordedScan,
  edition: string,
  site: StandingSite,
): CopiedFile[] | undefined {
  const take = (path: string): CopiedFile => ({ path, copyOf: join(site.folder, path) });
  const plain = filesOf(page, made).map(({ file }) => `${edition}/${file}`);
  const isWhole = plain.every((path, at) => {
    const known = sums[at];
    return known !== undefined && hasSum(site.folder, path, known);
  });
  if (!isWhole) return undefined;
  if (!made.tiles) return plain.map(take);
  const below = `${edition}/${tilesFolder(page)}/`;
  const names = site
    .previousPaths()
    .filter((path) => path.startsWith(below) && path !== `${below}info.json`)
    .map((path) => path.slice(below.length));
  if (names.length !== made.tiles.count) return undefined;
  if (sumOfTiles(names, (name) => readSiteFile(site.folder, `${below}${name}`)) !== tiles) return undefined;
  return [...plain, ...names.map((name) => `${below}${name}`)].map(take);
}
