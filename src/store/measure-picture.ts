/**
 * The size in pixels that a JPEG, PNG or WebP file says it has, from its first bytes: with it a browser keeps the
 * picture's place before it is there. Reads a few bytes at a time, since a JPEG may hold a preview of any length before
 * its size, and never the picture. Refuses to guess: a file without a size is damaged.
 */
import type { FileHandle } from "node:fs/promises";
import type { Picture, ShownKind } from "../model/picture.js";

type Size = NonNullable<Picture["size"]>;
/** Bytes from a place of the file; fewer at its end. */
type Reader = (at: number, length: number) => Promise<Buffer>;

const readerOf =
  (handle: FileHandle): Reader =>
  async (at, length) => {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, at);
    return buffer.subarray(0, bytesRead);
  };

/** A JPEG of more parts before its picture is none that anybody made. */
const mostSegments = 1000;
/** Marker, length and, in a frame header, precision, height and width. */
const segmentHead = 9;
const marker = { fill: 0xff, firstFrame: 0xc0, lastFrame: 0xcf, scan: 0xda };
/** In the range of frame headers, and none: Huffman tables, a reserved one, arithmetic conditioning. */
const noFrames = new Set([0xc4, 0xc8, 0xcc]);

async function measureJpeg(read: Reader): Promise<Size | undefined> {
  let at = 2;
  for (let count = 0; count < mostSegments; count += 1) {
    const head = await read(at, segmentHead);
    if (head.length < segmentHead || head[0] !== marker.fill) return undefined;
    const code = head[1] as number;
    if (code === marker.fill) {
      at += 1;
      continue;
    }
    if (code === marker.scan) return undefined;
    if (code >= marker.firstFrame && code <= marker.lastFrame && !noFrames.has(code))
      return { width: head.readUInt16BE(7), height: head.readUInt16BE(5) };
    at += 2 + head.readUInt16BE(2);
  }
  return undefined;
}

async function measurePng(read: Reader): Promise<Size | undefined> {
  const head = await read(12, 12);
  if (head.length < 12 || head.toString("latin1", 0, 4) !== "IHDR") return undefined;
  return { width: head.readUInt32BE(4), height: head.readUInt32BE(8) };
}

/** Bits of a size in the older two of its three forms. */
const fourteenBits = 0x3fff;

async function measureWebp(read: Reader): Promise<Size | undefined> {
  const head = await read(12, 18);
  if (head.length < 18) return undefined;
  switch (head.toString("latin1", 0, 4)) {
    case "VP8 ":
      return { width: head.readUInt16LE(14) & fourteenBits, height: head.readUInt16LE(16) & fourteenBits };
    case "VP8L": {
      const bits = head.readUInt32LE(9);
      return { width: (bits & fourteenBits) + 1, height: ((bits >>> 14) & fourteenBits) + 1 };
    }
    case "VP8X":
      return { width: head.readUIntLE(12, 3) + 1, height: head.readUIntLE(15, 3) + 1 };
    default:
      return undefined;
  }
}

const measures = { jpeg: measureJpeg, png: measurePng, webp: measureWebp };

export async function measurePicture(handle: FileHandle, kind: ShownKind): Promise<Size | undefined> {
  const size = await measures[kind](readerOf(handle));
  return size && size.width > 0 && size.height > 0 ? size : undefined;
}
