/** What edition.md and newspaper.md say of a page that is there as a scan only: with it OCR must begin, there is no text to ask. */
import type { EditionJob } from "../model/job.js";
import { readHeaders } from "./read-headers.js";

export interface ScanSettings {
  /** BCP 47; absent where nobody said it. */
  readonly language?: string;
  readonly direction: "horizontal" | "vertical";
}

/** What is said of the page itself in the pages list wins over the edition, the edition over its newspaper. */
export function scanSettings(job: Pick<EditionJob, "files" | "newspaper">): (scan: string) => ScanSettings {
  const { edition, newspaper, list } = readHeaders(job).value;
  return (scan) => {
    const listed = list?.find(({ file }) => file === scan);
    const language = listed?.language ?? edition.language ?? newspaper.language;
    const direction = listed?.direction ?? edition.direction ?? newspaper.direction ?? "horizontal";
    return language === undefined ? { direction } : { language, direction };
  };
}
