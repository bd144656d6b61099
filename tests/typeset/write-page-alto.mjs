/**
 * A page as ALTO 4, as programs write it that take words with their places out of a PDF: a `TextBlock` for each box
 * of lines, a `String` for each word, a `TextStyle` with the type size for each line, pixels. The blocks stand in a
 * shuffled order, because the order of a file is what a program must not trust. `ideographic` spaces are spaces.
 *
 *   <TextLine … STYLEREFS="TS0"><String … CONTENT="The"/><SP …/><String … CONTENT="ferry"/></TextLine>
 */
import { boxAround, groupLines, readLines } from "./read-lines.mjs";
import { seededRandom, shuffled } from "./seeded-random.mjs";

const POINTS_PER_INCH = 72;
/** Gap from which such programs read a space, in ems. */
const GAP_EM = 0.1;
/** An OCR program makes one block of a column where no gap is wider than this, in ems of the line above. */
const COLUMN_GAP_EM = 1.9;
/** Share of the narrower of two lines that must lie over the other for both to be of one column. */
const LEAST_OVER = 0.6;
/** Noto CJK's own ascent and descent, in ems: what PDF programs take for the height of its lines. */
const TALL = { above: 1.16 - 0.88, below: 0.288 - 0.12 };
const BOLD = /bold|black/i;

const escapeXml = (text) => text.replace(/[&<>"]/g, (char) => `&#${char.codePointAt(0)};`);

/** As if the page were turned so that text runs across: `from`–`to` along the line, `top`–`foot` down the column. */
const asAcross = (line) =>
  line.upright
    ? { from: line.y0, to: line.y1, top: -line.x1, foot: -line.x0 }
    : { from: line.x0, to: line.x1, top: line.y0, foot: line.y1 };

/**
 * Blocks as an OCR program makes them: all that stands under each other in a column in type of one size, the end of
 * one story and the beginning of the next among it.
 */
function groupByColumn(lines) {
  const blocks = [];
  const sorted = [...lines].sort(
    (a, b) => asAcross(a).top - asAcross(b).top || asAcross(a).from - asAcross(b).from,
  );
  for (const line of sorted) {
    const here = asAcross(line);
    const home = blocks.find((block) => {
      const last = block.at(-1);
      const above = asAcross(last);
      const over = Math.min(above.to, here.to) - Math.max(above.from, here.from);
      return (
        last.upright === line.upright &&
        over > LEAST_OVER * Math.min(above.to - above.from, here.to - here.from) &&
        here.top > above.top &&
        here.top - above.foot < COLUMN_GAP_EM * last.em &&
        Math.abs(line.em - last.em) < 0.25 * last.em &&
        Math.abs(above.from - here.from) < 4 * last.em
      );
    });
    if (home) home.push(line);
    else blocks.push([line]);
  }
  return blocks;
}

/** How lines make blocks: as pdfminer does, as OCR does, or each line a block of its own, as in many exports. */
const GROUPINGS = {
  boxes: groupLines,
  columns: groupByColumn,
  lines: (lines) => lines.map((line) => [line]),
};
export const BLOCK_KINDS = Object.keys(GROUPINGS);

/** Boxes as tall (in vertical pages as wide) as the font and not as the em. */
const tall = (box, em, upright) =>
  upright
    ? { ...box, x0: box.x0 - TALL.below * em, x1: box.x1 + TALL.above * em }
    : { ...box, y0: box.y0 - TALL.above * em, y1: box.y1 + TALL.below * em };

/**
 * `page`: what `setPages` gives; `glyphs`: what `readGlyphs` gives for its PDF. `blocks`: one of BLOCK_KINDS;
 * `tallBoxes`: boxes of the font's height; `graphics`: pictures and rules too; `image`: the name of the page's picture.
 */
export function pageAlto(
  issue,
  page,
  { glyphs, size },
  {
    dpi,
    blocks,
    tallBoxes = false,
    graphics = false,
    seed = 1,
    image = `page-${String(page.number).padStart(2, "0")}.jpg`,
  },
) {
  const vertical = issue.direction === "vertical";
  const lines = readLines(glyphs, { gapEm: GAP_EM, keepDouble: false, vertical });
  const random = seededRandom(`${issue.id}/${page.number}/alto/${seed}`);
  const ordered = shuffled(GROUPINGS[blocks](lines), random);
  const pixels = (points) => Math.round((points * dpi) / POINTS_PER_INCH);
  const place = ({ x0, y0, x1, y1 }) =>
    `HPOS="${pixels(x0)}" VPOS="${pixels(y0)}" WIDTH="${pixels(x1) - pixels(x0)}" HEIGHT="${pixels(y1) - pixels(y0)}"`;
  const styles = new Map();
  const styleOf = ({ em, font }) => {
    const bold = BOLD.test(font) ? ' FONTSTYLE="bold"' : "";
    const style = `FONTFAMILY="${escapeXml(font)}" FONTSIZE="${em.toFixed(1)}"${bold}`;
    if (!styles.has(style)) styles.set(style, `TS${styles.size}`);
    return styles.get(style);
  };
  const body = ordered.map((block, b) => {
    const boxed = block.map((line) => {
      const heighten = tallBoxes ? (box) => tall(box, line.em, line.upright) : (box) => box;
      return { line, own: heighten(line), words: line.words.map((word) => ({ ...word, ...heighten(word) })) };
    });
    const inside = boxed.map(({ line, own, words }, l) => {
      const id = `B${b}L${l}`;
      const strings = words.flatMap((word, w) => {
        const before = words[w - 1];
        const gap = before && (line.upright ? word.y0 - before.y1 : word.x0 - before.x1);
        const space =
          before &&
          `<SP WIDTH="${Math.max(0, pixels(gap))}" HPOS="${pixels(before.x1)}" VPOS="${pixels(before.y0)}"/>`;
        const string = `<String ID="${id}W${w}" ${place(word)} CONTENT="${escapeXml(word.text)}"/>`;
        return [space, string].filter(Boolean).map((tag) => `          ${tag}`);
      });
      return [
        `        <TextLine ID="${id}" ${place(own)} STYLEREFS="${styleOf(line)}">`,
        ...strings,
        "        </TextLine>",
      ].join("\n");
    });
    return [
      `      <TextBlock ID="B${b}" ${place(boxAround(boxed.map(({ own }) => own)))}>`,
      ...inside,
      "      </TextBlock>",
    ].join("\n");
  });
  const drawn = (tag, places) =>
    places.map((box, nth) => `      <${tag} ID="${tag[0]}${nth}" ${place(box)}/>`);
  if (graphics) body.push(...drawn("Illustration", page.pictures), ...drawn("GraphicalElement", page.rules));
  const measure = `HPOS="0" VPOS="0" WIDTH="${pixels(size.width)}" HEIGHT="${pixels(size.height)}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<alto xmlns="http://www.loc.gov/standards/alto/ns-v4#" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.loc.gov/standards/alto/ns-v4# http://www.loc.gov/standards/alto/v4/alto-4-2.xsd">
  <Description>
    <MeasurementUnit>pixel</MeasurementUnit>
    <sourceImageInformation><fileName>${image}</fileName></sourceImageInformation>
  </Description>
  <Styles>
${[...styles].map(([style, id]) => `    <TextStyle ID="${id}" ${style}/>`).join("\n")}
  </Styles>
  <Layout>
    <Page ID="P${page.number}" PHYSICAL_IMG_NR="${page.number}" ${measure.replace(/^HPOS="0" VPOS="0" /, "")} LANG="${issue.language}">
      <PrintSpace ${measure}>
${body.join("\n")}
      </PrintSpace>
    </Page>
  </Layout>
</alto>
`;
}
