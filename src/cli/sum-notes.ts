/** The notes of a build in two lines: how many there are, of what kind, and where each can be read. A list of all is `check`. */
import type { Diagnostic } from "../model/diagnostic.js";

interface Kind {
  readonly is: RegExp;
  readonly one: string;
  readonly many: string;
}

/** What a person can settle first. The last takes what no other takes. */
const kinds: readonly Kind[] = [
  { is: /^JL3003/, one: "piece of text left over", many: "pieces of text left over" },
  { is: /^JL300[12]/, one: "jump without its other half", many: "jumps without their other halves" },
  { is: /^JL2/, one: "about text that could not be mended", many: "about text that could not be mended" },
  { is: /^JL3/, one: "about the library's articles", many: "about the library's articles" },
  { is: /^JL4/, one: "about articles edited by hand", many: "about articles edited by hand" },
  { is: /^JL1/, one: "about how files were read", many: "about how files were read" },
  { is: /^/, one: "about pictures and the site", many: "about pictures and the site" },
];

/** Counts of each kind, in the order above. */
export type NoteCounts = number[];
export const noNotes = (): NoteCounts => kinds.map(() => 0);

export function countNotes(counts: NoteCounts, notes: readonly Diagnostic[]): void {
  for (const { code } of notes) {
    const at = kinds.findIndex(({ is }) => is.test(code));
    counts[at] = (counts[at] ?? 0) + 1;
  }
}

/** @param input what was built, as `check` is to be given it */
export function sumNotes(counts: NoteCounts, input: string): string | undefined {
  const all = counts.reduce((sum, count) => sum + count, 0);
  if (all === 0) return undefined;
  const parts = kinds.flatMap(({ one, many }, at) => {
    const count = counts[at] ?? 0;
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
  });
  return `${all} ${all === 1 ? "note" : "notes"}: ${parts.join(", ")}.
    \`npx build-edition check ${forShell(input)}\` lists what can be settled, with the lines to paste; --verbose prints all of them here.`;
}

const forShell = (path: string): string =>
  /^[\p{L}\p{N}_./+@:-]+$/u.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
