/** The templates of a build: the program's own, and over them the user's, where there are some. */
import { relative } from "node:path";
import { loadTemplates, type SiteSources } from "../store/load-templates.js";
import { findTemplates, overrideTemplates } from "../store/override-templates.js";
import type { BuildOptions } from "./options.js";
import type { Reporter } from "./report.js";

/** The folders to watch beside the input. */
export const placeOfTemplates = (input: string, options: BuildOptions): string[] => {
  const folder = findTemplates(options.templates, input);
  return folder === undefined ? [] : [folder];
};

/** The program's own templates, with the user's over them; which those are is said, since they are code. */
export function gatherTemplates(input: string, options: BuildOptions, reporter: Reporter): SiteSources {
  const folder = findTemplates(options.templates, input);
  if (folder === undefined) return loadTemplates();
  const sources = overrideTemplates(loadTemplates(), folder);
  const list = sources.taken.length === 0 ? "nothing" : sources.taken.join(", ");
  if (!options.json) reporter.say(`Taken from ${relative(".", folder) || "."}: ${list}.`);
  return sources;
}
