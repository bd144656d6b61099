/**
 * Packs the files of a book into one, the home of fflate: the mimetype first and stored, as EPUB demands, all files
 * with one fixed date. fflate stores local time, so the date is a local one too: the bytes are the same in any zone.
 */
import { strToU8, unzipSync, type Zippable, zipSync } from "fflate";

/** The first moment that a zip can name. */
const noTime = new Date(1980, 0, 1);
/** Deflate's usual effort: 9 takes a third longer and saves one part in two hundred. */
const effort = 6;

const container = `<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="OPS/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;

/** A chapter of ours: in the folder of its edition, under a name that an edition can have. */
const chapterName = /^OPS\/[a-z0-9-]+\/[a-z0-9-]+\.xhtml$/;
/** Bytes; the text of a printed page is a thousandth of it. A damaged book may say any size. */
const largestChapter = 64 * 2 ** 20;

export type BookFiles = ReadonlyMap<string, string | Uint8Array>;

/** `files` by their path under OPS/, in the order they are to stand. */
export function packBook(files: BookFiles): Uint8Array {
  const entries: Zippable = {
    mimetype: [strToU8("application/epub+zip"), { level: 0, mtime: noTime }],
    "META-INF/container.xml": [strToU8(container), { level: effort, mtime: noTime }],
  };
  for (const [path, content] of files)
    entries[`OPS/${path}`] = [
      typeof content === "string" ? strToU8(content) : content,
      // A picture is packed already.
      { level: path.endsWith(".jpg") ? 0 : effort, mtime: noTime },
    ];
  return zipSync(entries);
}

/**
 * The chapters of a book of ours, by their path under OPS/: those in the folder of their edition. Undefined where it
 * is no zip at all: a site may be changed by hand.
 */
export function unpackChapters(book: Uint8Array): ReadonlyMap<string, Uint8Array> | undefined {
  try {
    const files = unzipSync(book, {
      filter: ({ name, originalSize }) => chapterName.test(name) && originalSize <= largestChapter,
    });
    return new Map(Object.entries(files).map(([name, bytes]) => [name.slice("OPS/".length), bytes]));
  } catch (error) {
    if (error instanceof Error) return undefined; // fflate says of any damage that it is an Error
    throw error;
  }
}
