/**
 * The one home of sharp (libvips), which makes pictures of pictures. It is an optional package: its types are not needed to
 * build the program, and where it is missing or does not run, that is said and nothing fails.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** Two broadsheet pages at 800 dpi. What it takes in memory does not grow with it: it is read row by row. */
export const mostPixels = 600_000_000;

export interface Raw {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
}
export interface Encoded<Info> {
  readonly data: Uint8Array;
  readonly info: Info;
}
type Options = Readonly<Record<string, unknown>>;
/** What is used of sharp. */
export interface Pipeline {
  metadata(): Promise<{ width: number; height: number; orientation?: number; bitsPerSample?: number }>;
  resize(options: Options): Pipeline;
  flatten(options: { background: string }): Pipeline;
  toColourspace(space: string): Pipeline;
  autoOrient(): Pipeline;
  rotate(degrees: number): Pipeline;
  flop(): Pipeline;
  raw(): Pipeline;
  webp(options: Options): Pipeline;
  png(options: Options): Pipeline;
  jpeg(options: Options): Pipeline;
  tile(options: Options): Pipeline;
  toBuffer(options: { resolveWithObject: true }): Promise<Encoded<Raw>>;
  toFile(file: string): Promise<Pick<Raw, "width" | "height">>;
}
export interface Sharp {
  (bytes: Uint8Array, options: Options): Pipeline;
  concurrency(threads: number): number;
  cache(kept: boolean): unknown;
}

export async function loadSharp(): Promise<Sharp | { readonly absent: string }> {
  try {
    const { default: sharp } = (await import("sharp" as string)) as { default: Sharp };
    // One thread and no cache: the same bytes each time, and no more memory than one picture takes.
    sharp.concurrency(1);
    sharp.cache(false);
    return sharp;
  } catch (error) {
    const isMissing = error instanceof Error && "code" in error && error.code === "ERR_MODULE_NOT_FOUND";
    return { absent: isMissing ? "it is not installed" : firstLine(error) };
  }
}

/** Its version, without loading it; undefined where it is not installed. Another version may give other bytes. */
export function versionOfSharp(): string | undefined {
  try {
    // It gives its package.json to nobody who asks by name, so this is looked for above what is run of it.
    const main = createRequire(import.meta.url).resolve("sharp");
    const about: unknown = JSON.parse(readFileSync(join(dirname(dirname(main)), "package.json"), "utf8"));
    return String((about as { version: unknown }).version);
  } catch (error) {
    if (error instanceof Error && "code" in error) return undefined;
    throw error;
  }
}

/** What went wrong, in words that fit into a sentence. */
export const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error))
    .split("\n", 1)
    .join("")
    .trim()
    .replace(/[.!]$/, "")
    .slice(0, 200) || "no reason is given";
