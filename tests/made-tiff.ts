/** TIFF files made up for tests, byte by byte, so that what is read is not what the same library wrote. */

export interface MadeTiff {
  readonly width: number;
  readonly height: number;
  /** Each row of samples, packed as TIFF does; 16-bit samples with the low byte first. */
  readonly pixels: Uint8Array;
  /** 8 where nothing is said. */
  readonly bits?: number;
  /** 1 where nothing is said. */
  readonly samples?: number;
  /** 0 white is zero, 1 black is zero, 2 RGB, 5 CMYK. */
  readonly photometric: 0 | 1 | 2 | 5;
  /** As the tag has it. */
  readonly orientation?: number;
  /** What a last sample beyond the colours is: 1 alpha that was multiplied in, 2 alpha. */
  readonly extra?: 1 | 2;
}

const short = 3;
const long = 4;
/** Bytes of a directory entry. */
const entryLength = 12;

/** Pixels, then the directory that describes them. */
function page(made: MadeTiff, at: number): { readonly data: Buffer; readonly directory: Buffer } {
  const { width, height, pixels, bits = 8, samples = 1, photometric, orientation, extra } = made;
  const data = Buffer.concat([pixels, Buffer.alloc(pixels.length % 2)]);
  const depths = Buffer.alloc(2 * samples);
  for (let each = 0; each < samples; each += 1) depths.writeUInt16LE(bits, 2 * each);
  const tags: [tag: number, type: number, value: number, count?: number][] = [
    [256, long, width],
    [257, long, height],
    // More than two do not fit into the entry and stand after the pixels.
    samples > 2 ? [258, short, at + data.length, samples] : [258, short, bits],
    [259, short, 1],
    [262, short, photometric],
    [273, long, at],
    ...(orientation === undefined ? [] : [[274, short, orientation] as [number, number, number]]),
    [277, short, samples],
    [278, long, height],
    [279, long, pixels.length],
    ...(extra === undefined ? [] : [[338, short, extra] as [number, number, number]]),
  ];
  const directory = Buffer.alloc(2 + entryLength * tags.length + 4);
  directory.writeUInt16LE(tags.length, 0);
  for (const [index, [tag, type, value, count = 1]] of tags.entries()) {
    const place = 2 + entryLength * index;
    directory.writeUInt16LE(tag, place);
    directory.writeUInt16LE(type, place + 2);
    directory.writeUInt32LE(count, place + 4);
    directory.writeUInt32LE(value, place + 8);
  }
  return { data: Buffer.concat([data, depths]), directory };
}

/** One page or several, in little-endian order, not packed. */
export function madeTiff(...pages: readonly MadeTiff[]): Buffer {
  let file: Buffer = Buffer.from("II*\0\0\0\0\0", "latin1");
  let link = 4;
  for (const made of pages) {
    const { data, directory } = page(made, file.length);
    file.writeUInt32LE(file.length + data.length, link);
    file = Buffer.concat([file, data, directory]);
    // A last word that leads to the next page, where there is one.
    link = file.length - 4;
  }
  return file;
}
