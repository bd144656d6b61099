/** A made page in each format that is read: what programs write, without what only some of them add. */
const escapeXml = (text) => text.replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0)};`);
const places = ([x, y, width, height]) => `HPOS="${x}" VPOS="${y}" WIDTH="${width}" HEIGHT="${height}"`;
const corners = ([x, y, width, height]) =>
  `${x},${y} ${x + width},${y} ${x + width},${y + height} ${x},${y + height}`;
const bbox = ([x, y, width, height]) => `bbox ${x} ${y} ${x + width} ${y + height}`;
const each = (list, write) => list.map(write).join("\n");

const alto = ({ width, height, blocks }) => `<?xml version="1.0" encoding="UTF-8"?>
<alto xmlns="http://www.loc.gov/standards/alto/ns-v4#" SCHEMAVERSION="4.2"><Description>
<MeasurementUnit>pixel</MeasurementUnit></Description><Layout><Page ID="P1" WIDTH="${width}" HEIGHT="${height}"><PrintSpace>
${each(
  blocks,
  ({ box, lines }, b) => `<TextBlock ID="B${b}" ${places(box)}>
${each(
  lines,
  (line, l) =>
    `<TextLine ID="B${b}L${l}" ${places(line.box)}>${line.words
      .map(({ text, box }) => `<String ${places(box)} WC="0.93" CONTENT="${escapeXml(text)}"/>`)
      .join("<SP/>")}</TextLine>`,
)}
</TextBlock>`,
)}
</PrintSpace></Page></Layout></alto>
`;

const pageXml = ({ width, height, blocks }) => `<?xml version="1.0" encoding="UTF-8"?>
<PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15"><Page imageFilename="1.jpg" imageWidth="${width}" imageHeight="${height}">
${each(
  blocks,
  ({ box, lines }, b) => `<TextRegion id="r${b}" type="paragraph"><Coords points="${corners(box)}"/>
${each(
  lines,
  (line, l) => `<TextLine id="r${b}l${l}"><Coords points="${corners(line.box)}"/>
${each(
  line.words,
  ({ text, box }, w) =>
    `<Word id="r${b}l${l}w${w}"><Coords points="${corners(box)}"/><TextEquiv><Unicode>${escapeXml(text)}</Unicode></TextEquiv></Word>`,
)}
<TextEquiv><Unicode>${escapeXml(line.words.map(({ text }) => text).join(" "))}</Unicode></TextEquiv></TextLine>`,
)}
</TextRegion>`,
)}
</Page></PcGts>
`;

const hocr = ({ width, height, blocks }) => `<!DOCTYPE html>
<html><head><title></title><meta charset="utf-8"/><meta name="ocr-system" content="bench"/>
<meta name="ocr-capabilities" content="ocr_page ocr_carea ocr_par ocr_line ocrx_word"/></head><body>
<div class="ocr_page" id="page_1" title="bbox 0 0 ${width} ${height}">
${each(
  blocks,
  ({ box, lines }) => `<div class="ocr_carea" title="${bbox(box)}"><p class="ocr_par" title="${bbox(box)}">
${each(
  lines,
  (line) =>
    `<span class="ocr_line" title="${bbox(line.box)}; x_size ${line.box[3]}">${line.words
      .map(
        ({ text, box }) =>
          `<span class="ocrx_word" title="${bbox(box)}; x_wconf 93">${escapeXml(text)}</span>`,
      )
      .join(" ")}</span>`,
)}
</p></div>`,
)}
</div></body></html>
`;

function tesseractTsv({ width, height, blocks }) {
  const rows = [
    "level page_num block_num par_num line_num word_num left top width height conf text".split(" "),
  ];
  rows.push([1, 1, 0, 0, 0, 0, 0, 0, width, height, -1, ""]);
  blocks.forEach(({ box, lines }, b) => {
    rows.push([2, 1, b + 1, 0, 0, 0, ...box, -1, ""], [3, 1, b + 1, 1, 0, 0, ...box, -1, ""]);
    lines.forEach((line, l) => {
      rows.push([4, 1, b + 1, 1, l + 1, 0, ...line.box, -1, ""]);
      rows.push(...line.words.map(({ text, box }, w) => [5, 1, b + 1, 1, l + 1, w + 1, ...box, 93.5, text]));
    });
  });
  return `${rows.map((row) => row.join("\t")).join("\n")}\n`;
}

const plainText = ({ blocks }) =>
  `${blocks.map(({ lines }) => lines.map(({ text }) => text).join("\n")).join("\n\n")}\n`;

/** Text that the standard fonts of PDF can show; a page of Chinese has no PDF here. */
const isLatin = (text) => /^[\x20-\x7e‘’“”–—éü]*$/.test(text);
const winAnsi = { "‘": 0x91, "’": 0x92, "“": 0x93, "”": 0x94, "–": 0x96, "—": 0x97 };
const hex = (text) =>
  [...text]
    .map((character) => (winAnsi[character] ?? character.codePointAt(0)).toString(16).padStart(2, "0"))
    .join("");

/** Width of a character of Times in running text, in ems, so that a line stays in its column. */
const TIMES_CHARACTER = 0.45;

function pdf({ width, height, blocks }) {
  const lines = blocks.flatMap((block) => block.lines);
  if (lines.filter(({ text }) => !isLatin(text)).length > lines.length / 10) return undefined;
  const shown = lines.filter(({ text }) => isLatin(text));
  const rows = shown.map(({ text, box: [x, y, width, tall] }) => {
    const size = Math.min(tall, Math.floor(width / (text.length * TIMES_CHARACTER)));
    return `BT /F1 ${size} Tf 1 0 0 1 ${x} ${height - y - tall} Tm <${hex(text)}> Tj ET`;
  });
  const content = rows.join("\n");
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>`,
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>",
  ];
  let file = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const at = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  return `${file}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
}

/** By the names of `build-edition formats`: the ending of such a file, and what stands in one. */
export const writers = {
  alto: { ending: "xml", write: alto },
  "page-xml": { ending: "xml", write: pageXml },
  hocr: { ending: "hocr", write: hocr },
  "tesseract-tsv": { ending: "tsv", write: tesseractTsv },
  "plain-text": { ending: "txt", write: plainText },
  pdf: { ending: "pdf", write: pdf },
};
