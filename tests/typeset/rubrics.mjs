/**
 * Standing labels of made pages, by language: what is printed over a group of stories or over the storey of a serial,
 * and belongs to none of them. In the truth they are furniture.
 */
const RUBRICS = {
  en: { section: "District News", storey: "Our Weekly Reader" },
  de: { section: "Aus der Umgegend", storey: "Feuilleton" },
  fr: { section: "Nouvelles diverses", storey: "Feuilleton" },
  es: { section: "Noticias varias", storey: "Folletín" },
  nl: { section: "Gemengd nieuws", storey: "Feuilleton" },
  "zh-Hans": { section: "各地要讯", storey: "副刊" },
  "zh-Hant": { section: "各地要訊", storey: "副刊" },
  ja: { section: "地方だより", storey: "読み物" },
  ko: { section: "지방 소식", storey: "읽을거리" },
};

export const rubricsOf = ({ language }) => RUBRICS[language] ?? RUBRICS.en;
