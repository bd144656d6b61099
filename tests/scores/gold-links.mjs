/**
 * Pages as the grouping sees them, with the truth as links: which node begins a story and which follows which.
 * A node's story is found by its words in the truth; a node whose words stand in two stories is left out.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { readUnits } from "../../lib/assemble/read-units.js";
import { sketchUnits } from "../../lib/assemble/sketch-units.js";
import { buildGraph, countPairs } from "../../lib/assemble/story-nodes.js";
import { readEdition } from "../../lib/read/index.js";
import { repairEdition } from "../../lib/repair/index.js";
import { squash } from "../../lib/text/squash.js";

const plain = (text) => squash(text).text.replaceAll(" ", "");
const strings = (value) =>
  value == null ? [] : typeof value === "string" ? [value] : value.flatMap(strings);

/** Folders `<root>/<issue>/<variant>/page-*.txt` with `<root>/<issue>/truth.json`. */
export function findIssues(root, variants) {
  if (!existsSync(root)) return [];
  return readdirSync(root)
    .sort()
    .flatMap((issue) =>
      variants.map((variant) => ({
        name: `${issue} ${variant}`,
        folder: path.join(root, issue, variant),
        truth: path.join(root, issue, "truth.json"),
      })),
    )
    .filter(({ folder, truth }) => existsSync(folder) && existsSync(truth));
}

/** Every jump of a story, chains unrolled. */
function jumpsOf(article) {
  const jumps = article.jumps ?? [];
  for (let jump = article.jump; jump; jump = jump.then) if (!jumps.includes(jump)) jumps.push(jump);
  return jumps;
}

function readTruth(truth) {
  const stories = truth.articles.map((article) => ({
    id: article.id,
    heads: [
      ...strings(article.kicker),
      ...article.headline,
      ...strings(article.deck),
      ...jumpsOf(article).flatMap((jump) => strings(jump.jump_head)),
    ].map(plain),
    body: plain(
      [article.dateline ?? "", ...article.body.map((part) => part.text), article.credit ?? ""].join(""),
    ),
    byline: plain(strings(article.byline).join("")),
    jumps: jumpsOf(article),
    pages: article.parts.map((part) => part.page),
  }));
  const notices = (truth.notices ?? []).map((notice, at) => ({
    id: `notice-${at}`,
    heads: [plain(notice.lines[0])],
    body: plain(notice.lines.join("")),
    byline: "",
    jumps: [],
    pages: [notice.page],
  }));
  return [...stories, ...notices];
}

/** Where a node stands in the truth: its story and a position in it. Undefined where that is not certain. */
function placeOf(node, stories) {
  const only = (found) => (new Set(found.map(({ story }) => story)).size === 1 ? found[0] : undefined);
  const text = plain(node.units.map((unit) => unit.text).join(""));
  const named = node.units[0].mark?.page;
  const joins = (story, jump) =>
    (node.kind === "jump"
      ? jump.from_page === node.page && jump.to_page === named
      : jump.to_page === node.page && jump.from_page === named) && story;
  switch (node.kind) {
    case "jump":
    case "continuation":
      return only(
        stories.flatMap((story) =>
          story.jumps
            .filter((jump) => joins(story, jump))
            .map(() => ({ story: story.id, at: node.kind === "jump" ? 1e6 : -5 })),
        ),
      );
    case "byline":
      return only(
        stories
          .filter(
            (story) =>
              story.byline !== "" &&
              story.pages.includes(node.page) &&
              (story.byline.includes(text) || text.includes(story.byline)),
          )
          .map((story) => ({ story: story.id, at: -10 })),
      );
    case "credit":
    case "dateline":
      return undefined;
    case "heading":
    case "notice": {
      const found = only(
        stories
          .filter((story) => story.heads.join("").includes(text))
          .map((story) => ({ story: story.id, at: -1000 + story.heads.join("").indexOf(text) })),
      );
      if (found) return found;
    }
  }
  for (const length of [text.length, 24, 14, 9]) {
    for (const start of [0, Math.floor(text.length / 2), Math.max(0, text.length - length)]) {
      const probe = text.slice(start, start + length).replace(/-$/, "");
      const found =
        probe.length < 4
          ? undefined
          : only(
              stories
                .filter((story) => story.body.includes(probe))
                .map((story) => ({ story: story.id, at: story.body.indexOf(probe) - start })),
            );
      if (found) return found;
    }
  }
  return undefined;
}

/** The pages of one issue: {name, graph, places, links}. */
export function goldPages({ name, folder, truth: truthFile }) {
  const truth = JSON.parse(readFileSync(truthFile, "utf8"));
  const header = `---\nnewspaper: ${JSON.stringify(truth.newspaper)}\nlanguage: ${truth.language}\n---\n`;
  const files = readdirSync(folder)
    .filter((file) => file.endsWith(".txt"))
    .sort()
    .map((file) => ({ path: file, bytes: new Uint8Array(readFileSync(path.join(folder, file))) }));
  const read = readEdition({
    folder: name,
    files: [...files, { path: "edition.md", bytes: new TextEncoder().encode(header) }],
  }).value;
  const repaired = repairEdition(read, sketchUnits(read).kinds).value;
  const all = readUnits(repaired.pages, {
    title: read.info.newspaper.title,
    house: read.info.jumpWordings,
    language: read.info.language,
  });
  const pairs = countPairs(all);
  const stories = readTruth(truth);
  return all.map((units) => {
    const graph = buildGraph(units, pairs);
    const places = graph.nodes.map((node) => placeOf(node, stories));
    return { name: `${name} p${units.page.number}`, issue: name, graph, places, links: goldLinks(places) };
  });
}

function goldLinks(places) {
  const byStory = new Map();
  places.forEach((place, node) => {
    if (place) byStory.set(place.story, [...(byStory.get(place.story) ?? []), { node, at: place.at }]);
  });
  const paths = [...byStory.values()].map((list) => list.sort((a, b) => a.at - b.at).map(({ node }) => node));
  return linksOf(paths, places);
}

/** The links of paths among the nodes whose place is known. */
export function linksOf(paths, places) {
  const links = new Set();
  for (const path_ of paths) {
    const known = path_.filter((node) => places[node]);
    for (const [at, node] of known.entries()) links.add(`${at === 0 ? "begin" : known[at - 1]}>${node}`);
  }
  return links;
}
