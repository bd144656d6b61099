/**
 * One assembled edition against its truth. Who stands with whom is decided by printed lines, never by words, so
 * a repair cannot raise or lower it. The words decide only headlines and exact paragraphs, without their spaces.
 */
import { wordKey } from "./fold.mjs";
import { scoreConservation } from "./score-conservation.mjs";
import { scoreSpaces } from "./score-spaces.mjs";
import { settleAlike } from "./settle-alike.mjs";

const f1 = (hit, predicted, true_) => (predicted + true_ === 0 ? null : (2 * hit) / (predicted + true_));
/** Share of a paragraph's letters that one article must hold for the paragraph to stand there. */
const home = 0.5;
/** Letters below which a paragraph outside stories is too short to be blamed on an article. */
const scrap = 8;
const headRoles = new Set(["kicker", "headline", "deck", "byline", "dateline", "credit"]);
const outsideStory = new Set(["mark", "jump-head"]);

/** Letters of every owned line in every cluster, and of every truth in every cluster. */
function layOver(truth, clusters) {
  const lineAt = new Map();
  for (const [index, cluster] of clusters.entries())
    for (const passage of cluster.passages)
      for (const [line, count] of passage.chars) {
        const row = lineAt.get(line) ?? new Map();
        row.set(index, (row.get(index) ?? 0) + count);
        lineAt.set(line, row);
      }
  const items = truth.items.map(() => new Map());
  const inCluster = clusters.map(() => new Map());
  const paragraphs = truth.items.map((item) =>
    item.paragraphs.map(() => ({ at: new Map(), size: 0, pages: new Set() })),
  );
  for (const [line, owner] of truth.owners)
    for (const [index, count] of lineAt.get(line) ?? []) {
      items[owner.item].set(index, (items[owner.item].get(index) ?? 0) + count);
      inCluster[index].set(owner.item, (inCluster[index].get(owner.item) ?? 0) + count);
      if (owner.paragraph === null || owner.paragraph < 0) continue;
      const paragraph = paragraphs[owner.item][owner.paragraph];
      paragraph.at.set(index, (paragraph.at.get(index) ?? 0) + count);
      paragraph.size += count;
      paragraph.pages.add(Number(line.split(":")[0]));
    }
  return { lineAt, items, inCluster, paragraphs };
}

const top = (row) => [...row].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [-1, 0]);

/** Each story's article: the pairs with most letters in common first, each used once. */
function matchStories(truth, items, clusters) {
  const pairs = [];
  for (const [item, row] of items.entries())
    if (truth.items[item].story)
      for (const [cluster, count] of row)
        if (!["leftover", "furniture"].includes(clusters[cluster].kind)) pairs.push([count, item, cluster]);
  pairs.sort((a, b) => b[0] - a[0] || a[1] - b[1] || a[2] - b[2]);
  const match = new Map();
  const used = new Set();
  for (const [, item, cluster] of pairs)
    if (!match.has(item) && !used.has(cluster)) {
      match.set(item, cluster);
      used.add(cluster);
    }
  return match;
}

/** Pairs of paragraphs in one article, and what an archivist would have to split and merge. */
function scoreGroups(truth, paragraphs, clusters) {
  const by = clusters.map(() => new Map());
  const outside = clusters.map(() => new Map());
  const totals = new Map();
  const homes = new Map();
  for (const [item, list] of paragraphs.entries())
    for (const paragraph of list) {
      if (paragraph.size === 0) continue;
      const [cluster, count] = top(paragraph.at);
      const stands =
        count >= paragraph.size * home && !["leftover", "furniture"].includes(clusters[cluster].kind)
          ? cluster
          : -1;
      if (!truth.items[item].story) {
        if (stands >= 0 && paragraph.size >= scrap)
          outside[stands].set(item, (outside[stands].get(item) ?? 0) + 1);
        continue;
      }
      totals.set(item, (totals.get(item) ?? 0) + 1);
      const list_ = homes.get(item) ?? [];
      list_.push(stands);
      homes.set(item, list_);
      if (stands >= 0) by[stands].set(item, (by[stands].get(item) ?? 0) + 1);
    }
  const pairs = (count) => (count * (count - 1)) / 2;
  const sum = (numbers) => [...numbers].reduce((all, number) => all + number, 0);
  let right = 0;
  let predicted = 0;
  let splits = 0;
  for (const [cluster, row] of by.entries()) {
    if (row.size === 0) continue;
    const mine = sum(row.values());
    right += sum([...row.values()].map(pairs));
    predicted += pairs(mine) + mine * sum(outside[cluster].values());
    splits += row.size + outside[cluster].size - 1;
  }
  let merges = 0;
  for (const list of homes.values()) {
    const placed = new Set(list.filter((cluster) => cluster >= 0));
    merges += placed.size + list.filter((cluster) => cluster < 0).length - 1;
  }
  const unplaced = sum([...homes.values()].map((list) => list.filter((cluster) => cluster < 0).length));
  return { right, predicted, true: sum([...totals.values()].map(pairs)), splits, merges, unplaced };
}

/** B-cubed: for a letter of a story, how much of its article is of the same story, and how much of the story is there. */
function scoreLetters(truth, items, inCluster) {
  let letters = 0;
  let precision = 0;
  let recall = 0;
  const sum = (row) => [...row.values()].reduce((all, number) => all + number, 0);
  for (const [item, row] of items.entries()) {
    if (!truth.items[item].story) continue;
    const size = sum(row);
    for (const [cluster, count] of row) {
      letters += count;
      precision += (count * count) / sum(inCluster[cluster]);
      recall += (count * count) / size;
    }
  }
  return { letters, precision, recall };
}

/** Line edges of paragraphs: where one begins and where one ends. */
function scoreParagraphs(truth, clusters) {
  const first = new Map();
  const order = truth.lineOrder;
  const story = (owner) =>
    owner && truth.items[owner.item].story && owner.paragraph !== null && owner.paragraph >= 0;
  const begins = new Set();
  const ends = new Set();
  for (const line of order) {
    const owner = truth.owners.get(line);
    if (!story(owner)) continue;
    const key = `${owner.item}/${owner.paragraph}`;
    const entry = first.get(key) ?? { begin: line, end: line };
    entry.end = line;
    first.set(key, entry);
  }
  // The truth may name its own edges, where a paragraph's lines do not stand in the order they are read.
  for (const [key, entry] of first) {
    const [item, paragraph] = key.split("/").map(Number);
    const edges = truth.items[item].paragraphs[paragraph].edges ?? entry;
    begins.add(edges.begin);
    ends.add(edges.end);
  }
  let predicted = 0;
  let hit = 0;
  const seen = new Set();
  for (const cluster of clusters)
    for (const passage of cluster.passages) {
      if (outsideStory.has(passage.role) || passage.lines.length === 0) continue;
      for (const [edges, line, side] of [
        [begins, passage.lines[0], "b"],
        [ends, passage.lines.at(-1), "e"],
      ]) {
        if (!story(truth.owners.get(line))) continue;
        if (edges.has(line) && !seen.has(side + line)) {
          hit += 1;
          predicted += 1;
          seen.add(side + line);
        } else if (!headRoles.has(passage.role) && !edges.has(line)) predicted += 1;
      }
    }
  return { hit, predicted, true: begins.size + ends.size, keys: first };
}

/** Joins over pages: those the truth has, and those that put two stories together. */
function scoreJumps(truth, clusters, paragraphs) {
  let total = 0;
  let joined = 0;
  let falseJoins = 0;
  const states = new Map();
  for (const [item, list] of paragraphs.entries()) {
    if (!truth.items[item].story) continue;
    const pages = new Map();
    for (const paragraph of list)
      for (const page of paragraph.pages) {
        const row = pages.get(page) ?? new Map();
        for (const [cluster, count] of paragraph.pageAt?.get(page) ?? [])
          row.set(cluster, (row.get(cluster) ?? 0) + count);
        pages.set(page, row);
      }
    const numbers = [...pages.keys()].sort((a, b) => a - b);
    for (let at = 1; at < numbers.length; at += 1) {
      total += 1;
      const before = top(pages.get(numbers[at - 1]))[0];
      const together = before >= 0 && before === top(pages.get(numbers[at]))[0];
      if (together) joined += 1;
      states.set(item, together ? "joined" : "apart");
    }
  }
  let dangling = 0;
  for (const cluster of clusters) {
    dangling += cluster.jumps.filter((jump) => jump.state === "dangling").length;
    const pages = new Map();
    for (const passage of cluster.passages)
      if (!outsideStory.has(passage.role))
        for (const [line, count] of passage.chars) {
          const owner = truth.owners.get(line);
          if (!owner) continue;
          const page = Number(line.split(":")[0]);
          const row = pages.get(page) ?? new Map();
          row.set(owner.item, (row.get(owner.item) ?? 0) + count);
          pages.set(page, row);
        }
    const numbers = [...pages.keys()].sort((a, b) => a - b);
    for (let at = 1; at < numbers.length; at += 1) {
      const before = pages.get(numbers[at - 1]);
      const after = pages.get(numbers[at]);
      // Whole stories merged on one page are counted as merges; a false join shares no story with the page before.
      if (![...after.keys()].includes(top(before)[0]) || top(before)[0] !== top(after)[0]) falseJoins += 1;
    }
  }
  return { total, joined, falseJoins, dangling, states };
}

/**
 * @param {object} given {language, items, owners, lineOrder, lines, has, laid}; laid: the truth names no lines, it was
 *   laid under them (align-lines.mjs)
 * @param {object} edition assembled edition
 * @param {{clusters: object[]}} flat from flattenEdition
 * @returns counts, from which figures are made by `figuresOf`; and rows, one per story
 */
export function scoreEdition(given, edition, flat) {
  const { clusters } = flat;
  const truth = given.laid ? settleAlike(given, clusters) : given;
  const { lineAt, items, inCluster, paragraphs } = layOver(truth, clusters);
  for (const list of paragraphs) for (const paragraph of list) paragraph.pageAt = new Map();
  for (const [line, owner] of truth.owners) {
    if (owner.paragraph === null || owner.paragraph < 0) continue;
    const page = Number(line.split(":")[0]);
    const { pageAt } = paragraphs[owner.item][owner.paragraph];
    const row = pageAt.get(page) ?? new Map();
    for (const [cluster, count] of lineAt.get(line) ?? []) row.set(cluster, (row.get(cluster) ?? 0) + count);
    pageAt.set(page, row);
  }
  const match = matchStories(truth, items, clusters);
  const groups = scoreGroups(truth, paragraphs, clusters);
  const letters = scoreLetters(truth, items, inCluster);
  const edges = scoreParagraphs(truth, clusters);
  const jumps = scoreJumps(truth, clusters, paragraphs);
  const count = {
    stories: 0,
    articles: clusters.filter((cluster) => cluster.kind === "story").length,
    whole: 0,
    exact: 0,
    headlines: 0,
    headlinesRight: 0,
    headlineLines: 0,
    headlineLinesRight: 0,
    paragraphs: 0,
    paragraphsExact: 0,
    danglingTrue: 0,
    danglingRight: 0,
  };
  const rows = [];
  for (const [index, item] of truth.items.entries()) {
    if (!item.story || items[index].size === 0) continue;
    count.stories += 1;
    const cluster = match.has(index) ? clusters[match.get(index)] : undefined;
    const lines = [...truth.owners].filter(([, owner]) => owner.item === index && owner.paragraph !== -1);
    const mine = match.get(index);
    const all = lines.every(([line]) => top(lineAt.get(line) ?? new Map())[0] === mine);
    const strangers =
      mine === undefined ? [] : [...inCluster[mine].keys()].filter((other) => other !== index);
    const whole = cluster !== undefined && all && strangers.length === 0;
    const body = cluster?.passages.filter((passage) => !outsideStory.has(passage.role)) ?? [];
    const keys = body.map((passage) => wordKey(passage.text));
    // A serial's line (（未完）) and a pointer in brackets are shown beside the text, as marks; so they are there.
    const beside = cluster?.passages.filter(({ kind }) => kind === "serial" || kind === "pointer") ?? [];
    keys.push(...beside.map(({ text }) => wordKey(text)));
    const withoutPointers = (key) =>
      beside.reduce(
        (left, { kind, text }) => (kind === "pointer" ? left.replace(wordKey(text), "") : left),
        key,
      );
    // A dateline run in with the first paragraph may stand before it or inside it: both print the same.
    const dateline = wordKey(
      body
        .filter((passage) => passage.role === "dateline")
        .map((passage) => passage.text)
        .join(""),
    );
    let exactHere = 0;
    const missing = [];
    const stands = new Map();
    for (const [at, paragraph] of item.paragraphs.entries()) {
      if (paragraphs[index][at].size === 0 || paragraph.heading) continue;
      const key = wordKey(paragraph.text);
      const [before, after] = [wordKey(item.dateline ?? ""), wordKey(item.credit ?? "")];
      const options = [key, before + key, key + after, before + key + after];
      const places = keys.flatMap((have, place) =>
        options.includes(have) ||
        options.some((key) => withoutPointers(key) === have) ||
        (dateline !== "" && dateline + have === key)
          ? [place]
          : [],
      );
      stands.set(at, places);
      if (places.length > 0) exactHere += 1;
      else missing.push(paragraph.text.slice(0, 16));
      if (truth.has.paragraphs) {
        count.paragraphs += 1;
        if (places.length > 0) count.paragraphsExact += 1;
      }
    }
    const inOrder = (item.orders ?? [[...item.paragraphs.keys()]]).some((order) => {
      let from = -1;
      for (const at of order) {
        // What is shown beside the text alone has no place in it.
        if (!stands.has(at) || stands.get(at).every((place) => place >= body.length)) continue;
        const next = stands.get(at).find((place) => place > from);
        if (next === undefined) return false;
        from = next;
      }
      return true;
    });
    const right = whole && inOrder && missing.length === 0;
    if (whole) count.whole += 1;
    if (right) count.exact += 1;
    let headline = null;
    if (item.headline) {
      const group = ["kicker", "headline", "deck"].map((role) =>
        wordKey(
          body
            .filter((p) => p.role === role)
            .map((p) => p.text)
            .join(""),
        ),
      );
      const want = wordKey(item.headline.join(""));
      const options = [group[1], group[0] + group[1], group[1] + group[2], group.join("")];
      headline = truth.has.headlineRole ? group[1] === want : options.includes(want);
      count.headlines += 1;
      if (headline) count.headlinesRight += 1;
      const heads = body.map((passage) => wordKey(passage.text));
      for (const text of item.headLines ?? item.headline) {
        count.headlineLines += 1;
        if (heads.some((head) => head.includes(wordKey(text)))) count.headlineLinesRight += 1;
      }
    }
    if (item.dangling) {
      count.danglingTrue += 1;
      if (cluster?.jumps.some((jump) => jump.state === "dangling")) count.danglingRight += 1;
    }
    const name = (cluster_) => `${clusters[cluster_].kind}:${clusters[cluster_].id}`;
    rows.push({
      ...{ item: index, cluster: mine },
      id: item.id,
      label: item.label,
      whole,
      exact: right,
      headline,
      jump: jumps.states.get(index),
      predictedHeadline: cluster
        ? body
            .filter((p) => p.role === "headline")
            .map((p) => p.text)
            .join(" / ")
        : "",
      paragraphs: `${exactHere}/${item.paragraphs.filter((paragraph, at) => paragraphs[index][at].size > 0 && !paragraph.heading).length}`,
      at: [...items[index]]
        .sort((a, b) => b[1] - a[1])
        .map(([cluster_, size]) => `${name(cluster_)} ${size}`),
      strangers: strangers.map(
        (other) => `${truth.items[other].story ? "" : "(not a story) "}${truth.items[other].label}`,
      ),
      missing,
    });
  }
  const predictedTexts = clusters.flatMap((cluster) => cluster.passages.map((passage) => passage.text));
  const truthTexts = truth.items.flatMap((item) => [
    ...(item.spaced ?? []),
    ...item.paragraphs.map((paragraph) => paragraph.text),
  ]);
  const spaces = truth.has.spaces ? scoreSpaces(truthTexts, predictedTexts, truth.language) : null;
  return {
    count,
    groups,
    letters,
    edges,
    jumps,
    spaces,
    conservation: scoreConservation(edition, clusters, truth.lines),
    rows,
    has: truth.has,
  };
}

const add = (a, b) => {
  const out = { ...a };
  for (const [key, value] of Object.entries(b))
    if (typeof value === "number") out[key] = (out[key] ?? 0) + value;
  return out;
};

/** Figures of one or several editions of a source, from the sum of their counts. */
export function figuresOf(scores) {
  const sum = (name) => scores.map((score) => score[name] ?? {}).reduce(add, {});
  const count = sum("count");
  const groups = sum("groups");
  const letters = sum("letters");
  const edges = sum("edges");
  const jumps = sum("jumps");
  const spaces = sum("spaces");
  const texts = sum("texts");
  const kept = sum("conservation");
  const has = scores[0]?.has ?? {};
  const ratio = (a, b) => (b ? a / b : null);
  const precision = ratio(letters.precision, letters.letters);
  const recall = ratio(letters.recall, letters.letters);
  return {
    stories: count.stories,
    articles: count.articles,
    paragraph_f1: has.paragraphs ? f1(edges.hit, edges.predicted, edges.true) : null,
    paragraphs: has.paragraphs ? `${count.paragraphsExact}/${count.paragraphs}` : null,
    paragraphs_exact: has.paragraphs ? ratio(count.paragraphsExact, count.paragraphs) : null,
    text: ratio(texts.sum, texts.count),
    article_f1: f1(groups.right, groups.predicted, groups.true),
    letters_f1: precision === null ? null : (2 * precision * recall) / (precision + recall),
    whole: ratio(count.whole, count.stories),
    exact: has.paragraphs ? ratio(count.exact, count.stories) : null,
    headline: ratio(count.headlinesRight, count.headlines),
    heading_lines: ratio(count.headlineLinesRight, count.headlineLines),
    splits: groups.splits,
    merges: groups.merges,
    edits: (groups.splits ?? 0) + (groups.merges ?? 0),
    unplaced: groups.unplaced,
    jumps: jumps.total,
    jumps_joined: jumps.joined,
    jumps_false: jumps.falseJoins,
    dangling: jumps.dangling,
    dangling_right: count.danglingTrue ? `${count.danglingRight}/${count.danglingTrue}` : null,
    spurious_per_1000: has.spaces ? ratio(1000 * spaces.spurious, spaces.judged) : null,
    gaps_lost_per_1000: has.spaces ? ratio(1000 * spaces.lost, spaces.judged) : null,
    lost: kept.lost,
    added: kept.added,
    unrestored: kept.unrestored,
    characters: kept.characters,
  };
}
