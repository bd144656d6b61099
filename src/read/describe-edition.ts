/**
 * Puts together what is known of an edition: what its files say comes first, then what folder names tell, then what
 * its lines tell. Whatever was inferred is listed with what it was inferred from.
 */

import type { Diagnostic, Outcome } from "../model/diagnostic.js";
import type { EditionInfo } from "../model/edition.js";
import { inferenceSources } from "../model/finding-reasons.js";
import type { EditionJob } from "../model/job.js";
import type { Page } from "../model/page.js";
import { type LanguageEvidence, languageOfEdition } from "../text/detect-language.js";
import { shortHash } from "../text/hash.js";
import { nearestName } from "../text/nearest-name.js";
import { slugForTitle, slugOf } from "../text/slug.js";
import { inferFromNames, type Told, titleFromName } from "./infer-from-names.js";
import { type FolioLine, gatherFolioLines, inferDate, inferNumber, inferTitle } from "./infer-from-text.js";
import { editionFileName, type Headers } from "./read-headers.js";

/** Shown where nothing at all names the newspaper. */
const untitled = "Untitled newspaper";

/** Names of the edition's folder and those above it, outermost first. */
export const namesOf = (job: EditionJob): readonly string[] =>
  job.names ?? job.folder.split("/").filter((name) => name !== "" && name !== "." && name !== "..");

type Inferred = EditionInfo["inferred"][number];

class Guesses {
  readonly list: Inferred[] = [];
  /** Notes an inferred value and gives it back. */
  take(field: string, told: Told | undefined): string | undefined {
    if (told) this.list.push({ field, value: told.value, from: told.from });
    return told?.value;
  }
}

/** Vertical forms of punctuation (︒ ﹁ ﹂ …) as extractors give them for vertical text; marks that horizontal text has too. */
const verticalForms = /[\ufe10-\ufe19\ufe30-\ufe44\ufe47\ufe48]/g;
const horizontalForms = /[、。，；：！？「」『』（）]/g;
/** Fewer vertical forms than this may be strays. */
const fewestForms = 5;

/** Whether the punctuation of a text is that of vertical setting. */
export function isSetVertically(text: string): boolean {
  const vertical = text.match(verticalForms)?.length ?? 0;
  return vertical >= fewestForms && vertical > (text.match(horizontalForms)?.length ?? 0);
}

interface Names {
  readonly title: string;
  readonly slug: string;
}

/** A nameplate that nearly says what the folder says was misread: AQURNAL DES DÉBATS in journal-des-debats. */
function isMisread(printed: string, folder: string | undefined): boolean {
  if (folder === undefined) return false;
  const [here, there] = [slugOf(printed), slugOf(folder)];
  return here !== there && nearestName(here, [there]) !== undefined;
}

function nameNewspaper(
  job: EditionJob,
  headers: Headers,
  lines: readonly FolioLine[],
  guesses: Guesses,
): Names {
  const names = namesOf(job);
  // Where newspaper.md stands one level up, that folder is the newspaper's.
  const above = job.newspaper && names.length > 1 ? names.at(-2) : undefined;
  const told = inferFromNames(names);
  const folder: Told | undefined =
    above === undefined
      ? told.newspaper
      : { value: above, from: inferenceSources.folder.replace("{name}", () => above) };
  const said = headers.edition.newspaper ?? headers.newspaper.title ?? headers.newspaper.newspaper;
  const printed = said === undefined ? inferTitle(lines) : undefined;
  const fromText = printed && !isMisread(printed.value, folder?.value) ? printed : undefined;
  const fromFolder = folder && { value: titleFromName(folder.value), from: folder.from };
  const title =
    said ??
    guesses.take("newspaper", fromText ?? fromFolder ?? { value: untitled, from: inferenceSources.nothing });
  // Without a date in the path the folder's name may be anything; then a title that was said or printed names better.
  const trustFolder =
    folder !== undefined &&
    (above !== undefined || told.date !== undefined || (said ?? fromText) === undefined);
  const slug =
    headers.edition.slug ??
    headers.newspaper.slug ??
    slugForTitle(trustFolder ? folder.value : (title ?? untitled));
  return { title: title ?? untitled, slug };
}

function tellDate(
  job: EditionJob,
  lines: readonly FolioLine[],
  guesses: Guesses,
): Outcome<string | undefined> {
  const fromNames = inferFromNames(namesOf(job)).date;
  const fromText = inferDate(lines);
  const diagnostics: Diagnostic[] =
    fromNames && fromText && fromNames.value !== fromText.value
      ? [
          {
            code: "JL1031",
            severity: "warning",
            place: { file: job.folder },
            details: { named: fromNames.value, printed: fromText.value, where: fromText.from },
          },
        ]
      : [];
  return { value: guesses.take("date", fromNames ?? fromText), diagnostics };
}

function tellLanguage(
  said: string | undefined,
  evidence: readonly LanguageEvidence[],
  guesses: Guesses,
): string {
  // `zh` alone does not say which script; the text does.
  if (said !== undefined && said !== "zh") return said;
  const language = languageOfEdition(evidence);
  return (
    guesses.take("language", {
      value: language,
      from: said === "zh" ? inferenceSources.characters : inferenceSources.text,
    }) ?? "und"
  );
}

const given = <K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } =>
  value === undefined ? {} : ({ [key]: value } as unknown as { readonly [P in K]: V });

/** The edition's particulars. `pages` are read already; their language and direction are not looked at. */
export function describeEdition(
  job: EditionJob,
  headers: Headers,
  pages: readonly Page[],
  evidence: readonly LanguageEvidence[],
): Outcome<EditionInfo> {
  const guesses = new Guesses();
  const { edition, newspaper } = headers;
  const lines = gatherFolioLines(pages);
  const { title, slug } = nameNewspaper(job, headers, lines, guesses);
  const date: Outcome<string | undefined> =
    edition.date !== undefined ? { value: edition.date, diagnostics: [] } : tellDate(job, lines, guesses);
  const number = edition.number ?? guesses.take("number", inferNumber(lines));
  const language = tellLanguage(edition.language ?? newspaper.language, evidence, guesses);
  const text = pages
    .flatMap(({ blocks }) => blocks.flatMap(({ lines }) => lines.map(({ original }) => original)))
    .join("\n");
  const direction =
    edition.direction ??
    newspaper.direction ??
    (isSetVertically(text) &&
    guesses.take("direction", { value: "vertical", from: inferenceSources.verticalForms })
      ? "vertical"
      : "horizontal");
  const tiles = edition.tiles ?? newspaper.tiles;
  const storyTexts = edition.story_texts ?? newspaper.story_texts;
  const folderName = namesOf(job).at(-1) ?? "";
  const wordings = (side: "forward" | "backward"): string[] => [
    ...(newspaper.jump_lines?.[side] ?? []),
    ...(edition.jump_lines?.[side] ?? []),
  ];
  const diagnostics: Diagnostic[] = [...date.diagnostics];
  if (date.value === undefined)
    diagnostics.push({
      code: "JL1030",
      severity: "warning",
      place: { file: job.folder },
      details: { file: editionFileName },
    });
  if (language === "und")
    diagnostics.push({
      code: "JL1032",
      severity: "warning",
      place: { file: job.folder },
      details: { file: editionFileName },
    });
  const spoken = edition.interface ?? newspaper.interface;
  const value: EditionInfo = {
    newspaper: {
      title,
      slug,
      ...given("place", edition.place ?? newspaper.place),
      ...given("publisher", edition.publisher ?? newspaper.publisher),
      ...given("rights", newspaper.rights),
      ...given("anniversaries", newspaper.anniversaries),
    },
    ...given("date", date.value),
    ...given("number", number),
    language,
    ...(spoken === undefined ? {} : { interface: spoken }),
    direction,
    ...given("source", edition.source),
    ...given("rights", edition.rights ?? newspaper.rights),
    ...given("corrections", edition.corrections ?? newspaper.corrections),
    autospace: edition.autospace ?? newspaper.autospace ?? "css",
    ...(tiles === undefined ? {} : { tiles }),
    ...(storyTexts === false ? { storyTexts } : {}),
    jumpWordings: { forward: wordings("forward"), backward: wordings("backward") },
    path: `${slug}/${date.value ?? (slugOf(folderName) || `edition-${shortHash(folderName)}`)}`,
    introduction: headers.introduction,
    folder: job.folder,
    inferred: guesses.list,
  };
  return { value, diagnostics };
}
