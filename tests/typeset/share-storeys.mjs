/**
 * Shares the contents of a page out over its storeys, and puts standing labels over them: which story stands under the
 * rule, which one comes over from the page before and which one turns over to the next, and what stands between.
 */
import { escapeHtml, measuresOf } from "./page-html.mjs";
import { rubricsOf } from "./rubrics.mjs";
import { shuffled } from "./seeded-random.mjs";

/** A page of fewer stories has no storey, and a group of fewer no label. */
const LEAST_STORIES = 4;
const LEAST_GROUP = 2;

/** A label as a module of its own: it stays with what it stands over. */
function labelModule(key, text, columns, size) {
  const shape = { columns, text: columns, place: "label", head: { over: [0, columns] }, keep: true };
  const head = { key, size, html: `<p>${escapeHtml(text)}</p>`, kind: "label" };
  return { key, shape, measure: size, importance: 4, first: true, head, pictureSize: 0 };
}

/** The longest story that stands here whole and is not the lead. */
function serialOf(contents) {
  const whole = contents.filter(({ story, part }) => story && !part.arrives && !part.leaves);
  const lengthOf = ({ story }) => story.body.reduce((sum, { text }) => sum + text.length, 0);
  const others = whole.filter(({ story }) => story.importance > 1);
  return contents.filter(({ story }) => story).length < LEAST_STORIES
    ? undefined
    : others.sort((a, b) => lengthOf(b) - lengthOf(a))[0];
}

/**
 * `contents` of a page, as `contentsOf` gives them, as `{upper, lower, labels}`: for the upper storey the modules to
 * choose from of each, for the lower one modules in order; `labels`: the texts of the labels.
 */
export function shareStoreys(issue, pageNumber, contents, random) {
  const { manner } = issue;
  const { column, gutter, columns, vertical } = measuresOf(issue);
  const { section, storey } = rubricsOf(issue);
  const labels = [];
  const label = (text, over) => {
    labels.push(text);
    const size = over * column + (over - 1) * gutter;
    return labelModule(`label/${text}@${pageNumber}/${over}`, text, over, size);
  };
  const serial = manner.storey ? serialOf(contents) : undefined;
  const lower = [];
  if (serial) {
    const wide = vertical || random() < 0.5 ? 1 : columns;
    lower.push(label(storey, wide), serial.inStorey(wide));
  }
  const rest = contents.filter((content) => content !== serial);
  if (!manner.running) return { upper: rest.map(({ modules }) => modules), lower, labels };
  const at = (name) => rest.filter(({ part }) => part?.[name]?.unmarked);
  const [arriving, leaving] = [at("arrives"), at("leaves")];
  const own = rest.filter((content) => ![...arriving, ...leaving].includes(content));
  const stories = own.filter(({ story }) => story);
  const lead = stories.sort((a, b) => a.story.importance - b.story.importance).slice(0, 1);
  const others = shuffled(stories.slice(1), random);
  const [before, group] = [others.slice(0, others.length >> 1), others.slice(others.length >> 1)];
  const over = group.length >= LEAST_GROUP ? [{ modules: [label(section, 1)] }] : [];
  const notices = own.filter(({ story }) => !story);
  const ordered = [...arriving, ...lead, ...before, ...over, ...group, ...notices, ...leaving];
  return { upper: ordered.map(({ modules }) => modules), lower, labels };
}
