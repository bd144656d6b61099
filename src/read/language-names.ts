/**
 * What files call languages where BCP 47 has two letters: the codes of ISO 639-2 (both of them, where libraries and
 * others differ) and the English names.
 *
 *     German, deu, ger → de
 *
 * Who reads scripts' names too (Latin, Greek of an OCR program) asks for the codes only.
 */
const table = (
  "zh chi,zho chinese | ja jpn japanese | ko kor korean | en eng english | de deu,ger german | " +
  "fr fra,fre french | nl nld,dut dutch | es spa spanish | it ita italian | pt por portuguese | " +
  "ru rus russian | uk ukr ukrainian | pl pol polish | cs ces,cze czech | sk slk,slo slovak | " +
  "sl slv slovenian | hr hrv croatian | sr srp serbian | bg bul bulgarian | ro ron,rum romanian | " +
  "hu hun hungarian | fi fin finnish | et est estonian | lv lav latvian | lt lit lithuanian | " +
  "sv swe swedish | da dan danish | no nor norwegian | is isl,ice icelandic | el ell,gre greek | " +
  "tr tur turkish | he heb hebrew | ar ara arabic | fa fas,per persian | hi hin hindi | bn ben bengali | " +
  "ta tam tamil | te tel telugu | th tha thai | vi vie vietnamese | id ind indonesian | ms msa,may malay | " +
  "la lat latin | ca cat catalan | eu eus,baq basque | gl glg galician | ga gle irish | cy cym,wel welsh | " +
  "lb ltz luxembourgish | af afr afrikaans | sq sqi,alb albanian | mk mkd,mac macedonian | " +
  "be bel belarusian | ka kat,geo georgian | hy hye,arm armenian | yi yid yiddish | eo epo esperanto"
)
  .split(" | ")
  .map((row) => row.split(" ") as [tag: string, codes: string, name: string]);

const codes = table.flatMap(([tag, said]) => said.split(",").map((code) => [code, tag] as const));

/** `deu`, `ger` → `de`; in lower case. */
export const languageCodes: ReadonlyMap<string, string> = new Map(codes);

/** `deu`, `ger`, `german` → `de`; in lower case. */
export const languageNames: ReadonlyMap<string, string> = new Map([
  ...codes,
  ...table.map(([tag, , name]) => [name, tag] as const),
]);
