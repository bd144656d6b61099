/** Pages as they lie on scans: two side by side, turned by a degree; and blocks whose order the source does not tell. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chainLines } from "../../../src/layout/chain-lines.js";
import { frameOf } from "../../../src/layout/frame.js";
import { layOutEdition, layOutPage } from "../../../src/layout/index.js";
import { leavesOf } from "../../../src/layout/zones/leaves.js";
import { skewOf } from "../../../src/layout/zones/skew.js";
import type { ReadEdition } from "../../../src/model/edition.js";
import { type Box, linesOf, type Page } from "../../../src/model/page.js";
import { column, heading, printedPage, step } from "../printed-page.js";

const labels = (page: Page): string[] => linesOf(page).map(({ text }) => text.split(" ")[0] ?? "");
const withBoxes = (page: Page, change: (box: Box) => Box, parts: Partial<Page> = {}): Page => ({
  ...page,
  ...parts,
  blocks: page.blocks.map((block) => ({
    ...block,
    lines: block.lines.map(({ box, ...line }) => (box ? { ...line, box: change(box) } : line)),
  })),
});

/** Two columns under a headline, on the left or on the right page of a spread of four columns. */
const leaf = (name: string, x: number) => [
  heading(`${name}H`, { x, y: 10, width: step + 16 }),
  column(`${name}a`, { x, y: 15, lines: 20 }),
  column(`${name}b`, { x: x + step, y: 15, lines: 20, ends: true }),
];
const printed = [...leaf("L", 2), ...leaf("R", 2 * step + 4)];
/** As broad as it is on paper: the tall page of the helper, cut off under its columns. */
const broad = (page: Page): Page =>
  withBoxes(page, (box) => ({ ...box, y: box.y * 2.5, height: box.height * 2.5 }), {
    aspect: (page.aspect ?? 1) / 2.5,
  });
const spread = broad(printedPage(printed, { sizeless: true }));
const leafCount = (page: Page): number => leavesOf(page, { exact: false }).length;

describe("two pages on one scan", () => {
  it("white down the middle of a broad scan--the left page whole, then the right one", () => {
    expect(leafCount(spread)).toBe(2);
    expect(
      labels(layOutPage(spread))
        .map((label) => label[0])
        .join(""),
    ).toBe("L".repeat(41) + "R".repeat(41));
  });

  // Lines that run down have white between all of them; the fold has more.
  it("the same in vertical print--the right page comes first", () => {
    const texts = ["L", "R"].flatMap((name) => column(name, { x: 0, y: 10, lines: 20 }));
    const places = new Map(
      texts.map(({ text }, i) => [text, { x: (i < 20 ? 0.04 : 0.54) + (i % 20) * 0.021 }]),
    );
    const page = printedPage([texts], { sizeless: true });
    const vertical: Page = {
      ...page,
      direction: "vertical",
      aspect: 0.7,
      blocks: page.blocks.map((block) => ({
        ...block,
        lines: block.lines.map((line) => ({
          ...line,
          box: { x: places.get(line.text)?.x ?? 0, y: 0.1, width: 0.015, height: 0.8 },
        })),
      })),
    };
    expect(leavesOf(vertical, { exact: false }).map((one) => labels(one)[0]?.[0])).toEqual(["R", "L"]);
  });

  // No paper's page is broader than high, but a bench's may be; a file that knows its type is no scan.
  it("high page, page of a known type, line through the middle--one page", () => {
    expect(leafCount(printedPage(printed, { sizeless: true }))).toBe(1);
    expect(leavesOf(spread, { exact: true }).length).toBe(1);
    const headed = [...printed, heading("N", { x: 10, y: 2, width: 50 })];
    expect(leafCount(broad(printedPage(headed, { sizeless: true })))).toBe(1);
  });

  it("every line on one of the two", () => {
    const lines = leavesOf(spread, { exact: false }).flatMap((one) => linesOf(one));
    expect(new Set(lines).size).toBe(linesOf(spread).length);
    expect(lines.length).toBe(linesOf(spread).length);
  });
});

const columns = [0, 1, 2].map((i) => column("abc"[i] ?? "", { x: 2 + i * step, y: 10, lines: 40 }));
/** The page turned round its corner, each line in the box that stands around it then. */
function turned(page: Page, skew: number): Page {
  const aspect = page.aspect ?? 1;
  const length = Math.hypot(1, skew);
  return withBoxes(page, ({ x, y, width, height }) => {
    const [cx, cy] = [x + width / 2, (y + height / 2) * aspect];
    const [high, lean] = [height * aspect, Math.abs(skew)];
    const [wide, tall] = [(width + high * lean) / length, (high + width * lean) / length];
    const [mx, my] = [(cx + cy * skew) / length, (cy - cx * skew) / length];
    return { x: mx - wide / 2, y: (my - tall / 2) / aspect, width: wide, height: tall / aspect };
  });
}
const measured = (page: Page): number => {
  const frame = frameOf(page);
  if (!frame) throw new Error("no frame");
  return skewOf(chainLines(frame));
};

describe("turned pages", () => {
  const page = printedPage(columns, { sizeless: true });

  it("upright page--no skew", () => {
    expect(measured(page)).toBe(0);
    expect(layOutPage(page).skew).toBeUndefined();
  });

  it.each([0.01, -0.02, 0.03])("page turned by %d--the skew is found, the order is the same", (skew) => {
    const scan = turned(page, skew);
    expect(measured(scan)).toBeCloseTo(skew, 3);
    expect(layOutPage(scan).skew).toBeCloseTo(skew, 3);
    expect(labels(layOutPage(scan))).toEqual(labels(layOutPage(page)));
  });
});

const lay = (page: Page): Page => {
  const info = {
    newspaper: { title: "" },
    language: "en",
    jumpWordings: { forward: [], backward: [] },
  } as unknown as ReadEdition["info"];
  const [laid] = layOutEdition({ stage: "read", info, pages: [page] } as unknown as ReadEdition).pages;
  if (!laid) throw new Error("no page");
  return laid;
};
/** Stories run down three columns in one type, in blocks of ten lines; the last column goes on under a title. */
const running = printedPage(
  [0, 1, 2].flatMap((i) =>
    [0, 1, 2, 3].map((j) => column(`${"abc"[i]}${j}-`, { x: 2 + i * step, y: 10 + j * 14 + i, lines: 10 })),
  ),
  { sizeless: true },
);
const inOrder = (page: Page, order: readonly number[]): Page => ({
  ...page,
  blocks: order.flatMap((at) => page.blocks[at] ?? []),
});

describe("blocks without an order", () => {
  const shuffles = fc.shuffledSubarray([...running.blocks.keys()], { minLength: running.blocks.length });

  it("running columns, blocks in any order--column by column, no block torn", () => {
    fc.assert(
      fc.property(shuffles, (order) => {
        expect(labels(lay(inOrder(running, order)))).toEqual(labels(running));
      }),
      { numRuns: 40 },
    );
  });

  // Lines alone: the columns are the order.
  it("running columns, each line a block, in any order--column by column", () => {
    const alone: Page = {
      ...running,
      blocks: running.blocks.flatMap((block) => block.lines.map((line) => ({ ...block, lines: [line] }))),
    };
    const order = [...alone.blocks.keys()].sort((a, b) => ((b * 37) % 120) - ((a * 37) % 120));
    expect(labels(lay(inOrder(alone, order)))).toEqual(labels(running));
  });

  // Scripts that run to the left have their first column on the right.
  it("mirrored page in Hebrew--the same order", () => {
    const hebrew = withBoxes(running, (box) => ({ ...box, x: 1 - box.x - box.width }));
    const page: Page = {
      ...hebrew,
      blocks: hebrew.blocks.map((block) => ({
        ...block,
        lines: block.lines.map((line) => ({
          ...line,
          text: `${line.text.split(" ")[0]} ${"עיתון ".repeat(9)}`,
        })),
      })),
    };
    const order = [...page.blocks.keys()].reverse();
    expect(labels(lay(inOrder(page, order)))).toEqual(labels(running));
  });

  it("a line without a place--kept, after what it follows in the source", () => {
    const [first, ...rest] = running.blocks;
    if (!first) throw new Error("no block");
    const lost = {
      ...first,
      id: "p2-b99" as typeof first.id,
      lines: first.lines
        .slice(0, 1)
        .map(({ box: _, ...line }) => ({ ...line, id: "p2-l999" as typeof line.id, text: "lost" })),
    };
    const page: Page = { ...running, blocks: [...rest.reverse(), first, lost] };
    const found = labels(lay(page));
    expect(found.indexOf("lost")).toBe(10);
    expect(found.length).toBe(121);
  });
});
