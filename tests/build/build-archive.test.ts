import { describe, expect, it } from "vitest";
import { type ArchiveEvent, buildArchive, type EditionEvent } from "../../src/build/build-archive.js";
import { parseSummary, summaryFile } from "../../src/build/keep-summary.js";
import type { Makers } from "../../src/build/render-prepared.js";
import { writeTexts } from "../../src/build/search/keep-texts.js";
import { collectSearch } from "../../src/build/search/write-index.js";
import type { Stages } from "../../src/build/stages.js";
import type { Diagnostic } from "../../src/model/diagnostic.js";
import type { ReviewedEdition } from "../../src/model/edition.js";
import type { EditionJob, PrintPdf } from "../../src/model/job.js";
import type { SearchedEdition } from "../../src/model/search.js";
import type { EditionSummary, SiteContext } from "../../src/model/site.js";

/** Stages that do next to nothing, so that what the build itself does with faults can be seen. */
const plain = {
  readEdition: ({ folder }: EditionJob) => {
    const path = `paper/${folder}`;
    return {
      value: { info: { path, newspaper: { slug: "paper" } }, pages: [{ number: 1, blocks: [{}] }] },
      diagnostics: [],
    };
  },
  layOutEdition: (edition: unknown) => edition,
  reportCrowded: () => [],
  sketchUnits: () => ({ kinds: new Map() }),
  repairEdition: (value: unknown) => ({ value, diagnostics: [] }),
  assembleEdition: (value: object) => ({ value: { ...value, assembly: {} }, diagnostics: [] }),
  checkConservation: (): Diagnostic[] => [],
  reviewEdition: (value: unknown) => ({ value, diagnostics: [] }),
  publishEdition: (edition: ReviewedEdition) => [
    { path: `${edition.info.path}/edition.json`, content: "{}\n" },
  ],
  renderEdition: ({ info }: ReviewedEdition, site: SiteContext) => ({
    value: [{ path: `${info.path}/index.html`, content: site.editions.map(({ path }) => path).join(" ") }],
    diagnostics: [],
  }),
  makeUpPages: () => new Map(),
  nameEdition: () => ({}),
  feedWordsFor: () => ({}),
  summariseEdition: ({ info }: ReviewedEdition) => summary(info.path),
  collectSearch,
  gatherTexts: ({ info }: ReviewedEdition): SearchedEdition => texts(info.path),
  renderArchive: (editions: readonly EditionSummary[]) => [
    { path: "index.html", content: editions.map(({ path }) => path).join(" ") },
  ],
  publishArchive: () => [],
};
/** One story, of which every edition has words of its own. */
const texts = (path: string): SearchedEdition => ({
  path,
  texts: [
    {
      file: "a.html",
      title: "Story",
      kind: "story",
      pages: [1],
      paragraphs: [{ anchor: "k-1", text: `named ${path.replace("/", "")}` }],
    },
  ],
});
const summary = (path: string): EditionSummary => ({
  path,
  newspaper: "paper",
  title: "Paper",
  language: "en",
  direction: "horizontal",
  pages: [{ number: 1, file: "p1.html" }],
  headlines: [],
  articleCount: 0,
  files: [],
});
const withStages = (changed: Record<string, unknown>): Stages =>
  ({ ...plain, ...changed }) as unknown as Stages;
const bugIn = (folder: string, stage: keyof typeof plain) => {
  const work = plain[stage] as (edition: { info: { path: string } }, ...rest: unknown[]) => unknown;
  return withStages({
    [stage]: (edition: { info: { path: string } }, ...rest: unknown[]) => {
      if (edition.info.path === `paper/${folder}`) throw new TypeError("x is undefined");
      return work(edition, ...rest);
    },
  });
};

async function run(
  stages: Stages,
  folders: readonly string[],
  earlier: Record<string, string> = {},
  {
    see,
    pictures,
    ...makers
  }: Makers & Pick<EditionJob, "pictures"> & { readonly see?: (event: ArchiveEvent) => void } = {},
) {
  const events: ArchiveEvent[] = [];
  const request = {
    jobs: () =>
      folders.map((folder) => ({
        value: { folder, names: [], files: [], ...(pictures && { pictures }) } satisfies EditionJob,
        diagnostics: [],
      })),
    templates: new Map<string, string>(),
    assets: [],
    earlier: { paths: Object.keys(earlier), text: (path: string) => earlier[path] },
    made: () => undefined,
    ...makers,
  };
  for await (const event of buildArchive(request, stages)) {
    events.push(event);
    see?.(event);
  }
  const editions = events.filter((event): event is EditionEvent => event.kind === "edition");
  const files = new Map(
    events.flatMap((event) =>
      event.kind === "file"
        ? [[event.file.path, "content" in event.file ? event.file.content : event.file.copyOf]]
        : [],
    ),
  );
  return {
    events,
    states: editions.map(({ folder, state }) => `${folder} ${state}`),
    codes: editions.map(({ diagnostics }) => diagnostics.map(({ code }) => code)),
    files,
    kept: events.flatMap((event) => (event.kind === "keep" ? [event.path] : [])),
  };
}

describe("a fault in one edition", () => {
  it.each([
    "layOutEdition",
    "sketchUnits",
    "repairEdition",
    "assembleEdition",
    "reviewEdition",
    "renderEdition",
    "publishEdition",
  ] as const)("in %s leaves the others built, and no link to the lost one", async (stage) => {
    const { states, codes, files } = await run(bugIn("2", stage), ["1", "2", "3"]);
    expect(states).toEqual(["1 built", "2 failed", "3 built"]);
    expect(codes).toEqual([[], ["JL6200"], []]);
    expect(files.get("index.html")).toBe("paper/1 paper/3");
    expect(files.get("paper/1/index.html")).toBe("paper/1 paper/3");
    expect(files.has("paper/2/index.html")).toBe(false);
  });

  it("keeps it findable where it was published before, by the texts that stand there", async () => {
    const standing = [summaryFile(summary("paper/2")), ...writeTexts(texts("paper/2"))];
    const earlier = Object.fromEntries(standing.map(({ path, content }) => [path, String(content)]));
    const { states, files } = await run(bugIn("2", "reviewEdition"), ["1", "2", "3"], earlier);
    expect(states).toEqual(["1 built", "2 kept", "3 built"]);
    const words = String(files.get("search/words-000.js"));
    for (const word of ["paper1", "paper2", "paper3"]) expect(words).toContain(`"${word}"`);
    expect(String(files.get("search/editions.js"))).toContain('"paper/2"');
    // The same words, from wherever they were read: the index does not tell how an edition came into it.
    const whole = await run(withStages({}), ["1", "2", "3"]);
    expect(files.get("search/words-000.js")).toBe(whole.files.get("search/words-000.js"));
  });

  it("takes no damaged texts into the index", async () => {
    const earlier = {
      "paper/2/summary.json": String(summaryFile(summary("paper/2")).content),
      "paper/2/texts-1.js": 'jumplineTake("paper/2/texts-1.js",[{"file":1}]);\n',
    };
    const { states, codes, files } = await run(bugIn("2", "reviewEdition"), ["1", "2"], earlier);
    expect(states).toEqual(["1 built", "2 kept"]);
    expect(codes[1]).toEqual(["JL6200", "JL6203", "JL6206"]);
    expect(String(files.get("search/editions.js"))).not.toContain("paper/2");
  });

  it("keeps what was published of it before, and its place in the archive", async () => {
    const { path, content } = summaryFile(summary("paper/2"));
    const { states, codes, files, kept } = await run(bugIn("2", "renderEdition"), ["1", "2"], {
      [path]: String(content),
    });
    expect(states).toEqual(["1 built", "2 kept"]);
    expect(codes[1]).toEqual(["JL6200", "JL6203", "JL6206"]);
    expect(kept).toEqual(["paper/2"]);
    expect(files.get("index.html")).toBe("paper/1 paper/2");
  });

  it("before its address is known keeps every earlier edition that it may have been", async () => {
    const old = Object.fromEntries(
      ["paper/1", "paper/9"].map((path) => [
        `${path}/summary.json`,
        String(summaryFile(summary(path)).content),
      ]),
    );
    const stages = withStages({
      readEdition: (job: EditionJob) => {
        if (job.folder === "2") throw new Error("broken");
        return plain.readEdition(job);
      },
    });
    const { states, codes, kept, files } = await run(stages, ["1", "2"], old);
    expect(kept).toEqual(["paper/9"]);
    expect(states).toEqual(["paper/9 kept", "1 built", "2 failed"]);
    expect(codes).toEqual([["JL6204", "JL6206"], [], ["JL6200"]]);
    expect(files.get("index.html")).toBe("paper/1 paper/9");
  });
});

describe("the law of conservation", () => {
  const lost: Diagnostic = { code: "JL4999", severity: "error", place: { page: 1 }, details: {} };
  it.each([
    ["after assembly", 1],
    ["after review", 2],
  ])("broken %s stops that edition only", async (_when, nth) => {
    let asked = 0;
    const stages = withStages({ checkConservation: () => (++asked === nth ? [lost] : []) });
    const { states, codes } = await run(stages, ["1", "2"]);
    expect(states).toEqual(["1 failed", "2 built"]);
    expect(codes[0]).toEqual(["JL4999", "JL6201"]);
  });
});

it("two editions with one address: the second is named and not built", async () => {
  const stages = withStages({
    readEdition: (job: EditionJob) => ({ ...plain.readEdition({ ...job, folder: "same" }) }),
  });
  const { states, codes, files } = await run(stages, ["a", "b"]);
  expect(states).toEqual(["a built", "b failed"]);
  expect(codes).toEqual([[], ["JL6202"]]);
  expect(files.get("index.html")).toBe("paper/same");
});

it("an edition without text is not built", async () => {
  const stages = withStages({
    readEdition: (job: EditionJob) => {
      const { value } = plain.readEdition(job);
      return { value: { ...value, pages: [{ number: 1, blocks: [] }] }, diagnostics: [] };
    },
  });
  const { states, codes, files } = await run(stages, ["a"]);
  expect(states).toEqual(["a failed"]);
  expect(codes).toEqual([["JL6205"]]);
  expect(files.has("index.html")).toBe(false);
});

it("a summary comes back from its file, and a damaged one does not", () => {
  const { content } = summaryFile(summary("paper/2"));
  expect(parseSummary(String(content), "paper/2")).toEqual(summary("paper/2"));
  expect(parseSummary(String(content), "paper/3")).toBeUndefined();
  expect(parseSummary("{", "paper/2")).toBeUndefined();
  expect(parseSummary(undefined, "paper/2")).toBeUndefined();
});

describe("what other programs make of an edition", () => {
  const log: string[] = [];
  const stages = withStages({
    reviewEdition: (value: { info: { path: string } }) => {
      log.push(`${value.info.path} is decided`);
      return { value, diagnostics: [] };
    },
    renderSheets: () => ({}),
  });
  const makers = {
    see: (event: ArchiveEvent) => {
      if (event.kind === "edition") log.push(`${event.path} is given`);
    },
  };

  it("is made while the next edition is decided, and given before that of the next is begun", async () => {
    log.length = 0;
    const printPdf: PrintPdf = async ({ path }) => {
      log.push(`${path} is printed`);
      await new Promise((resolve) => setImmediate(resolve));
      return { exists: true, files: [], diagnostics: [] };
    };
    const { states } = await run(stages, ["1", "2", "3"], {}, { printPdf, ...makers });
    expect(states).toEqual(["1 built", "2 built", "3 built"]);
    expect(log).toEqual([
      "paper/1 is decided",
      "paper/1 is printed",
      "paper/2 is decided",
      "paper/1 is given",
      "paper/2 is printed",
      "paper/3 is decided",
      "paper/2 is given",
      "paper/3 is printed",
      "paper/3 is given",
    ]);
  });

  it("may end in a fault after the build was broken off, which nobody hears of", async () => {
    const unheard: unknown[] = [];
    const hear = (reason: unknown) => unheard.push(reason);
    process.on("unhandledRejection", hear);
    const pictures = [{ path: "1.jpg", from: "/1.jpg" }];
    const withScan = withStages({
      reviewEdition: (value: object) => ({
        value: { ...value, pages: [{ number: 1, scan: { file: "1.jpg" } }] },
        diagnostics: [],
      }),
    });
    const scaleScans = async () => {
      await new Promise((resolve) => setImmediate(resolve));
      throw new Error("stopped");
    };
    const see = (event: ArchiveEvent) => {
      if (event.kind === "begun" && event.folder === "2") throw new Error("broken off");
    };
    await expect(run(withScan, ["1", "2"], {}, { scaleScans, pictures, see })).rejects.toThrow("broken off");
    await new Promise((resolve) => setTimeout(resolve, 10));
    process.off("unhandledRejection", hear);
    expect(unheard).toEqual([]);
  });
});
