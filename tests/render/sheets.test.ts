/** All sheets of an edition in one document, for printing; and the link to the PDF, which is there only where that is. */
import { parse } from "parse5";
import { describe, expect, it } from "vitest";
import { otherForms } from "../../src/publish/other-forms.js";
import { renderEdition, renderSheets } from "../../src/render/index.js";
import { hostile, open, spec } from "./made-up.js";
import { setEdition } from "./set-edition.js";

const edition = setEdition(spec);
const printed = (options = {}): string => {
  const { site, sheets } = open(options);
  return renderSheets(edition, site, sheets).html.content as string;
};
const all = (html: string, attribute: string): string[] =>
  [...html.matchAll(new RegExp(` ${attribute}="([^"]*)"`, "g"))].map((match) => match[1] as string);

interface Node {
  readonly nodeName: string;
  readonly childNodes?: readonly Node[];
}
const tagsOf = ({ nodeName, childNodes = [] }: Node): string[] => [nodeName, ...childNodes.flatMap(tagsOf)];

describe("the sheets of an edition", () => {
  it("are one for each page, in their order, with the style of the site", () => {
    const { site, sheets } = open();
    const document = renderSheets(edition, site, sheets);
    expect(document.pages).toBe(2);
    const html = document.html.content as string;
    expect(html.match(/<figure class="sheet/g)).toHaveLength(2);
    expect(html.indexOf('<div id="s1"')).toBeLessThan(html.indexOf('<div id="s2"'));
    const style = document.style.content as string;
    expect(style).toContain("@page measured { size: A3");
    expect(style).toContain(".paper");
  });

  it("name nothing twice, and links inside the edition lead to another sheet", () => {
    const html = printed();
    const ids = all(html, "id");
    expect(ids).toHaveLength(new Set(ids).size);
    // The ferry goes on: it stands on both pages.
    expect(ids).toEqual(expect.arrayContaining(["s1-p1-aaaaaa", "s2-p1-aaaaaa"]));
    const inside = all(html, "href").filter((href) => href.startsWith("#"));
    expect(inside).toContain("#s2-p1-aaaaaa");
    for (const href of inside) expect(ids).toContain(href.slice(1));
  });

  it("lead to the site where its address is known, else nowhere: never into a folder of the maker's disk", () => {
    const hrefs = (options = {}) => all(printed(options), "href").filter((href) => !href.startsWith("#"));
    expect(hrefs()).toEqual(["sheets.css"]);
    const [style, ...rest] = hrefs({ baseUrl: "https://papers.example.org/" });
    expect(style).toBe("sheets.css");
    expect(rest).toContain("https://papers.example.org/test-times/2024-02-29/p1-aaaaaa.html");
    expect(rest.every((href) => href.startsWith("https://papers.example.org/test-times/2024-02-29/"))).toBe(
      true,
    );
  });

  it("run nothing that a page file says, and no script at all", () => {
    const html = printed();
    const tags = tagsOf(parse(html) as unknown as Node);
    expect(tags).toContain("figure");
    for (const tag of ["script", "img", "b", "iframe", "object"]) expect(tags).not.toContain(tag);
    expect(html).toContain("default-src &#39;none&#39;");
    expect(html).toContain("&lt;Times&gt;");
    expect(html).toContain("{{ 7 * 7 }}");
    expect(hostile).toContain("<script>");
  });

  it("stand upright where the paper is set in vertical lines", () => {
    const { site, sheets } = open();
    const vertical = setEdition({ ...spec, language: "ja", direction: "vertical" });
    const html = renderSheets(vertical, site, sheets).html.content as string;
    expect(html.match(/<div id="s\d" class="vertical">/g)).toHaveLength(2);
  });

  it("begin each with the page's name, and between two lines of a heading a space is painted", () => {
    const html = printed();
    expect(html.match(/<h1 class="sheet-name">/g)).toHaveLength(2);
    expect(html).toContain('<h1 class="sheet-name">Page 1</h1>');
    const ferry = /<h2[^>]*>(?:(?!<\/h2>).)*A ferry for the winter.*?<\/h2>/.exec(html)?.[0] ?? "";
    const gap = '<span class="gap"> </span>';
    expect(ferry).toContain(`A ferry for the winter${gap}</span>`);
    expect(ferry.split(gap)).toHaveLength(2);
    // Paragraphs are as they are on the site.
    expect(html.replace(/<h[23].*?<\/h[23]>/g, "")).not.toContain('class="gap"');
  });

  it("are the same again", () => expect(printed()).toBe(printed()));
});

describe("the PDF", () => {
  const front = (hasPdf: boolean): string => {
    const { site } = open({ baseUrl: "https://papers.example.org" });
    const { value } = renderEdition(hasPdf ? { ...edition, hasPdf: true } : edition, site, []);
    return value.find(({ path }) => path.endsWith("/index.html"))?.content as string;
  };
  it("is offered on the edition's front only where there is one", () => {
    expect(front(true)).toContain('href="edition.pdf" type="application/pdf"');
    expect(front(false)).not.toContain("edition.pdf");
  });
  it("is named to readers of the manifest only where there is one", () => {
    const names = (list: ReturnType<typeof otherForms>) =>
      list.filter(({ use }) => use === "reading").map(({ file }) => file);
    expect(names(otherForms({ hasPdf: true }))).toEqual(["edition.pdf", "edition.epub", "edition.txt"]);
    expect(names(otherForms({}))).toEqual(["edition.epub", "edition.txt"]);
  });
});
