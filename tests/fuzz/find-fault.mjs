/**
 * One damaged file through the program: what is wrong with what came out, if anything. Reading and all stages after it
 * never throw, never say that the program itself is at fault, give nothing that cannot be, and lose no word without
 * saying something of the file.
 */
import { bareText } from "./bare-text.mjs";

/** What is said of files whose text was kept: these excuse no lost word. */
const keepsText = new Set(
  "JL1004 JL1009 JL1043 JL1051 JL1053 JL1055 JL1061 JL1062 JL1063 JL1064 JL1066".split(" "),
);
const folder = "in/box";
const saysMore = ({ code, place }, files) =>
  !keepsText.has(code) && files.some(({ path }) => place.file === `${folder}/${path}`);

const squash = (text) => text.replace(/[\s\u00ad]/g, "");
const linesOf = ({ pages }) => pages.flatMap(({ blocks }) => blocks.flatMap(({ lines }) => lines));

function findUnsound(edition) {
  const lines = linesOf(edition);
  if (new Set(lines.map(({ id }) => id)).size !== lines.length) return "two lines have one name";
  for (const { id, original, words = [] } of lines)
    for (const { at, text } of words)
      if (original.slice(at, at + text.length) !== text)
        return `a word of ${id} is not where it is said to be`;
  const blocks = edition.pages.flatMap((page) => page.blocks);
  for (const { box } of [...blocks, ...lines, ...lines.flatMap(({ words = [] }) => words)])
    if (
      box &&
      !(
        Math.min(box.x, box.y) >= 0 &&
        Math.min(box.width, box.height) > 0 &&
        Math.max(box.x + box.width, box.y + box.height) <= 1 + 1e-9
      )
    )
      return `there is no such box: ${JSON.stringify(box)}`;
  return undefined;
}

/**
 * @param made one of `madeFiles`
 * @param bytes of its target, damaged
 * @param program `{readEdition, decideEdition, extractPdf, loadPdfJs}`
 * @returns a sentence, or undefined
 */
export async function findFault(made, bytes, program) {
  const files = made.files.map((file, at) => (at === made.target ? { ...file, bytes } : file));
  try {
    const target = files[made.target];
    if (made.format === "pdf") target.pdf = await program.extractPdf(bytes.slice());
    const { value, diagnostics } = program.readEdition({ folder, files });
    const unsound = findUnsound(value);
    if (unsound) return unsound;
    const ours = program
      .decideEdition({ folder, files })
      .diagnostics.find(({ code }) => code === "JL6200" || code === "JL6201");
    if (ours) return `${ours.code} ${JSON.stringify(ours.details)}`;
    if (diagnostics.some((said) => saysMore(said, files))) return undefined;
    const seen =
      made.target === 0 && made.files.length > 1
        ? made.said.join(" ") // an issue file has no text; its pages are whole
        : squash((await (bareText[made.format] ?? bareText.alto)(bytes, made, program)) || "");
    const got = squash(
      linesOf(value)
        .map(({ original }) => original)
        .join("\n"),
    );
    const lost = made.said.filter((word) => seen.includes(squash(word)) && !got.includes(squash(word)));
    return lost.length > 0
      ? `${lost.length} words lost in silence: ${lost.slice(0, 6).join(" ")}`
      : undefined;
  } catch (error) {
    return `threw ${error instanceof Error ? error.stack : String(error)}`;
  }
}
