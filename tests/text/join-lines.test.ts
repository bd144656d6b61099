import { describe, expect, it } from "vitest";
import { knownWords } from "../../src/store/known-words.js";
import { countWords, seamBetween } from "../../src/text/join-lines.js";

describe("a hyphen at a line end", () => {
  const known = {
    words: new Set("after noon afternoon second grader bell man united inter ring rings".split(" ")),
    prefixes: new Set(["inter"]),
  };
  const seam = (before: string, after: string, lines: readonly string[] = []) =>
    seamBetween(before, after, countWords(lines, known));

  it("cut a word that the language has, though its pieces are words too", () => {
    expect(seam("late in the after-", "noon of Monday")).toBe("drop-hyphen");
  });
  it("was printed between two words that make none", () => {
    expect(seam("the second-", "grader said")).toBe("nothing");
  });
  it("is looked up without the ’s of its second half", () => {
    expect(seam("the second-", "grader’s desk")).toBe("nothing");
    expect(seam("the after-", "noon's end")).toBe("drop-hyphen");
  });
  it("cut a word that no list has, where its pieces are none either", () => {
    expect(seam("all the har-", "bormasters met")).toBe("drop-hyphen");
  });
  it("cut a word that begins as others do", () => {
    expect(seam("the inter-", "rings")).toBe("drop-hyphen");
  });
  it("in a name is not looked up: no list has names", () => {
    for (const before of ["said Mr. Bell-", "with Capt. Bell-", "as Bell-"])
      expect(seam(before, "man of Pier Street")).toBe("drop-hyphen");
  });
  it("is looked up where a capital only begins a sentence", () => {
    expect(seam("left. Second-", "grader Ida said")).toBe("nothing");
    expect(seam("she said. “Second-", "grader Ida")).toBe("nothing");
    expect(seam("the old Second-", "grader")).toBe("drop-hyphen");
  });
  it("cut a word in capitals only if that is known whole", () => {
    expect(seam("HAR-", "BOR")).toBe("nothing");
    expect(seam("UNI-", "TED")).toBe("drop-hyphen");
    // Cut into two words, or printed so: nobody can tell.
    expect(seam("AFTER-", "NOON")).toBe("nothing");
    expect(seam("Grade A-", "A student")).toBe("nothing");
    expect(seam("WEXLEY HAR-", "BOR — After", ["the Harbor is deep"])).toBe("drop-hyphen");
    expect(seam("WEXLEY HAR-", "BOR — After")).toBe("nothing");
    expect(seam("Vosberg-", "Lyle said", ["the vosberglyle"])).toBe("nothing");
    expect(seam("FELL-", "BROOK", ["By FELL-BROOK it"])).toBe("nothing");
  });
  it("is as the edition itself has the word, whatever a list says", () => {
    expect(seam("the second-", "grader said", ["every secondgrader came"])).toBe("drop-hyphen");
    expect(seam("late in the after-", "noon of Monday", ["an after-noon it was"])).toBe("nothing");
  });
  it("drops where nothing is known, as most do", () => {
    expect(seamBetween("the second-", "grader said", countWords([]))).toBe("drop-hyphen");
  });
});

describe("known words", () => {
  it("are English, in any region, and of no other language", () => {
    expect(knownWords("en-GB")?.words.has("neighbourhood")).toBe(true);
    expect(knownWords("en")).toBe(knownWords("en-US"));
    for (const language of ["de", "zh-Hans", "english", "__proto__", ""])
      expect(knownWords(language)).toBeUndefined();
  });
});

describe("a quotation mark at a line end", () => {
  const seam = (before: string, after: string) => seamBetween(before, after, new Map());
  it("that stands close behind a word closes, in whatever shape", () => {
    expect(seam("Der Dampfer „Amalie“", "ist auf Grund geraten")).toBe("space");
    expect(seam("der Dampfer »Amalie«", "ist auf Grund")).toBe("space");
  });
  it("that stands off from the word before it opens", () => {
    expect(seam("the steamer “", "Amalie” ran aground")).toBe("nothing");
  });
});
