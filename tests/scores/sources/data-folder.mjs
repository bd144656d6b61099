/** Where the measuring data lies: JUMPLINE_DATA, or ../shared/data beside the project. Absent data is no error. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../../..");
export const dataFolder = path.resolve(root, process.env.JUMPLINE_DATA ?? "../shared/data");
export const inData = (...parts) => path.join(dataFolder, ...parts);
export const has = (...parts) => existsSync(inData(...parts));
export const readJson = (file) => JSON.parse(readFileSync(file, "utf8"));
export const readText = (file) => readFileSync(file, "utf8");
export const list = (folder) => (existsSync(folder) ? readdirSync(folder).sort() : []);
const encoder = new TextEncoder();
export const file = (name, text) => ({
  path: name,
  bytes: typeof text === "string" ? encoder.encode(text) : text,
});

/** An edition.md as an archivist would write it: what the issue's own sheet says and nothing of its articles. */
export function editionSheet({ newspaper, date, number, language, direction, segmentation, pages }) {
  const quoted = (value) => JSON.stringify(value);
  const rows = [];
  if (newspaper) rows.push(`newspaper: ${quoted(newspaper)}`);
  if (date) rows.push(`date: ${quoted(date)}`);
  if (number) rows.push(`number: ${quoted(number)}`);
  if (language) rows.push(`language: ${quoted(language)}`);
  if (direction) rows.push(`direction: ${direction}`);
  if (segmentation) rows.push(`segmentation: ${segmentation}`);
  if (pages) {
    rows.push("pages:");
    for (const page of pages) {
      rows.push(`  - file: ${quoted(page.file)}`, `    number: ${page.number}`);
      if (page.folio) rows.push(`    folio: ${quoted(page.folio)}`);
      if (page.section) rows.push(`    section: ${quoted(page.section)}`);
    }
  }
  return file("edition.md", `---\n${rows.join("\n")}\n---\n`);
}
