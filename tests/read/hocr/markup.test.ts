/** hOCR as it is found: XML or not, broken, misnested, cut off, hostile. Its text is read and the trouble is named. */
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { asHtml, asXhtml, inPage, linesOf, readBytes, readPage, readWhole, textsOf } from "./read-page.js";

const lineOf = (text: string) => `<span class='ocr_line'>${text}</span>`;
const codesOf = (text: string) => readWhole(text).diagnostics.map(({ code }) => code);
const textsIn = (text: string) => readWhole(text).value.pages.flatMap(textsOf);

describe("HTML and XML", () => {
  it("an empty word of XML holds nothing", () => {
    const content = inPage(
      lineOf("<span class='ocrx_word'/>a <span class='ocrx_word' title='bbox 1 2 3 4'>b</span>"),
    );
    const { value, diagnostics } = readWhole(asXhtml(content));
    expect(diagnostics).toEqual([]);
    expect(linesOf(value.pages[0])).toMatchObject([{ original: "a b", words: [{ at: 2, text: "b" }] }]);
  });
  it("a slash in plain HTML means nothing, and no text is lost for it", () =>
    expect(textsIn(asHtml(inPage(lineOf("<span class='ocrx_word'/>a <b/>b"))))).toEqual(["a b"]));
  it("an empty title or script hides nothing", () => {
    expect(textsIn(`<html><head><title/><script src='x'/></head><body>${inPage("a")}</body></html>`)).toEqual(
      ["a"],
    );
  });
  it("titles, scripts and styles are no text", () =>
    expect(
      textsIn(asHtml(`<style>.ocr_line { a: "<p>" }</style><script>"<p>no</p>"</script>${inPage("yes")}`)),
    ).toEqual(["yes"]));
  it("CDATA is text, and a document type is not", () => {
    const file = `<?xml version="1.0"?>\n<!DOCTYPE html [\n<!ENTITY x "expanded">\n]>\n<html xmlns="http://www.w3.org/1999/xhtml"><body>${inPage(lineOf("<![CDATA[a < b]]> &x;"))}\n<!-- c --></body></html>`;
    expect(textsIn(file)).toEqual(["a < b &x;"]);
  });
  it("prefixed names are names", () =>
    expect(
      textsIn(
        "<?xml version='1.0'?><h:html xmlns:h='http://www.w3.org/1999/xhtml'><h:body><h:div class='ocr_page'><h:span class='ocr_line'>a<h:br/>b</h:span></h:div></h:body></h:html>",
      ),
    ).toEqual(["a b"]));
});

describe("text as it is shown", () => {
  it.each([
    ["&amp;&lt;&#x4E2D;&eacute;&hellip;&nbsp;x", "&<中é…\u00a0x"],
    ["  a \n\t b\r\n", "a b"],
    ["sub\u00ad", "sub\u00ad"],
    ["a\u3000b\u3000", "a\u3000b\u3000"],
    ["a<!-- never > shown -->b", "ab"],
    ["R&D AT&T &unknown;", "R&D AT&T &unknown;"],
    ["x < y", "x < y"],
    ["H<sub>2</sub>O<br/>x", "H2O x"],
    ["中<span class='ocrx_cinfo'>文</span>", "中文"],
    ["𠀀👍", "𠀀👍"],
  ])("%j", (written, shown) => expect(textsOf(readPage(lineOf(written)).page)).toEqual([shown]));

  it("in the encoding that the file names", () => {
    const file = asHtml(inPage(lineOf("Straße, naïve façade"))).replace(
      "<head>",
      "<head><meta charset=iso-8859-1>",
    );
    const { value } = readBytes(new Uint8Array(iconv.encode(file, "latin1")));
    expect(value.pages.flatMap(textsOf)).toEqual(["Straße, naïve façade"]);
    const big5 = `<?xml version="1.0" encoding="big5"?><html><body>${inPage(lineOf("本報每逢三日出版一次"))}</body></html>`;
    expect(readBytes(new Uint8Array(iconv.encode(big5, "big5"))).value.pages.flatMap(textsOf)).toEqual([
      "本報每逢三日出版一次",
    ]);
  });
});

describe("broken markup", () => {
  it("an end tag in the wrong place ends no line but its own", () => {
    const { page, codes } = readPage(
      lineOf("<b><span class='ocrx_word' title='bbox 1 2 3 4'>a</b></span> b") + lineOf("c"),
    );
    expect(linesOf(page)).toMatchObject([{ original: "a b", words: [{ text: "a" }] }, { original: "c" }]);
    expect(codes).toEqual([]);
  });
  it("unclosed lines and words", () => {
    const { page, codes } = readPage(
      "<p class=ocr_par><span class=ocr_line><span class=ocrx_word>a</p><p class=ocr_par><span class=ocr_line>b</p>",
    );
    expect(textsOf(page)).toEqual(["a", "b"]);
    expect(codes).toEqual(["JL1063", "JL1063"]);
  });
  it("unclosed paragraphs are HTML", () => {
    const { page, codes } = readPage(`<p class=ocr_par>${lineOf("a")}<p class=ocr_par>${lineOf("b")}`);
    expect(page.blocks.map(({ lines }) => lines.length)).toEqual([1, 1]);
    expect(codes).toEqual([]);
  });
  it("a division for a line does not end its paragraph", () => {
    const { page, codes } = readPage(
      "<p class=ocr_par id=p><div class=ocr_line>a</div><div class=ocr_line>b</div></p>",
    );
    expect(page.blocks).toMatchObject([{ sourceId: "p", lines: [{ original: "a" }, { original: "b" }] }]);
    expect(codes).toEqual([]);
  });
  it("stray end tags", () => {
    const { page, diagnostics } = readPage(`${lineOf("a")}</span></span>${lineOf("b")}`);
    expect(textsOf(page)).toEqual(["a", "b"]);
    expect(diagnostics).toMatchObject([
      { code: "JL1064", severity: "warning", details: { element: "span", count: 2 } },
    ]);
  });
  it("a page that is closed too early goes on, and one that is not closed ends where the next begins", () => {
    const early = readWhole(asHtml(`${inPage(lineOf("a"))}</div>${lineOf("b")}`));
    expect(early.value.pages.map(textsOf)).toEqual([["a", "b"]]);
    expect(early.diagnostics.map(({ code }) => code)).toEqual(["JL1064", "JL1062"]);
    const late = readWhole(asHtml("<div class=ocr_page><div class=ocr_carea>a<div class=ocr_page>b"));
    expect(late.value.pages.map(textsOf)).toEqual([["a"], ["b"]]);
    expect(late.diagnostics).toMatchObject([
      { code: "JL1062", details: { element: "ocr_page", where: "inside of another ocr_page" } },
      { code: "JL1063", details: { element: "ocr_page", count: 2 } },
      { code: "JL1063", details: { element: "ocr_carea" } },
    ]);
  });
  it("lines before any page belong to the first", () => {
    const { value, diagnostics } = readWhole(asHtml(`<p>head</p>${lineOf("a")}${inPage(lineOf("b"))}`));
    expect(value.pages.map(textsOf)).toEqual([["head", "a", "b"]]);
    expect(value.pages[0]?.aspect).toBe(2);
    expect(diagnostics.map(({ details }) => `${details.element} ${details.where}`)).toEqual([
      "text outside of any ocr_page",
      "ocr_line outside of any ocr_page",
    ]);
  });
  it("lines in lines, words in words", () => {
    const { page, codes } = readPage(
      "<span class=ocr_line>a <span class=ocr_line>b <span class=ocrx_word title='bbox 1 2 3 4'>c<span class=ocrx_word title='bbox 1 2 3 4'>d</span></span></span> e</span>",
    );
    expect(textsOf(page)).toEqual(["a", "b cd", "e"]);
    expect(linesOf(page)[1]?.words?.map(({ at, text }) => [at, text])).toEqual([
      [2, "c"],
      [3, "d"],
    ]);
    expect(codes).toEqual(["JL1062", "JL1062"]);
  });
  it.each([
    ["a tag", `${lineOf("a")}<span class='ocr_l`, "a tag"],
    ["a comment", `${lineOf("a")}<!-- ${lineOf("b")}`, "a comment"],
    ["a script", `${lineOf("a")}<script>${lineOf("b")}`, "script"],
    ["a line", "<span class='ocr_line'>a", "ocr_line"],
  ])("cut off in %s", (_, content, inside) => {
    const { value, diagnostics } = readWhole(`<div class=ocr_page>${content}`);
    expect(value.pages.map(textsOf)).toEqual([["a"]]);
    expect(diagnostics.find(({ code }) => code === "JL1065")?.details.inside).toBe(inside);
  });
  it("print that looks like a tag is spoken of", () => {
    const { page, diagnostics } = readPage(lineOf("THE <AMERICAN> FLAG"));
    expect(textsOf(page)).toEqual(["THE FLAG"]);
    expect(diagnostics).toMatchObject([{ code: "JL1067", details: { tag: "american" } }]);
  });
});

describe("the head", () => {
  it("that lacks what hOCR demands", () => {
    const { value, diagnostics } = readWhole(inPage("x"));
    expect(value.format).toBe("hOCR");
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([
      ["JL1061", "warning"],
      ["JL1061", "warning"],
    ]);
  });
  it("with a misspelt name", () => {
    const { diagnostics } = readWhole(
      `<meta name=ocr-system content='  foo\n1.0'><meta name=ocr-capabilites content=x>${inPage("x")}`,
    );
    expect(diagnostics[0]).toMatchObject({
      code: "JL1061",
      details: { problem: expect.stringContaining("ocr-capabilites"), meant: "ocr-capabilities" },
    });
  });
});

describe("no hOCR", () => {
  it.each([
    ["other HTML", "<html><body><p>text</p></body></html>"],
    ["only the head of it", asHtml("text")],
    ["nothing", ""],
    ["XML", "<?xml version='1.0'?><metadata>text</metadata>"],
  ])("%s gives no page and an error", (_, text) => {
    expect(readWhole(text).value.pages).toEqual([]);
    expect(codesOf(text)).toEqual(["JL1060"]);
  });
  it("bytes that are no text", () => {
    const { value, diagnostics } = readBytes(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]));
    expect(value.pages).toEqual([]);
    expect(diagnostics.map(({ severity }) => severity)).toEqual(["error"]);
  });
});

/** Each was quadratic or recursive in some parser. That they end is the test: the runner's own limit is the clock. */
describe("hostile files", () => {
  const many = 200_000;
  const around = (content: string) => asHtml(`<div class=ocr_page title='bbox 0 0 10 10'>${content}`);
  it.each([
    [
      "nested spans",
      `${"<span>".repeat(many)}deep${"</span>".repeat(many)}${lineOf("after")}`,
      ["deep", "after"],
    ],
    [
      "unclosed bold type",
      `${"<b>".repeat(many)}deep${lineOf("after")}${lineOf("more")}`,
      ["deep", "after", "more"],
    ],
    [
      "unclosed fonts, all different",
      Array.from({ length: many }, (_, at) => `<font a${at}>`).join("") + lineOf("x"),
      ["x"],
    ],
    ["nested divisions", `${"<div>".repeat(many)}x`, ["x"]],
    ["end tags", `${"<div><i>".repeat(100)}${"</i>".repeat(many)}${"</span>".repeat(many)}x`, ["x"]],
    ["attributes", `<span ${Array.from({ length: many }, (_, at) => `a${at}`).join(" ")}>x`, ["x"]],
    ["names of elements", `${Array.from({ length: many }, (_, at) => `<t${at}>`).join("")}x`, ["x"]],
    ["a title", `<span class=ocr_line title="${`"' ;`.repeat(many)}">x</span>`, ["x"]],
    ["white space", `<span class=ocr_line>x${" ".repeat(many)}y</span>`, ["x y"]],
    ["ampersands", "&".repeat(many), ["&".repeat(many)]],
  ])("%s", (_, content, texts) => expect(textsIn(around(content))).toEqual(texts));

  it.each(["page", "carea", "par", "line", "header"])("nested ocr_%s", (name) => {
    const texts = textsIn(around(`<span class=ocr_${name}>x`.repeat(many)));
    expect(texts.join("")).toBe("x".repeat(many));
  });
  it("words without end in one line", () =>
    expect(
      textsIn(around(`<span class=ocr_line>${"<span class=ocrx_word>x</span> ".repeat(many)}`))[0],
    ).toHaveLength(many * 2 - 1));
  it("more lines than any newspaper: the rest is one line", () => {
    const { value, diagnostics } = readWhole(around(`${"<p>x".repeat(300_000)}<p>y<b>z</b>`));
    const texts = value.pages.flatMap(textsOf);
    expect(texts.join("").replaceAll(" ", "")).toBe(`${"x".repeat(300_000)}yz`);
    expect(texts.at(-1)?.endsWith("x x yz")).toBe(true);
    expect(texts).toHaveLength(200_000);
    expect(diagnostics.map(({ code }) => code)).toContain("JL1066");
  });
});
