/**
 * Files that go into the site as they are, of any size: read piece by piece, never as a whole, and only where they are
 * ordinary files. What was a picture a moment ago may be a link now.
 */
import { createHash } from "node:crypto";
import { closeSync, fstatSync, openSync, readSync, writeSync } from "node:fs";
import { openFlags } from "./read-regular-file.js";
import { Refusal } from "./refusal.js";

/** Bytes read at a time. */
const pieceLength = 1024 * 1024;

export interface FileSum {
  /** Lower-case hex. */
  readonly sha256: string;
  readonly size: number;
}

function readPieces(file: string, take: (piece: Uint8Array) => void): FileSum {
  const source = openSync(file, openFlags);
  try {
    if (!fstatSync(source).isFile()) throw new Refusal("JL6005", { file }, { what: "not an ordinary file" });
    const hash = createHash("sha256");
    const buffer = Buffer.alloc(pieceLength);
    let size = 0;
    for (let length = readSync(source, buffer); length > 0; length = readSync(source, buffer)) {
      const piece = buffer.subarray(0, length);
      hash.update(piece);
      take(piece);
      size += length;
    }
    return { sha256: hash.digest("hex"), size };
  } finally {
    closeSync(source);
  }
}

export const sumOfFile = (file: string): FileSum => readPieces(file, () => {});

/** Copies the bytes into a new file and gives the sum of what was written. Throws where `to` is there already. */
export function copyPlainFile(from: string, to: string): FileSum {
  const target = openSync(to, "wx");
  try {
    return readPieces(from, (piece) => {
      for (let at = 0; at < piece.length; ) at += writeSync(target, piece, at);
    });
  } finally {
    closeSync(target);
  }
}
