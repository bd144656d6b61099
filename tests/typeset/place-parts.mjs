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

/** What the browser must place: frames, units (heads, captions, notices), and marks (rules, pictures), with CSS. */
export function placeParts(laid, { css, gutter, column, gap, rules }) {
  const [frames, units, marks] = [[], [], []];
  const isRuled = (frame, start) =>
    frame.column > 0 ? rules === "columns" || rules === "both" : rules !== "none" && start > 0;
  const groups = laid.map((found, nth) => {
    const { module, start } = found;
    const { galley, head, caption, measure, shape } = module;
    const at = (textColumn) => start * (column + gutter) + textColumn * (measure + gutter);
    const [texts, others] = [[], []];
    const mark = (name, cls, place) => {
      marks.push({ name, html: `<div class="${cls}" style="${css(place)}"></div>`, kind: cls, place });
      others.push(name);
    };
    found.frames.forEach((frame, f) => {
      const name = `f${nth}-${f}`;
      const [first, end] = frame.lines;
      const size = module.lines[end - 1].bottom - module.lines[first].top;
      frames.push({
        name,
        galley: galley.key,
        first,
        end,
        size,
        css: css({ across: at(frame.column), along: frame.from, width: measure }),
      });
      texts.push(name);
      if (isRuled(frame, start))
        mark(`r${nth}-${f}`, "rule", {
          across: at(frame.column) - gutter / 2,
          along: frame.from,
          width: HAIRLINE,
          size: frame.to - frame.from,
        });
    });
    for (const { from, to, top } of rules === "columns" || rules === "none" ? [] : edgesOf(found))
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
    }
    if (head) {
      units.push({
        name: `h${nth}`,
        key: head.key,
        css: css({ across: at(shape.head.over[0]), along: found.headAt, width: head.size }),
      });
      others.push(`h${nth}`);
    }
    return { texts, others };
  });
  return { frames, units, marks, groups };
}
