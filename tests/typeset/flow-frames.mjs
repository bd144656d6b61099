/**
 * Linked text frames, as layout programs have them and browsers do not: a story is set once in one endless column (its
 * galley), its printed lines are found, and any run of lines is put into a frame anywhere on the page. These functions
 * run in the browser; what they need is handed to them.
 */

/**
 * Makes each head fit its width: a little smaller where its lines nearly fit, or else broken anew over more lines.
 * `spaced`: words have spaces between them.
 */
export function dressHeads({ vertical, spaced, least }) {
  const NEARLY = 0.82;
  const lengthOf = (node) => node.getBoundingClientRect()[vertical ? "height" : "width"];
  for (const head of document.querySelectorAll(".head")) {
    const lines = [...head.querySelectorAll(".line")];
    if (lines.length === 0) continue;
    const room = lengthOf(head) - 4;
    const size = Number.parseFloat(getComputedStyle(lines[0]).fontSize);
    for (const line of lines) Object.assign(line.style, { whiteSpace: "nowrap", display: "inline-block" });
    const longest = Math.max(...lines.map(lengthOf));
    for (const line of lines) line.style.display = "";
    if (longest <= room) continue;
    if (longest * NEARLY <= room) {
      for (const line of lines) line.style.fontSize = `${(size * room) / longest}px`;
      continue;
    }
    const [first, ...rest] = lines;
    first.textContent = lines.map((line) => line.textContent).join(spaced ? " " : "");
    for (const line of rest) line.remove();
    Object.assign(first.style, { whiteSpace: "normal", display: "block", textWrap: "balance" });
    let now = Math.max(least, size * NEARLY);
    const tooWide = () =>
      vertical ? head.scrollHeight > head.clientHeight + 1 : head.scrollWidth > head.clientWidth + 1;
    first.style.fontSize = `${now}px`;
    while (now > least && tooWide()) {
      now *= 0.93;
      first.style.fontSize = `${now}px`;
    }
  }
}

/**
 * The printed lines of each galley, `{key: [{top, bottom, keep}]}`, and the size of every other unit, `{key: size}`,
 * counted along the page. Keeps where each line begins for `buildFrames`.
 */
export function measureUnits({ vertical }) {
  const along = (rect) => (vertical ? -rect.right : rect.top);
  const sizeOf = (rect) => (vertical ? rect.width : rect.height);
  const galleys = {};
  const sizes = {};
  window.lineStarts = {};
  for (const unit of document.querySelectorAll(".unit")) {
    const key = unit.dataset.key;
    const box = unit.getBoundingClientRect();
    if (!unit.classList.contains("galley")) {
      sizes[key] = sizeOf(box);
      continue;
    }
    const lines = [];
    const starts = [];
    for (const paragraph of unit.querySelectorAll("p")) {
      const found = [];
      const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
      let last = Number.NEGATIVE_INFINITY;
      for (let node = walker.nextNode(); node; node = walker.nextNode())
        for (let at = 0; at < node.length; at += 1) {
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          // The first letter after a broken word has an empty place at the end of the line before, too.
          const rect = [...range.getClientRects()].findLast(({ width, height }) => width > 0 && height > 0);
          if (!rect) continue;
          if (along(rect) > last + sizeOf(rect) * 0.4) {
            found.push({ paragraph, node, at });
            last = along(rect);
          }
        }
      const around = paragraph.getBoundingClientRect();
      const pitch = sizeOf(around) / Math.max(1, found.length);
      const keep = ["subhead", "byline"].some((name) => paragraph.classList.contains(name));
      found.forEach((start, nth) => {
        const top = along(around) - along(box) + nth * pitch;
        lines.push({ top, bottom: top + pitch, keep });
        starts.push(start);
      });
    }
    galleys[key] = lines;
    window.lineStarts[key] = starts;
  }
  return { galleys, sizes };
}

/** Puts everything in its place: `frames: [{galley, first, end, css}]`, `units: [{key, css}]`, `order` of their names. */
export function buildFrames({ frames, units, marks, order }) {
  const made = new Map();
  for (const { name, galley, first, end, css } of frames) {
    const starts = window.lineStarts[galley];
    const frame = document.createElement("div");
    frame.className = "frame";
    frame.style.cssText = css;
    const [from, to] = [starts[first], starts[end]];
    const inside = [...new Set(starts.slice(first, end).map((start) => start.paragraph))];
    for (const paragraph of inside) {
      const range = document.createRange();
      range.selectNodeContents(paragraph);
      const begun = paragraph === from.paragraph && first > 0 && starts[first - 1].paragraph === paragraph;
      const goesOn = to !== undefined && paragraph === to.paragraph;
      if (begun) range.setStart(from.node, from.at);
      if (goesOn) range.setEnd(to.node, to.at);
      const piece = paragraph.cloneNode(false);
      piece.append(range.cloneContents());
      if (begun) piece.style.textIndent = "0";
      if (goesOn) {
        // The hyphen that the line shows at its soft hyphen must be there when nothing follows.
        const last = document.createTreeWalker(piece, NodeFilter.SHOW_TEXT);
        while (last.nextNode());
        last.currentNode.data = last.currentNode.data.replace(/\u00ad$/, "-").trimEnd();
        if (getComputedStyle(paragraph).textAlign === "justify") piece.style.textAlignLast = "justify";
      }
      frame.append(piece);
    }
    frame.firstChild.style.marginBlockStart = "0";
    frame.lastChild.style.marginBlockEnd = "0";
    made.set(name, frame);
  }
  for (const { name, key, css } of units) {
    const unit = [...document.querySelectorAll(".unit")].find((found) => found.dataset.key === key);
    unit.style.cssText = css;
    made.set(name, unit);
  }
  for (const { name, html } of marks) {
    const holder = document.createElement("div");
    holder.innerHTML = html;
    made.set(name, holder.firstChild);
  }
  document.body.replaceChildren(
    ...[...document.querySelectorAll("style")],
    ...order.map((name) => made.get(name)),
  );
  return frames.map(({ name, size }) => {
    const rect = made.get(name).getBoundingClientRect();
    return { name, size, rect: { width: rect.width, height: rect.height } };
  });
}
