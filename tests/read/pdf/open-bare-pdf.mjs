/** A PDF as pdf.js alone opens it, with the tables of this installation: what our reader of PDFs is held beside. */
import { fileURLToPath } from "node:url";

const folder = (name) => fileURLToPath(new URL(`${name}/`, import.meta.resolve("pdfjs-dist/package.json")));

/** @param {object} pdfjs the module @param {Uint8Array} bytes are left as they are @returns pdf.js's loading task */
export const openBarePdf = ({ getDocument, VerbosityLevel }, bytes) =>
  getDocument({
    data: bytes.slice(),
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
    useSystemFonts: false,
    useWasm: false,
    cMapUrl: folder("cmaps"),
    cMapPacked: true,
    standardFontDataUrl: folder("standard_fonts"),
  });
