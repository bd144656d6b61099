/** Running numbers of serials: read where something marks them, left alone where they may be part of a name. */
import { describe, expect, it } from "vitest";
import { readSerialTitle } from "../../src/text/read-serial.js";

describe("a running number", () => {
  it.each([
    ["江上旧事（三）", "江上旧事", 3],
    ["江上旧事 (十二)", "江上旧事", 12],
    ["江上旧事之四", "江上旧事", 4],
    ["江上旧事 第十二回", "江上旧事", 12],
    ["江上旧事 连载7", "江上旧事", 7],
    ["港の灯 連載第12回", "港の灯", 12],
    ["港の灯【５】", "港の灯", 5],
    ["바다의 아이들 (7)", "바다의 아이들", 7],
    ["바다의 아이들 3회", "바다의 아이들", 3],
    ["The Long Tide, Part II", "The Long Tide", 2],
    ["The Long Tide: Chapter 14", "The Long Tide", 14],
    ["The Long Tide (IV)", "The Long Tide", 4],
    ["Die Uhr von Neuwiesen · 27. Folge", "Die Uhr von Neuwiesen", 27],
    ["Die Uhr von Neuwiesen, Teil 3", "Die Uhr von Neuwiesen", 3],
    ["Le phare, chapitre XIV", "Le phare", 14],
    ["El faro. Entrega 5", "El faro.", 5],
    ["（三）", "", 3],
    ["27. Folge", "", 27],
  ])("%s", (title, stem, part) => expect(readSerialTitle(title)).toEqual({ stem, part }));

  it.each([["古渡（上）"], ["古渡（下）"], ["港の灯（完）"]])("%s is a part without a number", (title) =>
    expect(readSerialTitle(title)).toEqual({ stem: title.slice(0, -3) }),
  );

  it.each([
    ["Apollo 11"],
    ["Elizabeth II"],
    ["The summer of (1944)"],
    ["A party of 7"],
    ["Herons win (again)"],
    ["Depart 5"],
    ["第三"],
    ["末班轮渡推迟到晚上十点"],
    ["Price rises to (iiii)"],
    [`${"a ".repeat(5000)}(3)`],
  ])("%s has none", (title) => expect(readSerialTitle(title)).toBeUndefined());
});
