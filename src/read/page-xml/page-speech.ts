/**
 * In which language and which direction a page is set, where its file says it: on the page, else on most of the lines
 * that say anything (through their regions). PAGE names languages in English; programs also write codes. Chinese
 * without a script is no answer here: which of the two it is, the characters tell.
 *
 *     primaryLanguage="German" → de      readingDirection="top-to-bottom" → vertical
 */
import { languageNames } from "../language-names.js";
import type { RawPage, RawRegion, Values } from "./raw-page.js";

const tags = new Set(languageNames.values());
const chinese = new Set(["chinese", "zho", "chi", "zh"]);

/** BCP 47 for what stands in the file; undefined for what is not known. */
export function languageNamed(name: string | undefined, script: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  const plain = name.trim().toLowerCase();
  if (chinese.has(plain)) {
    const begin = script?.trim().slice(0, 4).toLowerCase();
    return begin === "hans" ? "zh-Hans" : begin === "hant" ? "zh-Hant" : undefined;
  }
  if (plain === "zh-hans" || plain === "zh-cn") return "zh-Hans";
  if (plain === "zh-hant" || plain === "zh-tw" || plain === "zh-hk") return "zh-Hant";
  const code = plain.split("-")[0] ?? "";
  return languageNames.get(plain) ?? (tags.has(code) ? code : undefined);
}

type Direction = "horizontal" | "vertical";

/** Lines turned by a quarter (`bottom-to-top`) are no vertical setting. */
const directionNamed = (name: string | undefined): Direction | undefined =>
  name === "top-to-bottom"
    ? "vertical"
    : name === "left-to-right" || name === "right-to-left"
      ? "horizontal"
      : undefined;

const languageIn = ({ primaryLanguage, primaryScript }: Values) =>
  languageNamed(primaryLanguage, primaryScript);
const directionIn = ({ readingDirection, textDirection }: Values) =>
  directionNamed(readingDirection ?? textDirection);

/** What the page says, or more than half of the lines that say anything. */
function most<T>(page: RawPage, read: (values: Values) => T | undefined): T | undefined {
  const own = read(page.root.values);
  if (own !== undefined) return own;
  const ofRegion = new Map<RawRegion, T>();
  const counts = new Map<T, number>();
  let total = 0;
  for (const element of page.elements) {
    // Regions stand in the file after those they are in, so what holds around them is known.
    const around = element.what === "line" ? element.region : element.parent;
    const said = read(element.values) ?? (around && ofRegion.get(around));
    if (said === undefined) continue;
    if (element.what === "region") ofRegion.set(element, said);
    else {
      counts.set(said, (counts.get(said) ?? 0) + 1);
      total += 1;
    }
  }
  for (const [said, count] of counts) if (count * 2 > total) return said;
  return undefined;
}

export const pageLanguage = (page: RawPage): string | undefined => most(page, languageIn);
export const pageDirection = (page: RawPage): Direction | undefined => most(page, directionIn);
