/** What the store hands to the build: bytes and names, nothing that touches the file system. */

import type { Diagnostic } from "./diagnostic.js";
import type { PdfContent } from "./pdf-content.js";
import type { Picture, ScanOrder, ScanSizes } from "./picture.js";

/** A file of an edition's folder. `path` is relative to that folder, with `/`. */
export interface SourceFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** What was taken out of it, where it is a PDF: done on loading, since it takes time of its own. */
  readonly pdf?: PdfContent;
}

/** The words of a language, lower-cased. */
export interface WordList {
  readonly words: ReadonlySet<string>;
  /** Those that also begin words and are then written closed: inter, over, under. */
  readonly prefixes: ReadonlySet<string>;
}

/** By BCP 47 tag; `undefined` where no list of that language is at hand. */
export type KnownWords = (language: string) => WordList | undefined;

/** One edition to build. Files come in any order; the build sorts what it needs sorted. */
export interface EditionJob {
  /** Folder as the user named it, with `/`, e.g. `editions/yanzhou-wanbao/2023-10-26`. */
  readonly folder: string;
  /** Names of the edition's folder and of those above it, outermost first, five at most; from `folder` where absent. */
  readonly names?: readonly string[];
  /** Page files, edition.md, overrides.yaml and articles/*.md. */
  readonly files: readonly SourceFile[];
  /** newspaper.md from the folder above (`path` is `../newspaper.md`), where there is one. */
  readonly newspaper?: SourceFile;
  /** Files that may be the pictures of its pages, in any order. */
  readonly pictures?: readonly Picture[];
  /** Encoding named on the command line; wins over recognition, loses to front matter. */
  readonly encoding?: string;
  readonly knownWords?: KnownWords;
}

/** A file of the built site. `path` is relative to the site's root, with `/`, ASCII, already safe. */
export interface SiteFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** One that is taken over byte for byte. It is copied when the site is saved, so no edition holds its pictures. */
export interface CopiedFile {
  readonly path: string;
  /** Where it stands, for the store. */
  readonly copyOf: string;
}

/** What was made of an edition's scans, by page number. */
export interface ScaledScans {
  readonly sizes: ReadonlyMap<number, ScanSizes>;
  /** SHA-256 of the bytes of each scan that could be read, in hex; also where nothing could be made of it. */
  readonly sums: ReadonlyMap<number, string>;
  /** The bytes of the cover, where one is among the files. */
  readonly cover?: Uint8Array;
  /** To be taken over before the next edition is asked for: then they are gone. */
  readonly files: readonly (SiteFile | CopiedFile)[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Makes smaller pictures of scans; `path` is the edition's address, `folder` its folder for messages. */
export type ScaleScans = (
  edition: { readonly path: string; readonly folder: string; readonly tiles: boolean },
  scans: readonly ScanOrder[],
) => Promise<ScaledScans>;

/** What became of an edition's sheets on paper. */
export interface PrintedPdf {
  /** Whether the site has a PDF of them now. */
  readonly exists: boolean;
  /** To be taken over before the next edition is asked for: then they are gone. */
  readonly files: readonly (SiteFile | CopiedFile)[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What is printed: an HTML document, one sheet for each page, and the style sheet that it names. */
export interface SheetsDocument {
  readonly html: SiteFile;
  readonly style: SiteFile;
  readonly pages: number;
}

/** Prints an edition into a PDF; `path` is the edition's address, `folder` its folder for messages. */
export type PrintPdf = (
  edition: { readonly path: string; readonly folder: string },
  sheets: SheetsDocument,
) => Promise<PrintedPdf>;
