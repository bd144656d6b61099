/** PDFs that are locked, cut off, damaged or hostile: never a crash, a hang, or a word on the terminal. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { extractPdf } from "../../../src/read/pdf/extract-glyphs.js";
import { bytesOf, makePdf } from "./make-pdf.mjs";
import { readBytes } from "./read-made.js";

const text = "BT /Latin 10 Tf 20 250 Td (The council met on Tuesday.) Tj ET";
const whole = makePdf([text, text]);
const words = ["log", "warn", "error", "info"] as const;

describe("a PDF that cannot be read", () => {
  const said: unknown[] = [];
  beforeEach(() => {
    said.length = 0;
    for (const word of words) vi.spyOn(console, word).mockImplementation((...all) => void said.push(...all));
    for (const stream of [process.stdout, process.stderr])
      vi.spyOn(stream, "write").mockImplementation((chunk) => said.push(chunk) > 0);
  });
  afterEach(() => {
    vi.restoreAllMocks();
    expect(said).toEqual([]);
  });

  it("is locked: an error", async () => {
    const key = "41".repeat(32);
    const lock = `/Encrypt<</Filter/Standard/V 1/R 2/O<${key}>/U<${key}>/P -44>>/ID[<${key}><${key}>]`;
    const { pages, codes } = await readBytes(makePdf([text], lock));
    expect([pages, codes]).toEqual([[], ["JL1080"]]);
  });

  it("is empty, only begins, or is something else: an error", async () => {
    expect((await readBytes(new Uint8Array())).codes).toEqual(["JL1082"]);
    expect((await readBytes(bytesOf("%PDF-1.4\n"))).codes).toEqual(["JL1081"]);
    expect((await readBytes(bytesOf("The council met."))).codes).toEqual(["JL1081"]);
  });

  it("has no pages: an error", async () => {
    const { pages, codes } = await readBytes(makePdf([]));
    expect(pages).toEqual([]);
    expect(codes).toHaveLength(1);
  });

  it("has a page that is none: the others are read", async () => {
    const broken = bytesOf(
      Array.from(whole, (byte) => String.fromCharCode(byte))
        .join("")
        .replace("/Kids[3 0 R", "/Kids[9 9 R"),
    );
    const { pages, codes } = await readBytes(broken);
    expect(pages.length).toBeGreaterThan(0);
    expect(codes.every((code) => code.startsWith("JL108"))).toBe(true);
  });

  it("is cut off anywhere: what is there is read, and said", async () => {
    for (let cut = 1; cut < whole.length - 1; cut += Math.ceil(whole.length / 24)) {
      const { codes } = await readBytes(whole.slice(0, cut));
      expect(codes.some((code) => ["JL1081", "JL1082", "JL1088"].includes(code))).toBe(true);
    }
  });

  it("has bytes changed: whatever comes out is sound", async () => {
    let seed = 19;
    const random = () => {
      seed = (seed * 1103515245 + 12345) & 0x7fffffff;
      return seed / 0x7fffffff;
    };
    for (let turn = 0; turn < 40; turn += 1) {
      const bytes = whole.slice();
      for (let nth = 0; nth < 1 + 20 * random(); nth += 1)
        bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
      const { lines } = await readBytes(bytes);
      for (const { original, words: found = [] } of lines)
        for (const word of found) expect(original.slice(word.at, word.at + word.text.length)).toBe(word.text);
    }
  });

  it("has numbers that are none: no text is lost", async () => {
    const { texts } = await readBytes(
      makePdf([
        "BT /Latin 99999999999999999999 Tf 20 250 Td (huge) Tj ET BT /Latin 0 Tf 20 250 Td (none) Tj ET BT /Latin 10 Tf 1e30 0 0 1e30 1e39 1e39 Tm (far) Tj ET",
      ]),
    );
    expect(texts.join("").replaceAll(" ", "")).toHaveLength("hugenonefar".length);
  });

  it("paints a mark on one spot ten thousand times: it is read in time", async () => {
    const spot = `BT /Latin 10 Tf ${"1 0 0 1 20 250 Tm (a) Tj (b) Tj ".repeat(5000)} ET`;
    const { codes } = await readBytes(makePdf([spot]));
    expect(codes).toEqual(["JL1085"]);
  });
});

it("extracting leaves the bytes as they are", async () => {
  const bytes = whole.slice();
  await extractPdf(bytes);
  expect(bytes).toEqual(whole);
});
