/**
 * Lines of one page that read the same (two bylines of one writer, two marks to one page, two paragraphs that end with
 * “다.”) cannot be told apart by a truth that names no lines. Whichever of them an article has, it prints the same, so
 * each is taken for the story in whose article it stands. It refuses to touch lines that differ by a letter.
 */
import { wordKey } from "./fold.mjs";

/** The key with the greatest number. */
const most = (counts) => [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [-1, 0])[0];

const count = (counts, key) => counts.set(key, (counts.get(key) ?? 0) + 1);

/** Lines that read as others of their page do, by page and letters; one of them has an owner. */
function alikeGroups({ lines, owners }) {
  const groups = new Map();
  for (const { page, number, text } of lines) {
    const line = `${page}:${number}`;
    const key = `${page} ${wordKey(text)}`;
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups.values()].filter((group) => group.length > 1 && group.some((line) => owners.has(line)));
}

/** Where each line stands: its article and the passage in it. */
function placesOf(clusters) {
  const places = new Map();
  for (const [at, { passages }] of clusters.entries())
    for (const [nth, { chars }] of passages.entries())
      for (const line of chars.keys())
        if (!places.has(line)) places.set(line, { cluster: at, passage: `${at}/${nth}` });
  return places;
}

/**
 * A mark that two stories have, of which only one makes a line (the other is run in with its text): it is taken for the
 * story in whose article it stands.
 */
function settleMarks(settled, doubtful, clusterOf, articleOf) {
  for (const [line, owner] of settled) {
    const cluster = clusterOf(line);
    const isHome = ({ item }) => cluster !== undefined && most(articleOf.get(item) ?? []) === cluster;
    if (doubtful.has(line) || !owner.same || isHome(owner)) continue;
    const other = owner.same.find(isHome);
    if (other) settled.set(line, other);
  }
}

/** The truth with lines that read alike given to the stories in whose articles they stand; in the order of its text still. */
export function settleAlike(truth, clusters) {
  const groups = alikeGroups(truth);
  const places = placesOf(clusters);
  const doubtful = new Set(groups.flat());
  const articleOf = new Map();
  const passageOf = new Map();
  for (const [line, { item, paragraph }] of truth.owners) {
    const place = places.get(line);
    if (doubtful.has(line) || !place) continue;
    for (const [table, key, value] of [
      [articleOf, item, place.cluster],
      [passageOf, `${item}/${paragraph}`, place.passage],
    ]) {
      const counts = table.get(key) ?? new Map();
      count(counts, value);
      table.set(key, counts);
    }
  }
  const settled = new Map(truth.owners);
  for (const group of groups) {
    const claims = group.map((line) => truth.owners.get(line));
    const worth = (line, claim) => {
      const place = places.get(line);
      if (!claim) return place === undefined ? 1 : 0;
      const { item, paragraph } = claim;
      const isAt = (table, key, value) =>
        value !== undefined && most(table.get(key) ?? []) === value ? 1 : 0;
      return (
        2 * isAt(articleOf, item, place?.cluster) + isAt(passageOf, `${item}/${paragraph}`, place?.passage)
      );
    };
    const pairs = group
      .flatMap((line, at) =>
        claims.map((claim, nth) => ({ line, at, claim, nth, worth: worth(line, claim) })),
      )
      .sort((a, b) => b.worth - a.worth || Math.abs(a.at - a.nth) - Math.abs(b.at - b.nth) || a.at - b.at);
    const [lines, given] = [new Set(), new Set()];
    for (const { line, claim, nth } of pairs)
      if (!lines.has(line) && !given.has(nth)) {
        lines.add(line);
        given.add(nth);
        if (claim) settled.set(line, claim);
        else settled.delete(line);
      }
  }
  settleMarks(settled, doubtful, (line) => places.get(line)?.cluster, articleOf);
  const lineOf = new Map([...settled].map(([line, owner]) => [owner, line]));
  const lineOrder = truth.lineOrder.map((line) => lineOf.get(truth.owners.get(line)) ?? line);
  return { ...truth, owners: settled, lineOrder };
}
