/**
 * The metadata at the head of an hOCR file: which program wrote it, and whether what hOCR demands is there. A name
 * that is misspelt (`ocr-capabilites`) is named, since a tool that looks for the right one finds nothing.
 */
import { nearestName } from "../../text/nearest-name.js";
import type { Note } from "./tallied-notes.js";

const demanded = ["ocr-system", "ocr-capabilities"] as const;
const known = [...demanded, "ocr-langs", "ocr-scripts", "ocr-number-of-pages", "ocr-id"];

/** Names are compared with underscores, as keys are written. */
const nearestKnown = (name: string): string | undefined =>
  nearestName(
    name,
    known.map((one) => one.replaceAll("-", "_")),
  )?.replaceAll("_", "-");

/** Longer names of programs are cut where they are shown. */
const shownLength = 60;

export interface Metadata {
  see(name: string, content: string, line: number): void;
  /** `hOCR (tesseract 5.3.0)`. */
  format(): string;
  /** Notes what is missing. */
  check(): void;
}

export function gatherMetadata(note: Note): Metadata {
  const found = new Set<string>();
  let system = "";
  let meant: string | undefined;
  return {
    see: (given, content, line) => {
      const name = given.trim().toLowerCase();
      if (!name.startsWith("ocr-") && !name.startsWith("ocr_")) return;
      if (!known.includes(name)) {
        // The first such name is the one that is told.
        meant ??= nearestKnown(name) ?? known.join(", ");
        note(
          "JL1061",
          "warning",
          line,
          { problem: `“${name.slice(0, shownLength)}” is no metadata of hOCR`, meant },
          "unknown",
        );
        return;
      }
      found.add(name);
      if (name === "ocr-system" && system === "")
        system = content
          .slice(0, 400)
          .replace(/[\s\p{Cc}]+/gu, " ")
          .trim()
          .slice(0, shownLength);
    },
    format: () => (system === "" ? "hOCR" : `hOCR (${system})`),
    check: () => {
      for (const name of demanded)
        if (!found.has(name))
          note("JL1061", "warning", 1, { problem: `the metadata “${name}” is missing`, meant: name }, name);
    },
  };
}
