import { expect, it } from "vitest";
import { foldPresentationForm } from "../../src/text/presentation-forms.js";
import { foldRadical, foldRepeatedIdeograph } from "../../src/text/radicals.js";

it("folds every Kangxi radical and nearly every supplement to an ideograph outside the radical blocks", () => {
  for (let code = 0x2f00; code <= 0x2fd5; code += 1)
    expect(foldRadical(String.fromCodePoint(code))).toMatch(/^[\u4e00-\u9fff]$/);
  expect([..."⺠⻓⻔⻢⻛⻅⼯⽇⾼"].map(foldRadical).join("")).toBe("民长门马风见工日高");
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
