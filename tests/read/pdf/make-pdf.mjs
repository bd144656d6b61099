/** Small PDFs for tests, written by hand: a page of 400 by 300 points, its content and what it may use. */

function cidFont(cmap, ordering) {
  const system = `/CIDSystemInfo<</Registry(Adobe)/Ordering(${ordering})/Supplement 0>>`;
  const descriptor =
    "/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>";
  const descendant = `<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000${system}${descriptor}>>`;
  return `<</Type/Font/Subtype/Type0/BaseFont/STSong-Light-${cmap}/Encoding/${cmap}/DescendantFonts[${descendant}]>>`;
}

/** Fonts that every page can name: none is in the file, so the reader's own tables are asked. */
const fonts = {
  Latin: "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
  Bold: "<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>",
  Han: cidFont("UniGB-UTF16-H", "GB1"),
  Gbk: cidFont("GBK-EUC-H", "GB1"),
  Down: cidFont("UniGB-UTF16-V", "GB1"),
  Mute: cidFont("Identity-H", "Identity"),
};

/**
 * Bytes as a string of Latin 1, one character each.
 * @param {string} text
 */
export const bytesOf = (text) => Uint8Array.from(text, (char) => char.charCodeAt(0));

/**
 * `中文` → `<4E2D6587>`, as the fonts Han and Down take it.
 * @param {string} text
 */
export const hex = (text) =>
  `<${[...text].map((char) => (char.codePointAt(0) ?? 0).toString(16).padStart(4, "0")).join("")}>`;

/**
 * One glyph after the other, each placed by itself: `[text, x, y]`, y upwards.
 * @param {readonly (readonly [string, number, number])[]} glyphs
 */
export const placed = (glyphs) =>
  glyphs.map(([text, x, y]) => `1 0 0 1 ${x} ${y} Tm ${hex(text)} Tj`).join(" ");

/**
 * @param {readonly (string | {content: string, rotate?: number})[]} pages
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function makePdf(pages, trailer = "") {
  const objects = [];
  const add = (body) => objects.push(body);
  const kids = pages.map((_, nth) => `${3 + nth * 2} 0 R`).join(" ");
  add("<</Type/Catalog/Pages 2 0 R>>");
  add(`<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>`);
  const pictures = 3 + pages.length * 2;
  const resources = `<</Font<<${Object.entries(fonts)
    .map(([name, font]) => `/${name} ${font}`)
    .join("")}>>/XObject<</Picture ${pictures} 0 R>>>>`;
  for (const [nth, page] of pages.entries()) {
    const { content, rotate = 0 } = typeof page === "string" ? { content: page } : page;
    const body = `${4 + nth * 2} 0 R`;
    add(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 300]/Rotate ${rotate}/Resources${resources}/Contents ${body}>>`,
    );
    add(`<</Length ${content.length}>>stream\n${content}\nendstream`);
  }
  // No JPEG at all: whoever tries to decode it fails.
  add(
    "<</Type/XObject/Subtype/Image/Width 9000/Height 3000/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/DCTDecode/Length 4>>stream\nnone\nendstream",
  );
  let file = "%PDF-1.4\n";
  const offsets = objects.map((body, nth) => {
    const offset = file.length;
    file += `${nth + 1} 0 obj${body}endobj\n`;
    return String(offset).padStart(10, "0");
  });
  const table = offsets.map((offset) => `${offset} 00000 n \n`).join("");
  return bytesOf(
    `${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${file.length}\n%%EOF`,
  );
}
