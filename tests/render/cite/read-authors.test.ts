/** Names on bylines: given where they are surely names, and nothing where they are not. */
import { describe, expect, it } from "vitest";
import { readAuthors } from "../../../src/render/cite/read-authors.js";
import { lexiconOf } from "../../../src/text/lexicon/index.js";

const read = (language: string, ...lines: string[]): string[] =>
  readAuthors(lines, lexiconOf(language)).map(({ literal, family }) => `${literal}/${family ?? ""}`);

describe("names that are sure", () => {
  it.each([
    ["en", "By Tobias Wren", ["Tobias Wren/Wren"]],
    ["en", "By NORA FELLBROOK, Beacon Staff Writer", ["Nora Fellbrook/Fellbrook"]],
    ["en", "By J.R. O'NEILL and MARY McLEOD", ["J.R. O'Neill/O'Neill", "Mary McLEOD/McLEOD"]],
    ["en", "By Mark de Wit", ["Mark de Wit/de Wit"]],
    ["en", "Story by Ann B. Lee, staff writer", ["Ann B. Lee/Lee"]],
    ["de", "Von Sönke Abel und Jorinde Havemann", ["Sönke Abel/Abel", "Jorinde Havemann/Havemann"]],
    ["de", "Von Cord Ellinger · 27. Folge", ["Cord Ellinger/Ellinger"]],
    ["fr", "Par Jean-Luc Mercier", ["Jean-Luc Mercier/Mercier"]],
    ["es", "Por Lucía Ferrer Olmedo", ["Lucía Ferrer Olmedo/"]],
    ["nl", "Door Anna van der Berg", ["Anna van der Berg/van der Berg"]],
    ["zh-Hans", "本报记者 单雨", ["单雨/单"]],
    ["zh-Hans", "□记者 高飞 报道", ["高飞/高"]],
    ["zh-Hans", "本报记者 祁远帆 通讯员 何青", ["祁远帆/祁", "何青/何"]],
    ["zh-Hans", "欧阳青", ["欧阳青/欧阳"]],
    ["zh-Hant", "【記者林青報導】", ["林青/林"]],
    ["ko", "하윤슬 기자", ["하윤슬/하"]],
  ] as const)("%s: %s", (language, line, names) => {
    expect(read(language, line)).toEqual(names);
  });
  it("stand on lines of their own too", () => {
    expect(read("en", "By Tobias Wren", "Staff Writer")).toEqual(["Tobias Wren/Wren"]);
  });
});

describe("what is no name for sure", () => {
  it.each([
    ["en", "By a Staff Correspondent"],
    ["en", "By Associated Press"],
    ["en", "By Beacon Staff"],
    ["en", "Special to The Beacon"],
    ["en", "From Our Correspondent"],
    ["en", "By Jove"],
    ["en", "By his own reckoning, which he"],
    ["en", "Tobias Wren"],
    ["de", "Von unserem Mitarbeiter"],
    ["de", "von den Trägern Staub, der"],
    ["fr", "De notre envoyé spécial"],
    ["zh-Hans", "本报评论员"],
    ["zh-Hans", "单雨 摄"],
    ["zh-Hans", "责任编辑：储安 版式：田雨"],
    ["ja", "写真・小林茂"],
    ["ja", "潮騒"],
    ["ko", "사진 하윤슬 기자"],
  ] as const)("%s: %s", (language, line) => {
    expect(read(language, line)).toEqual([]);
  });
  it("spoils the other lines as well", () => {
    expect(read("en", "By Tobias Wren", "with many helping hands.")).toEqual([]);
  });
});
