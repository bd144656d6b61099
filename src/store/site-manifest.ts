/**
 * `jumpline-manifest.json` in the root of a built site: every file the program wrote there. It is how the next
 * build knows a folder as its own, which files it may replace, and which belong to somebody else.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { systemCode } from "./refusal.js";
import { isSafeSitePath } from "./site-path.js";

export const MANIFEST_NAME = "jumpline-manifest.json";

const Entry = z.object({
  path: z.string().refine(isSafeSitePath),
  /** Lower-case hex. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Bytes. */
  size: z.number().int().nonnegative(),
});
const Manifest = z.object({ format: z.literal("jumpline-manifest/1"), files: z.array(Entry) });

export type ManifestEntry = z.infer<typeof Entry>;

/** Sorted by path, without a clock: the same site gives the same manifest. */
export function manifestText(entries: Iterable<ManifestEntry>): string {
  const files = [...entries].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const lines = files.map(({ path, sha256, size }) => `    ${JSON.stringify({ path, sha256, size })}`);
  return `{\n  "format": "jumpline-manifest/1",\n  "files": [\n${lines.join(",\n")}\n  ]\n}\n`;
}

/** The manifest of a folder by path; undefined where there is none or where it is not one of ours. */
export function readManifest(folder: string): ReadonlyMap<string, ManifestEntry> | undefined {
  let text: string;
  try {
    text = readFileSync(join(folder, MANIFEST_NAME), "utf8");
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    return undefined;
  }
  const manifest = Manifest.safeParse(parseJson(text));
  return manifest.success ? new Map(manifest.data.files.map((entry) => [entry.path, entry])) : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined; // the schema then refuses it
    throw error;
  }
}
