/**
 * Captions for pictures of made pages, by language: no issue has any of its own. `{subject}` is what the story is
 * about in print: its kicker, or else the first line of its headline.
 */
import { pick } from "./seeded-random.mjs";

const CAPTIONS = {
  en: [
    "{subject}: the view on the morning of the visit, before the gates were opened. Photo: R. Amberley",
    "A quiet moment between two meetings. — Staff photo",
    "{subject}: residents look over the drawings in the hall. Photo by June Tarrow",
  ],
  de: [
    "{subject}: Blick auf das Gelände am frühen Morgen. Foto: K. Ahlhorn",
    "Viele waren gekommen, einige mußten draußen warten. Foto: Privat",
    "{subject}: Die Pläne hängen noch bis Freitag im Rathaus aus. Foto: M. Wendt",
  ],
  fr: [
    "{subject} : les lieux tels qu’on pouvait les voir hier matin. (Photo R. Aubier)",
    "Une assistance nombreuse et attentive. (Photo d’archives)",
  ],
  es: [
    "{subject}: así se veía el lugar ayer por la mañana. Foto: R. Olmedo",
    "El público llenó la sala desde primera hora. Foto: Archivo",
  ],
  nl: [
    "{subject}: de plek zoals die er gistermorgen bij lag. Foto: R. Terpstra",
    "De belangstelling was groot, de zaal te klein. Foto: archief",
  ],
  "zh-Hans": [
    "图为{subject}现场。 本报记者 申禾 摄",
    "活动当天，不少市民一早就来到现场。 通讯员 卓闻 摄",
    "{subject}（资料图片）",
  ],
  "zh-Hant": ["圖為{subject}現場。（本報記者攝）", "當日到場的街坊眾多，門外亦站滿了人。（資料圖片）"],
  ja: ["{subject}の様子＝15日、市内で", "朝早くから大勢の人が集まった会場＝本社記者撮影"],
  ko: ["{subject} 현장의 모습. 본사 사진부", "이른 아침부터 많은 주민이 자리를 채웠다. 자료 사진"],
};

export function captionOf(issue, story, random) {
  const subject = story.kicker?.[0] ?? story.headline[0];
  return pick(CAPTIONS[issue.language] ?? CAPTIONS.en, random).replace("{subject}", subject);
}
