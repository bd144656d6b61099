/**
 * Real files of libraries and OCR programs, where the data folder is at hand: each is read whole, its text equal
 * character by character to what a reading by patterns finds, which shares nothing with the reader.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { altoReader } from "../../../src/read/alto/index.js";

const folder = process.env.JUMPLINE_DATA ?? path.join(import.meta.dirname, "../../../../shared/data");
const files = existsSync(folder)
  ? readdirSync(folder, { recursive: true, encoding: "utf8" })
      .map((file) => file.replaceAll(path.sep, "/"))
      .filter((file) => file.endsWith(".xml"))
      .sort()
      .map((file) => ({ file, bytes: readFileSync(path.join(folder, file)) }))
      .filter(({ bytes }) => /<(\w+:)?alto[\s>]/.test(bytes.subarray(0, 4000).toString("utf8")))
  : [];

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const decode = (text: string): string =>
  text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (_, hex, decimal, name) =>
    name ? (entities[name] ?? "?") : String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal)),
  );

/** Lines of a file by patterns alone. */
function linesByPattern(xml: string): string[] {
  const piece = /<(?:\w+:)?(String|SP|HYP)\b((?:"[^"]*"|'[^']*'|[^>"'])*)>/g;
  const spaced = /<(?:\w+:)?SP\b/.test(xml);
  return xml
    .split(/<(?:\w+:)?TextLine\b/)
    .slice(1)
    .map((part) => {
      const pieces = [...(part.split(/<\/(?:\w+:)?TextLine>/)[0] ?? "").matchAll(piece)];
      return pieces
        .map(([, name, values], index) => {
          if (name === "SP") return " ";
          const [, double, single] = /\sCONTENT=(?:"([^"]*)"|'([^']*)')/.exec(values ?? "") ?? [];
          const content = decode(double ?? single ?? "");
          return name === "String" && !spaced && index > 0 ? ` ${content}` : content;
        })
        .join("");
    })
    .filter((text) => text.trim() !== "");
}

describe.skipIf(files.length === 0)("real ALTO files", () => {
  it("are all there", () => expect(files.length).toBeGreaterThanOrEqual(33));

  it.each(files)("$file is read whole", ({ file, bytes }) => {
    expect(altoReader.recognises(bytes.subarray(0, 8192).toString("utf8"))).toBe(true);
    const { value, diagnostics } = altoReader.read({ path: file, bytes });
    expect(value.format).toMatch(/^ALTO [1-4]/);
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    const lines = value.pages.flatMap(({ blocks }) => blocks.flatMap((block) => block.lines));
    expect(lines.map(({ original }) => original)).toEqual(linesByPattern(bytes.toString("utf8")));
    for (const line of lines)
      for (const { at, text } of line.words ?? [])
        expect(line.original.slice(at, at + text.length)).toBe(text);
    // Next to every word of a real file has a place.
    const words = lines.flatMap(({ words }) => words ?? []).length;
    const bad = diagnostics.reduce((sum, { details }) => sum + Number(details.count ?? 0), 0);
    expect(bad).toBeLessThanOrEqual(words / 500);
    expect(lines.filter(({ box }) => box === undefined).length).toBeLessThanOrEqual(1);
  });

  it("give type sizes near the height of the lines they are set in", () => {
    for (const { file, bytes } of files) {
      const lines = altoReader
        .read({ path: file, bytes })
        .value.pages.flatMap(({ blocks }) => blocks.flatMap((block) => block.lines))
        .filter(({ typeSize, original }) => typeSize !== undefined && original.length >= 10);
      // A file of a hand-set gazette says one size for one line in hundreds; nothing follows from that.
      if (lines.length < 20) continue;
      const ratios = lines
        .map(({ typeSize, box }) => (typeSize ?? 0) / (box?.height ?? 1))
        .sort((a, b) => a - b);
      const middle = ratios[ratios.length >> 1] ?? 0;
      // Made Chinese pages box a line by the font's full height, 1.45 em.
      expect([file, middle > 0.65 && middle < 1.15]).toEqual([file, true]);
    }
  });
});
