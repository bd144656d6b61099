/** The input that a command was given: which editions there are, and a way to go over them as often as needed. */
import type { Diagnostic, Outcome } from "../model/diagnostic.js";
import type { EditionJob } from "../model/job.js";
import { findEditions, loadJob } from "../store/load-job.js";
import { createOcr } from "../store/read-scans.js";
import { createTiffShower, type TiffShower } from "../store/show-tiffs.js";
import { EXIT } from "./exit-codes.js";
import type { InputOptions } from "./options.js";
import type { Reporter } from "./report.js";
import { onStop } from "./signals.js";
import { worded, writeEvent } from "./write-data.js";

export interface Input {
  readonly count: number;
  /** What is wrong with the place itself; where `count` is 0, why. */
  readonly diagnostics: readonly Diagnostic[];
  /** Loads the editions one after the other, in the same order each time. */
  jobs(): AsyncGenerator<Outcome<EditionJob>>;
}

let tiffs: TiffShower | undefined;

/** The pictures made of TIFFs are kept until the program ends: --watch builds again and again. */
function openTiffs(): TiffShower {
  if (tiffs) return tiffs;
  tiffs = createTiffShower();
  process.once("exit", () => tiffs?.close());
  return tiffs;
}

/** `showsPages`: whether the command says or publishes anything of the pictures of pages; making them takes a while. */
export async function openInput(
  path: string,
  options: InputOptions,
  reporter: Reporter,
  { showsPages = true }: { readonly showsPages?: boolean } = {},
): Promise<Input> {
  const { encoding } = options;
  const found = await findEditions(path, options.ocr !== undefined);
  const stopping = new AbortController();
  const ocr =
    options.ocr === undefined
      ? {}
      : {
          ocr: createOcr({
            tell: (scan, model) => reporter.say(`Tesseract (${model}) reads ${scan} …`),
            signal: stopping.signal,
          }),
        };
  const load = {
    ...(encoding === undefined ? {} : { encoding }),
    ...ocr,
    ...(showsPages ? { tiffs: openTiffs() } : {}),
  };
  return {
    count: found.value.length,
    diagnostics: found.diagnostics,
    async *jobs() {
      const stay = onStop(() => stopping.abort());
      try {
        for (const folder of found.value) yield await loadJob(folder, load);
      } finally {
        stay();
      }
    },
  };
}

/** The end of a command whose input is not there. */
export function refuseInput(
  { diagnostics }: Input,
  schemaVersion: number,
  json: boolean,
  reporter: Reporter,
) {
  reporter.diagnostics(diagnostics);
  if (json)
    writeEvent({
      event: "result",
      schemaVersion,
      exitCode: EXIT.unreadable,
      diagnostics: worded(diagnostics),
    });
  return EXIT.unreadable;
}
