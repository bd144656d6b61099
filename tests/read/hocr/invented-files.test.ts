/** Any page that can be written as hOCR is read as it was meant, and any heap of markup is read without loss. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asHtml, asXhtml, inPage, linesOf, readWhole, textsOf } from "./read-page.js";

const piece = fc.stringMatching(/^[a-zA-Zäß中文字，。<>&"'\u00ad\u3000-]{1,6}$/);
const wordIn = fc.record({
  text: piece,
  x: fc.integer({ min: 0, max: 900 }),
  y: fc.integer({ min: 0, max: 1900 }),
  confidence: fc.integer({ min: 0, max: 100 }),
  bold: fc.boolean(),
});
const issue = fc.array(
  fc.array(fc.array(fc.array(wordIn, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 }), {
    maxLength: 3,
  }),
  { minLength: 1, maxLength: 3 },
);
const style = fc.record({
  xhtml: fc.boolean(),
  loud: fc.boolean(),
  double: fc.boolean(),
  areas: fc.boolean(),
  closed: fc.boolean(),
  gap: fc.constantFrom(" ", "\n   ", "\t", "<!-- > -->  "),
});
type Style = typeof style extends fc.Arbitrary<infer S> ? S : never;
type WordIn = typeof wordIn extends fc.Arbitrary<infer W> ? W : never;

const escaped = (text: string): string =>
  text.replace(/[<&>"]/g, (character) => `&#${character.charCodeAt(0)};`);

function writeWord({ text, x, y, confidence, bold }: WordIn, { double }: Style): string {
  const quote = double ? '"' : "'";
  const title = `x_wconf ${confidence}; bbox ${x} ${y} ${x + 50} ${y + 30}`;
  const shown = bold ? `<strong>${escaped(text)}</strong>` : escaped(text);
  return `<span title=${quote}${title}${quote} class=${quote}ocrx_word${quote}>${shown}</span>`;
}

function writeIssue(pages: readonly WordIn[][][][], how: Style): string {
  const { gap, areas, closed, xhtml } = how;
  const body = pages
    .map((paragraphs) =>
      inPage(
        paragraphs
          .map((lines) => {
            const inner = lines
              .map(
                (words) =>
                  `<span class='ocr_line'>${gap}${words.map((word) => writeWord(word, how)).join(gap)}${gap}</span>`,
              )
              .join(gap);
            const paragraph = `<p class='ocr_par'>${inner}${closed || xhtml ? "</p>" : ""}`;
            return areas ? `<div class='ocr_carea'>${paragraph}</div>` : paragraph;
          })
          .join(gap),
      ),
    )
    .join("");
  const whole = xhtml ? asXhtml(body) : asHtml(body);
  return how.loud && !xhtml ? whole.replace(/<\/?[a-z]+/g, (tag) => tag.toUpperCase()) : whole;
}

describe("invented issues", () => {
  it("are read as they were written", () => {
    fc.assert(
      fc.property(issue, style, (pages, how) => {
        const { value, diagnostics } = readWhole(writeIssue(pages, how));
        expect(diagnostics).toEqual([]);
        expect(
          value.pages.map((page) => page.blocks.map(({ lines }) => lines.map(({ original }) => original))),
        ).toEqual(
          pages.map((blocks) =>
            blocks.map((lines) => lines.map((words) => words.map(({ text }) => text).join(" "))),
          ),
        );
        const read = value.pages.flatMap(linesOf).flatMap(({ words }) => words ?? []);
        const written = pages.flat(3);
        expect(read.map(({ text, confidence }) => [text, confidence])).toEqual(
          written.map(({ text, confidence }) => [text, confidence / 100]),
        );
        read.forEach(({ box }, index) => {
          expect(box.x).toBeCloseTo((written[index]?.x ?? -1) / 1000);
          expect(box.y).toBeCloseTo((written[index]?.y ?? -1) / 2000);
        });
      }),
      { numRuns: 200 },
    );
  });
});

const classes = [
  "ocr_page",
  "ocr_carea",
  "ocr_par",
  "ocr_line",
  "ocrx_word",
  "ocr_header",
  "ocr_caption",
  "ocr_float",
  "ocr_photo",
  "ocr_separator",
  "ocrx_cinfo",
  "plain",
];
const tags = ["div", "span", "p", "b", "h2", "td", "table", "i", "em", "li", "strong", "body", "html"];
const token = fc.oneof(
  fc.record({ text: fc.stringMatching(/^[a-z中文\u00ad]{1,4}$/) }),
  fc.record({
    markup: fc
      .tuple(
        fc.constantFrom(...tags),
        fc.constantFrom(...classes),
        fc.constantFrom(
          "bbox 1 2 3 4",
          "bbox 0 0 100 200",
          "bbox 9 9 1 1",
          "x_size 9; bbox 1 1 50 60",
          "",
          'image "',
        ),
        fc.constantFrom("", "/"),
      )
      .map(([tag, name, title, slash]) => `<${tag} class="${name}" title='${title}' ${slash}>`),
  }),
  fc.record({ markup: fc.constantFrom(...tags).map((tag) => `</${tag}>`) }),
  fc.record({
    markup: fc.constantFrom(
      " ",
      "\n",
      "<br>",
      "<br/>",
      "<hr>",
      "<!-- no -->",
      "<p>",
      "<div>",
      "<span>",
      "</br>",
      "<img>",
    ),
  }),
);

describe("heaps of markup", () => {
  it("lose and add no character, keep the order, and place nothing off the page", () => {
    fc.assert(
      fc.property(fc.array(token, { maxLength: 60 }), fc.boolean(), (tokens, xhtml) => {
        const heap = tokens.map((one) => ("text" in one ? one.text : one.markup)).join("");
        const { value } = readWhole((xhtml ? '<?xml version="1.0"?>' : "") + heap + inPage(""));
        const said = tokens.map((one) => ("text" in one ? one.text : "")).join("");
        expect(value.pages.flatMap(textsOf).join("").replaceAll(" ", "")).toBe(said);
        for (const page of value.pages) {
          const lines = linesOf(page);
          expect(lines.map(({ number }) => number)).toEqual(lines.map((_, index) => index + 1));
          const boxes = [...(page.separators ?? []), ...(page.pictures ?? [])];
          for (const { original, words = [], box, typeSize } of lines) {
            expect(original).toBe(original.trim());
            expect(original).not.toBe("");
            if (box) boxes.push(box);
            expect(typeSize === undefined || (typeSize > 0 && typeSize < 1)).toBe(true);
            let end = 0;
            for (const word of words) {
              expect(word.at).toBeGreaterThanOrEqual(end);
              end = word.at + word.text.length;
              expect(original.slice(word.at, end)).toBe(word.text);
              boxes.push(word.box);
            }
          }
          for (const { x, y, width, height } of boxes) {
            expect(Math.min(x, y, width, height)).toBeGreaterThanOrEqual(0);
            expect(Math.max(x + width, y + height)).toBeLessThanOrEqual(1 + 1e-9);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("bytes of any kind never throw", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.string({ maxLength: 100 }), (bytes, text) => {
        const page = new TextEncoder().encode(`<div class=ocr_page>${text}`);
        const { value, diagnostics } = readWhole(
          new TextDecoder().decode(new Uint8Array([...page, ...bytes])),
        );
        expect(value.pages.length + diagnostics.length).toBeGreaterThan(0);
      }),
    );
  });

  it("is the same twice", () => {
    fc.assert(
      fc.property(fc.array(token, { maxLength: 40 }), (tokens) => {
        const heap = tokens.map((one) => ("text" in one ? one.text : one.markup)).join("");
        expect(readWhole(heap)).toEqual(readWhole(heap));
      }),
    );
  });
});
