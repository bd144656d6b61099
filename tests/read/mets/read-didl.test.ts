import { describe, expect, it } from "vitest";
import { issueOf, outline } from "./small-issue.js";

const role = (name: string) =>
  `<didl:Descriptor><didl:Statement mimeType="text/plain" dc:type="role">${name}</didl:Statement></didl:Descriptor>`;
const component = (name: string, resource: string) =>
  `<didl:Component>${role(name)}${resource}</didl:Component>`;
const metadata = (inside: string) =>
  component(
    "metadata",
    `<didl:Resource mimeType="text/xml"><srw_dc:dcx>${inside}</srw_dc:dcx></didl:Resource>`,
  );
const item = (id: string, inside: string) =>
  `<didl:Item dc:identifier="x:1:mpeg21:${id}">${inside}</didl:Item>`;
const page = (number: number, inside = "") =>
  item(
    `p00${number}`,
    role(`page ${number}`) +
      metadata(`<ddd:nativePageNumber>${number + 40}</ddd:nativePageNumber>`) +
      component("image/preservation", `<didl:Resource mimeType="image/jp2" ref="${number}.jp2"/>`) +
      component(
        "image",
        `<didl:Resource mimeType="image/jp2" ref="http://example.org/?urn=x" dcx:filename="${number}_access.jp2"/>`,
      ) +
      component(
        "alto",
        `<didl:Resource mimeType="text/xml" ref="http://example.org/?urn=y" dcx:filename="${number}_alto.xml"/>`,
      ) +
      inside,
  );
const part = (order: number, alto: string, ...ids: string[]) =>
  `<dcx:article-part order="${order}"><dcx:coordinates image="x"><dcx:area hpos="1"/></dcx:coordinates><dcx:blocks alto="${alto}">${ids.map((id) => `<dcx:TextBlock ID="${id}"/>`).join("")}</dcx:blocks></dcx:article-part>`;
const article = (id: string, about: string, parts: string) =>
  item(
    id,
    component(
      "ocr",
      `<didl:Resource mimeType="text/xml" ref="http://example.org/?urn=z" dcx:filename="${id}_articletext.xml"/>`,
    ) +
      metadata(about) +
      component(
        "metadata/zoning",
        `<didl:Resource mimeType="text/xml"><dcx:zoning>${parts}</dcx:zoning></didl:Resource>`,
      ),
  );

const text = `<didl:DIDL xmlns:didl="urn:mpeg:mpeg21:2002:02-DIDL-NS">${item(
  "",
  metadata(
    `<dc:title>Alder Courant</dc:title><dc:identifier xsi:type="dcx:PPN">8</dc:identifier><dc:date>1750-05-15</dc:date><dc:publisher>P. Dune</dc:publisher><dcterms:spatial>Lokaal</dcterms:spatial><dcterms:spatial xsi:type="dcx:creation">Alder</dcterms:spatial><dcx:issuenumber>58</dcx:issuenumber><dc:identifier>http://example.org/x:1</dc:identifier><dc:language xsi:type="dcterms:ISO639-1">nl</dc:language><dcterms:issued>1708-1795</dcterms:issued><dcx:recordRights>Library</dcx:recordRights>`,
  ) +
    page(1, item("p001:a0001", metadata("<dc:subject>artikel</dc:subject>"))) +
    page(2) +
    article(
      "a0001",
      "<dc:subject>artikel</dc:subject><dc:title>NEDERLANDEN.</dc:title>",
      part(2, "2_alto.xml", "P2_1") + part(1, "1_alto.xml", "P1_1", "P1_2"),
    ) +
    article("a0002", "<dc:subject>familiebericht</dc:subject>", part(1, "1_alto.xml", "P1_3")) +
    article("a0003", "<dc:subject>advertentie</dc:subject>", part(1, "../1_alto.xml", "P1_4")) +
    article("a0004", "<dc:subject>gedicht</dc:subject>", part(1, "1_alto.xml", "P1_5")),
)}</didl:DIDL>`;

describe("DIDL", () => {
  it("lists articles by the order of their parts, and not the rectangles inside pages", () => {
    expect(outline(text)).toEqual([
      "article: text 1_alto.xml#P1_1 · text 1_alto.xml#P1_2 · text 2_alto.xml#P2_1",
      "notice: text 1_alto.xml#P1_3",
      "advert: advert 1_alto.xml#P1_4",
      "article: text 1_alto.xml#P1_5",
    ]);
    expect(issueOf(text).items.map(({ id, label, rawType }) => [id, label, rawType])).toEqual([
      ["a0001", "NEDERLANDEN.", "artikel"],
      ["a0002", undefined, "familiebericht"],
      ["a0003", undefined, "advertentie"],
      ["a0004", undefined, "gedicht"],
    ]);
    expect(issueOf(text).items[2]?.parts[0]?.places[0]?.file).toEqual({ name: "1_alto.xml" });
  });

  it("lists pages and what the issue is", () => {
    const issue = issueOf(text);
    const ref = (name: string) => ({ path: name, name });
    expect(issue.pages).toEqual([
      { order: 1, text: ref("1_alto.xml"), image: ref("1_access.jp2"), label: "41" },
      { order: 2, text: ref("2_alto.xml"), image: ref("2_access.jp2"), label: "42" },
    ]);
    expect(issue.about).toEqual({
      title: "Alder Courant",
      date: "1750-05-15",
      number: "58",
      languages: ["nl"],
      rights: "Library",
      place: "Alder",
      publisher: "P. Dune",
      identifier: "http://example.org/x:1",
    });
  });
});
