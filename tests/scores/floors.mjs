/**
 * Floors: what a score may not fall below. Shares may wobble by a small slack, so that a better decision elsewhere is
 * not stopped by one paragraph; what is a law (nothing lost, nothing twice, no false jump) has no slack.
 */
const slack = 0.005;
const atLeast = [
  "text",
  "paragraph_f1",
  "paragraphs_exact",
  "article_f1",
  "letters_f1",
  "whole",
  "exact",
  "headline",
  "heading_lines",
  "jumps_joined",
];
const atMost = [
  "edits",
  "jumps_false",
  "spurious_per_1000",
  "gaps_lost_per_1000",
  "lost",
  "added",
  "unrestored",
  "regions_apart",
  "lines_apart",
  "alone_apart",
];
/** Twenty corrections more in a noisy source are no fall; one in a clean source is. */
const editSlack = 0.03;

function roomOf(name, floor) {
  if (name === "edits") return Math.floor(floor * editSlack);
  if (name.endsWith("per_1000")) return 0.05;
  return name.endsWith("_apart") ? slack : 0;
}

/** @returns {string[]} one sentence per figure that is worse than its floor; sources without figures are passed over */
export function breachesOf(floors, rows) {
  const out = [];
  for (const [source, floor] of Object.entries(floors)) {
    const figures = rows.get(source);
    if (!figures) continue;
    for (const name of atLeast)
      if (
        typeof floor[name] === "number" &&
        (figures[name] ?? 0) < floor[name] - (name === "jumps_joined" ? 0 : slack)
      )
        out.push(`${source}: ${name} ${figures[name]} < ${floor[name]}`);
    for (const name of atMost) {
      if (typeof floor[name] !== "number") continue;
      const room = roomOf(name, floor[name]);
      if ((figures[name] ?? 0) > floor[name] + room)
        out.push(`${source}: ${name} ${figures[name]} > ${floor[name]}`);
    }
  }
  return out;
}

const round = (value) => (Number.isInteger(value) ? value : Math.round(value * 10000) / 10000);

/** Today's figures as floors; sources that were not measured keep theirs. */
export function floorsFrom(floors, rows) {
  const out = { ...floors };
  for (const [source, figures] of rows) {
    if (source.startsWith("dev:")) continue;
    const entries = [...atLeast, ...atMost]
      .filter((name) => typeof figures[name] === "number")
      .map((name) => [name, round(figures[name])]);
    out[source] = Object.fromEntries(entries);
  }
  return Object.fromEntries(Object.entries(out).sort(([a], [b]) => (a < b ? -1 : 1)));
}
