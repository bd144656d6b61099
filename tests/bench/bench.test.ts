/** The bench runs: every stage has its row, and each reader its pass. One small round, of which no time is looked at. */
import { describe, expect, it } from "vitest";
import { buildArchive } from "../../src/build/build-archive.js";
import { stages } from "../../src/build/stages.js";
import { formats } from "../../src/read/formats.js";
import { loadTemplates } from "../../src/store/load-templates.js";
import { barePasses } from "./bare-passes.mjs";
import { measureStages } from "./measure-stages.mjs";
import { samplePages } from "./sample-pages.mjs";
import { writers } from "./write-formats.mjs";

const lines = [
  "Council mends the bridge",
  "",
  "The council met on Monday and chose to mend the bridge over the",
  "harbour before the winter, which all who live on the other side of",
  "the water had asked for since the spring.",
];
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const job = {
  folder: "harbour/1901-02-03",
  files: [
    {
      path: "edition.md",
      bytes: encode('---\nnewspaper: Harbour Post\ndate: "1901-02-03"\nlanguage: en\n---\n'),
    },
    { path: "pages/01.txt", bytes: encode(lines.join("\n")) },
    { path: "pages/02.txt", bytes: encode(lines.join("\n")) },
  ],
};

describe("the stages", () => {
  it("are measured in a build, and all of them", async () => {
    const calls: string[] = [];
    const counting = Object.fromEntries(
      Object.entries(stages).map(([name, stage]) => [
        name,
        (...given: unknown[]) => {
          calls.push(name);
          return (stage as (...given: unknown[]) => unknown)(...given);
        },
      ]),
    );
    const measured = await measureStages({ buildArchive, stages: counting, ...loadTemplates() }, [job], 2);
    expect(measured).toMatchObject({ editions: 2, pages: 4, failed: 0 });
    expect(measured.characters).toBe(2 * 2 * lines.join("").length);
    expect(measured.articles).toBeGreaterThan(0);
    expect(measured.write.files).toBeGreaterThan(20);
    const rows = measured.rows.map(({ stage }) => stage);
    for (const row of "read, to plan|read|layout|sketch|repair|assemble|conservation|review|make-up|render|names|publish|search, gather|search, pack|search, index|archive|the rest".split(
      "|",
    ))
      expect(rows).toContain(row);
    // A stage that is counted twice would leave less than nothing for the rest.
    for (const { share } of measured.rows) expect(share).toBeGreaterThanOrEqual(0);
    // What several stages ask for is reckoned once for an edition.
    const twice = (name: string) => calls.filter((called) => called === name).length;
    expect(["makeUpPages", "nameEdition", "renderEdition", "assembleEdition"].map(twice)).toEqual([
      2, 2, 2, 2,
    ]);
  });

  it("without a row are missed", async () => {
    const more = { ...stages, polishEdition: () => undefined };
    await expect(measureStages({ buildArchive, stages: more, ...loadTemplates() }, [job], 1)).rejects.toThrow(
      "no row for the stage polishEdition",
    );
  });
});

describe("the readers", () => {
  const [page] = samplePages().filter(
    ({ blocks }) => writers.pdf.write({ width: 1, height: 1, blocks }) !== undefined,
  );
  const issueFiles = new Set(["mets", "didl"]);

  it("are all measured", () => {
    const read = formats.map(({ name }) => name).filter((name) => !issueFiles.has(name));
    expect(Object.keys(barePasses).sort()).toEqual(read.sort());
    expect(Object.keys(writers).sort()).toEqual(read.sort());
  });

  it.each(Object.entries(barePasses))("stand on a parser that reads %s", async (format, floor) => {
    const content = String(writers[format as keyof typeof writers].write(page as NonNullable<typeof page>));
    const bytes = Buffer.from(content, format === "pdf" ? "latin1" : "utf8");
    const pass = await (floor[1] as () => Promise<(bytes: Uint8Array) => number>)();
    expect(await pass(new Uint8Array(bytes))).toBeGreaterThan(50);
  });
});
