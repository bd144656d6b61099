/**
 * Writes the skeleton of a new edition, every line of it explained, that builds as it stands. Never overwrites:
 * where a file of it is there already, nothing is written at all.
 */
import { mkdir, writeFile } from "node:fs/promises";
import type { Diagnostic, Outcome } from "../model/diagnostic.js";
import { inferFromNames, titleFromName } from "../read/index.js";
import { folderAbove, folderNames, joinPath, withSlashes } from "./paths.js";
import { statusOf } from "./status-of.js";

const exampleTitle = "The Example Courier";

/** `newspaper` is undefined where newspaper.md above says the name. */
const editionFile = (date: string | undefined, newspaper: string | undefined): string => `---
# Everything here may be left out: what is missing is inferred from the folder's name and the pages.
${newspaper === undefined ? "# newspaper: said in newspaper.md, one level up" : `newspaper: ${JSON.stringify(newspaper)}`}
${date === undefined ? "date: 2024-01-05             # YYYY-MM-DD: write your own" : `date: ${date}`}
# number: "Vol. 12, No. 5"    # as printed
# language: en                # zh-Hans, zh-Hant, ja, ko, en, de, fr, nl, es …
# direction: horizontal       # or vertical
# encoding: gb18030           # only where the pages are not UTF-8 and are not recognised
# source: "City library, microfilm 12"
# rights: "Public domain"
# tiles: true                 # scans as IIIF tiles: for very large ones; many files
# story_texts: false          # no .txt and .md of each story: a third fewer files; the edition's own stay
# segmentation: ours          # with a library's METS or DIDL file: source takes its articles, compare reports differences

# Only needed where the files' names do not say which page they are:
# pages:
#   - file: pages/01.txt
#     number: 1
#     folio: A1                # what is printed as the page's name
#     section: Front page
---

Write a few words to introduce this edition, or delete these. They are Markdown.
`;

const newspaperFile = (title: string): string => `---
# What all editions of this newspaper share.
title: ${JSON.stringify(title)}
# slug: example-courier       # its folder on the site: lower-case ASCII; inferred where missing
# language: en
# interface: en              # language of the site's own words, where it is not that of the text
# place: Exampleton
# publisher: Example Printing Co.
# rights: "Public domain"
# corrections: mailto:desk@example.org   # where readers may suggest corrections; or https://github.com/owner/repo/issues/new
# anniversaries: [25, 50, 100]  # years after which the feed "on this day" brings an edition again
# autospace: css              # gaps between Han and Latin: css draws them, pangu writes spaces, keep leaves the source's
# jump_lines:                 # house wordings beside the usual ones; {n} is the page
#   forward: ["over to {n}"]
#   backward: ["brought over from {n}"]
---
`;

const pageFile = `Town library opens
its doors at last

By ANNA EXAMPLE
The town library opened on Monday
after eleven months of building. Some
two hundred readers waited at the
door, many of them with books that
were due in the spring.

The head librarian said that no fines
would be asked for. “They kept our
books dry while we had no roof,” she
said. “We should be paying them.”
`;

const overridesFile = `# Decisions of yours about this edition. build-edition check prints the line to paste for each doubtful one.
# at: what it is about (unit, line, block or article id); expect: the first words that stand there, so that a
# decision is never applied to other words than you saw.
overrides:
#  - { do: text, at: "p1-l4", expect: "By ANNA", to: "By ANNA EXAMPLE" }
#  - { do: role, at: "p1-u4", expect: "By ANNA", to: byline }
#  - { do: headline, at: "p1-k3f9q2", expect: "Town library", to: "Town library opens its doors at last" }
#  - { do: article, at: "p1-u10", expect: "The head", to: "p1-k3f9q2", expect_to: "Town library" }
#  - { do: order, at: "p1-u10", expect: "The head", to: "p1-u5", expect_to: "The town" }
#  - { do: join, at: "p1-u5", expect: "The town", to: "p1-u10", expect_to: "The head" }
#  - { do: split, at: "p1-u10", expect: "The head", as: paragraph }
#  - { do: jump, at: "p1-k3f9q2", expect: "Town library", to: "p2-m7x2qa", expect_to: "Library", verdict: confirm }
#  - { do: mark, at: "p1-u10", expect: "The head", as: notice }
`;

/** The first part of the path that is there and is no folder, if any. */
async function findObstacle(folder: string): Promise<string | undefined> {
  const status = await statusOf(folder);
  return status && !status.isDirectory() ? folder : undefined;
}

/**
 * Makes the folder and writes edition.md, overrides.yaml, pages/01.txt, and newspaper.md one level up where the folder is
 * one of a newspaper's (its name is a date) and none is there. Returns the paths written, with `/`. With JL6006
 * nothing was written. Throws what the system refuses.
 */
export async function initEdition(path: string): Promise<Outcome<string[]>> {
  const folder = withSlashes(path);
  const told = inferFromNames(folderNames(folder));
  // Without a date in its path, the folder's name may be anything.
  const title = told.date && told.newspaper && titleFromName(told.newspaper.value);
  // With a newspaper.md above, the name is said there once for all editions.
  const shared =
    told.date !== undefined && folderNames(folder).at(-1) === told.date.name && title !== undefined;
  const above = joinPath(folderAbove(folder), "newspaper.md");
  const files: [string, string][] = [
    [
      joinPath(folder, "edition.md"),
      editionFile(told.date?.value, shared ? undefined : (title ?? exampleTitle)),
    ],
    [joinPath(folder, "overrides.yaml"), overridesFile],
    [joinPath(folder, "pages/01.txt"), pageFile],
  ];
  const obstacle = await findObstacle(folder);
  const there = await Promise.all(files.map(async ([file]) => ((await statusOf(file)) ? file : undefined)));
  const first = obstacle ?? there.find((file) => file !== undefined);
  if (first !== undefined) {
    const refused: Diagnostic = {
      code: "JL6006",
      severity: "error",
      place: { file: folder },
      details: { file: first },
    };
    return { value: [], diagnostics: [refused] };
  }
  if (shared && !(await statusOf(above))) files.unshift([above, newspaperFile(title)]);
  await mkdir(joinPath(folder, "pages"), { recursive: true });
  // `wx`: even a file that appeared meanwhile is not overwritten.
  for (const [file, content] of files) await writeFile(file, content, { flag: "wx" });
  return { value: files.map(([file]) => file), diagnostics: [] };
}
