import { describe, expect, it } from "vitest";
import { detectLanguage, languageOfEdition, languageOfPage } from "../../src/text/detect-language.js";

const texts = {
  "zh-Hans": "本报讯　昨天早上七点，围挡撤走，双向六车道的长亭路恢复通车。GDP增长17.4%，Handle with care。",
  "zh-Hant": "民國九年四月三日，本報每逢三日出版一次，會議昨日在上海舉行，到會者數百人。",
  ja: "昨日、東京で会議が開かれた。市長は新しい計画を発表し、住民の意見を聞くと述べた。",
  ko: "어제 서울에서 會議가 열렸다. 市長은 새로운 計劃을 발표하였다.",
  en: "Tbe counci1 met on Tuesday and tne members of the board said that it was for the town.",
  de: "Der Bürgermeifter hat am Dienstag die neue Brücke eröffnet und mit den Bürgern auf das Werk angestoßen.",
  fr: "Le maire a ouvert le pont mardi avec les habitants du quartier qui sont venus pour la fête dans une foule.",
  nl: "De burgemeester heeft het nieuwe bruggetje geopend en dat werd door een groot aantal mensen van de stad gezien.",
  es: "El alcalde abrió el puente el martes con los vecinos del barrio, que se alegraron por la obra y su fiesta.",
};

describe("detectLanguage", () => {
  it.each(Object.entries(texts))("%s", (language, text) =>
    expect(detectLanguage(text).language).toBe(language),
  );
  it.each(["", "1234 5678", "— — —", "Xyzzy plugh", "Привет, мир"])("%j is unknown", (text) =>
    expect(detectLanguage(text).language).toBe("und"),
  );
});

describe("editions and pages", () => {
  const evidence = (language: keyof typeof texts, times = 20) =>
    detectLanguage(`${texts[language]}\n`.repeat(times));

  it("the majority names the edition, and only a page with strong evidence differs", () => {
    const pages = [evidence("de"), evidence("de"), evidence("fr"), detectLanguage(texts.fr)];
    expect(languageOfEdition(pages)).toBe("de");
    expect(pages.map((page) => languageOfPage(page, "de"))).toEqual(["de", "de", "fr", "de"]);
  });

  it("a page keeps the edition's own tag", () => {
    expect(languageOfPage(evidence("zh-Hans"), "zh-CN")).toBe("zh-CN");
    expect(languageOfPage(evidence("zh-Hant"), "zh-TW")).toBe("zh-TW");
    expect(languageOfPage(evidence("zh-Hant"), "zh-CN")).toBe("zh-Hant");
    expect(languageOfPage(evidence("en"), "en-GB")).toBe("en-GB");
    expect(languageOfPage(detectLanguage(""), "ja")).toBe("ja");
  });
});
