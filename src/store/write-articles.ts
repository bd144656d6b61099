/**
 * Writes `articles/<id>.md` into an edition's folder for a person to edit. The folder is shared ground: a file is
 * the program's only as long as what it holds hashes to what it says it held when the program wrote it. Any other
 * file is a person's and is never overwritten; where the program's own version has moved on since, both hashes
 * are told.
 */
import { lstatSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readArticle } from "../markdown/read-article.js";
import { writeArticle } from "../markdown/write-article.js";
import type { Article } from "../model/article.js";
import type { Diagnostic, Outcome } from "../model/diagnostic.js";
import { Refusal, systemCode } from "./refusal.js";

export interface WrittenArticles {
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  readonly handEdited: readonly string[];
}

const FOLDER = "articles";
const ID = /^[a-z0-9][a-z0-9-]{0,80}$/;

/** `folder` is the edition's. Files are named as the user would: `folder/articles/p1-k3f9q2.md`. */
export function writeArticles(folder: string, articles: readonly Article[]): Outcome<WrittenArticles> {
  const value = { written: [] as string[], unchanged: [] as string[], handEdited: [] as string[] };
  const diagnostics: Diagnostic[] = [];
  makeFolder(join(folder, FOLDER));
  for (const article of articles) {
    if (!ID.test(article.id)) throw new Refusal("JL6103", {}, { path: `${FOLDER}/${article.id}.md` });
    const file = `${folder}/${FOLDER}/${article.id}.md`;
    const { text, sourceHash } = writeArticle(article);
    const standing = readStanding(file);
    if (standing === text) value.unchanged.push(file);
    else if (standing !== undefined && isHandEdited(standing)) {
      value.handEdited.push(file);
      const theirs = readArticle(standing);
      const moved = theirs.sourceHash !== sourceHash;
      const details = moved ? { recorded: theirs.sourceHash || "none", generated: sourceHash } : {};
      diagnostics.push({
        code: moved ? "JL6111" : "JL6110",
        severity: moved ? "warning" : "info",
        place: { file },
        details,
      });
    } else {
      replaceFile(file, text);
      value.written.push(file);
    }
  }
  return { value, diagnostics };
}

/** A file that cannot be read as ours is somebody's: no hash, or one that its words no longer have. */
function isHandEdited(text: string): boolean {
  const { hash, sourceHash, problem, unknownKeys } = readArticle(text);
  return problem !== undefined || unknownKeys.length > 0 || hash !== sourceHash;
}

function makeFolder(folder: string): void {
  mkdirSync(folder, { recursive: true });
  if (!lstatSync(folder).isDirectory()) throw new Refusal("JL6112", { file: folder });
}

function readStanding(file: string): string | undefined {
  try {
    if (!lstatSync(file).isFile()) throw new Refusal("JL6112", { file });
    return readFileSync(file, "utf8");
  } catch (error) {
    if (systemCode(error) === "ENOENT") return undefined;
    throw error;
  }
}

/** Whole or not at all: a half-written file would look hand-edited for ever. */
function replaceFile(file: string, text: string): void {
  const draft = `${file}.${process.pid}.tmp`;
  writeFileSync(draft, text, { flag: "wx", mode: 0o644 });
  renameSync(draft, file);
}
