/** How each language pads and parts words in print: what repair needs to know beside the lexicon. Data only. */
export interface SpacingHabits {
  /** Han or kana lines are set without word spaces, so a gap inside them needs a reason to stay. */
  readonly closesCjk: boolean;
  /** A wanted gap is stored as this; Japanese and traditional papers part phrases with a full-width space. */
  readonly keepsWideSpace: boolean;
  /** Two-character names are padded to the width of three: 吴　月. */
  readonly padsNames: boolean;
  /** Words that stand beside names in bylines and credits, longest first does not matter. */
  readonly nameRoles: readonly string[];
  /** Who speaks in a dateline, and what ends it: 本报 … 讯, 新华社 … 日电. */
  readonly dateline: {
    readonly openers: readonly string[];
    readonly ends: readonly string[];
    readonly notBefore: readonly string[];
  };
  /** Letters of the longest word that is believed without another witness; German and Dutch make words of words. */
  readonly longestWord: number;
  /** Letters that are words by themselves, lower-case: a, I. */
  readonly oneLetterWords: readonly string[];
}

const none = { openers: [], ends: [], notBefore: [] };
/** A longer row of evenly spaced letters is probably more than one word. */
const longestOfOneWord = 14;
const longestCompound = 30;

const spaced = (oneLetterWords: readonly string[], longestWord = longestOfOneWord): SpacingHabits => ({
  longestWord,
  closesCjk: false,
  keepsWideSpace: false,
  padsNames: false,
  nameRoles: [],
  dateline: none,
  oneLetterWords,
});

const zhHans: SpacingHabits = {
  closesCjk: true,
  keepsWideSpace: false,
  padsNames: true,
  nameRoles: [
    "本报记者",
    "记者",
    "本报通讯员",
    "通讯员",
    "特约记者",
    "见习记者",
    "首席记者",
    "全媒体记者",
    "融媒体记者",
    "实习生",
    "实习记者",
    "特约通讯员",
    "摄影报道",
    "摄影",
    "报道",
    "文/图",
    "图/文",
    "文图",
    "图文",
    "撰文",
    "采写",
    "整理",
    "供图",
    "制图",
    "绘图",
    "漫画",
    "责任编辑",
    "责编",
    "编辑",
    "美术编辑",
    "美编",
    "版式",
    "组版",
    "校对",
    "审校",
    "主编",
    "值班主任",
    "值班编委",
    "作者",
    "读者",
    "翻译",
    "文",
    "图",
    "摄",
    "□",
    "■",
    "○",
    "●",
    "◎",
    "◆",
    "◇",
    "/",
    "／",
  ],
  dateline: {
    openers: ["本报", "本刊", "本台", "新华社", "据新华社", "中新社", "据中新社", "人民网", "又讯", "综合"],
    ends: ["讯", "日电", "日专电", "消息", "电"],
    notBefore: ["员", "息", "社", "号", "力", "网", "视", "话", "影", "子", "脑", "站", "厂"],
  },
  longestWord: longestOfOneWord,
  oneLetterWords: [],
};

const zhHant: SpacingHabits = {
  ...zhHans,
  keepsWideSpace: true,
  nameRoles: [
    "本報記者",
    "記者",
    "特約記者",
    "特派員",
    "通訊員",
    "實習記者",
    "攝影",
    "報導",
    "報道",
    "撰文",
    "採訪",
    "整理",
    "圖／文",
    "文／圖",
    "文/圖",
    "責任編輯",
    "編輯",
    "校對",
    "作者",
    "讀者",
    "文",
    "圖",
    "攝",
    "□",
    "■",
    "○",
    "●",
    "◎",
    "◆",
    "◇",
    "/",
    "／",
  ],
  dateline: {
    openers: ["本報", "本刊", "本社", "中央社", "據中央社", "路透社", "新華社", "又訊", "綜合"],
    ends: ["訊", "日電", "日專電", "消息", "電"],
    notBefore: ["員", "息", "社", "號", "力", "網", "視", "話", "影", "子", "腦", "站", "廠"],
  },
};

const ja: SpacingHabits = {
  closesCjk: true,
  keepsWideSpace: true,
  padsNames: false,
  nameRoles: [
    "記者",
    "編集委員",
    "論説委員",
    "特派員",
    "通信員",
    "支局長",
    "聞き手",
    "取材・文",
    "文・写真",
    "写真",
    "撮影",
    "文",
    "構成",
    "文＝",
    "写真＝",
    "□",
    "■",
    "○",
    "●",
    "◎",
    "◆",
    "◇",
  ],
  dateline: none,
  longestWord: longestOfOneWord,
  oneLetterWords: [],
};

const byLanguage: Readonly<Record<string, SpacingHabits>> = {
  "zh-Hans": zhHans,
  "zh-Hant": zhHant,
  ja,
  ko: spaced([]),
  en: spaced(["a", "i", "o"]),
  de: spaced(["o"], longestCompound),
  fr: spaced(["a", "à", "y", "ô", "o", "l", "d", "n", "s", "c", "j", "m", "t"]),
  nl: spaced(["u", "o", "s", "t", "n"], longestCompound),
  es: spaced(["a", "y", "o", "e", "u", "á", "ó", "é"]),
};

/** The habits of the language a lexicon is for; those of a spaced language where it is not known. */
export const spacingOf = (lexiconLanguage: string): SpacingHabits =>
  byLanguage[lexiconLanguage] ?? spaced(["a", "i", "o", "e", "y"]);
