import { expect, it } from "vitest";
import { tesseractModel } from "../../src/text/tesseract-models.js";

it.each([
  ["zh-Hans", "horizontal", "chi_sim"],
  ["zh-Hant", "vertical", "chi_tra_vert"],
  ["zh-Hant-HK", "horizontal", "chi_tra"],
  ["zh-TW", "horizontal", "chi_tra"],
  ["ja", "vertical", "jpn_vert"],
  ["ko-KR", "horizontal", "kor"],
  ["en-GB", "horizontal", "eng"],
  ["de", "vertical", "deu"],
  ["fr", "horizontal", "fra"],
  ["nl", "horizontal", "nld"],
  ["es-419", "horizontal", "spa"],
  ["zh", "horizontal", undefined],
  ["la", "horizontal", undefined],
  ["constructor", "horizontal", undefined],
] as const)("%s, %s: %s", (language, direction, model) => {
  expect(tesseractModel(language, direction)).toBe(model);
});
