/** Small issue files for the fuzzer: two pages, an article that goes over them, one that breaks off, an advert. */
const area = (page, block) =>
  `<mets:fptr><mets:area FILEID="T${page}" BETYPE="IDREF" BEGIN="P${page}_B${block}"/></mets:fptr>`;
const div = (type, inside) => `<mets:div TYPE="${type}">${inside}</mets:div>`;

/** @param names of the page files, in order. */
export const makeMets = (names) => `<?xml version="1.0" encoding="UTF-8"?>
<mets:mets xmlns:mets="http://www.loc.gov/METS/" xmlns:mods="http://www.loc.gov/mods/v3" xmlns:xlink="http://www.w3.org/1999/xlink">
<mets:dmdSec ID="D1"><mets:mdWrap MDTYPE="MODS"><mets:xmlData><mods:mods>
<mods:titleInfo><mods:title>The Harbour Post</mods:title></mods:titleInfo>
<mods:language><mods:languageTerm type="code">eng</mods:languageTerm></mods:language>
<mods:originInfo><mods:dateIssued>1891-02-17</mods:dateIssued></mods:originInfo>
</mods:mods></mets:xmlData></mets:mdWrap></mets:dmdSec>
<mets:fileSec><mets:fileGrp USE="Text">
${names.map((name, at) => `<mets:file ID="T${at + 1}" MIMETYPE="text/xml"><mets:FLocat LOCTYPE="URL" xlink:href="file://./${name}"/></mets:file>`).join("\n")}
</mets:fileGrp></mets:fileSec>
<mets:structMap TYPE="PHYSICAL"><mets:div TYPE="physSequence" ID="seq">
${names.map((_, at) => `<mets:div TYPE="PAGE" ID="page${at + 1}" ORDER="${at + 1}" ORDERLABEL="${at + 1}"><mets:fptr FILEID="T${at + 1}"/></mets:div>`).join("\n")}
</mets:div></mets:structMap>
<mets:structMap TYPE="LOGICAL"><mets:div TYPE="Newspaper"><mets:div TYPE="ISSUE" ID="i" DMDID="D1">
${div("ARTICLE", div("HEADLINE", area(1, 0)) + div("PARAGRAPH", area(1, 1) + area(2, 0)))}
${div("ARTICLE", div("PARAGRAPH", area(1, 2)))}
${div("ARTICLE", div("HEADLINE", area(2, 1)) + div("PARAGRAPH", area(2, 2)))}
${div("ADVERTISEMENT", area(1, 3))}
</mets:div></mets:div></mets:structMap>
</mets:mets>
`;

const role = (name) =>
  `<didl:Descriptor><didl:Statement mimeType="text/plain" dc:type="role">${name}</didl:Statement></didl:Descriptor>`;
/** @param names of the page files, in order. */
export const makeDidl = (names) => `<?xml version="1.0" encoding="UTF-8"?>
<didl:DIDL xmlns:didl="urn:mpeg:mpeg21:2002:02-DIDL-NS" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcx="http://example.org/dcx/">
<didl:Item dc:identifier="x:1"><didl:Component>${role("metadata")}<didl:Resource mimeType="text/xml"><dcx:record><dc:title>De Havenpost</dc:title><dc:date>1891-02-17</dc:date></dcx:record></didl:Resource></didl:Component>
${names
  .map(
    (name, at) =>
      `<didl:Item dc:identifier="x:1:mpeg21:p00${at + 1}">${role(`page ${at + 1}`)}<didl:Component>${role("alto")}<didl:Resource mimeType="text/xml" ref="http://example.org/" dcx:filename="${name}"/></didl:Component></didl:Item>`,
  )
  .join("\n")}
<didl:Item dc:identifier="x:1:mpeg21:a0001"><didl:Component>${role("zoning")}<didl:Resource mimeType="text/xml"><dcx:zoning>
<dcx:article-part order="1"><dcx:blocks alto="${names[0]}"><dcx:TextBlock ID="P1_B0"/><dcx:TextBlock ID="P1_B1"/></dcx:blocks></dcx:article-part>
<dcx:article-part order="2"><dcx:blocks alto="${names[1]}"><dcx:TextBlock ID="P2_B0"/></dcx:blocks></dcx:article-part></dcx:zoning></didl:Resource></didl:Component></didl:Item>
</didl:Item></didl:DIDL>
`;
