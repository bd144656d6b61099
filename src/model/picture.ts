/** Pictures of printed pages: what the store saw of a file's first bytes, and what a page keeps of its own. */
import type { Diagnostic } from "./diagnostic.js";

/** By content, never by name. Browsers show the first three. */
export type ShownKind = "jpeg" | "png" | "webp";
export type PictureKind = ShownKind | "tiff" | "jpeg-2000";

/** A file of an edition's folder that may be a page's picture. It was looked at and not loaded: many are 20 MB large. */
export interface Picture {
  /** Relative to the edition's folder, with `/`. */
  readonly path: string;
  /** Where it is to be copied from: the file itself, or what was made of it. */
  readonly from: string;
  /** Of what is at `from`. Absent where that is no picture. */
  readonly kind?: PictureKind;
  /** Pixels, as stored. Absent where the file does not say it, or is none that browsers show. */
  readonly size?: { readonly width: number; readonly height: number };
  /** Why nothing that browsers show could be made of it, where that was tried. */
  readonly unshown?: Pick<Diagnostic, "code" | "severity" | "details">;
}

/** The picture of a printed page. */
export interface PageScan {
  /** Its file relative to the edition's folder, with `/`. */
  readonly file: string;
  readonly kind: ShownKind;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** It has the shape of the page whose boxes the source gives, so these boxes can be laid on it. */
  readonly takesBoxes: boolean;
  /** Smaller pictures of it; absent where none could be made. */
  readonly sizes?: ScanSizes;
}

/** A picture that the site shows of a page: a file in the edition's folder. */
export interface PagePicture {
  readonly file: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** A scan cut into tiles as a static IIIF Image API 3 service of level 0; its info.json is written with the pages. */
export interface ScanTiles {
  /** Its folder inside the edition's. */
  readonly folder: string;
  readonly width: number;
  readonly height: number;
  /** Pixels of a tile's side. */
  readonly tile: number;
  readonly scaleFactors: readonly number[];
  /** The whole picture in these sizes, ascending; the last is also there as `max`. */
  readonly sizes: readonly { readonly width: number; readonly height: number }[];
  /** Files in the folder, info.json left out. */
  readonly count: number;
}

/** What was made of a scan, so that no reader has to fetch it whole. */
export interface ScanSizes {
  /** Some 200 pixels wide. */
  readonly thumbnail: PagePicture;
  /** For reading, ascending; the last weighs some 270 KB at most. The scan itself may be among them. */
  readonly reading: readonly [PagePicture, ...PagePicture[]];
  readonly tiles?: ScanTiles;
  /** Of the edition's first page, for the cover of its book. */
  readonly cover?: PagePicture;
  /** The scan is stored otherwise than its EXIF says it is to be seen, and boxes lie on it as it is stored. */
  readonly turned?: true;
}

/** A scan of which sizes are wanted. `from`: where it stands, for the store. */
export interface ScanOrder {
  readonly page: number;
  readonly from: string;
  readonly scan: PageScan;
  /** A cover is wanted of it too. */
  readonly cover?: true;
}
