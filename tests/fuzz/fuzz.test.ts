/** The fuzzer itself, and a short run of it: `npm run fuzz -- --times 3000` is the long one. */
import { describe, expect, it } from "vitest";
import { decideEdition } from "../../src/build/build-edition.js";
import { readEdition } from "../../src/read/index.js";
import { extractPdf } from "../../src/read/pdf/extract-glyphs.js";
import { loadPdfJs } from "../../src/read/pdf/load-pdfjs.js";
import { formats, makeCase } from "./cases.mjs";
import { damages } from "./damages.mjs";
import { findFault } from "./find-fault.mjs";
import { madeFiles } from "./made-files.mjs";

const program = { decideEdition, readEdition, extractPdf, loadPdfJs };
const seed = "short run";
/** Files of each format; a PDF and an issue take longer. */
const timesOf = (format: string): number =>
  format === "pdf" ? 8 : format === "mets" || format === "didl" ? 12 : 25;

describe.each(formats)("%s", (format) => {
  const made = madeFiles.filter((each) => each.format === format);

  it.each(made.map((each) => [each.name, each] as const))("whole (%s) is read whole", async (_, each) => {
    expect(each.said.length).toBeGreaterThan(9);
    const bytes = (each.files[each.target] as { bytes: Uint8Array }).bytes;
    expect(await findFault(each, bytes, program)).toBeUndefined();
  });

  it("damaged by chance loses nothing in silence, and ends", async () => {
    for (let number = 0; number < timesOf(format); number += 1) {
      const { made, chosen, bytes } = makeCase(format, seed, number);
      const fault = await findFault(made, bytes, program);
      expect(fault && `${number} (${made.name}; ${chosen.join(", ")}): ${fault}`).toBeUndefined();
    }
  });

  it("is the same file again for the same seed and number", () => {
    expect(makeCase(format, seed, 7).bytes).toEqual(makeCase(format, seed, 7).bytes);
    expect(makeCase(format, seed, 7).bytes).not.toEqual(makeCase(format, "another", 7).bytes);
  });
});

describe("the fuzzer", () => {
  const made = madeFiles[0] as (typeof madeFiles)[number];
  const whole = (made.files[0] as { bytes: Uint8Array }).bytes;
  const read: typeof readEdition = (job) => readEdition(job);

  it("damages in as many ways as it knows", () => {
    const all = Array.from({ length: 400 }, (_, number) => makeCase("hocr", seed, number).chosen).flat();
    expect(new Set(all)).toEqual(new Set(Object.keys(damages)));
  });

  it("finds a word that is lost in silence, and takes what is said for an excuse", async () => {
    const losing: typeof readEdition = (job) => {
      const outcome = read(job);
      const pages = outcome.value.pages.map((page) => ({ ...page, blocks: page.blocks.slice(1) }));
      return { ...outcome, value: { ...outcome.value, pages } };
    };
    expect(await findFault(made, whole, { ...program, readEdition: losing })).toContain("lost in silence");
    const saying: typeof readEdition = (job) => {
      const outcome = losing(job);
      const place = { file: "in/box/pages/01.xml" };
      const said = { code: "JL1047", severity: "warning", place, details: { count: 1 } } as const;
      return { ...outcome, diagnostics: [...outcome.diagnostics, said] };
    };
    expect(await findFault(made, whole, { ...program, readEdition: saying })).toBeUndefined();
  });

  it("finds what throws, and a stage that says the program is at fault", async () => {
    const throwing = () => {
      throw new Error("a fault");
    };
    expect(await findFault(made, whole, { ...program, readEdition: throwing })).toContain(
      "threw Error: a fault",
    );
    const failing: typeof decideEdition = () => ({
      diagnostics: [{ code: "JL6200", severity: "error", place: {}, details: { stage: "repair" } }],
    });
    expect(await findFault(made, whole, { ...program, decideEdition: failing })).toContain("JL6200");
  });
});
