/**
 * Loads pdf.js, 40 MB of package, when the first PDF asks for it.
 *
 * For drawing, pdf.js wants a canvas: a native package that is not there on every machine. Nothing is drawn here, but
 * without it pdf.js fails while it is loaded, for want of three classes, and complains on the terminal. So it is lent
 * the three while it loads, and its complaints of a missing canvas are kept off the terminal; all others pass.
 */
export type PdfJs = typeof import("pdfjs-dist/legacy/build/pdf.mjs");

const drawingClasses = ["DOMMatrix", "ImageData", "Path2D"] as const;
const complaint = /^Warning: Cannot (?:load "@napi-rs\/canvas"|polyfill|access the `require` function)/;

export async function loadPdfJs(): Promise<PdfJs> {
  const world = globalThis as unknown as Record<string, unknown>;
  const terminal = world.console as { warn: (...all: unknown[]) => void };
  const { warn } = terminal;
  const lent = drawingClasses.filter((name) => world[name] === undefined);
  for (const name of lent) world[name] = class {};
  terminal.warn = (...all) => {
    if (!complaint.test(String(all[0]))) warn.apply(terminal, all);
  };
  try {
    return await import("pdfjs-dist/legacy/build/pdf.mjs");
  } finally {
    terminal.warn = warn;
    for (const name of lent) delete world[name];
  }
}
