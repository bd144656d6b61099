/*
 * Optional: links to passages. `?passage=12-40#k-3f9q2m` names the letters 13 to 40 of a paragraph, spaces not counted, so
 * that a mended gap moves nothing; `12-40@k-…` ends in a later paragraph. Without a script such an address still leads to
 * the paragraph. A chosen passage offers its link, a copy with its citation, and a correction.
 */
(() => {
  const body = document.querySelector(".article-view .story .body");
  const tools = document.querySelector(".passage-tools");
  if (!body || !tools) return;
  const paragraphs = [...body.querySelectorAll("[id^='k-']")];
  const space = /[\s\u180e\u200b\u2060]/u;
  const lettersOf = (text) => Array.from(text).filter((letter) => !space.test(letter)).length;

  /** Letters of a paragraph before a place in it. The dateline is no part of what its anchor names. */
  const lettersBefore = (paragraph, node, offset) => {
    const range = document.createRange();
    range.setStart(paragraph, 0);
    range.setEnd(node, offset);
    const part = range.cloneContents();
    for (const dateline of part.querySelectorAll(".dateline")) dateline.remove();
    const inDateline = node.parentElement?.closest(".dateline");
    return inDateline ? 0 : lettersOf(part.textContent);
  };
  const textsOf = (paragraph) => {
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode())
      if (!walker.currentNode.parentElement.closest(".dateline")) found.push(walker.currentNode);
    return found;
  };
  const lengthOf = (paragraph) => textsOf(paragraph).reduce((sum, node) => sum + lettersOf(node.data), 0);

  /** The place before (or, as an end, after) a letter of a paragraph. */
  const placeOf = (paragraph, count, isEnd) => {
    let seen = 0;
    for (const node of textsOf(paragraph)) {
      let offset = 0;
      for (const letter of node.data) {
        if (!space.test(letter)) {
          if (!isEnd && seen === count) return [node, offset];
          seen += 1;
          if (isEnd && seen === count) return [node, offset + letter.length];
        }
        offset += letter.length;
      }
    }
    return undefined;
  };

  const unmark = () => {
    window.CSS?.highlights?.delete("passage");
    for (const mark of body.querySelectorAll("mark.passage")) mark.replaceWith(...mark.childNodes);
    body.normalize();
    document.documentElement.classList.remove("has-passage");
  };
  /** Where highlights are not to be had, `mark` elements stand around the words. */
  const wrap = (range) => {
    const { startContainer, startOffset, endContainer, endOffset } = range;
    // All places are taken before any element is put in: a range moves with the tree.
    const parts = paragraphs
      .flatMap(textsOf)
      .filter((node) => range.intersectsNode(node))
      .map((node) => [
        node,
        node === startContainer ? startOffset : 0,
        node === endContainer ? endOffset : node.length,
      ]);
    for (const [node, from, to] of parts) {
      if (from >= to) continue;
      const part = document.createRange();
      part.setStart(node, from);
      part.setEnd(node, to);
      const element = document.createElement("mark");
      element.className = "passage";
      part.surroundContents(element);
    }
  };
  const mark = (range) => {
    unmark();
    if (window.Highlight && window.CSS?.highlights) CSS.highlights.set("passage", new Highlight(range));
    else wrap(range);
    document.documentElement.classList.add("has-passage");
  };

  const rangeOf = (start, from, end, to) => {
    const [first, last] = [placeOf(start, from, false), placeOf(end, to, true)];
    if (!first || !last) return undefined;
    const range = document.createRange();
    range.setStart(...first);
    range.setEnd(...last);
    return range.collapsed ? undefined : range;
  };
  const follow = () => {
    const asked = /^(\d{1,6})-(\d{1,6})(?:@(k-[\w-]+))?$/.exec(
      new URLSearchParams(location.search).get("passage") ?? "",
    );
    const start = paragraphs.find(({ id }) => `#${id}` === location.hash);
    const end = asked?.[3] ? paragraphs.find(({ id }) => id === asked[3]) : start;
    const range = asked && start && end ? rangeOf(start, Number(asked[1]), end, Number(asked[2])) : undefined;
    if (!range) return;
    mark(range);
    const { top, bottom } = range.getClientRects()[0] ?? range.getBoundingClientRect();
    if (top < 0 || bottom > innerHeight)
      scrollTo({ top: scrollY + top - innerHeight / 3, behavior: "instant" });
  };

  /** What of the body is selected: first and last paragraph, and the letters where it begins and ends. */
  const describe = (range) => {
    const touched = paragraphs.filter((paragraph) => range.intersectsNode(paragraph));
    const isIn = (node, paragraph) => paragraph.contains(node);
    while (touched.length > 0) {
      const last = touched.at(-1);
      if (!isIn(range.endContainer, last)) break;
      if (lettersBefore(last, range.endContainer, range.endOffset) > 0) break;
      touched.pop();
    }
    const [start, end] = [touched[0], touched.at(-1)];
    if (!start || !end) return undefined;
    const from = isIn(range.startContainer, start)
      ? lettersBefore(start, range.startContainer, range.startOffset)
      : 0;
    const whole = lengthOf(end);
    const to = isIn(range.endContainer, end)
      ? lettersBefore(end, range.endContainer, range.endOffset)
      : whole;
    if (start === end && to <= from) return undefined;
    return { start, end, from, to, touched, whole: start === end && from === 0 && to === whole };
  };
  const queryOf = ({ start, end, from, to, whole }) =>
    whole ? `#${start.id}` : `?passage=${from}-${to}${start === end ? "" : `@${end.id}`}#${start.id}`;
  const linkTo = (passage) => {
    const canonical = document.querySelector("link[rel='canonical']")?.href;
    return (canonical ?? location.href.split(/[?#]/)[0]) + queryOf(passage);
  };
  const citation = document.querySelector(".cited")?.textContent ?? "";
  const withCitation = (text, passage) => `${text}\n\n${citation}\n${linkTo(passage)}`;

  let chosen;
  const hide = () => {
    tools.hidden = true;
    chosen = undefined;
  };
  const place = () => {
    if (tools.hidden || !chosen) return;
    const rects = [...chosen.range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
    // Beside the last line of it that is in the window; at the window's edge where none is.
    const at = rects.findLast(({ top, bottom }) => top >= 0 && bottom <= innerHeight) ?? rects.at(-1);
    if (!at) return;
    const { width, height } = tools.getBoundingClientRect();
    const below = at.bottom + 8 + height < innerHeight ? at.bottom + 8 : at.top - height - 8;
    const within = (value, size, whole) => `${Math.max(8, Math.min(value, whole - size - 8))}px`;
    tools.style.setProperty("--x", within(at.right - width / 2, width, innerWidth));
    tools.style.setProperty("--y", within(below, height, innerHeight));
  };
  const offer = (range, passage, text) => {
    chosen = { range, passage, text };
    passage.end.after(tools);
    tools.hidden = false;
    place();
  };
  const selected = () => {
    const selection = getSelection();
    if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
    const range = selection.getRangeAt(0);
    if (!range.intersectsNode(body)) return undefined;
    const passage = describe(range);
    return passage && { range: range.cloneRange(), passage, text: selection.toString() };
  };

  let pressed = false;
  let timer = 0;
  const look = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (pressed || tools.contains(document.activeElement)) return;
      const found = selected();
      if (found) offer(found.range, found.passage, found.text);
      else if (!chosen?.byKey) hide();
    }, 150);
  };
  document.addEventListener("selectionchange", look);
  document.addEventListener("pointerdown", (event) => {
    pressed = !tools.contains(event.target);
    if (pressed) hide();
  });
  for (const end of ["pointerup", "pointercancel"])
    document.addEventListener(end, () => {
      pressed = false;
      look();
    });
  // A press on a button must not take the selection away.
  tools.addEventListener("pointerdown", (event) => event.preventDefault());
  tools.addEventListener("mousedown", (event) => event.preventDefault());
  addEventListener("scroll", place, { passive: true, capture: true });
  addEventListener("resize", place);
  // By keyboard: the sign beside a paragraph chooses the whole of it.
  body.addEventListener("click", (event) => {
    const sign = event.target instanceof Element ? event.target.closest(".permalink") : null;
    const paragraph = sign?.closest("[id^='k-']");
    if (!paragraph) return;
    const range = rangeOf(paragraph, 0, paragraph, lengthOf(paragraph));
    const passage = range && describe(range);
    if (!passage) return;
    offer(range, passage, range.toString());
    chosen.byKey = true;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || tools.hidden) return;
    const sign = tools.contains(document.activeElement)
      ? chosen?.passage.end.querySelector(".permalink")
      : null;
    getSelection()?.removeAllRanges();
    hide();
    sign?.focus();
  });

  const said = document.querySelector(".passage-said");
  const copy = (text, button) => {
    const then = () => {
      said.textContent = `${document.querySelector(".cite").dataset.copied}: ${button.textContent}`;
      button.classList.add("done");
      setTimeout(() => button.classList.remove("done"), 2000);
    };
    document.dispatchEvent(new CustomEvent("jumpline-copy", { detail: { text, then } }));
  };
  tools.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    if (!button || !chosen) return;
    const { range, passage, text } = chosen;
    if (button.dataset.does === "cite") copy(withCitation(text, passage), button);
    if (button.dataset.does === "correct") {
      const detail = { paragraphs: passage.touched };
      hide();
      document.dispatchEvent(new CustomEvent("jumpline-correct", { detail }));
    }
    if (button.dataset.does !== "link") return;
    copy(linkTo(passage), button);
    mark(range);
    try {
      history.replaceState(null, "", queryOf(passage));
    } catch (error) {
      console.info("The address cannot be changed here:", error.message);
    }
  });

  document.addEventListener("copy", (event) => {
    if (!document.querySelector(".cite-copies input")?.checked) return;
    const found = selected();
    if (!found || !event.clipboardData) return;
    const holder = document.createElement("div");
    holder.append(found.range.cloneContents());
    for (const node of holder.querySelectorAll(".permalink, .turn, .passage-tools")) node.remove();
    const note = document.createElement("p");
    note.append(citation, document.createElement("br"), linkTo(found.passage));
    holder.append(note);
    event.clipboardData.setData("text/plain", withCitation(found.text, found.passage));
    event.clipboardData.setData("text/html", holder.innerHTML);
    event.preventDefault();
  });

  follow();
  addEventListener("hashchange", () => {
    unmark();
    follow();
  });
})();
