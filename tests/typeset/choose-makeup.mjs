/**
 * The make-up of a made paper: how many columns, where heads stand, pictures, rules, gaps. Chosen by chance that is
 * the same on every run, out of what real papers do; a manner leans to one habit, so that a set of pages holds all.
 * For each part of a story it names a few shapes, and `lay-modules.mjs` takes the one that fits the page.
 */
import { isCjk } from "./read-issue.mjs";
import { pick, seededRandom } from "./seeded-random.mjs";
import { withTurns } from "./turn-pages.mjs";

/** How often, by weight, the head of a story of two columns and more stands where. */
const HEADS = {
  /** Heads over all columns of their stories, as most papers do today. */
  modular: { above: 8, corner: 1 },
  /** Heads over some columns, the text going on beside them and under the neighbour. */
  wrapped: { above: 3, corner: 6, cornerLast: 2 },
  /** Heads in a column of their own, or amid their text. */
  beside: { above: 2, beside: 5, cornerLast: 1, inside: 1 },
  inside: { above: 2, inside: 4, sunk: 3, corner: 1 },
  mixed: { above: 4, corner: 2, cornerLast: 1, beside: 2, inside: 2, sunk: 1, below: 1 },
  running: { above: 1 },
  storeys: { above: 6, corner: 2, beside: 1 },
  turned: { above: 8, corner: 1 },
};

/**
 * Settings of make-up by name. `columns`: to choose from; `gap`: ems between modules; `bastard`: odd measures; `turns`:
 * stories turn the page without a mark; `storey`: one story stands in a storey under a rule through all columns;
 * `running`: one column is filled after the other, all heads in one column.
 */
export const MANNERS = {
  modular: { columns: [5, 6, 4], gap: 1.6, rules: "none", pictures: 0.25, bastard: 0 },
  wrapped: { columns: [5, 6], gap: 1.2, rules: "columns", pictures: 0.3, bastard: 0 },
  beside: { columns: [4, 5], gap: 1.8, rules: "modules", pictures: 0.2, bastard: 0.15 },
  inside: { columns: [6, 5], gap: 1.4, rules: "columns", pictures: 0.3, bastard: 0.1 },
  mixed: { columns: [4, 5, 6], gap: 1, rules: "both", pictures: 0.5, bastard: 0.25 },
  running: {
    columns: [4, 5, 6],
    gap: 1,
    rules: "heads",
    pictures: 0,
    bastard: 0,
    turns: true,
    storey: true,
    running: true,
  },
  storeys: { columns: [5, 4, 6], gap: 1.5, rules: "none", pictures: 0.3, bastard: 0, storey: true },
  turned: { columns: [5, 6, 4], gap: 1.4, rules: "columns", pictures: 0.25, bastard: 0, turns: true },
};

/** Room that a character takes on the page with its share of heads, pictures and gaps, in square ems. */
const ROOM_PER_CHARACTER = { cjk: 2.5, latin: 1.05 };
/** Height of a page to its width. */
const PAGE_RATIO = 1.4;
const MEASURE_EM = { cjk: [10, 18], latin: [12, 17], tier: [10, 14] };
const GUTTER_EM = 1.8;

/** The issue in a style of this manner. */
export function withMakeup(issue, name, seed) {
  const random = seededRandom(`${issue.id}/makeup/${name}/${seed}`);
  const manner = MANNERS[name];
  const vertical = issue.direction === "vertical";
  const cjk = isCjk(issue.language);
  const letters = issue.stories.flatMap(({ body }) => body).reduce((sum, { text }) => sum + text.length, 0);
  const room = (letters / issue.pages.length) * ROOM_PER_CHARACTER[cjk ? "cjk" : "latin"];
  const columns = vertical ? pick([6, 7, 8, 5], random) : pick(manner.columns, random);
  const [least, most] = MEASURE_EM[vertical ? "tier" : cjk ? "cjk" : "latin"];
  const across = Math.sqrt(vertical ? room * PAGE_RATIO : room / PAGE_RATIO);
  const measureEm = Math.min(most, Math.max(least, Math.round(across / columns - GUTTER_EM)));
  const style = {
    ...issue.style,
    columns,
    measureEm,
    leading: pick([1.25, 1.3, 1.4], random) + (cjk ? 0.15 : 0),
    gutterEm: pick([1.2, 1.5, 2.2], random),
    headAlign: pick(["start", "center"], random),
    pageWidthMm: undefined,
    pageHeightMm: undefined,
  };
  const made = { ...issue, style, manner: { ...manner, name, heads: HEADS[name], seed } };
  return manner.turns ? withTurns(made) : made;
}

function weighted(weights, random) {
  const entries = Object.entries(weights);
  let at = random() * entries.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [name, weight] of entries) {
    at -= weight;
    if (at < 0) return name;
  }
  return entries[0][0];
}

/** Columns of text that the head stands over, `[from, to)`, and where along the story. */
function headOver(place, text) {
  if (place === "beside" && text >= 2) return { over: [0, text >= 4 ? 2 : 1], alone: true };
  if (place === "corner" && text >= 2) return { over: [0, text - 1] };
  if (place === "cornerLast" && text >= 2) return { over: [1, text] };
  if (place === "inside" && text >= 3) return { over: [1, text - 1] };
  if (place === "sunk" && text >= 3) return { over: [1, text - 1], sink: 0.3 };
  if (place === "below") return { over: [0, text], sink: 1 };
  return { over: [0, text] };
}

/**
 * Shapes for one part of a story: `{columns, text, head: {over, sink?, alone?}, picture?: {over, ratio}}`; `columns`
 * of the page's, `text` of its own (fewer or more where its measure is another), `over` counts its own.
 */
export function shapesOf(issue, story, part, random) {
  const { manner, style } = issue;
  const above = (columns) => ({ columns, text: columns, place: "above", head: { over: [0, columns] } });
  if (manner.running || part.arrives?.unmarked) return [above(1)];
  if (part.leaves?.unmarked) return [above(Math.min(story.columns, 2)), above(1)];
  const asked = part.arrives ? (part.arrives.columns ?? story.columns) : story.columns;
  const wide = Math.min(style.columns, asked + (story.importance === 1 && random() < 0.4 ? 1 : 0));
  const withPicture = !part.arrives && wide > 1 && random() < manner.pictures;
  const bastard = wide > 1 && random() < manner.bastard;
  const widths = [...new Set([wide, Math.max(1, wide - 1), Math.min(style.columns, wide + 1)])];
  return widths.map((columns, nth) => {
    const text = bastard && columns > 1 && nth === 0 ? columns - 1 : columns;
    const place = part.arrives ? pick(["above", "above", "corner"], random) : weighted(manner.heads, random);
    const shape = { columns, text, place, head: headOver(place, text) };
    if (!withPicture || text < 2) return shape;
    const span = text > 2 && random() < 0.5 ? 2 : 1;
    const from = random() < 0.6 ? text - span : Math.floor(random() * (text - span + 1));
    return { ...shape, picture: { over: [from, from + span], ratio: pick([0.6, 0.7, 0.9], random) } };
  });
}
