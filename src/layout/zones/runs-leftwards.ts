/** Whether a page is set in a script that runs from right to left, told by its letters: then its columns do so too. */
import { linesOf, type Page } from "../../model/page.js";

const leftwards = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/gu;
const letters = /\p{L}/gu;

const count = (text: string, sought: RegExp): number => text.match(sought)?.length ?? 0;

export function runsLeftwards(page: Page): boolean {
  let [all, left] = [0, 0];
  for (const { text } of linesOf(page)) {
    all += count(text, letters);
    left += count(text, leftwards);
  }
  return left > all / 2;
}
