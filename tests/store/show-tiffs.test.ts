/** TIFF scans: what is made of each kind by sharp, what is said where nothing can be made, and that each is made once. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readEdition } from "../../src/read/index.js";
import { convertTiff, type NotShown, type Shown } from "../../src/store/convert-tiff.js";
import { loadJob } from "../../src/store/load-job.js";
import { convertInProcess, createTiffShower, type TiffShower } from "../../src/store/show-tiffs.js";
import { png, tiff } from "../made-picture.js";
import { type MadeTiff, madeTiff } from "../made-tiff.js";

type Decoder = (bytes: Uint8Array) => {
  raw(): Decoded;
  toColourspace(space: string): { raw(): Decoded };
};
interface Decoded {
  toBuffer(options: { resolveWithObject: true }): Promise<{
    data: Uint8Array;
    info: { width: number; channels: number };
  }>;
}
const sharp = await import("sharp" as string).then(
  ({ default: decode }) => decode as Decoder,
  () => undefined,
);
const without = sharp ? "" : " (skipped: sharp is not installed)";

const [width, height] = [64, 32];
/** The left half one colour, the right half another. */
function halves(left: readonly number[], right: readonly number[], bits = 8): Uint8Array {
  const samples: number[] = [];
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) samples.push(...(x < width / 2 ? left : right));
  return bits === 16
    ? new Uint8Array(new Uint16Array(samples.map((each) => 257 * each)).buffer)
    : Uint8Array.from(samples);
}
const sheet = (more: Partial<MadeTiff> = {}): MadeTiff => ({
  width,
  height,
  photometric: 1,
  pixels: halves([20], [200]),
  ...more,
});
const bilevel = Uint8Array.from({ length: (width / 8) * height }, (_, index) => (index % 8 < 4 ? 0 : 255));

/** The colours of what was made, at places given in shares of it. */
async function look(file: Uint8Array, ...places: readonly (readonly [x: number, y: number])[]) {
  const made = await convertTiff(file);
  if (!("bytes" in made)) throw new Error(JSON.stringify(made));
  const { data, info } = await (sharp as Decoder)(made.bytes)
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true });
  const colours = places.map(([x, y]) => {
    const at = (Math.floor(y * made.height) * info.width + Math.floor(x * made.width)) * info.channels;
    return [...data.subarray(at, at + 3)];
  });
  return { ...made, colours };
}
const near = (found: readonly number[] | undefined, wanted: readonly number[], slack = 4): void => {
  for (const [index, value] of wanted.entries())
    expect(Math.abs((found?.[index] ?? -1000) - value), `${found} for ${wanted}`).toBeLessThanOrEqual(slack);
};

describe.skipIf(!sharp)(`a TIFF${without}`, () => {
  const left = [0.1, 0.1] as const;
  const right = [0.9, 0.9] as const;

  it("comes as it looks, of any depth and colours", async () => {
    const grey = [
      [20, 20, 20],
      [200, 200, 200],
    ] as const;
    const cases: readonly (readonly [string, MadeTiff, readonly number[], readonly number[], number?])[] = [
      ["grey", sheet(), grey[0], grey[1]],
      ["grey, 16 bits", sheet({ bits: 16, pixels: halves([20], [200], 16) }), grey[0], grey[1]],
      ["white is zero", sheet({ photometric: 0 }), [235, 235, 235], [55, 55, 55]],
      ["black and white", sheet({ bits: 1, pixels: bilevel }), [0, 0, 0], [255, 255, 255]],
      ["white and black", sheet({ bits: 1, photometric: 0, pixels: bilevel }), [255, 255, 255], [0, 0, 0]],
      [
        "colours, 16 bits",
        sheet({ bits: 16, samples: 3, photometric: 2, pixels: halves([200, 20, 20], [20, 20, 200], 16) }),
        [200, 20, 20],
        [20, 20, 200],
      ],
      [
        "see-through",
        sheet({ samples: 4, extra: 2, photometric: 2, pixels: halves([0, 0, 0, 0], [0, 0, 0, 128]) }),
        [255, 255, 255],
        [127, 127, 127],
      ],
      [
        // Without a profile of its own: ink is no exact colour.
        "CMYK",
        sheet({ samples: 4, photometric: 5, pixels: halves([0, 0, 0, 255], [0, 255, 255, 0]) }),
        [20, 10, 10],
        [230, 10, 10],
        30,
      ],
    ];
    for (const [name, made, one, other, slack] of cases) {
      const seen = await look(madeTiff(made), left, right);
      expect([seen.width, seen.height], name).toEqual([width, height]);
      near(seen.colours[0], one, slack);
      near(seen.colours[1], other, slack);
    }
  });

  it("stands upright, whatever way it was scanned", async () => {
    // White in the first quarter of what is stored, top left, and a grey one to its right: no two ways look alike.
    const pixels = Uint8Array.from({ length: width * height }, (_, index) => {
      const [x, y] = [index % width, Math.floor(index / width)];
      return y >= height / 2 ? 0 : x < width / 2 ? 255 : 128;
    });
    // Where row 0 and column 0 are to be seen, by the TIFF standard: the corner of white, then of grey.
    const corners = [
      ["top left", "top right"],
      ["top right", "top left"],
      ["bottom right", "bottom left"],
      ["bottom left", "bottom right"],
      ["top left", "bottom left"],
      ["top right", "bottom right"],
      ["bottom right", "top right"],
      ["bottom left", "top left"],
    ];
    const places = {
      "top left": [0.2, 0.2],
      "top right": [0.8, 0.2],
      "bottom left": [0.2, 0.8],
      "bottom right": [0.8, 0.8],
    } as const;
    const names = Object.keys(places) as (keyof typeof places)[];
    for (const [index, [white, grey]] of corners.entries()) {
      const seen = await look(madeTiff(sheet({ pixels, orientation: index + 1 })), ...Object.values(places));
      expect([seen.width, seen.height]).toEqual(index < 4 ? [width, height] : [height, width]);
      const where = (value: number) =>
        names.filter((_, at) => Math.abs((seen.colours[at]?.[0] ?? -100) - value) < 20);
      expect([where(255), where(128)], `${index + 1}`).toEqual([[white], [grey]]);
    }
  });

  it("is its first page, no larger than browsers show, and never made larger", async () => {
    const second = sheet({ width: 32, pixels: new Uint8Array(32 * height) });
    expect(await look(madeTiff(sheet(), second))).toMatchObject({ width, height });
    const wide = await look(
      madeTiff(sheet({ width: 8000, height: 2000, pixels: new Uint8Array(16_000_000) })),
    );
    expect([wide.width, wide.height]).toEqual([4000, 1000]);
  });

  it("is a PNG where it was black and white and that is smaller, and the same bytes each time", async () => {
    const lines = Uint8Array.from({ length: 100 * 800 }, (_, index) =>
      Math.floor(index / 100) % 7 ? 255 : 0x5a,
    );
    const file = madeTiff(sheet({ width: 800, height: 800, bits: 1, pixels: lines }));
    const [one, other] = [await look(file), await look(file)];
    expect(one.kind).toBe("png");
    expect(Buffer.compare(one.bytes, other.bytes)).toBe(0);
    expect((await look(madeTiff(sheet()))).kind).toBe("webp");
  });

  it("gives no picture where it is damaged or beyond any scan, and a reason", async () => {
    const whole = madeTiff(sheet());
    const large = sheet({ width: 60_000, height: 60_000, pixels: new Uint8Array(5) });
    const broken = [
      tiff(),
      whole.subarray(0, 900),
      madeTiff(sheet({ pixels: new Uint8Array(5) })),
      madeTiff(sheet({ width: 0 })),
      madeTiff(sheet({ width: 2 ** 32 - 1, height: 2 ** 32 - 1 })),
    ];
    for (const file of broken) expect(await convertTiff(file)).toEqual({ fault: expect.stringMatching(/./) });
    expect(await convertTiff(madeTiff(large))).toEqual({ large: "60000 × 60000 pixels" });
  });
});

describe("TIFFs of an edition", () => {
  let root = "";
  let shower: TiffShower | undefined;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "jumpline-tiffs-"));
  });
  afterEach(() => {
    shower?.close();
    rmSync(root, { recursive: true, force: true });
  });
  const put = (files: Readonly<Record<string, string | Uint8Array>>): void => {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(root, name), content);
  };
  /** A maker that only notes what it was asked for. */
  const plant = (answer: Shown | NotShown, options: { kept?: number } = {}): string[] => {
    const asked: string[] = [];
    shower?.close();
    shower = createTiffShower({
      ...options,
      convert: async (from, to) => {
        asked.push(from.slice(root.length + 1));
        if ("kind" in answer) writeFileSync(to, "made of it");
        return answer;
      },
    });
    return asked;
  };
  const shown: Shown = { kind: "webp", width: 40, height: 50 };
  async function read() {
    const { value: job } = await loadJob(root, shower ? { tiffs: shower } : {});
    const { value, diagnostics } = readEdition(job);
    return {
      job,
      scans: value.pages.map(({ scan }) => scan && `${scan.file} ${scan.kind} ${scan.width}x${scan.height}`),
      said: diagnostics
        .filter(({ code }) => /^JL(1038|1039|601\d)$/.test(code))
        .map(({ code, severity, place, details }) => ({ code, severity, place, details })),
    };
  }

  it("are shown as what was made of them, once, under the scan's own name", async () => {
    const asked = plant(shown);
    put({ "page-01.txt": "One", "page-01.tif": tiff() });
    const { scans, said, job } = await read();
    expect(scans).toEqual(["page-01.tif webp 40x50"]);
    expect(said).toEqual([]);
    expect(readFileSync(job.pictures?.[0]?.from ?? "", "utf8")).toBe("made of it");
    await read();
    expect(asked).toEqual(["page-01.tif"]);
    put({ "page-01.tif": madeTiff(sheet()) });
    await read();
    expect(asked).toHaveLength(2);
    expect(readFileSync(join(root, "page-01.tif")).equals(madeTiff(sheet()))).toBe(true);
  });

  it("are left alone where a page has a picture that browsers show", async () => {
    const asked = plant(shown);
    put({ "page-01.txt": "One", "page-01.tif": tiff(), "page-01.png": png(4, 5), "photo.tif": tiff() });
    expect((await read()).scans).toEqual(["page-01.png png 4x5"]);
    expect(asked).toEqual([]);
  });

  it("are said where they are broken or too large, each with its page", async () => {
    put({ "page-01.txt": "One", "page-01.tif": tiff(), "page-02.txt": "Two", "page-02.png": png(4, 5) });
    plant({ fault: "it breaks off" });
    expect(await read()).toMatchObject({
      scans: [undefined, "page-02.png png 4x5"],
      said: [
        {
          code: "JL6014",
          severity: "warning",
          place: { file: `${root}/page-01.tif` },
          details: { number: 1, reason: "it breaks off" },
        },
      ],
    });
    plant({ large: "60000 × 60000 pixels" });
    expect((await read()).said).toMatchObject([
      { code: "JL6015", details: { reason: "60000 × 60000 pixels" } },
    ]);
  });

  it("are said once where sharp is not here, and tried once", async () => {
    const asked = plant({ absent: "it is not installed" });
    put({ "page-01.txt": "One", "page-01.tif": tiff(), "page-02.txt": "Two", "page-02.tif": tiff() });
    expect((await read()).said).toMatchObject([
      { code: "JL6013", severity: "info", details: { count: 2, reason: "it is not installed" } },
    ]);
    expect(asked).toHaveLength(1);
  });

  it("are forgotten, oldest first, where they come to too much, but none of the last two editions", async () => {
    plant(shown, { kept: 15 });
    put({ a: "1", b: "2", c: "3", d: "4" });
    const of = async (name: string) => {
      const made = await shower?.show(join(root, name));
      return made && "from" in made ? made.from : "";
    };
    shower?.beginEdition();
    const [a, b] = [await of("a"), await of("b")];
    expect([a, b].map((file) => existsSync(file))).toEqual([true, true]);
    shower?.beginEdition();
    const c = await of("c");
    expect([a, b, c].map((file) => existsSync(file))).toEqual([true, true, true]);
    shower?.beginEdition();
    const d = await of("d");
    expect([a, b, c, d].map((file) => existsSync(file))).toEqual([false, false, true, true]);
    shower?.close();
    expect(existsSync(dirname(d))).toBe(false);
  });

  it("cost no more than their own process where a decoder crashes, hangs or says nothing", async () => {
    const run = (script: string, patience = 60_000) => {
      put({ "script.mjs": script });
      return convertInProcess(pathToFileURL(join(root, "script.mjs")), "from", "to", patience);
    };
    expect(await run("process.kill(process.pid, 'SIGSEGV')")).toEqual({
      fault: "what reads it broke off (SIGSEGV)",
    });
    expect(await run("process.exit(3)")).toEqual({ fault: "what reads it broke off (3)" });
    expect(await run("setInterval(() => {}, 1000)", 500)).toEqual({
      fault: "what reads it took longer than 0.5 s",
    });
    expect(
      await run("process.send({ kind: 'webp', width: 1, height: 2 }, () => process.disconnect())"),
    ).toEqual({ kind: "webp", width: 1, height: 2 });
    expect(readdirSync(root)).toEqual(["script.mjs"]);
  });
});
