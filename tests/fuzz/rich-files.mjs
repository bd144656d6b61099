/** One file of each format with what only some programs write: styles, hyphens, tags, polygons, orders, several pages. */
const list = (count, make) => Array.from({ length: count }, (_, at) => make(at)).join("\n");
const at = (x, y, width, height) => `HPOS="${x}" VPOS="${y}" WIDTH="${width}" HEIGHT="${height}"`;

/** @param id that names of blocks begin with. */
export function richAlto(word, id = "") {
  const string = (x, y, more = "") =>
    `<String ID="${id}S${x}_${y}" ${at(x, y, 60, 20)} WC="0.91" CC="0 1 2 0" STYLEREFS="t1 p1" CONTENT="${word()}"${more}><ALTERNATIVE>other</ALTERNATIVE></String>`;
  const line = (x, y) =>
    `<TextLine ID="${id}L${x}_${y}" ${at(x, y, 300, 22)} BASELINE="${y + 18}" STYLEREFS="t2">${string(x, y)}<SP ${at(x + 60, y, 8, 20)}/>${string(x + 70, y)}<SP/>${string(x + 140, y, ' STYLE="bold" LANG="de"')}</TextLine>`;
  const hyphened = (x, y) => {
    const [first, second] = [word(), word()];
    return `<TextLine ${at(x, y, 300, 22)}>${string(x, y)}<SP/><String ${at(x + 70, y, 60, 20)} SUBS_TYPE="HypPart1" SUBS_CONTENT="${first}${second}" CONTENT="${first}"/><HYP ${at(x + 130, y, 6, 20)} CONTENT="-"/></TextLine>
<TextLine ${at(x, y + 25, 300, 22)}><String ${at(x, y + 25, 60, 20)} SUBS_TYPE="HypPart2" SUBS_CONTENT="${first}${second}" CONTENT="${second}"/></TextLine>`;
  };
  const block = (nth, x, y) =>
    `<TextBlock ID="${id}B${nth}" ${at(x, y, 320, 160)} STYLEREFS="p1" TAGREFS="tag1" ROTATION="0.5" language="en"><Shape><Polygon POINTS="${x},${y} ${x + 320},${y} ${x + 320},${y + 160} ${x},${y + 160}"/></Shape>
${line(x, y)}
${line(x, y + 25)}
${hyphened(x, y + 50)}
</TextBlock>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<alto:alto xmlns:alto="http://www.loc.gov/standards/alto/ns-v3#" xmlns:xlink="http://www.w3.org/1999/xlink">
<Description><MeasurementUnit>pixel</MeasurementUnit><sourceImageInformation><fileName>1.tif</fileName></sourceImageInformation></Description>
<Styles><TextStyle ID="t1" FONTFAMILY="Times" FONTSIZE="9.5"/><TextStyle ID="t2" FONTSIZE="24" FONTSTYLE="bold"/><ParagraphStyle ID="p1" ALIGN="Block" LEFT="10"/></Styles>
<Tags><LayoutTag ID="tag1" LABEL="Paragraph"/></Tags>
<Layout><Page ID="${id}P" PHYSICAL_IMG_NR="1" HEIGHT="1500" WIDTH="1000" PC="0.9"><TopMargin ID="${id}T" ${at(0, 0, 1000, 40)}>${`<TextBlock ID="${id}BT" ${at(400, 10, 200, 20)}>${line(400, 10)}</TextBlock>`}</TopMargin>
<PrintSpace ${at(0, 40, 1000, 1400)}>
${block(0, 50, 60)}
<ComposedBlock ID="${id}C1" TYPE="container" ${at(50, 250, 900, 400)}>${block(1, 50, 260)}<ComposedBlock ID="${id}C2">${block(2, 500, 260)}</ComposedBlock></ComposedBlock>
<Illustration ID="${id}I1" ${at(500, 500, 300, 200)}/><GraphicalElement ID="${id}G1" ${at(490, 60, 2, 400)}/>
${block(3, 500, 750)}
</PrintSpace></Page></Layout></alto:alto>
`;
}

const corners = (x, y, width, height) =>
  `${x},${y} ${x + width},${y} ${x + width},${y + height} ${x},${y + height}`;
const says = (text, nth = "") =>
  `<TextEquiv${nth === "" ? "" : ` index="${nth}" conf="0.9"`}><PlainText></PlainText><Unicode>${text}</Unicode></TextEquiv>`;

export function richPageXml(word) {
  const line = (id, x, y) => {
    const [first, second] = [word(), word()];
    return `<TextLine id="${id}" custom="readingOrder {index:${y};} structure {type:paragraph;}" primaryLanguage="German"><Coords points="${corners(x, y, 300, 22)}"/><Baseline points="${x},${y + 20} ${x + 300},${y + 20}"/>
<Word id="${id}w1"><Coords points="${corners(x, y, 90, 22)}"/>${says(first)}<TextStyle fontSize="9.5" bold="true"/></Word><Word id="${id}w2"><Coords points="${corners(x + 100, y, 90, 22)}"/><Glyph id="${id}g"><Coords points="${corners(x + 100, y, 9, 22)}"/>${says(second[0])}</Glyph>${says(second)}</Word>${says(`${first} ${second}`, 0)}</TextLine>`;
  };
  const region = (id, type, x, y, inside = "") =>
    `<TextRegion id="${id}" type="${type}" orientation="0.5" readingDirection="left-to-right"><Coords points="${corners(x, y, 320, 120)}"/>
${inside}${line(`${id}l1`, x, y)}
${line(`${id}l2`, x, y + 30)}
<TextStyle fontSize="10"/></TextRegion>`;
  const whole = word();
  return `\ufeff<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/2013-07-15" pcGtsId="x"><Metadata><Creator>fuzz</Creator><Created>2020-01-01T00:00:00</Created></Metadata>
<Page imageFilename="1.jpg" imageWidth="1000" imageHeight="1500" readingDirection="left-to-right"><PrintSpace><Coords points="${corners(0, 0, 1000, 1500)}"/></PrintSpace>
<ReadingOrder><OrderedGroup id="o1"><RegionRefIndexed index="1" regionRef="r2"/><RegionRefIndexed index="0" regionRef="r1"/><UnorderedGroupIndexed id="u1" index="2"><RegionRef regionRef="r3"/><RegionRef regionRef="r4"/></UnorderedGroupIndexed></OrderedGroup></ReadingOrder>
${region("r1", "heading", 50, 60)}
${region("r2", "paragraph", 50, 200, region("r5", "drop-capital", 60, 210))}
<SeparatorRegion id="s1"><Coords points="490,60 492,60 492,900 490,900"/></SeparatorRegion><ImageRegion id="i1"><Coords points="${corners(500, 500, 300, 200)}"/></ImageRegion>
${region("r3", "caption", 500, 720)}
<TableRegion id="t1"><Coords points="${corners(50, 900, 400, 200)}"/>${region("r6", "other", 50, 900)}</TableRegion>
<TextRegion id="r4" type="header"><Coords points="${corners(50, 20, 300, 30)}"/>${says(whole)}</TextRegion>
</Page></PcGts>
`;
}

export function richHocr(word) {
  const box = (x, y, width, height) => `bbox ${x} ${y} ${x + width} ${y + height}`;
  const line = (x, y, kind = "ocr_line") =>
    `<span class='${kind}' id='l${x}_${y}' title="${box(x, y, 300, 22)}; baseline 0.002 -5; x_size 21.5; x_descenders 5; textangle 0">
<span class='ocrx_word' title='${box(x, y, 60, 20)}; x_wconf 96' lang="deu"><strong>${word()}</strong></span>
<span class='ocrx_word' title='${box(x + 70, y, 60, 20)}; x_wconf 12'><em>${word()}</em>&shy;</span> <span class="ocrx_word" title="${box(x + 140, y, 60, 20)}">${word()}&amp;&quot;</span><span class='ocrx_word' title='${box(x, y, 3, 3)}'> </span></span>`;
  const area = (nth, x, y) =>
    `<div class='ocr_carea' id='block_${nth}' title="${box(x, y, 320, 120)}"><p class='ocr_par' dir='ltr' title="${box(x, y, 320, 120)}">
${line(x, y)}${line(x, y + 30)}
<!-- a comment -->${line(x, y + 60, "ocr_header")}</p></div>`;
  const page = (number) =>
    `<div class='ocr_page' id='page_${number}' title='image "p${number}.tif"; ${box(0, 0, 1000, 1500)}; ppageno ${number - 1}; scan_res 300 300'>
${area(1, 50, 60)}<div class="ocr_separator" title="${box(490, 60, 2, 900)}"></div>
${area(2, 500, 60)}<div class="ocr_photo" title="${box(500, 500, 300, 200)}"></div>
<p class="ocr_par" title="${box(50, 800, 300, 60)}">${word()} ${word()}<br>${word()}</p>
</div>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en" lang="en"><head><title>one</title>
<meta http-equiv="Content-Type" content="text/html;charset=utf-8"/><meta name='ocr-system' content='fuzz'/>
<meta name='ocr-capabilities' content='ocr_page ocr_carea ocr_par ocr_line ocrx_word ocrp_wconf'/></head><body>
${list(2, (nth) => page(nth + 1))}
</body></html>
`;
}
