/** Text of lines and where words stand in it. */
import { describe, expect, it } from "vitest";
import { alto, block, box, line, readPage, readText, tag } from "./invented.js";

const string = (CONTENT: string, values = {}) =>
  tag("String", { CONTENT, ...box(10, 10, 50, 20), ...values });
const one = (inner: string) => readPage(alto(block(tag("TextLine", {}, inner))));

describe("the text of an ALTO line", () => {
  it("is what is printed: SP one space, HYP at the end, no SUBS_CONTENT", () => {
    const { originals, lines } = one(
      `${string("premier")}<SP WIDTH="9"/>${string("ar", { SUBS_TYPE: "HypPart1", SUBS_CONTENT: "article" })}<HYP CONTENT="-"/>`,
    );
    expect(originals).toEqual(["premier ar-"]);
    expect(lines[0]?.words?.map(({ at, text }) => [at, text])).toEqual([
      [0, "premier"],
      [8, "ar-"],
    ]);
  });

  it("keeps each character: entities, soft hyphens, doubled and trailing spaces", () => {
    const content = 'a&b<"Æſ\u00ad𠮷';
    const { originals } = one(`<SP/>${string(content)}<SP/><SP/>${string("x y")}<SP/>`);
    expect(originals).toEqual([` ${content}  x y `]);
  });

  it("sets Strings without SP together where the file has SP elsewhere", () => {
    expect(one(`${string("don")}${string("’t")}<SP/>${string("go")}`).originals).toEqual(["don’t go"]);
  });

  it("parts words by one space where the file has no SP at all, and by none more where a space is there", () => {
    expect(one(`${string("Die")}${string("neue ")}${string("Zei")}<HYP CONTENT="¬"/>`).originals).toEqual([
      "Die neue Zei¬",
    ]);
    const pages = alto(block(tag("TextLine", {}, string("a") + string("b"))));
    const second = pages.replace("</Layout>", `<Page>${block(line("c d", 1, 1, 9))}</Page></Layout>`);
    expect(readPage(second).originals).toEqual(["ab"]);
  });

  it("counts lines in file order, the empty ones too, and leaves those out", () => {
    const { lines } = readPage(
      alto(
        block(line("one", 10, 10, 20) + tag("TextLine", {}, `${string(" ")}<SP/>`)) +
          block("<TextLine/>") +
          block(line("four", 10, 90, 20)),
      ),
    );
    expect(lines.map(({ number, original }) => [number, original])).toEqual([
      [1, "one"],
      [4, "four"],
    ]);
  });

  it("keeps Strings that stand in no line, lines in no block, and text in no page", () => {
    const loose = alto(
      `${string("a")}<SP/>${string("b")}${line("c", 1, 1, 9)}${block(`${string("d")}${line("e", 1, 1, 9)}${string("f")}`)}` +
        tag("ComposedBlock", {}, string("g")),
    );
    expect(readPage(loose).originals).toEqual(["a b", "c", "d", "e", "f", "g"]);
    expect(readPage(`<alto>${string("lost")}</alto>`).originals).toEqual(["lost"]);
    const after = loose.replace("</Layout>", `${string("late")}</Layout>`);
    expect(readPage(after).originals).toContain("late");
  });

  it("reads confidence from WC, from CC where that fails, and from neither where both do", () => {
    const { lines } = one(
      [
        string("a", { WC: "0.25", CC: "9" }),
        string("abcd", { WC: "77", CC: "0090" }),
        string("ab", { CC: "9 0" }),
        string("c", { WC: "NaN", CC: "?" }),
      ].join("<SP/>"),
    );
    expect(lines[0]?.words?.map(({ confidence }) => confidence)).toEqual([0.25, 0.75, 0.5, undefined]);
  });

  it("does not print glyphs and variants a second time", () => {
    const glyphs = `<Glyph CONTENT="a"><Variant CONTENT="o"/></Glyph><ALTERNATIVE>an</ALTERNATIVE>`;
    const { originals, codes } = one(`<String CONTENT="a">${glyphs}</String>`);
    expect([originals, codes]).toEqual([["a"], []]);
  });

  it("reports words without CONTENT, with line breaks, and text in elements it does not know", () => {
    expect(one(`<String/>${string("a")}`)).toMatchObject({ originals: ["a"], codes: ["JL1044"] });
    expect(one(string("a\nb").replace("\n", "&#10;"))).toMatchObject({
      originals: ["a b"],
      codes: ["JL1045"],
    });
    expect(one(`b ${string("a")}`)).toMatchObject({ originals: ["a"], codes: ["JL1047"] });
    expect(one(`${string("a")}<Sting CONTENT="b"/>`)).toMatchObject({ originals: ["a"], codes: ["JL1047"] });
  });
});

describe("a file that cannot be read", () => {
  it("has no pages and an error", () => {
    const codesOf = (xml: string | Uint8Array) => {
      const { value, diagnostics } = readText(xml);
      return [value.pages.length, diagnostics.map(({ code, severity }) => `${code} ${severity}`)];
    };
    expect(codesOf("<alto/>")).toEqual([0, ["JL1046 error"]]);
    expect(codesOf("")).toEqual([0, [expect.stringMatching(/^JL10\d\d error$/)]]);
    expect(codesOf(`<!DOCTYPE alto [<!ENTITY a "b">]><alto/>`)).toEqual([0, ["JL1041 error"]]);
    expect(codesOf(new TextEncoder().encode("%PDF-1.4 \x00\x01"))[1]).toContain("JL1002 error");
  });

  it("gives what stood before the fault, with an error", () => {
    const whole = alto(block(line("kept words", 10, 10, 20) + line("and these", 10, 40, 20)));
    const { originals, codes } = readPage(whole.slice(0, whole.indexOf("these")));
    expect([originals, codes]).toEqual([["kept words", "and "], ["JL1040"]]);
  });

  it("stops at nesting no page has, and keeps the text before it", () => {
    const deep = (levels: number) =>
      alto(
        line("kept", 1, 1, 9) +
          "<ComposedBlock>".repeat(levels) +
          line("deep", 1, 1, 9) +
          "</ComposedBlock>".repeat(levels),
      );
    expect(readPage(deep(200))).toMatchObject({ originals: ["kept", "deep"], codes: [] });
    expect(readPage(deep(20_000))).toMatchObject({ originals: ["kept"], codes: ["JL1042"] });
  });
});
