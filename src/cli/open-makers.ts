/** What a build has made by other programs: smaller pictures of scans, and PDFs where they are asked for. */
import type { Makers } from "../build/render-prepared.js";
import { createPdfPrinter } from "../store/pdf/pdf-printer.js";
import type { SiteInProgress } from "../store/save-site.js";
import { createScanScaler } from "../store/scans/scan-scaler.js";
import type { BuildOptions } from "./options.js";

export interface OpenedMakers {
  readonly makers: Makers;
  /** Ends what is in work and deletes what was made. */
  close(): void;
}

/** @param site absent in a dry run: then nothing can be taken from the site that stands */
export function openMakers(options: BuildOptions, site: SiteInProgress | undefined): OpenedMakers {
  const standing = site ? { standing: site } : {};
  const scaler = createScanScaler(standing);
  const program = options.chromium === undefined ? {} : { program: options.chromium };
  const printer = options.pdf ? createPdfPrinter({ ...standing, ...program }) : undefined;
  return {
    makers: {
      scaleScans: scaler.scale,
      tiles: options.tiles === true,
      ...(printer ? { printPdf: printer.print } : {}),
    },
    close() {
      scaler.close();
      printer?.close();
    },
  };
}
