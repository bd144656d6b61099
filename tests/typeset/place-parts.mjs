/**
 * From a layout in numbers to what the browser puts on the page: each frame, head, caption, picture and rule with its
 * CSS. The parts of a story are drawn together, as layout programs keep them.
 */

/** Thickness of a rule, in CSS pixels. */
const HAIRLINE = 0.7;

/** The upper edge of a module in runs of columns that begin at one height: `{from, to, top}`, in columns of its text. */
function edgesOf({ tops }) {
  const edges = [];
  for (const [nth, top] of tops.entries())
    if (edges.at(-1)?.top === top) edges.at(-1).to = nth + 1;
    else edges.push({ from: nth, to: nth + 1, top });
  return edges;
}

/** Rules of the page and not of a story: `{after, along, size}` between columns, `{along}` through all columns. */
function barsOf(bars, { css, gutter, column, columns }) {
  const pitch = column + gutter;
  return bars.map(({ after, along, size }, nth) => {
    const place =
      after === undefined
        ? { across: 0, along, width: columns * pitch - gutter, size: HAIRLINE }
        : { across: (after + 1) * pitch - gutter / 2, along, width: HAIRLINE, size };
    return { name: `b${nth}`, html: `<div class="rule" style="${css(place)}"></div>`, kind: "rule", place };
  });
}

/**
 * @param {{laid: object[], bars?: {after?: number, along: number, size?: number}[]}} found
 *
 * What the browser must place: frames, units (heads, captions, notices), and marks (rules, pictures), with CSS; and, in
 * `groups`, what is drawn together, with the places of its frames and of its head.
 */
export function placeParts({ laid, bars = [] }, { css, gutter, column, columns, gap, rules }) {
  const [frames, units, marks] = [[], [], barsOf(bars, { css, gutter, column, columns })];
  const isRuled = (frame, start) =>
    rules === "heads"
      ? false
      : frame.column > 0
        ? rules === "columns" || rules === "both"
        : rules !== "none" && start > 0;
  const groups = laid.map((found, nth) => {
    const { module, start } = found;
    const { galley, head, caption, measure, shape } = module;
    const at = (textColumn) => start * (column + gutter) + textColumn * (measure + gutter);
    const [texts, others, places] = [[], [], []];
    const mark = (name, cls, place) => {
      marks.push({ name, html: `<div class="${cls}" style="${css(place)}"></div>`, kind: cls, place });
      others.push(name);
    };
    found.frames.forEach((frame, f) => {
      const name = `f${nth}-${f}`;
      const [first, end] = frame.lines;
      const size = module.lines[end - 1].bottom - module.lines[first].top;
      const place = { across: at(frame.column), along: frame.from, width: measure };
      frames.push({ name, galley: galley.key, first, end, size, css: css(place) });
      places.push({ ...place, size });
      texts.push(name);
      if (isRuled(frame, start))
        mark(`r${nth}-${f}`, "rule", {
          across: at(frame.column) - gutter / 2,
          along: frame.from,
          width: HAIRLINE,
          size: frame.to - frame.from,
        });
    });
    const isEdged = !["columns", "none"].includes(rules) && shape.place !== "storey";
    for (const { from, to, top } of isEdged ? edgesOf(found) : [])
      if (top > gap)
        mark(`m${nth}-${from}`, "rule", {
          across: at(from),
          along: top - gap / 2,
          width: at(to) - at(from) - gutter,
          size: HAIRLINE,
        });
    if (shape.picture) {
      const place = { across: at(shape.picture.over[0]), along: found.pictureAt, width: caption.size };
      mark(`p${nth}`, "picture", { ...place, size: module.pictureSize });
      units.push({
        name: `c${nth}`,
        key: caption.key,
        css: css({ ...place, along: found.pictureAt + module.pictureSize }),
      });
      others.push(`c${nth}`);
      places.push({ ...place, size: module.pictureSize + module.captionSize });
    }
    const headPlace = head && {
      across: at(shape.head.over[0]),
      along: found.headAt,
      width: head.size,
      size: module.headSize,
    };
    if (head) {
      units.push({ name: `h${nth}`, key: head.key, css: css({ ...headPlace, size: undefined }) });
      others.push(`h${nth}`);
    }
    return { texts, others, places, headPlace };
  });
  if (bars.length > 0)
    groups.push({ texts: [], others: bars.map((_, nth) => `b${nth}`), places: [], headPlace: undefined });
  return { frames, units, marks, groups };
}
