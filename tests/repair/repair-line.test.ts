import { describe, expect, it } from "vitest";
import type { UnitKind } from "../../src/model/unit.js";
import { repairContext, repairLine, repairLines, repairText, undoEdits } from "../../src/repair/index.js";

const mend = (text: string, kind: UnitKind = "paragraph", language = "zh-Hans"): string => {
  const { text: mended, edits } = repairLine(text, repairContext(language, kind));
  expect(undoEdits(mended, edits)).toBe(text);
  expect(repairLine(mended, repairContext(language, kind)).edits).toEqual([]);
  return mended;
};
const rulesOf = (text: string, kind: UnitKind = "paragraph", language = "zh-Hans"): string[] => [
  ...new Set(repairLine(text, repairContext(language, kind)).edits.map(({ rule }) => rule)),
];

describe("letter-spaced Chinese and Japanese", () => {
  it.each([
    [
      "a line stretched from end to end",
      "河 道 清 淤 之 后 ， 水 面 宽 了 一 倍 。",
      "河道清淤之后，水面宽了一倍。",
    ],
    ["a line stretched in part", "村口的老 槐 树 下 搭起了戏台", "村口的老槐树下搭起了戏台"],
    ["one stray gap", "渡口在去年 秋天就停航了", "渡口在去年秋天就停航了"],
    ["a gap before a comma", "年轻人 ，也爱听", "年轻人，也爱听"],
    ["quotes that stand off", "“ 修 一 盏 灯 ， 亮 一 条 街 ， ”", "“修一盏灯，亮一条街，”"],
    ["brackets, Latin and numbers", "全 市 人 口 （ CPI ） 达 28.6 万", "全市人口（CPI）达28.6万"],
    ["digits of stretched lines", "新 建 1 4 座 泵 站 、 2 座 水 闸", "新建14座泵站、2座水闸"],
    ["letters of stretched lines", "接 入 5 G 基 站 和 I o T 平 台", "接入5G基站和IoT平台"],
    ["autospace", "共有 12 个村用上 LED 路灯", "共有12个村用上LED路灯"],
    ["a number whose mark is set apart too", "平 均 气 温 较 常 年 高 2 . 1 ℃ ，", "平均气温较常年高2.1℃，"],
    ["a dateline in brackets", "【 本 報 訊 】南北盃籃球賽昨晚續戰", "【本報訊】南北盃籃球賽昨晚續戰"],
    ["percent", "同比增长 17 .4% 。达 30 % 以上", "同比增长17.4%。达30%以上"],
    ["a formula", "推行“1+6 +N ”治理模式", "推行“1+6+N”治理模式"],
    ["a dash too long", "新平台———“掌上渡口”上线", "新平台——“掌上渡口”上线"],
    ["a dash pulled apart", "先 做 一 件 事 — — 清 淤", "先做一件事——清淤"],
    ["an indent", "　　入冬以来，", "入冬以来，"],
  ])("closes %s", (_, text, wanted) => expect(mend(text)).toBe(wanted));

  it("closes kana", () => {
    expect(mend("こ の 橋 は 来 年 の 春 に 開 通 す る", "paragraph", "ja")).toBe(
      "この橋は来年の春に開通する",
    );
  });
  it("sees a stretch where autospace and letter-spacing cannot be told apart", () => {
    expect(mend("3 月 16 日 8 时 至 11", "headline")).toBe("3月16日8时至11");
    expect(mend("第 3 期 第 2 号", "furniture")).toBe("第3期 第2号");
  });
  it("keeps a space that was stretched too", () => {
    expect(mend("西 街 九 号   电 话", "paragraph")).toBe("西街九号　电话");
    expect(mend("河 道 清 淤  之 后 水 面", "paragraph")).toBe("河道清淤之后水面");
  });
  it("keeps two numbers that are two", () => {
    expect(mend("自 2019 2023 两 年 起 ， 水 位 上 升")).toBe("自2019 2023两年起，水位上升");
    expect(mend("比分 3 2 胜出")).toBe("比分3 2胜出");
  });
  it("keeps Latin words apart", () => {
    expect(mend("由 Green Harbor 公司承建")).toBe("由Green Harbor公司承建");
  });
  it("keeps a drawn rule and a blank", () => {
    expect(mend("——————————")).toBe("——————————");
    expect(mend("姓名————————电话")).toBe("姓名————————电话");
  });
});

describe("gaps that were printed", () => {
  it.each<[string, UnitKind, string, string]>([
    ["between halves of a headline", "headline", "清水入户 老井退役", "清水入户 老井退役"],
    ["in a headline with quotes", "headline", "“灯”亮街巷 “桥”通两岸", "“灯”亮街巷 “桥”通两岸"],
    ["twice in a deck", "deck", "水清了 路宽了 人回来了", "水清了 路宽了 人回来了"],
    ["as two spaces", "headline", "清水入户  老井退役", "清水入户 老井退役"],
    ["wider ones of a letter-spaced headline", "headline", "清 水 入 户  老 井 退 役", "清水入户 老井退役"],
    ["in a two-character heading, where one gap shows no stretch", "subhead", "渡 口", "渡 口"],
    ["in a byline", "byline", "□记者 苏岚 报道", "□记者 苏岚 报道"],
    ["between two names", "byline", "本报记者 苏岚 通讯员 何远舟", "本报记者 苏岚 通讯员 何远舟"],
    [
      "in a byline taken for a paragraph",
      "paragraph",
      "本报记者 苏岚 通讯员 何远舟",
      "本报记者 苏岚 通讯员 何远舟",
    ],
    ["in a letter-spaced byline", "byline", "本 报 记 者 苏 岚", "本报记者 苏岚"],
    [
      "in a credit that ends a paragraph",
      "paragraph",
      "全程免票。（通讯员 苏岚）",
      "全程免票。（通讯员 苏岚）",
    ],
    ["in a stretched credit", "paragraph", "全 程 免 票 。（ 通 讯 员 苏 岚 ）", "全程免票。（通讯员 苏岚）"],
    ["after a dateline", "paragraph", "本报讯  昨日，渡口复航。", "本报讯 昨日，渡口复航。"],
    ["after a dateline, full width", "paragraph", "本报讯　来自水务局的消息", "本报讯 来自水务局的消息"],
    ["after a stretched dateline", "paragraph", "本 报 讯 　 来 自 水 务 局 的", "本报讯 来自水务局的"],
    [
      "after an agency's dateline",
      "paragraph",
      "新华社青川 12 月 3 日电 渡口昨日复航",
      "新华社青川12月3日电 渡口昨日复航",
    ],
    ["in a staff box", "furniture", "责任编辑：苏岚 版式：何远舟", "责任编辑：苏岚 版式：何远舟"],
    [
      "in a staff box taken for a paragraph",
      "paragraph",
      "责任编辑：苏岚 版式：何远舟",
      "责任编辑：苏岚 版式：何远舟",
    ],
    ["beside a date in a folio", "furniture", "2024.3.5 星期二", "2024.3.5 星期二"],
    ["before an address", "advert", "订报热线 0531-88012", "订报热线 0531-88012"],
    ["after the stop of an item number", "paragraph", "1. 带好证件 ，早点到", "1. 带好证件，早点到"],
    ["between lines of a poem", "verse", "春山淡 秋水长", "春山淡 秋水长"],
  ])("stay: %s", (_, kind, text, wanted) => expect(mend(text, kind)).toBe(wanted));

  it("does not take prose for a byline or a dateline", () => {
    expect(mend("本 报 通 讯 员 从 国 家 电 网 获 悉")).toBe("本报通讯员从国家电网获悉");
    expect(mend("他 对 记 者 说 ， 桥 修 好 了")).toBe("他对记者说，桥修好了");
  });
  it("closes autospace in a headline", () => {
    expect(mend("今冬新增 12 处暖心驿站", "headline")).toBe("今冬新增12处暖心驿站");
  });
  it("closes a headline set wide", () => {
    expect(mend("渡 口 复 航 首 日 见 闻", "headline")).toBe("渡口复航首日见闻");
  });
  it("keeps full-width gaps of Japanese headlines as they are", () => {
    expect(mend("新駅開業へ　地元に期待", "headline", "ja")).toBe("新駅開業へ　地元に期待");
    expect(mend("「行こう！　明日も」と話した。", "paragraph", "ja")).toBe("「行こう！　明日も」と話した。");
  });
  it("takes an em space for a full-width one", () => {
    expect(mend("新駅開業へ\u2003地元に期待", "headline", "ja")).toBe("新駅開業へ　地元に期待");
    expect(mend("評\u2003一首目、冬の", "paragraph", "ja")).toBe("評　一首目、冬の");
  });
  it("keeps a wide gap between names in running text", () => {
    expect(mend("何远舟　苏青岚　陆小曼")).toBe("何远舟　苏青岚　陆小曼");
  });
});

describe("padded names", () => {
  it.each<[string, UnitKind, string, string]>([
    ["after a role", "byline", "本报记者 苏  岚 通讯员 何远舟", "本报记者 苏岚 通讯员 何远舟"],
    ["with a full-width space", "byline", "本报记者　苏　岚", "本报记者 苏岚"],
    ["before a role of one character", "byline", "苏　岚 摄", "苏岚 摄"],
    ["in a list of names", "list", "何远舟　苏　岚　陆小曼", "何远舟 苏岚 陆小曼"],
    [
      "between enumeration commas",
      "paragraph",
      "有何远舟、苏　岚、陆小曼等人。",
      "有何远舟、苏岚、陆小曼等人。",
    ],
    ["several in a row", "byline", "记者 苏　岚 何　舟", "记者 苏岚 何舟"],
  ])("join %s", (_, kind, text, wanted) => expect(mend(text, kind)).toBe(wanted));
  it("leaves numerals and headings set wide", () => {
    expect(mend("一　二", "list")).toBe("一 二");
    expect(mend("随　笔", "headline", "zh-Hant")).toBe("随　笔");
  });
  it("is a habit of Chinese papers only", () => {
    expect(mend("林　茂", "byline", "ja")).toBe("林　茂");
  });
});

describe("spaced scripts", () => {
  it.each([
    ["en", "The  ferry  left  at  6  p.m.,  and", "The ferry left at 6 p.m., and"],
    ["de", "wegen der S p e r r u n g der Brücke", "wegen der Sperrung der Brücke"],
    ["en", "N O T I C E", "NOTICE"],
    ["en", "N O T I C E   O F   S A L E", "NOTICE OF SALE"],
    ["en", "the street  f looded again", "the street flooded again"],
    ["en", "Water rose 17 .4 inches", "Water rose 17.4 inches"],
  ])("%s: %s", (language, text, wanted) => expect(mend(text, "paragraph", language)).toBe(wanted));

  it.each([
    ["en", "a way in to the may be of it"],
    ["en", "Plan A B C D was dropped, J. R. R. Dorn said"],
    ["fr", "Il y a 10 % de plus : est-ce vrai ?"],
    ["en", "Scores: 1 9 1 4"],
    ["en", "white .50 .51"],
    ["ko", "다리 공사가 내년 봄에 끝날 예정이다."],
    ["ko", "金 市長은 이날 制度 改善을 약속했다."],
    ["zh-Hans", "YANGSHAN EVENING POST"],
  ])("%s stays: %s", (language, text) => expect(mend(text, "paragraph", language)).toBe(text));

  it("restores letter-spaced Hangul only where its words can be told", () => {
    expect(mend("새 다 리  내 년  봄 에  열 려", "headline", "ko")).toBe("새다리 내년 봄에 열려");
    expect(mend("새 다 리 내 년 봄 에 열 려", "headline", "ko")).toBe("새 다 리 내 년 봄 에 열 려");
  });
  it("finds the words of evenly spaced letters in the edition", () => {
    const mended = repairLines(
      ["The ferry bridge was closed.", "F E R R Y B R I D G E C L O S E D"],
      [],
      "en",
    );
    expect(mended[1]?.text).toBe("FERRY BRIDGE CLOSED");
  });
  it.each([
    [
      "a long compound",
      "S t a d t v e r o r d n e t e n v e r s a m m l u n g . Die Sitzung",
      "Stadtverordnetenversammlung. Die Sitzung",
    ],
    ["two words by their capitals", "E i n F u n d . Beim Pflügen", "Ein Fund. Beim Pflügen"],
    ["a stop that is set apart too", "U n f u g . In der Nacht", "Unfug. In der Nacht"],
  ])("closes %s where words begin with capitals", (_, printed, mended) =>
    expect(mend(printed, "paragraph", "de")).toBe(mended),
  );

  it("leaves long evenly spaced rows that no word explains", () => {
    expect(mend("Q U I E T H A R B O R W A T E R S R I S E", "headline", "en")).toBe(
      "Q U I E T H A R B O R W A T E R S R I S E",
    );
  });
});

describe("torn words", () => {
  it("join where the word stands whole elsewhere", () => {
    const mended = repairLines(["落户 Gat eway 节点", "接入 Gateway 系统"], [], "zh-Hans");
    expect(mended.map(({ text }) => text)).toEqual(["落户Gateway节点", "接入Gateway系统"]);
    const english = repairLines(
      ["By H ANNEKE DORN", "HANNEKE DORN writes", "an of fi ce", "the office"],
      [],
      "en",
    );
    expect(english.map(({ text }) => text)).toEqual([
      "By HANNEKE DORN",
      "HANNEKE DORN writes",
      "an office",
      "the office",
    ]);
  });
  it("stay apart where the pieces are words", () => {
    const lines = [
      "away he went",
      "a way out",
      "into",
      "in to dinner in and to",
      "alone",
      "a lone gull",
      "some there",
      "he came to the re-",
      "turn",
    ];
    expect(repairLines(lines, [], "en").flatMap(({ edits }) => edits)).toEqual([]);
  });
  it("stay apart beside OCR noise, and where the whole is rarer than the pieces", () => {
    const noise = ["the office", "o,,ffice", "a whit..of fice", "2of fice"];
    expect(repairLines(noise, [], "en").flatMap(({ edits }) => edits)).toEqual([]);
    const runTogether = ["dathy", "ei dat hy", "zo dat hy", "dat is", "hy is"];
    expect(repairLines(runTogether, [], "nl").flatMap(({ edits }) => edits)).toEqual([]);
    const common = ["gat", "g at sea", ...Array.from({ length: 12 }, () => "at noon")];
    expect(repairLines(common, [], "en").flatMap(({ edits }) => edits)).toEqual([]);
  });
  it("count no half of a hyphened word as a word", () => {
    const lines = ["the sun- ", "shine", "sun shine is here", "we hail sun and shine"];
    expect(repairLines(lines, [], "en")[2]?.edits).toEqual([]);
  });
  it("join a hyphen that stands off where the compound is known", () => {
    expect(repairLines(["By ANNE DORN -", "ANNE DORN-LISLE won"], [], "en")[0]?.text).toBe("By ANNE DORN-");
    expect(repairLines(["he said -", "nothing"], [], "en")[0]?.text).toBe("he said -");
  });
});

describe("forms", () => {
  it("folds radicals, vertical forms and ligatures, and nothing else", () => {
    expect(mend("⻓江⽔位⺠众①Ⅲ㈱ＡＢＣ１２")).toBe("长江水位民众①Ⅲ㈱ＡＢＣ１２");
    expect(mend("﹁開船了﹂︒", "paragraph", "zh-Hant")).toBe("「開船了」。");
    expect(mend("the ﬁrst ﬂood", "paragraph", "en")).toBe("the first flood");
  });
  it("drops what prints nothing, and leaves the line-end soft hyphen", () => {
    expect(mend("\ufeff渡口\u200b复航")).toBe("渡口复航");
    expect(mend("the fer\u00adry cap\u00ad", "paragraph", "en")).toBe("the ferry cap\u00ad");
    expect(mend("abc\u202edef", "paragraph", "en")).toBe("abcdef");
    expect(mend("שלום \u202babc\u202c", "paragraph", "en")).toContain("\u202b");
  });
  it("names its rules", () => {
    expect(rulesOf("放 新 高 地 ， 5 个 站———⻓")).toEqual([
      "fold-radical",
      "mend-dash",
      "close-spaced-cjk",
      "close-punctuation-gap",
      "close-autospace",
    ]);
  });
});

describe("text that people typed", () => {
  it("keeps its gaps, since no line of it is stretched", () => {
    const lines = Array.from(
      { length: 250 },
      (_, i) => `此處是第${"一二三四五六七八九"[i % 9]}行抄錄之文字、并無拉伸`,
    );
    lines[7] = "敬啟者　茲定於初三日開會 請早";
    expect(repairLines(lines, [], "zh-Hant").flatMap(({ edits }) => edits)).toEqual([]);
    const stretched = [...lines, "此 行 拉 伸 於 兩 端 之 間"];
    expect(repairLines(stretched, [], "zh-Hant")[7]?.text).toBe("敬啟者　茲定於初三日開會請早");
  });
});

it("repairs a whole text with its line ends", () => {
  expect(repairText("渡 口 复 航 了\r\n\n共 3 班。\f", "zh-Hans")).toBe("渡口复航了\r\n\n共3班。\f");
});
