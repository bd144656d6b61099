/** Cutting a page's file into stories: the cut is the worthiest there is, and no node is lost or in two stories. */
import { describe, expect, it } from "vitest";
import { learnEditionWords } from "../../src/assemble/edition-words.js";
import { cutFile, searchGroups } from "../../src/assemble/group-search.js";
import { type Group, runsOf, type Worth, worthOf } from "../../src/assemble/group-worth.js";
import { readUnits } from "../../src/assemble/read-units.js";
import { buildGraph, type StoryGraph } from "../../src/assemble/story-nodes.js";
import { pageOf } from "./read-page.js";

function graphOf(texts: readonly string[], language: string): StoryGraph {
  const read = readUnits([pageOf(1, texts, language)], {
    title: "",
    house: { forward: [], backward: [] },
    language,
  });
  const page = read[0];
  if (!page) throw new Error("a page is read");
  return buildGraph(page, learnEditionWords(read));
}

const paper = [
  "Ferry stops at dusk",
  "",
  "By ANNA BELL",
  "",
  "The ferry to Hollin will stop at dusk from",
  "Monday, the harbor office said on Friday.",
  "",
  "Two lamps on the east pier are out, and the",
  "pilots will not land there without them.",
  "",
  "Council buys a plow",
  "",
  "The council voted to buy a second plow for",
  "the hill roads before the first snow.",
  "",
  "Continued on Page 4",
];

/** The worth of a grouping, by its definition. */
function worthOfAll(groups: readonly Group[], worth: Worth): number {
  const home = new Map(groups.flatMap((group, g) => group.map((i): [number, number] => [i, g])));
  let sum = groups.reduce((total, group) => total + worth.ofGroup(group), 0);
  for (let i = 1; i < home.size; i += 1) if (home.get(i) !== home.get(i - 1)) sum += worth.ofBorder(i);
  return sum;
}

describe("cutting a file into stories", () => {
  const graph = graphOf(paper, "en");
  const size = graph.nodes.length;
  const worth = worthOf(graph);

  it("finds the worthiest of all cuts", () => {
    let best = -Infinity;
    for (let cuts = 0; cuts < 2 ** (size - 1); cuts += 1) {
      const groups: number[][] = [[0]];
      for (let i = 1; i < size; i += 1)
        if (cuts & (1 << (i - 1))) groups.push([i]);
        else groups.at(-1)?.push(i);
      best = Math.max(best, worthOfAll(groups, worth));
    }
    expect(worthOfAll(cutFile(size, worth), worth)).toBeCloseTo(best, 8);
  });

  it("ends no worse than the best cut, or with a lone mark housed, each node in one story", () => {
    const { groups, margins } = searchGroups(graph, worth);
    expect(groups.flat().sort((a, b) => a - b)).toEqual(graph.nodes.map(({ index }) => index));
    expect(margins.every((margin) => margin >= 0)).toBe(true);
    const alone = groups.filter((group) => group.every((i) => graph.nodes[i]?.kind === "jump"));
    expect(alone).toEqual([]);
  });

  it("keeps two stories apart that share no word", () => {
    const { groups } = searchGroups(graph, worth);
    const homeOf = (text: string): number =>
      groups.findIndex((group) => group.some((i) => graph.nodes[i]?.text.startsWith(text)));
    expect(homeOf("The ferry to Hollin")).toBe(homeOf("Ferry stops"));
    expect(homeOf("The council voted")).toBe(homeOf("Council buys"));
    expect(homeOf("The council voted")).not.toBe(homeOf("Ferry stops"));
  });

  it("gives an empty page no story", () => {
    expect(cutFile(0, worth)).toEqual([]);
  });
});

describe("the price of standing in several places", () => {
  it("is a run's, and lower for a long text without word spaces", () => {
    const sentence = "城北的水厂从下月起改用地下水供应老城区居民，旧的管线要到秋天才换。";
    const priceOf = (sentences: number): number => {
      const column = sentence.repeat(sentences).match(/.{1,16}/gu) ?? [];
      const graph = graphOf(["水厂换水", "", ...column, "", "学校开学", "", ...column], "zh-Hans");
      const bodies = graph.nodes.flatMap(({ kind, index }) => (kind === "body" ? [index] : []));
      expect(runsOf(bodies)).toHaveLength(2);
      return -worthOf(graph, {}).ofGroup(bodies);
    };
    expect(priceOf(12)).toBe(priceOf(2) / 2);
  });
});
