/** What a Page element says of itself: size, numbers and language. A number that is none says nothing. */
import { type RawPage, toNumber } from "./raw-page.js";
import { languageOf } from "./scope.js";

export function startPage(values: Readonly<Record<string, string>>): RawPage {
  const number = toNumber(values.PHYSICAL_IMG_NR);
  const folio = values.PRINTED_IMG_NR?.trim();
  const language = languageOf(values);
  return {
    size: { width: toNumber(values.WIDTH), height: toNumber(values.HEIGHT) },
    ...(Number.isSafeInteger(number) && number > 0 && { number }),
    ...(folio && { folio }),
    ...(language !== undefined && { language }),
    blocks: [],
    frames: [],
    pictures: [],
    rules: [],
    lineCount: 0,
  };
}
