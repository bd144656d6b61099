import { describe, expect, it } from "vitest";
import { readIssueFile, recognisesIssueFile } from "../../../src/read/mets/read-issue-file.js";
import { area, fileOf, files, issueOf, logical, metsOf, outline, physical } from "./small-issue.js";

const twoTexts = files([
  ["T1", "text/xml", "file://./ALTO/1.xml"],
  ["T2", "text/xml", "file://./ALTO/2.xml"],
]);
const div = (type: string, inside: string, more = "") =>
  `<mets:div TYPE="${type}" ${more}>${inside}</mets:div>`;

describe("recognisesIssueFile", () => {
  it.each([
    ["<mets:mets xmlns:mets='x'>", true],
    ["\ufeff<?xml version='1.0'?>\n<!-- <alto> -->\n<mets LABEL='x'>", true],
    ["<didl:DIDL\n xmlns:didl='x'>", true],
    ["<alto xmlns='x'><mets>", false],
    ["<metsHdr>", false],
    ["mets", false],
    ["<!-- <mets> ", false],
    ["", false],
  ])("%j", (head, expected) => expect(recognisesIssueFile(head)).toBe(expected));
});

describe("METS that points at blocks", () => {
  it("lists parts in logical order with their roles, over pages", () => {
    expect(
      outline(
        metsOf(
          twoTexts +
            logical(
              div(
                "ARTICLE",
                div(
                  "HEADING",
                  div("OVERLINE", area("T1", "b1")) +
                    div("TITLE", area("T1", "b2")) +
                    div("SUBHEADLINE", area("T1", "b3")),
                ) +
                  div(
                    "BODY",
                    div("PARAGRAPH", div("TEXT", area("T1", "b4")) + div("TEXT", area("T2", "b5"))) +
                      div("SUBHEADLINE", area("T2", "b6")) +
                      div("ILLUSTRATION", div("IMAGE", area("T2", "c1")) + div("CAPTION", area("T2", "b7"))) +
                      div("TABLE", div("IMAGE", area("T2", "c2"))) +
                      div("AUTHOR", area("T2", "b8")),
                  ),
                'ID="a1"',
              ),
            ),
        ),
      ),
    ).toEqual([
      "article: kicker 1.xml#b1 · headline 1.xml#b2 · deck 1.xml#b3 · paragraph 1.xml#b4+2.xml#b5 · " +
        "subhead 2.xml#b6 · illustration 2.xml#c1 · caption 2.xml#b7 · table 2.xml#c2 · byline 2.xml#b8",
    ]);
  });

  it("keeps sections as labels, their titles as items, and loses no block that only a section has", () => {
    const issue = issueOf(
      metsOf(
        twoTexts +
          logical(
            div(
              "SECTION",
              div("HEADING", div("TITLE", area("T1", "b1"))) +
                div("BODY", div("BODY_CONTENT", div("PARAGRAPH", area("T1", "b2")))) +
                div("ARTICLE", div("TITLE", area("T1", "b3")), 'ID="a1" LABEL="Wharf news"') +
                div("SECTION", div("ADVERTISEMENT", area("T1", "c1"), 'ID="ad"'), 'LABEL="Adverts"'),
              'LABEL="Harbour"',
            ),
          ),
      ),
    );
    expect(issue.items.map(({ type, sections, label }) => [type, sections, label])).toEqual([
      ["section-title", ["Harbour"], undefined],
      ["other", ["Harbour"], undefined],
      ["article", ["Harbour"], "Wharf news"],
      ["advert", ["Harbour", "Adverts"], undefined],
    ]);
    expect(
      issue.items.flatMap(({ parts }) => parts.flatMap(({ places }) => places.map(({ id }) => id))),
    ).toEqual(["b1", "b2", "b3", "c1"]);
  });

  it("tells furniture from stories, and a picture in the nameplate from both", () => {
    expect(
      outline(
        metsOf(
          twoTexts +
            logical(
              div(
                "TITLE_SECTION",
                div("HEADLINE", area("T1", "b1")) +
                  div("ILLUSTRATION", div("IMAGE", area("T1", "c1"))) +
                  div("PUBLISHING_STMT", area("T1", "b2")),
              ) +
                div("OBITUARY", div("TEXTBLOCK", area("T1", "b3"))) +
                div("WEIRD_THING", area("T1", "b4")),
            ),
        ),
      ),
    ).toEqual([
      "furniture: headline 1.xml#b1 · text 1.xml#b2",
      "illustration: illustration 1.xml#c1",
      "notice: text 1.xml#b3",
      "other: text 1.xml#b4",
    ]);
  });

  it("lists pages in their order with text, picture and folio", () => {
    const list = files([
      ["I1", "image/tiff", "images/1.tif"],
      ["B1", "image/png", "bw/1.png"],
      ["TH1", "image/jpeg", "thumbnails/1.jpg"],
      ["T1", "text/xml", "text/1.xml"],
      ["P1", "application/pdf", "pdf/1.pdf"],
      ["T2", "text/xml", "https://example.org/2.xml"],
    ]);
    const pages = physical(
      div("PAGE", '<mets:fptr FILEID="T2"/>', 'ORDER="2" ORDERLABEL="1038"') +
        div(
          "TITLE_PAGE",
          `<mets:fptr><mets:par><mets:area FILEID="I1"/><mets:area FILEID="TH1"/><mets:area FILEID="B1"/><mets:area FILEID="P1"/><mets:area FILEID="T1" BETYPE="IDREF" BEGIN="P1"/></mets:par></mets:fptr>`,
          'ORDER="1"',
        ),
    );
    expect(issueOf(metsOf(list + pages)).pages).toEqual([
      { order: 1, text: { path: "text/1.xml", name: "1.xml" }, image: { path: "bw/1.png", name: "1.png" } },
      { order: 2, text: { name: "2.xml" }, label: "1038" },
    ]);
  });

  it("finds the pages of a file without a physical structure", () => {
    expect(issueOf(metsOf(twoTexts)).pages.map(({ text }) => text?.path)).toEqual([
      "ALTO/1.xml",
      "ALTO/2.xml",
    ]);
    const issue = issueOf(
      metsOf(
        `<mets:dmdSec ID="pm1"><mets:mdWrap><mets:xmlData><mods:mods><mods:part><mods:detail type="page number"><mods:number>A7</mods:number></mods:detail></mods:part></mods:mods></mets:xmlData></mets:mdWrap></mets:dmdSec>${twoTexts}` +
          `<mets:structMap TYPE="newspaper">${div("np:issue", div("np:page", '<mets:fptr FILEID="T2"/>', 'DMDID="pm1"'))}</mets:structMap>`,
      ),
    );
    expect(issue.pages).toEqual([{ order: 1, text: { path: "ALTO/2.xml", name: "2.xml" }, label: "A7" }]);
  });
});

describe("METS that points at ranges of words through links", () => {
  const zone = (id: string, label: string, from: string, to: string) =>
    div("pagearea", area("T1", from, to), `ID="${id}" LABEL="${label}"`);
  const pages = physical(
    div(
      "page",
      `<mets:fptr FILEID="T1"/>${zone("z1", "Headline", "w1", "w2")}${zone("z2", "Textblock", "w3", "w9")}${zone("z3", "Advertisement", "w10", "w10")}`,
      'ID="phys1"',
    ),
  );
  const items = `<mets:structMap TYPE="LOGICAL">${div("ISSUE", div("ARTICLE", "", 'ID="art1"') + div("ADVERT", "", 'ID="ad1"') + div("ARTICLE", "", 'ID="art2"'), 'ID="log1"')}</mets:structMap>`;
  const expected = [
    "article: headline 1.xml#w1..w2 · text 1.xml#w3..w9",
    "advert: advert 1.xml#w10",
    "article: ",
  ];

  it("by smLinkGrp, with the issue's own link to all pages left alone", () => {
    const group = (from: string, ...to: string[]) =>
      `<mets:smLinkGrp><mets:smLocatorLink xlink:href="#${from}" xlink:label="item"/>${to.map((id) => `<mets:smArcLink xlink:from="item" xlink:to="to ${id}"/><mets:smLocatorLink xlink:href="#${id}" xlink:label="to ${id}"/>`).join("")}</mets:smLinkGrp>`;
    const links = `<mets:structLink>${group("log1", "seq")}${group("art1", "phys1", "z1", "z2")}${group("ad1", "z3")}${group("art2", "nowhere")}</mets:structLink>`;
    expect(outline(metsOf(twoTexts + items + pages + links))).toEqual(expected);
  });

  it("by smLink, in either direction", () => {
    const links = `<mets:structLink><mets:smLink xlink:from="log1" xlink:to="phys1"/><mets:smLink xlink:from="#art1" xlink:to="#z1"/><mets:smLink xlink:from="z2" xlink:to="art1"/><mets:smLink xlink:from="ad1" xlink:to="z3"/></mets:structLink>`;
    expect(outline(metsOf(twoTexts + pages + items + links))).toEqual(expected);
  });

  it("stops at links that multiply without end", () => {
    const same = Array.from(
      { length: 900 },
      () => '<mets:smLocatorLink xlink:href="#z1" xlink:label="x"/>',
    ).join("");
    const links = `<mets:structLink><mets:smLinkGrp>${same}<mets:smArcLink xlink:from="x" xlink:to="x"/></mets:smLinkGrp></mets:structLink>`;
    const { diagnostics } = readIssueFile(fileOf(metsOf(twoTexts + pages + items + links)));
    expect(diagnostics.map(({ code }) => code)).toContain("JL1071");
  });
});

describe("what the issue is", () => {
  const mods = (id: string, inside: string) =>
    `<mets:dmdSec ID="${id}"><mets:mdWrap MDTYPE="MODS"><mets:xmlData><mods:mods>${inside}</mods:mods></mets:xmlData></mets:mdWrap></mets:dmdSec>`;

  it("is told by the descriptions closest to it, and not by those of its articles or of other things", () => {
    const issue = issueOf(
      metsOf(
        mods(
          "paper",
          "<mods:titleInfo><mods:nonSort>The</mods:nonSort><mods:title>Alder Point Beacon</mods:title></mods:titleInfo><mods:originInfo><mods:publisher>Ole &amp; Sons</mods:publisher><mods:place><mods:placeTerm type='code'>xx</mods:placeTerm><mods:placeTerm type='text'>Alder Point</mods:placeTerm></mods:place></mods:originInfo>",
        ) +
          mods(
            "issue",
            "<mods:relatedItem type='host'><mods:title>Another</mods:title><mods:part><mods:detail type='volume'><mods:number>9</mods:number></mods:detail><mods:detail type='issue'><mods:number>412</mods:number></mods:detail></mods:part></mods:relatedItem>" +
              "<mods:originInfo><mods:dateIssued>01.08.1921</mods:dateIssued></mods:originInfo><mods:identifier type='local'>X 9</mods:identifier><mods:language><mods:languageTerm>French</mods:languageTerm><mods:languageTerm>ger</mods:languageTerm><mods:languageTerm>zh-Hant</mods:languageTerm><mods:languageTerm>not known</mods:languageTerm></mods:language><mods:accessCondition>Public domain</mods:accessCondition>",
          ) +
          mods(
            "art",
            "<mods:titleInfo><mods:title>Fog</mods:title></mods:titleInfo><mods:language><mods:languageTerm>en</mods:languageTerm></mods:language>",
          ) +
          `<mets:structMap TYPE="LOGICAL">${div("Newspaper", div("ISSUE", div("ARTICLE", "", 'DMDID="art" ID="a"'), 'DMDID="issue"'), 'DMDID="paper missing"')}</mets:structMap>`,
      ),
    );
    expect(issue.about).toEqual({
      title: "The Alder Point Beacon",
      date: "1921-08-01",
      number: "412",
      languages: ["fr", "de", "zh-Hant"],
      rights: "Public domain",
      place: "Alder Point",
      publisher: "Ole & Sons",
      identifier: "X 9",
    });
    expect(issue.items).toMatchObject([{ label: "Fog", language: "en" }]);
  });

  it("says nothing where a date is no day and an address is the better name", () => {
    const text = metsOf(
      mods(
        "d",
        "<mods:identifier>7</mods:identifier><mods:originInfo><mods:dateIssued>1900-13-01</mods:dateIssued></mods:originInfo>",
      ),
    ).replace("<mets:mets ", '<mets:mets OBJID="https://example.org/ark:/1/x" ');
    expect(issueOf(text).about).toEqual({ languages: [], identifier: "https://example.org/ark:/1/x" });
  });
});

describe("files that are not what they should be", () => {
  const codes = (text: string) => readIssueFile(fileOf(text)).diagnostics.map(({ code }) => code);
  it("another root", () => expect(codes("<alto><Layout/></alto>")).toEqual(["JL1070"]));
  it("a document type", () =>
    expect(codes('<!DOCTYPE mets [<!ENTITY a "b">]><mets>&a;</mets>')).toEqual(["JL1041"]));
  it("nothing", () => expect(codes("")).toContain("JL1040"));
  it("no items", () => expect(codes(metsOf(""))).toEqual(["JL1072"]));
  it("more areas in one piece than a call takes arguments", () => {
    const areas = `<mets:fptr>${'<mets:area FILEID="T1" BEGIN="b"/>'.repeat(150_000)}</mets:fptr>`;
    expect(
      issueOf(metsOf(twoTexts + logical(div("ARTICLE", areas)))).items[0]?.parts[0]?.places,
    ).toHaveLength(150_000);
  });
  it("a broken end keeps what came before", () => {
    const whole = metsOf(
      twoTexts + logical(div("ARTICLE", area("T1", "b1")) + div("ARTICLE", area("T1", "b2"))),
    );
    const { value, diagnostics } = readIssueFile(fileOf(whole.slice(0, whole.indexOf('BEGIN="b2"'))));
    expect(value?.items.map(({ parts }) => parts.length)).toEqual([1, 0]);
    expect(diagnostics.map(({ code }) => code)).toEqual(["JL1040"]);
  });
});
