/** Small pictures made up for tests: a whole PNG, and the beginnings of the other kinds, which say their size and hold nothing. */
import { crc32, deflateSync } from "node:zlib";

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** A light grey sheet that a browser decodes. */
export function png(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // Eight bits of grey.
  head[8] = 8;
  const row = Buffer.alloc(width + 1, 0xdd);
  row[0] = 0;
  const pixels = Buffer.concat(Array.from({ length: height }, () => row));
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(pixels)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** With a preview of 70 KB before the size, as cameras and scanners write it. */
export function jpeg(width: number, height: number): Buffer {
  const segment = (marker: number, data: Buffer): Buffer => {
    const head = Buffer.from([0xff, marker, 0, 0]);
    head.writeUInt16BE(data.length + 2, 2);
    return Buffer.concat([head, data]);
  };
  const frame = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(height, 1);
  frame.writeUInt16BE(width, 3);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe1, Buffer.alloc(65_000, 1)),
    Buffer.from([0xff]),
    segment(0xe2, Buffer.alloc(5_000, 2)),
    segment(0xc4, Buffer.alloc(20)),
    segment(0xc2, frame),
    segment(0xda, Buffer.alloc(10)),
  ]);
}

const riff = (form: string, data: Buffer): Buffer => {
  const head = Buffer.from(`RIFF\0\0\0\0WEBP${form}\0\0\0\0`, "latin1");
  return Buffer.concat([head, data, Buffer.alloc(16)]);
};

/** All three forms of WebP. */
export function webp(width: number, height: number, form: "VP8 " | "VP8L" | "VP8X" = "VP8X"): Buffer {
  const data = Buffer.alloc(10);
  if (form === "VP8X") {
    data.writeUIntLE(width - 1, 4, 3);
    data.writeUIntLE(height - 1, 7, 3);
  } else if (form === "VP8L") {
    data[0] = 0x2f;
    data.writeUInt32LE((width - 1) | ((height - 1) << 14), 1);
  } else {
    data.writeUInt16LE(width, 6);
    data.writeUInt16LE(height, 8);
  }
  return riff(form, data);
}

export const tiff = (): Buffer => Buffer.from("II*\0\x08\0\0\0\0\0\0\0\0\0", "latin1");
export const jpeg2000 = (): Buffer => Buffer.from("\0\0\0\x0cjP  \r\n\x87\n\0\0\0\x14ftyp", "latin1");
export const svg = (): Buffer =>
  Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>');
