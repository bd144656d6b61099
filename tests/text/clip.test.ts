import { describe, expect, it } from "vitest";
import { clipText, inEms } from "../../src/text/clip.js";

describe("the beginning of a text", () => {
  it("is the text where there is room for all of it", () => {
    expect(clipText("The ferry sails.", 16)).toBe("The ferry sails.");
    expect(clipText("", 0)).toBe("");
    expect(clipText("渡し場", 3, inEms)).toBe("渡し場");
  });
  it("ends with a whole word where words are spaced", () => {
    expect(clipText("The ferry sails on Monday", 23)).toBe("The ferry sails on…");
    expect(clipText("The ferry sails on Monday", 18)).toBe("The ferry sails on…");
    expect(clipText("One, two, three", 9)).toBe("One, two…");
    expect(clipText("a—b and Donaudampfschiff", 20)).toBe("a—b and…");
  });
  it("ends at any letter where they are not, and inside a word that no line could hold", () => {
    expect(clipText("北岸の渡し場に新しい桟橋が完成し", 6)).toBe("北岸の渡し場…");
    expect(clipText(`${"x".repeat(60)} y`, 40)).toBe(`${"x".repeat(40)}…`);
  });
  it("is as wide in one script as in the other", () => {
    const han = clipText("文".repeat(100), 20, inEms);
    const latin = clipText("the boat ".repeat(40), 20, inEms);
    expect([...han]).toHaveLength(21);
    expect([...latin].length).toBeGreaterThan(35);
    expect([...latin].length).toBeLessThan(60);
  });
});
