/** The accessibility statement of the site, written from the list of checks; it says what is not tested, too. */
import { accessibilityFile } from "../../model/address.js";
import type { SiteFile } from "../../model/job.js";
import type { EditionSummary, SiteContext } from "../../model/site.js";
import { describeFrame } from "../frame.js";
import { clipWords } from "../link-preview.js";
import { fillWords, type Words } from "../words/index.js";
import { accessibilityChecks, accessibilityGaps } from "./checks.js";

/** Where the newspapers take corrections: each place once, with the newspapers' names. Checked when it was read. */
function describeFeedback(
  editions: readonly EditionSummary[],
): { href: string; title: string; lang: string }[] {
  const places = new Map<string, { href: string; title: string; lang: string }>();
  for (const { corrections, title, language, newspaper } of editions)
    if (corrections !== undefined && /^(https:\/\/|mailto:)/.test(corrections))
      places.set(`${newspaper} ${corrections}`, { href: corrections, title, lang: language });
  return [...places.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, place]) => place);
}

export function renderStatement(
  editions: readonly EditionSummary[],
  site: SiteContext,
  words: Words,
): SiteFile {
  const content = site.writeTemplate("pages/accessibility.njk", {
    ...describeFrame(site, accessibilityFile, words.accessibility, words),
    description: clipWords(words.accessibilityGoal),
    checks: Object.values(accessibilityChecks).map(({ wording, values }) =>
      fillWords(words[wording], values),
    ),
    gaps: accessibilityGaps.map((name) => words[name]),
    feedback: describeFeedback(editions),
  });
  return { path: accessibilityFile, content };
}
