/**
 * What stands on a page that is made up by `set-makeup.mjs`: for each part of a story and each notice the modules it may
 * take, one for each of its shapes, with the HTML of their heads, text and captions, which must be measured first.
 */
import { captionOf } from "./captions.mjs";
import { shapesOf } from "./choose-makeup.mjs";
import { escapeHtml, headOf, measuresOf, noticeHtml, paragraphsOf } from "./page-html.mjs";
import { partsOf } from "./read-issue.mjs";
import { seededRandom } from "./seeded-random.mjs";

/** A piece of a page that is measured before it gets its place. */
export const unitHtml = (kind, key, size, html) =>
  `<div class="unit ${kind}" data-key="${key}" style="inline-size:${size}px">${html}</div>`;

/** Where a part must stand: at the head of the first column, or at the foot of the last one. */
const standOf = ({ arrives, leaves }) => (arrives?.unmarked ? "head" : leaves?.unmarked ? "foot" : undefined);

/**
 * `[{story?, part?, caption?, modules, inStorey?}]` of a page; `inStorey(wide)`: the story as it stands in a storey, its
 * head over so many columns.
 */
export function contentsOf(issue, pageNumber) {
  const { column, gutter, columns: most } = measuresOf(issue);
  const across = (count, of = column) => count * of + (count - 1) * gutter;
  const contents = [];
  for (const story of issue.stories)
    for (const part of partsOf(story)) {
      if (part.page !== pageNumber) continue;
      const random = seededRandom(`${issue.id}/${issue.manner.seed}/${story.id}/${part.page}`);
      const bylineInColumn = !!story.byline && !part.arrives && random() < 0.5;
      const head = headOf(story, part, { bylineInColumn });
      const text = paragraphsOf(issue, story, part, { bylineInColumn });
      const shapes = shapesOf(issue, story, part, random);
      const caption = shapes.some((shape) => shape.picture) ? captionOf(issue, story, random) : undefined;
      const key = `${story.id}@${part.page}`;
      const moduleOf = (shape, nth) => {
        const measure = (across(shape.columns) - (shape.text - 1) * gutter) / shape.text;
        const over = ([from, to]) => across(to - from, measure);
        return {
          ...{ key, shape, measure, importance: story.importance, first: nth === 0, stand: standOf(part) },
          galley: { key: `${key}/text/${measure}`, size: measure, html: text },
          head: head && {
            key: `${key}/head/${over(shape.head.over)}`,
            size: over(shape.head.over),
            html: head,
          },
          caption: shape.picture && {
            key: `${key}/caption/${over(shape.picture.over)}`,
            size: over(shape.picture.over),
            html: `<p class="caption">${escapeHtml(caption)}</p>`,
          },
          pictureSize: shape.picture ? over(shape.picture.over) * shape.picture.ratio : 0,
        };
      };
      const inStorey = (wide) =>
        moduleOf({ columns: wide, text: wide, place: "storey", head: { over: [0, wide] } }, 0);
      contents.push({ story, part, caption, modules: shapes.map(moduleOf), inStorey });
    }
  issue.notices.forEach((notice, nth) => {
    if (notice.page !== pageNumber) return;
    const columns = issue.manner.running ? 1 : Math.min(notice.columns ?? 1, most);
    const size = across(columns);
    const key = `notice${nth}@${pageNumber}`;
    const shape = { columns, text: columns, place: "notice", head: { over: [0, columns] } };
    const head = { key, size, html: noticeHtml(issue, notice), kind: "notice" };
    contents.push({
      modules: [{ key, shape, measure: column, importance: 4, first: true, head, pictureSize: 0 }],
    });
  });
  return contents;
}

/** All that must be measured, each once: shapes of one width share it. */
export function unitsHtml(modules) {
  const units = new Map();
  for (const { galley, head, caption } of modules) {
    if (galley) units.set(galley.key, unitHtml("galley", galley.key, galley.size, galley.html));
    if (head) units.set(head.key, unitHtml(head.kind ?? "head-box", head.key, head.size, head.html));
    if (caption) units.set(caption.key, unitHtml("caption-box", caption.key, caption.size, caption.html));
  }
  return [...units.values()].join("\n");
}
