/**
 * The one place where diagnostics get words: what happened, and what to do about it. `{name}` takes a detail.
 * Codes: JL1xxx reading, JL2xxx repair, JL3xxx assembly, JL4xxx review, JL5xxx render and publish, JL6xxx store.
 */
import type { Diagnostic } from "./diagnostic.js";

interface Wording {
  readonly what: string;
  readonly todo?: string;
}

const wordings: Readonly<Record<string, Wording>> = {
  JL6100: {
    what: "Another build holds this site: process {pid} on {host}.",
    todo: "Wait until it is done and try again. If no build is running there any more, delete this lock file.",
  },
  JL6101: {
    what: "This folder was not written by build-edition: it holds {found}.",
    todo: "Name an empty or new folder with --out, or add --force: the site is then put among these files, and of them only those with the same name as a page of the site are replaced.",
  },
  JL6102: {
    what: "The site cannot be put here, because the folder holds {holds}.",
    todo: "Name another folder with --out.",
  },
  JL6103: {
    what: 'A file of the site would be called "{path}", which is not a safe name.',
    todo: "Give the newspaper a plain name or slug in newspaper.md or edition.md.",
  },
  JL6104: {
    what: "Two files of the site would have the same address: {path}.",
    todo: "Give one of them another date, number or newspaper slug.",
  },
  JL6105: {
    what: "A file that was put here by hand has the name of one of the site's own, and was replaced by it.",
    todo: "Keep your own file under another name.",
  },
  JL6106: { what: "This is neither a file nor a folder, so it was not taken over into the new site." },
  JL6107: {
    what: "The lock of this site was taken away while it was being built; nothing was put in place.",
    todo: "See whether another build runs, then build again.",
  },
  JL6108: {
    what: "The folder of the site cannot be replaced ({code}): it is a mount point.",
    todo: "Name a folder inside it with --out.",
  },
  JL6109: {
    what: "The system refused a step of the work here: {reason} ({code}).",
    todo: "Check the rights on this place and the free space, then try again.",
  },
  JL6110: { what: "This article was edited by hand, so it was left as it is." },
  JL6111: {
    what: "This article was edited by hand and left as it is, but the program would write it differently now (hash {recorded} then, {generated} now).",
    todo: "Compare: rename your file, run articles --write again, and bring over what you want to keep.",
  },
  JL6112: {
    what: "This is not a plain file or folder (a link, perhaps), so nothing is written here.",
    todo: "Put a plain folder or file in its place, or take it away.",
  },
  JL6200: {
    what: "A fault in build-edition itself stopped this edition while it was in the stage “{stage}”: {message}",
    todo: "The other editions are built. Please report this with the page files; --verbose shows where it happened.",
  },
  JL6201: {
    what: "This edition was not built: after the stage “{stage}”, {count} of its lines or characters were no longer accounted for.",
    todo: "What stood on the site before stays. This is a fault in build-edition: please report it with the page files.",
  },
  JL6202: {
    what: "This edition has the address {path}, which {other} has already. It was not built.",
    todo: "Give one of the two another date in its edition.md, or another newspaper.",
  },
  JL6203: { what: "The site keeps this edition as it was published before: {path}." },
  JL6204: {
    what: "An earlier edition of the site, {path}, is kept: an edition of this build failed before its address was known, and it may be that one.",
    todo: "Mend the errors above and build again; what has no source any more then goes.",
  },
  JL6205: {
    what: "This edition has no page that could be read, so there is nothing to build.",
    todo: "Put page files (pages/01.txt … or page-01.txt) into this folder, or name them in edition.md.",
  },
};

const fill = (template: string, details: Diagnostic["details"]): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => (name in details ? String(details[name]) : whole));

/** What happened, in a sentence. An unknown code is worded by its code, so that nothing is ever silent. */
export function wordDiagnostic(diagnostic: Diagnostic): string {
  const wording = wordings[diagnostic.code];
  return wording
    ? fill(wording.what, diagnostic.details)
    : `${diagnostic.code} ${JSON.stringify(diagnostic.details)}`;
}

/** What to do about it; empty where there is nothing to do. */
export function adviseOn(diagnostic: Diagnostic): string {
  const todo = wordings[diagnostic.code]?.todo;
  return todo ? fill(todo, diagnostic.details) : "";
}

/** `file:line` as editors and terminals understand it; empty where the diagnostic has no file. */
export function wherePlace({ place }: Diagnostic): string {
  const file = place.file ?? (place.page === undefined ? "" : `page ${place.page}`);
  return place.line === undefined ? file : `${file}:${place.line}`;
}

/** Every code that has words; a test holds it against the codes the source uses. */
export const wordedCodes = (): string[] => Object.keys(wordings).sort();
