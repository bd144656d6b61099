/** Which scan becomes the cover, and where its bytes come from when an edition is rendered once more. */
import { expect, it } from "vitest";
import { scaleScans } from "../../src/build/scale-scans.js";
import type { ScaleScans } from "../../src/model/job.js";
import type { PageScan, ScanSizes } from "../../src/model/picture.js";
import { reviewed, sampleEdition } from "../build-fixture.js";

const plain = reviewed(sampleEdition());
const scanOf = (number: number): PageScan => ({
  file: `pages/${number}.jpg`,
  kind: "jpeg",
  width: 3,
  height: 4,
  takesBoxes: false,
});
const edition = {
  ...plain,
  pages: plain.pages.map((page) => ({ ...page, scan: scanOf(page.number) })).reverse(),
};
const pictures = edition.pages.map(({ scan }) => ({ path: scan.file, from: `/scans/${scan.file}` }));
const job = { folder: "a", files: [], pictures };
const picture = { file: "x", width: 3, height: 4 };
const withCover: ScanSizes = { thumbnail: picture, reading: [picture], cover: picture };
const scaler =
  (cover?: Uint8Array): ScaleScans =>
  async (_, orders) => ({
    sizes: new Map(
      orders.map((each) => [each.page, each.cover ? withCover : { ...withCover, cover: undefined }]),
    ) as never,
    sums: new Map(),
    ...(cover ? { cover } : {}),
    files: [],
    diagnostics: [],
  });

it("asks for a cover of the first page only, whatever order the pages are in", async () => {
  const asked: unknown[] = [];
  const scale: ScaleScans = async (to, orders) => {
    asked.push(...orders.map(({ page, cover }) => [page, cover]));
    return scaler()(to, orders);
  };
  await scaleScans(job, edition, scale, false, () => undefined);
  expect(asked).toEqual(edition.pages.map(({ number }) => [number, number === 1 ? true : undefined]));
  expect(asked.length).toBeGreaterThan(1);
});

it("takes its bytes as they were made, else from what was given before in this build, else there is none", async () => {
  const [made, before] = [new Uint8Array([1]), new Uint8Array([2])];
  const given = (path: string) => (path === `${edition.info.path}/cover.jpg` ? before : undefined);
  const coverOf = async (scale: ScaleScans, from: typeof given) =>
    (await scaleScans(job, edition, scale, false, from)).edition.cover;
  expect(await coverOf(scaler(made), given)).toBe(made);
  expect(await coverOf(scaler(), given)).toBe(before);
  expect(await coverOf(scaler(), () => undefined)).toBeUndefined();
});
