/** Captions and credits of pictures on pages of bare text, told by their words, in each language. */
import { describe, expect, it } from "vitest";
import { isCaptionText, pictureCredit } from "../../src/assemble/roles/read-picture.js";
import { decideEdition } from "../../src/build/build-edition.js";
import { lexiconOf } from "../../src/text/lexicon/index.js";
import { squash } from "../../src/text/squash.js";

/** As set in a column: ideographs fill it, set in but for headlines and captions; words are set as they fit. */
function set(text: string, nth: number): string {
  if (/[\p{sc=Han}\p{sc=Hiragana}]/u.test(text)) {
    const set = [...(nth === 0 || /^(?:图|圖|写真|摄|攝|撮|[^。]*[（(])/u.test(text) ? "" : "　"), ...text];
    return Array.from({ length: Math.ceil(set.length / 15) }, (_, at) =>
      set.slice(15 * at, 15 * at + 15).join(""),
    ).join("\n");
  }
  return text.split(" ").reduce((lines, word) => {
    const last = lines.slice(lines.lastIndexOf("\n") + 1);
    return lines === "" ? word : `${lines}${last.length + word.length < 38 ? " " : "\n"}${word}`;
  }, "");
}
/** A page must have some text, or nothing of its make-up can be measured. */
function longer([one, two]: readonly [string, string], language: string): [string, string] {
  const between = /^(?:zh|ja)/.test(language) ? "" : " ";
  return [[one, two, one].join(between), [two, one, two].join(between)];
}
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
function storyOf(language: string, paragraphs: readonly string[]) {
  const { edition, diagnostics } = decideEdition({
    folder: "a",
    names: [],
    files: [
      {
        path: "edition.md",
        bytes: bytes(`---\nnewspaper: A\ndate: 2020-05-05\nlanguage: ${language}\n---\n`),
      },
      { path: "page-1.txt", bytes: bytes(`${paragraphs.map(set).join("\n\n")}\n`) },
    ],
  });
  expect(diagnostics.filter(({ severity }) => severity !== "info")).toEqual([]);
  const [article] = edition?.assembly.articles ?? [];
  return {
    body: (article?.body ?? []).map(({ kind, passage }) => [kind, passage.text] as const),
    credit: (article?.credit ?? []).map(({ text }) => text),
  };
}

const stories: readonly {
  readonly language: string;
  readonly head: string;
  readonly text: readonly [string, string];
  readonly captions: readonly string[];
  readonly credit: string;
}[] = [
  {
    language: "zh-Hans",
    head: "渡口新码头昨日启用",
    text: [
      "北岸渡口的新码头昨日上午正式启用，首班船载着六十多名乘客驶向南岸，两岸居民从此不必再绕行大桥。",
      "新码头可以同时停靠三条渡船，候船室里装了暖气，值班员说，冬天的早班船再也不用在风里等。",
    ],
    captions: ["图为乘客登上首班渡船。", "新码头的候船室能坐一百二十人。（王小明摄）"],
    credit: "摄影：王小明",
  },
  {
    language: "zh-Hant",
    head: "渡口新碼頭昨日啟用",
    text: [
      "北岸渡口的新碼頭昨日上午正式啟用，首班船載著六十多名乘客駛向南岸，兩岸居民從此不必再繞行大橋。",
      "新碼頭可以同時停靠三條渡船，候船室裡裝了暖氣，值班員說，冬天的早班船再也不用在風裡等。",
    ],
    captions: ["圖為乘客登上首班渡船。", "新碼頭的候船室能坐一百二十人。（陳大文攝）"],
    credit: "攝影：陳大文",
  },
  {
    language: "ja",
    head: "渡し場に新桟橋",
    text: [
      "北岸の渡し場に新しい桟橋が完成し、きのう午前、六十人余りの乗客を乗せた一番船が対岸へ向かった。",
      "新しい桟橋には三隻の船が同時に着くことができ、待合室には暖房が入り、冬の朝も風を避けて待てる。",
    ],
    captions: ["写真：一番船に乗り込む乗客たち", "暖房の入った待合室。（高橋一郎撮影）"],
    credit: "撮影＝高橋一郎",
  },
  {
    language: "ko",
    head: "나루터 새 부두 어제 문 열어",
    text: [
      "북쪽 나루터의 새 부두가 어제 오전 문을 열었다. 첫 배는 예순 명이 넘는 승객을 태우고 남쪽 기슭으로 떠났다.",
      "새 부두에는 배 세 척이 한꺼번에 닿을 수 있고 대합실에는 난방이 들어와 겨울 아침에도 바람을 피할 수 있다.",
    ],
    captions: ["사진설명: 첫 배에 오르는 승객들", "난방이 들어온 대합실의 모습이다. (사진=김철수 기자)"],
    credit: "사진=김철수 기자",
  },
  {
    language: "en",
    head: "NEW FERRY LANDING OPENS",
    text: [
      "The new ferry landing on the north shore opened yesterday morning, and the first boat took more than sixty people across to the south side of the harbor.",
      "Three boats can lie at the landing at once, the waiting room is heated, and nobody will have to stand in the wind for the early run this winter.",
    ],
    captions: [
      "Photo: Passengers board the first boat of the day.",
      "The heated waiting room holds a hundred and twenty people. (Photo by Anna Weber)",
    ],
    credit: "Photo: Anna Weber",
  },
  {
    language: "de",
    head: "Neuer Anleger ist offen",
    text: [
      "Der neue Anleger am Nordufer ist seit gestern offen, und das erste Boot brachte mehr als sechzig Leute über den Hafen auf die andere Seite der Stadt.",
      "Drei Boote können zugleich am Anleger liegen, der Warteraum ist geheizt, und niemand muss in diesem Winter früh am Morgen im Wind stehen und warten.",
    ],
    captions: [
      "Unser Bild zeigt Fahrgäste auf dem Weg zum ersten Boot.",
      "Im geheizten Warteraum ist Platz für hundert Leute. Foto: Anna Weber",
    ],
    credit: "Foto: Anna Weber",
  },
  {
    language: "fr",
    head: "Le nouvel embarcadère est ouvert",
    text: [
      "Le nouvel embarcadère de la rive nord est ouvert depuis hier matin, et le premier bateau a mené plus de soixante personnes de l’autre côté du port.",
      "Trois bateaux peuvent y accoster en même temps, la salle d’attente est chauffée, et personne ne devra plus attendre dans le vent cet hiver.",
    ],
    captions: [
      "Notre photo : les passagers montent à bord du premier bateau.",
      "La salle d’attente chauffée tient cent personnes. (Photo Anne Martin)",
    ],
    credit: "Photo : Anne Martin",
  },
  {
    language: "nl",
    head: "Nieuwe steiger is open",
    text: [
      "De nieuwe steiger aan de noordkant is sinds gisteren open, en de eerste boot bracht meer dan zestig mensen over de haven naar de andere kant.",
      "Drie boten kunnen tegelijk aan de steiger liggen, de wachtkamer is verwarmd, en niemand hoeft deze winter vroeg in de wind te staan wachten.",
    ],
    captions: [
      "Op de foto gaan de reizigers aan boord van de eerste boot.",
      "In de verwarmde wachtkamer is plaats voor honderd mensen. (Foto: Anna de Vries)",
    ],
    credit: "Foto: Anna de Vries",
  },
  {
    language: "es",
    head: "Abre el nuevo embarcadero",
    text: [
      "El nuevo embarcadero de la orilla norte abrió ayer por la mañana, y el primer barco llevó a más de sesenta personas al otro lado del puerto.",
      "Tres barcos pueden atracar al mismo tiempo, la sala de espera tiene calefacción, y nadie tendrá que esperar en el viento este invierno.",
    ],
    captions: [
      "En la foto, los pasajeros suben al primer barco del día.",
      "En la sala de espera caben cien personas. (Foto: Ana Martín)",
    ],
    credit: "Foto: Ana Martín",
  },
];

describe("what stood under pictures", () => {
  it.each(stories)(
    "is a caption, at the end of its story, in $language",
    ({ language, head, text, captions }) => {
      const [first, second] = longer(text, language);
      const [one = "", two = ""] = captions;
      expect(storyOf(language, [head, first, one, second, two]).body).toEqual([
        ["paragraph", first],
        ["paragraph", second],
        ["caption", one],
        ["caption", two],
      ]);
    },
  );

  it.each(stories)(
    "is a credit where it names a person alone, in $language",
    ({ language, head, text, credit }) => {
      const [first, second] = longer(text, language);
      const { body, credit: said } = storyOf(language, [head, first, second, credit]);
      expect(said).toEqual([credit]);
      expect(body.map(([, words]) => words)).toEqual([first, second]);
    },
  );

  it.each([
    ["nl", "Foto A. Kuiper: de sortering van de jassen in de gymnastiekzaal."],
    ["en", "Photo by Jim Castle: Librarian Esther Blum with the new digger."],
    ["ja", "写真＝改札に立つ矢野さん"],
  ])("opens with who took it, or with its sign (%s)", (language, text) =>
    expect(isCaptionText(squash(text).text, [lexiconOf(language)])).toBe(true),
  );

  it("does not cut a paragraph that goes on under it", () => {
    const page = [
      "NEW FERRY LANDING OPENS",
      "The new ferry landing on the north shore opened yesterday morning, and the first boat took more than sixty people across to the",
      "Photo: Passengers board the first boat of the day.",
      "south side of the harbor, where a band was waiting for them on the quay with the mayor and the whole of the council.",
    ];
    expect(storyOf("en", page).body.map(([kind]) => kind)).toEqual(["paragraph", "caption"]);
  });

  it.each([
    ["en", "Photo finishes are rare at the harbor regatta, and this one was decided by a hand."],
    ["en", "The photo: that is what she asked him for, and he would not give it to her."],
    ["de", "Fotografen standen am Anleger, und keiner von ihnen hatte ein trockenes Tuch bei sich."],
    ["ja", "写真は私の趣味で、休みの日にはいつも港へ行く。"],
    ["zh-Hans", "图书馆昨日开门，首日来了三百多人。"],
    ["zh-Hans", "本报记者昨日在北岸采访了首班渡船的乘客。（本报记者王小明摄影报道）"],
    ["ko", "사진관은 어제 문을 닫았다."],
    ["fr", "Photographe de métier, il a passé sa vie au port."],
  ])("is not every text that speaks of a picture: %s %s", (language, text) => {
    const lexicon = lexiconOf(language);
    if (!lexicon) throw new Error(language);
    expect(isCaptionText(text, [lexicon])).toBe(false);
    expect(pictureCredit(text, lexicon)).toBeUndefined();
  });
});
