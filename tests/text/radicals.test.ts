import { expect, it } from "vitest";
import { foldPresentationForm } from "../../src/text/presentation-forms.js";
import { foldRadical, foldRepeatedIdeograph } from "../../src/text/radicals.js";

it("folds every Kangxi radical and nearly every supplement to an ideograph outside the radical blocks", () => {
  for (let code = 0x2f00; code <= 0x2fd5; code += 1)
    expect(foldRadical(String.fromCodePoint(code))).toMatch(/^[\u4e00-\u9fff]$/);
  expect([..."⺠⻓⻔⻢⻛⻅⼯⽇⾼"].map((radical) => foldRadical(radical)).join("")).toBe(
    "民长门马风见工日高",
  );
});
it("folds the door as the page's script prints it", () => {
  const door = (language: string) => foldRadical("\u2f3e", language);
  expect(["zh-Hans", "zh", "ja", "zh-Hant", "zh-TW", "ko"].map(door)).toEqual([
    "户",
    "户",
    "戸",
    "戶",
    "戶",
    "戶",
  ]);
});
it("leaves what is printed so", () => {
  for (const character of "①Ⅲ㈱ＡＢ１ｶ々〇中") {
    expect(foldRadical(character)).toBe(character);
    expect(foldPresentationForm(character)).toBe(character);
  }
});
it("folds duplicates, and leaves the ideographs of that block that are no duplicates", () => {
  expect(foldRepeatedIdeograph("\uf914")).toBe("樂");
  expect(foldRepeatedIdeograph("\ufa0e")).toBe("\ufa0e");
});
it("folds vertical forms", () => {
  expect([..."︐︒︵︶﹁﹂﹃﹄︽︾"].map(foldPresentationForm).join("")).toBe("，。（）「」『』《》");
});
