/** Smaller pictures of scans: their sizes and weights, the same bytes each time, made once, and what is said where none can be made. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ScaledScans } from "../../src/model/job.js";
import type { ScanOrder } from "../../src/model/picture.js";
import { runApart } from "../../src/store/run-apart.js";
import { beginSite } from "../../src/store/save-site.js";
import type { Scaled, ScaleOrder } from "../../src/store/scans/scale-scan.js";
import { scaleScanFile } from "../../src/store/scans/scale-scan-file.js";
import { createScanScaler, type ScalerOptions } from "../../src/store/scans/scan-scaler.js";
import { jpeg, png } from "../made-picture.js";

interface Maker {
  jpeg(options: { quality: number }): Maker;
  withMetadata(options: { orientation: number }): Maker;
  toBuffer(): Promise<Buffer>;
  metadata(): Promise<{ width: number; height: number; format: string }>;
}
type Sharp = (from: Uint8Array, options?: object) => Maker;
const sharp = await import("sharp" as string).then(
  ({ default: made }) => made as Sharp,
  () => undefined,
);

/** Noise, which no encoder makes small; the same each time. */
function noise(width: number, height: number, orientation = 1): Promise<Buffer> {
  const pixels = Buffer.alloc(width * height);
  let state = 1;
  for (let at = 0; at < pixels.length; at += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    pixels[at] = state >>> 24;
  }
  return (sharp as Sharp)(pixels, { raw: { width, height, channels: 1 } })
    .jpeg({ quality: 85 })
    .withMetadata({ orientation })
    .toBuffer();
}

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "jumpline-scale-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const edition = { path: "post/1891-02-17", folder: "editions/post", tiles: false };
function orderOf(bytes: Uint8Array, size: { width: number; height: number }, takesBoxes = false): ScanOrder {
  const from = join(root, "scan");
  writeFileSync(from, bytes);
  return { page: 1, from, scan: { file: "pages/1.jpg", kind: "jpeg", ...size, takesBoxes } };
}
const folder = (name: string): string => {
  const made = join(root, name);
  mkdirSync(made);
  return made;
};
const scaled = async (order: Partial<ScaleOrder>): Promise<Scaled> => {
  const made = await scaleScanFile({
    from: join(root, "scan"),
    to: "",
    asStored: false,
    tiles: false,
    ...order,
  });
  if (!("thumb" in made)) throw new Error(JSON.stringify(made));
  return made;
};

describe.skipIf(!sharp)("smaller pictures of a scan", () => {
  it("have the sizes that are said, and the one for reading is light whatever the scan is", async () => {
    orderOf(await noise(1300, 700), { width: 1300, height: 700 });
    const to = folder("a");
    const made = await scaled({ to });
    // Noise cannot be made as small as print: the lightest that there is.
    expect(made).toEqual({
      thumb: { width: 200, height: 108 },
      small: { width: 800, height: 431 },
      read: { width: 1200, height: 646 },
      whole: { width: 1300, height: 700 },
    });
    for (const name of ["thumb", "small", "read"] as const) {
      const about = await (sharp as Sharp)(readFileSync(join(to, `${name}.webp`))).metadata();
      expect({ width: about.width, height: about.height }).toEqual(made[name]);
      expect(about.format).toBe("webp");
    }
  });

  it("have one for reading of a wide scan that is light", async () => {
    orderOf(png(3200, 1600), { width: 3200, height: 1600 });
    const to = folder("a");
    const made = await scaled({ to });
    expect(made.read).toEqual({ width: 1600, height: 800 });
    expect(statSync(join(to, "read.webp")).size).toBeLessThanOrEqual(270_000);
  });

  it("leave out what the scan itself does as well", async () => {
    orderOf(png(700, 900), { width: 700, height: 900 });
    expect(await scaled({ to: folder("a") })).toEqual({
      thumb: { width: 200, height: 257 },
      whole: { width: 700, height: 900 },
    });
  });

  it("stand upright as the scan is seen, but as it is stored where boxes lie on it", async () => {
    orderOf(await noise(900, 600, 6), { width: 900, height: 600 });
    const upright = await scaled({ to: folder("a") });
    expect(upright.thumb).toEqual({ width: 200, height: 300 });
    expect(upright.whole).toEqual({ width: 600, height: 900 });
    const stored = await scaled({ to: folder("b"), asStored: true });
    expect(stored.thumb).toEqual({ width: 200, height: 133 });
    expect([stored.turned, stored.read]).toEqual([true, { width: 900, height: 600 }]);
  });

  it("have a JPEG for the cover of a book where one is wanted, light too, and none that must be turned", async () => {
    orderOf(png(3000, 4000), { width: 3000, height: 4000 });
    const to = folder("a");
    expect((await scaled({ to, cover: true })).cover).toEqual({ width: 1000, height: 1333 });
    const about = await (sharp as Sharp)(readFileSync(join(to, "cover.jpg"))).metadata();
    expect([about.format, about.width, about.height]).toEqual(["jpeg", 1000, 1333]);
    expect(statSync(join(to, "cover.jpg")).size).toBeLessThanOrEqual(200_000);
    expect((await scaled({ to: folder("b") })).cover).toBeUndefined();
    orderOf(await noise(900, 600, 6), { width: 900, height: 600 });
    expect((await scaled({ to: folder("c"), cover: true })).cover).toEqual({ width: 600, height: 900 });
    expect((await scaled({ to: folder("d"), cover: true, asStored: true })).cover).toBeUndefined();
  });

  it("are the same bytes each time, tiles too", async () => {
    orderOf(await noise(1100, 300), { width: 1100, height: 300 });
    const [a, b] = [folder("a"), folder("b")];
    expect(await scaled({ to: a, tiles: true })).toEqual(await scaled({ to: b, tiles: true }));
    const files = (place: string) =>
      readdirSync(place, { recursive: true, encoding: "utf8" })
        .filter((name) => statSync(join(place, name)).isFile())
        .sort();
    expect(files(a)).toEqual(files(b));
    expect(files(a).length).toBeGreaterThan(5);
    for (const name of files(a))
      expect(readFileSync(join(a, name)).equals(readFileSync(join(b, name)))).toBe(true);
  });

  it("are refused of what is damaged, cut off, huge, or no picture, each with its reason", async () => {
    const whole = await noise(400, 300);
    const cases: readonly [bytes: Uint8Array, reason: RegExp][] = [
      [jpeg(500, 700), /./],
      [whole.subarray(0, whole.length / 2), /./],
      // Its head says 40,000 by 40,000.
      [
        Buffer.concat([
          png(8, 8).subarray(0, 16),
          Buffer.from([0, 0, 0x9c, 0x40, 0, 0, 0x9c, 0x40]),
          png(8, 8).subarray(24),
        ]),
        /./,
      ],
      [Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"), /neither JPEG, PNG nor WebP/],
    ];
    for (const [at, [bytes, reason]] of cases.entries()) {
      writeFileSync(join(root, "scan"), bytes);
      const to = folder(`c${at}`);
      const made = await scaleScanFile({ from: join(root, "scan"), to, asStored: false, tiles: true });
      expect("fault" in made ? made.fault : made, `case ${at}`).toMatch(reason);
    }
    const missing = await scaleScanFile({
      from: join(root, "none"),
      to: root,
      asStored: false,
      tiles: false,
    });
    expect(missing).toEqual({ fault: "ENOENT" });
  });
});

describe.skipIf(!sharp)("an edition's scans", () => {
  let runs = 0;
  const counted: NonNullable<ScalerOptions["run"]> = (order) => {
    runs += 1;
    return scaleScanFile(order);
  };
  /** One build: what was made is saved as a site. */
  async function build(order: ScanOrder, tiles = false): Promise<ScaledScans> {
    runs = 0;
    const site = beginSite(join(root, "site"));
    const scaler = createScanScaler({ standing: site, run: counted });
    const made = await scaler.scale({ ...edition, tiles }, [order]);
    for (const file of made.files) site.put(file);
    site.commit();
    scaler.close();
    return made;
  }

  it("are made once, and taken from the standing site while the scan and the wish are the same", async () => {
    const order = orderOf(png(1300, 1700), { width: 1300, height: 1700 });
    const first = await build(order, true);
    expect(runs).toBe(1);
    const again = await build(order, true);
    expect(runs).toBe(0);
    expect(again.sizes).toEqual(first.sizes);
    expect(again.files.map(({ path }) => path)).toEqual(first.files.map(({ path }) => path));
    await build(order, false);
    expect(runs).toBe(1);
    writeFileSync(order.from, png(1301, 1700));
    await build(order, false);
    expect(runs).toBe(1);
  });

  it("are made again where somebody changed a picture or a tile of the standing site", async () => {
    const order = orderOf(png(1300, 1700), { width: 1300, height: 1700 });
    await build(order, true);
    const at = (name: string): string => join(root, "site", edition.path, name);
    writeFileSync(at("p1-thumb.webp"), "mine");
    await build(order, true);
    expect(runs).toBe(1);
    expect(readFileSync(at("p1-thumb.webp"), "latin1")).toMatch(/^RIFF/);
    rmSync(at("p1-tiles/full/max/0/default.jpg"));
    await build(order, true);
    expect(runs).toBe(1);
    writeFileSync(at("scan-sizes.json"), "{}");
    await build(order, true);
    expect(runs).toBe(1);
  });

  it("give the bytes of the cover, made or taken from the standing site", async () => {
    const order = { ...orderOf(png(300, 400), { width: 300, height: 400 }), cover: true as const };
    const { cover, sizes } = await build(order);
    expect([...(cover ?? []).slice(0, 3)]).toEqual([0xff, 0xd8, 0xff]);
    expect(sizes.get(1)?.cover).toEqual({ file: "cover.jpg", width: 300, height: 400 });
    const again = await build(order);
    expect(runs).toBe(0);
    expect(again.cover).toEqual(cover);
    const { cover: none, sizes: plain } = await build({ ...order, cover: undefined } as unknown as ScanOrder);
    expect([runs, none, plain.get(1)?.cover]).toEqual([1, undefined, undefined]);
  });

  it("are asked for again in one build without being made again", async () => {
    runs = 0;
    const order = orderOf(png(300, 400), { width: 300, height: 400 });
    const scaler = createScanScaler({ run: counted });
    const first = await scaler.scale(edition, [order]);
    const again = await scaler.scale(edition, [order]);
    scaler.close();
    expect(runs).toBe(1);
    expect(again.sizes).toEqual(first.sizes);
  });

  it("say how many files their tiles are, and warn once where a site gets too many", async () => {
    const scaler = createScanScaler({
      run: async ({ to }) => {
        writeFileSync(join(to, "thumb.webp"), "");
        mkdirSync(join(to, "tiles"));
        const tiles = { tile: 1024, scaleFactors: [1], sizes: [{ width: 9, height: 12 }], count: 7999 };
        return { thumb: { width: 2, height: 3 }, whole: { width: 9000, height: 12_000 }, tiles };
      },
    });
    const said: (readonly [string, unknown])[][] = [];
    for (const page of [1, 2, 3]) {
      const order = { ...orderOf(png(3, 4), { width: 3, height: 4 }), page };
      const { diagnostics } = await scaler.scale({ ...edition, path: `post/${page}`, tiles: true }, [order]);
      said.push(diagnostics.map(({ code, details }) => [code, details.count] as const));
    }
    scaler.close();
    expect(said).toEqual([
      [["JL6018", 8000]],
      [
        ["JL6018", 8000],
        ["JL6019", 16_000],
      ],
      [["JL6018", 8000]],
    ]);
  });
});

describe("without sharp, or with a scan that nothing can be made of", () => {
  const order = () => orderOf(png(30, 40), { width: 30, height: 40 });

  it("nothing is made, and that is said once and calmly", async () => {
    const scaler = createScanScaler({ run: async () => ({ absent: "it is not installed" }) });
    const first = await scaler.scale(edition, [order()]);
    expect(first.sizes.size + first.files.length).toBe(0);
    expect(first.diagnostics).toEqual([
      {
        code: "JL6016",
        severity: "info",
        place: { file: "editions/post" },
        details: { reason: "it is not installed" },
      },
    ]);
    expect((await scaler.scale({ ...edition, path: "post/2" }, [order()])).diagnostics).toEqual([]);
    scaler.close();
  });

  it("names the page and the reason of a fault, and goes on with the other pages", async () => {
    const scaler = createScanScaler({ version: "0", run: async () => ({ fault: "it is cut off" }) });
    const { diagnostics } = await scaler.scale(edition, [order(), { ...order(), page: 2 }]);
    scaler.close();
    expect(diagnostics.map(({ code, severity, details }) => [code, severity, details.number])).toEqual([
      ["JL6017", "warning", 1],
      ["JL6017", "warning", 2],
    ]);
  });

  it("loses no more than a process to a decoder that crashes or hangs", async () => {
    const run = (script: string, patience: number) => {
      writeFileSync(join(root, "script.mjs"), script);
      return runApart(pathToFileURL(join(root, "script.mjs")), {}, patience);
    };
    expect(await run("process.kill(process.pid, 'SIGSEGV')", 60_000)).toEqual({
      fault: "what reads it broke off (SIGSEGV)",
    });
    expect(await run("setInterval(() => {}, 1000)", 500)).toEqual({
      fault: "what reads it took longer than 0.5 s",
    });
  });
});
