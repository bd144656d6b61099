/**
 * Radicals that font tables give in place of the ideograph that was printed: `⻓` for 长, `⽇` for 日, `⺠` for 民.
 * Only U+2E80–2FDF are folded, character by character. It refuses whole-text NFKC, which would turn ① into 1,
 * Ⅲ into III and every full-width form into ASCII, and still miss ⺠.
 */

/** CJK Radicals Supplement: radical, then its ideograph, as Unicode's EquivalentUnifiedIdeograph.txt has them. */
const supplement =
  "⺁厂 ⺂乛 ⺃乚 ⺄乙 ⺅亻 ⺆冂 ⺇𠘨 ⺈刀 ⺉刂 ⺊卜 ⺋㔾 ⺌小 ⺍小 ⺎兀 ⺏尣 ⺐尢 " +
  "⺑𡯂 ⺒巳 ⺓幺 ⺔彑 ⺕彐 ⺖忄 ⺗心 ⺘扌 ⺙攵 ⺛旡 ⺜日 ⺝月 ⺞歺 ⺟母 ⺠民 ⺡氵 " +
  "⺢氺 ⺣灬 ⺤爫 ⺥爫 ⺦丬 ⺧牛 ⺨犭 ⺩王 ⺪𤴔 ⺫目 ⺬示 ⺭礻 ⺮𥫗 ⺯糹 ⺰纟 ⺱罓 " +
  "⺲罒 ⺳㓁 ⺴冗 ⺵𦉫 ⺶羊 ⺷𦍌 ⺸𦍋 ⺹耂 ⺺肀 ⺻聿 ⺼肉 ⺽𦥑 ⺾艹 ⺿艹 ⻀艹 ⻁虎 " +
  "⻂衤 ⻃覀 ⻄西 ⻅见 ⻆角 ⻇𧢲 ⻈讠 ⻉贝 ⻊𧾷 ⻋车 ⻌辶 ⻍辶 ⻎辶 ⻏邑 ⻐钅 ⻑長 " +
  "⻒镸 ⻓长 ⻔门 ⻕𨸏 ⻖阝 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻞𩙿 ⻟飠 ⻠饣 ⻡𩠐 " +
  "⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫斉 ⻬齐 ⻭歯 ⻮齿 ⻯竜 ⻰龙 ⻱龜 " +
  "⻲亀 ⻳龟";

const bySupplement: ReadonlyMap<string, string> = new Map(
  supplement.split(" ").map((pair) => {
    const [radical = "", ideograph = ""] = pair;
    return [radical, ideograph];
  }),
);

const isKangxiRadical = (code: number): boolean => code >= 0x2f00 && code <= 0x2fd5;
/** U+F900–FA0B repeat ideographs for a second Korean reading; their glyph is the same by definition. */
const isRepeatedIdeograph = (code: number): boolean => code >= 0xf900 && code <= 0xfa0b;

/**
 * ⼾ (U+2F3E) is one code for the door as three scripts print it: 户 in simplified Chinese, 戸 in Japanese, 戶 in
 * traditional Chinese, where Unicode's own decomposition goes.
 */
const door = "\u2f3e";
function printDoor(language: string): string {
  const tag = language.toLowerCase();
  if (tag.startsWith("ja")) return "戸";
  return tag.startsWith("zh") && !/hant|tw|hk|mo/.test(tag) ? "户" : "戶";
}

/**
 * The ideograph that a radical stands for, or the character itself. Kangxi radicals decompose one to one.
 * @param language BCP 47 of the page; decides where scripts print one radical in different forms.
 */
export function foldRadical(character: string, language = ""): string {
  if (character === door) return printDoor(language);
  const code = character.codePointAt(0) ?? 0;
  if (isKangxiRadical(code)) return character.normalize("NFKC");
  return bySupplement.get(character) ?? character;
}

/** The ordinary ideograph of a compatibility duplicate (U+F900–FA0B), or the character itself. */
export function foldRepeatedIdeograph(character: string): string {
  return isRepeatedIdeograph(character.codePointAt(0) ?? 0) ? character.normalize("NFC") : character;
}
