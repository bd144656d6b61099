/**
 * Lines up pasted items of overrides.yaml. `check` and the report page print an item with some indentation, and people
 * paste it as it comes, below others or below the `overrides: []` of a new file; YAML would refuse both.
 *
 *     overrides: []                     overrides:
 *           - do: split        →        - do: split
 *             at: "p1-u8"                 at: "p1-u8"
 *
 * Only items that begin with `- do:` or `- {` are moved, each as a whole, and no line is added or taken away, so line numbers
 * hold. It refuses to touch anything else: what is not YAML then is reported as it stands.
 */

const indentOf = (line: string): number => line.length - line.trimStart().length;

/** @returns the text with every item as far in as the first. Lines end as they did. */
export function alignItems(text: string): string {
  const lines = text.split("\n");
  const isItem = (line: string): boolean => /^- (do:|\{)/.test(line.trimStart());
  const first = lines.findIndex(isItem);
  if (first < 0) return text;
  const base = indentOf(lines[first] ?? "");
  let shift = 0;
  let own = 0;
  return lines
    .map((line, index) => {
      if (index < first) return line.trimEnd() === "overrides: []" ? "overrides:" : line;
      if (isItem(line)) {
        own = indentOf(line);
        shift = base - own;
      } else if (line.trim() !== "" && indentOf(line) <= own) shift = 0;
      if (shift === 0 || line.trim() === "") return line;
      return shift > 0 ? " ".repeat(shift) + line : line.slice(-shift);
    })
    .join("\n");
}
