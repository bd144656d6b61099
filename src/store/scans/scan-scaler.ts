/**
 * Makes smaller pictures of an edition's scans, for one build: each in a process of its own, into a folder for what is
 * temporary, some at a time. What the standing site has of the same bytes by the same recipe is taken from there.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { coverFile, scanSizesFile, tilesFolder } from "../../model/address.js";
import type { Diagnostic } from "../../model/diagnostic.js";
import type { CopiedFile, ScaleScans } from "../../model/job.js";
import type { ScanOrder, ScanSizes } from "../../model/picture.js";
import { sumOfFile } from "../copy-file.js";
import { versionOfSharp } from "../load-sharp.js";
import { runApart } from "../run-apart.js";
import { inTurns } from "./in-turns.js";
import { filesOf, sizesOf } from "./made-files.js";
import { recipeWord } from "./recipe.js";
import {
  type RecordedScan,
  readRecord,
  recordText,
  reuse,
  type StandingSite,
  sumOfTiles,
} from "./recorded-scans.js";
import type { NotScaled, Scaled, ScaleOrder } from "./scale-scan.js";
import { scaleScanFile } from "./scale-scan-file.js";

export interface ScanScaler {
  readonly scale: ScaleScans;
  /** Ends what is in work and deletes what was made. */
  close(): void;
}

export interface ScalerOptions {
  /** The site as it stands; nothing is reused without it. */
  readonly standing?: StandingSite;
  /** What makes the pictures; where it is absent, none are made. */
  readonly version?: string;
  readonly run?: (order: ScaleOrder, signal: AbortSignal) => Promise<Scaled | NotScaled>;
}

/** Milliseconds for one scan; one of 280 million pixels takes some ten seconds, its tiles a minute. */
const patience = { sizes: 2 * 60 * 1000, tiles: 10 * 60 * 1000 };
/** Each takes the memory of one scan. */
const mostAtOnce = 4;
/** The free plans of some hosts take 20,000 files. */
const manyFiles = 15_000;

function runInProcess(order: ScaleOrder, signal: AbortSignal): Promise<Scaled | NotScaled> {
  // Run from TypeScript (in tests) there is no script to start.
  if (import.meta.url.endsWith(".ts")) return scaleScanFile(order);
  const script = new URL("./scale-scan-process.js", import.meta.url);
  return runApart(script, order, order.tiles ? patience.tiles : patience.sizes, signal);
}

interface Done {
  /** Of the scan's bytes. */
  readonly source: string;
  readonly record?: RecordedScan;
  readonly files: readonly CopiedFile[];
  readonly problem?: NotScaled;
}

export function createScanScaler({
  standing,
  version = versionOfSharp(),
  run = runInProcess,
}: ScalerOptions = {}): ScanScaler {
  const stopping = new AbortController();
  let folder: string | undefined;
  let count = 0;
  let saidAbsent = false;
  let tileFiles = 0;
  let saidMany = false;
  /** Of this build, by address: asked for again, the files were given before. */
  const done = new Map<string, RecordedScan>();

  async function make(order: ScanOrder, source: string, recipe: string, edition: Edition): Promise<Done> {
    folder ??= mkdtempSync(join(tmpdir(), "jumpline-scans-made-"));
    count += 1;
    const to = join(folder, `${count}`);
    mkdirSync(to);
    const { from, cover } = order;
    const asked = {
      from,
      to,
      asStored: order.scan.takesBoxes,
      tiles: edition.tiles,
      ...(cover && { cover }),
    };
    const made = await run(asked, stopping.signal);
    if (!("thumb" in made)) return { source, files: [], problem: made };
    const plain = filesOf(order.page, made);
    const files = plain.map(({ file, made: name }) => ({
      path: `${edition.path}/${file}`,
      copyOf: join(to, name),
    }));
    const sums = files.map(({ copyOf }) => sumOfFile(copyOf));
    const names = made.tiles ? tilesIn(join(to, "tiles")) : [];
    const record: RecordedScan = {
      page: order.page,
      source,
      recipe,
      made,
      sums,
      ...(made.tiles ? { tiles: sumOfTiles(names, (name) => readFileSync(join(to, "tiles", name))) } : {}),
    };
    const cut = names.map((name) => ({
      path: `${edition.path}/${tilesFolder(order.page)}/${name}`,
      copyOf: join(to, "tiles", name),
    }));
    return { source, record, files: [...files, ...cut] };
  }

  async function scaleOne(
    order: ScanOrder,
    edition: Edition,
    before: ReadonlyMap<number, RecordedScan>,
  ): Promise<Done> {
    const source = sumOfFile(order.from).sha256;
    const recipe = [
      recipeWord(version ?? ""),
      ...(order.scan.takesBoxes ? ["stored"] : []),
      ...(edition.tiles ? ["tiles"] : []),
      ...(order.cover ? ["cover"] : []),
    ].join("-");
    const isSame = (each: RecordedScan | undefined): each is RecordedScan =>
      each?.source === source && each.recipe === recipe;
    const earlier = done.get(`${edition.path}/${order.page}`);
    if (isSame(earlier)) return { source, record: earlier, files: [] };
    const known = before.get(order.page);
    const files = standing && isSame(known) ? reuse(known, edition.path, standing) : undefined;
    return files && known ? { source, record: known, files } : make(order, source, recipe, edition);
  }

  const scale: ScaleScans = async (edition, orders) => {
    if (orders.length === 0) return { sizes: new Map(), sums: new Map(), files: [], diagnostics: [] };
    // What was made of the edition before was taken over.
    if (folder !== undefined)
      for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
    const before = readRecord(standing?.previous(`${edition.path}/${scanSizesFile}`));
    const work = (order: ScanOrder): Promise<Done> =>
      version === undefined
        ? Promise.resolve({
            source: sumOfFile(order.from).sha256,
            files: [],
            problem: { absent: "it is not installed" },
          })
        : scaleOne(order, edition, before);
    const results = await inTurns(orders, Math.min(mostAtOnce, availableParallelism()), work);
    const sizes = new Map<number, ScanSizes>();
    const diagnostics: Diagnostic[] = [];
    const records: RecordedScan[] = [];
    orders.forEach(({ page, scan }, at) => {
      const { record, problem } = results[at] as Done;
      if (record) {
        records.push(record);
        done.set(`${edition.path}/${page}`, record);
        sizes.set(page, sizesOf(page, scan, record.made));
      } else if (problem) diagnostics.push(...tell(problem, edition, page, scan.file));
    });
    diagnostics.push(...tellTiles(edition, records));
    const files = results.flatMap((each) => each.files);
    const cover = files.find(({ path }) => path === `${edition.path}/${coverFile}`);
    const sums = new Map(orders.map(({ page }, at) => [page, (results[at] as Done).source]));
    const kept = { path: `${edition.path}/${scanSizesFile}`, content: recordText(records) };
    return {
      sizes,
      sums,
      ...(cover ? { cover: readFileSync(cover.copyOf) } : {}),
      files: records.length > 0 ? [...files, kept] : files,
      diagnostics,
    };
  };

  function tell(problem: NotScaled, edition: Edition, page: number, file: string): Diagnostic[] {
    if ("fault" in problem)
      return [
        {
          code: "JL6017",
          severity: "warning",
          place: { file },
          details: { number: page, reason: problem.fault },
        },
      ];
    if (saidAbsent) return [];
    saidAbsent = true;
    const details = { reason: problem.absent };
    return [{ code: "JL6016", severity: "info", place: { file: edition.folder }, details }];
  }

  function tellTiles(edition: Edition, records: readonly RecordedScan[]): Diagnostic[] {
    // With the info.json of each.
    const files = records.reduce((sum, { made }) => sum + (made.tiles ? made.tiles.count + 1 : 0), 0);
    if (files === 0) return [];
    tileFiles += files;
    const place = { file: edition.folder };
    const said: Diagnostic[] = [{ code: "JL6018", severity: "info", place, details: { count: files } }];
    if (tileFiles > manyFiles && !saidMany) {
      saidMany = true;
      said.push({ code: "JL6019", severity: "warning", place, details: { count: tileFiles } });
    }
    return said;
  }

  return {
    scale,
    close() {
      stopping.abort();
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
      folder = undefined;
    },
  };
}

type Edition = Parameters<ScaleScans>[0];

/** Paths of all files below a folder, with `/`, sorted. */
const tilesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
    )
    .sort();
