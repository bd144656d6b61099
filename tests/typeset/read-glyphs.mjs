/**
 * The glyphs of a PDF page with their places, read with pdf.js from the drawing operators, because its text
 * content has already decided about spaces. Characters are as the PDF's own table names them: where a font
 * shares a glyph between 日 and the radical ⽇, the radical may come back, as it does from real papers.
 */
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { getDocument, OPS } from "pdfjs-dist/legacy/build/pdf.mjs";

const packageFolder = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
const IDENTITY = [1, 0, 0, 1, 0, 0];
/** Share of the em above and below the baseline: what layout programs take for CJK fonts. */
const ASCENT = 0.88;
const DESCENT = 0.12;
const SOFT_HYPHEN = "\u00ad";

const multiply = (m, n) => [
  m[0] * n[0] + m[2] * n[1],
  m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3],
  m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4],
  m[1] * n[4] + m[3] * n[5] + m[5],
];
const apply = (m, x, y) => [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]];

const fontOf = (page, name) =>
  new Promise((resolve) => {
    const store = name.startsWith("g_") ? page.commonObjs : page.objs;
    store.get(name, resolve);
  });

/** Without the tag that a PDF puts before the name of a subset: `AAAAAA+NotoSerifCJKsc-Bold`. */
const plainName = (name) => (name ?? "").replace(/^[A-Z]{6}\+/, "");

/** `[{text, x0, y0, x1, y1, em, font}]` in drawing order; points, origin top left of the page. */
export async function readGlyphs(pdfBytes) {
  return (await readPdfPage(pdfBytes)).glyphs;
}

/** The glyphs and the size of the page, `{glyphs, size: {width, height}}`, in points. */
export async function readPdfPage(pdfBytes) {
  const task = getDocument({
    data: new Uint8Array(pdfBytes),
    isEvalSupported: false,
    cMapUrl: `${join(packageFolder, "cmaps")}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(packageFolder, "standard_fonts")}/`,
    verbosity: 0,
  });
  const pdf = await task.promise;
  const page = await pdf.getPage(1);
  const { width, height: pageHeight } = page.getViewport({ scale: 1 });
  const { fnArray, argsArray } = await page.getOperatorList();
  const glyphs = [];
  let state = {
    ctm: IDENTITY,
    size: 1,
    font: null,
    charSpacing: 0,
    wordSpacing: 0,
    scale: 1,
    leading: 0,
    rise: 0,
  };
  const saved = [];
  let [textMatrix, lineMatrix] = [IDENTITY, IDENTITY];
  const moveLine = (x, y) => {
    lineMatrix = multiply(lineMatrix, [1, 0, 0, 1, x, y]);
    textMatrix = lineMatrix;
  };
  const show = (items) => {
    const unit = state.font?.fontMatrix?.[0] ?? 0.001;
    for (const item of items) {
      if (typeof item === "number") {
        textMatrix = multiply(textMatrix, [1, 0, 0, 1, (-item / 1000) * state.size * state.scale, 0]);
        continue;
      }
      const width = item.width * unit * state.size;
      const whole = multiply(state.ctm, textMatrix);
      const corners = [
        apply(whole, 0, (state.rise - DESCENT) * state.size),
        apply(whole, width * state.scale, (state.rise + ASCENT) * state.size),
      ];
      const [xs, ys] = [corners.map((c) => c[0]), corners.map((c) => pageHeight - c[1])];
      const text = item.unicode.replaceAll(SOFT_HYPHEN, "");
      const em = Math.hypot(whole[2], whole[3]) * state.size;
      if (text)
        glyphs.push({
          text,
          x0: Math.min(...xs),
          x1: Math.max(...xs),
          y0: Math.min(...ys),
          y1: Math.max(...ys),
          em,
          font: plainName(state.font?.name),
        });
      const advance = (width + state.charSpacing + (item.isSpace ? state.wordSpacing : 0)) * state.scale;
      textMatrix = multiply(textMatrix, [1, 0, 0, 1, advance, 0]);
    }
  };
  for (let nth = 0; nth < fnArray.length; nth += 1) {
    const args = argsArray[nth];
    switch (fnArray[nth]) {
      case OPS.save:
        saved.push({ ...state });
        break;
      case OPS.restore:
        state = saved.pop() ?? state;
        break;
      case OPS.transform:
        state.ctm = multiply(state.ctm, [...args].flat());
        break;
      case OPS.paintFormXObjectBegin:
        saved.push({ ...state });
        if (args[0]) state.ctm = multiply(state.ctm, args[0]);
        break;
      case OPS.paintFormXObjectEnd:
        state = saved.pop() ?? state;
        break;
      case OPS.beginText:
        [textMatrix, lineMatrix] = [IDENTITY, IDENTITY];
        break;
      case OPS.setTextMatrix:
        textMatrix = [...(args.length === 1 ? args[0] : args)];
        lineMatrix = textMatrix;
        break;
      case OPS.moveText:
        moveLine(args[0], args[1]);
        break;
      case OPS.setLeadingMoveText:
        state.leading = -args[1];
        moveLine(args[0], args[1]);
        break;
      case OPS.setLeading:
        state.leading = -args[0];
        break;
      case OPS.nextLine:
        moveLine(0, -state.leading);
        break;
      case OPS.setFont:
        state.font = await fontOf(page, args[0]);
        state.size = args[1];
        break;
      case OPS.setCharSpacing:
        state.charSpacing = args[0];
        break;
      case OPS.setWordSpacing:
        state.wordSpacing = args[0];
        break;
      case OPS.setHScale:
        state.scale = args[0] / 100;
        break;
      case OPS.setTextRise:
        state.rise = args[0];
        break;
      case OPS.showText:
      case OPS.showSpacedText:
        show(args[0]);
        break;
      default:
    }
  }
  await task.destroy();
  return { glyphs, size: { width, height: pageHeight } };
}
