/** Twenty printings of a Shanghai tabloid of 1920 and 1930, keyed by hand: vertical, traditional, no mark where an item begins. */

import { letters } from "../fold.mjs";
import { editionSheet, file, has, inData, list, readJson, readText } from "./data-folder.mjs";

/** Longest title in letters: longer first paragraphs are text. */
const longestTitle = 16;

export function* jingbaoCases() {
  if (!has("jingbao")) return;
  for (const folder of list(inData("jingbao"))) {
    if (!has("jingbao", folder, "truth.json")) continue;
    const truth = readJson(inData("jingbao", folder, "truth.json"));
    const items = [];
    const owners = new Map();
    const files = [];
    const lines = [];
    for (const page of truth.pages) {
      const name = `page-${page.page}.txt`;
      const text = readText(inData("jingbao", folder, name));
      files.push(file(name, text));
      const rows = text
        .split("\n")
        .map((row, index) => ({ page: page.page, number: index + 1, text: row }))
        .filter((row) => letters(row.text) !== "");
      lines.push(...rows);
      // The file holds the items' lines in the truth's own order.
      let at = 0;
      for (const entry of page.items) {
        const paragraphs = entry.paragraphs.filter((paragraph) => letters(paragraph.text) !== "");
        const item = items.length;
        const first = paragraphs[0];
        const title =
          entry.type === "article" &&
          paragraphs.length > 1 &&
          first.lines.length === 1 &&
          letters(first.text).length <= longestTitle;
        items.push({
          id: `p${page.page}-${item}`,
          label: letters(first?.text ?? "").slice(0, 14),
          story: entry.type === "article",
          headline: title ? [first.text] : null,
          paragraphs: paragraphs.map((paragraph) => ({ text: paragraph.text })),
        });
        for (const [paragraph, { lines: printed }] of paragraphs.entries())
          for (const row of printed) {
            if (letters(row) === "") continue;
            if (letters(rows[at].text) !== letters(row))
              throw new Error(`${folder}/${name}:${rows[at].number} is not the truth's line ${row}`);
            owners.set(`${page.page}:${rows[at].number}`, { item, paragraph });
            at += 1;
          }
      }
    }
    const date = folder.slice(-10);
    files.push(editionSheet({ newspaper: "晶報", date, language: "zh-Hant", direction: "vertical" }));
    yield {
      source: "jingbao",
      variant: folder,
      job: { folder: `jingbao/${folder}`, files },
      truth: {
        language: "zh-Hant",
        items,
        owners,
        lineOrder: [...owners.keys()],
        lines,
        has: { paragraphs: true, headlineRole: false, spaces: true },
      },
    };
  }
}
