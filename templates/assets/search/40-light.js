/* Lights what was looked for in the page that a result led to, says how often it stands there, and leads back. */
(() => {
  const given = new URLSearchParams(location.search);
  const sought = (given.get("find") ?? "").trim();
  const form = document.querySelector("form.find");
  if (sought === "" || !form) return;
  const query = jumplineSearch.parseQuery(sought, !given.has("exact"));
  const foldForm = jumplineSearch.makeFoldForm();
  const blocks = "h1, h2, h3, p, li, td, blockquote";

  /** What is found in one block, over the elements in it. */
  function rangesIn(block) {
    const nodes = [];
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    let text = "";
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      nodes.push({ node, from: text.length });
      text += node.data;
    }
    const place = (offset, end) => {
      const at = nodes.findLastIndex(({ from }) => (end ? from < offset : from <= offset));
      return [nodes[at].node, offset - nodes[at].from];
    };
    return jumplineSearch.findRanges(query, text, foldForm).map(({ start, end }) => {
      const range = document.createRange();
      range.setStart(...place(start, false));
      range.setEnd(...place(end, true));
      return range;
    });
  }

  /** Without highlights of its own the browser gets marks around the words. */
  function wrap(range) {
    const walker = document.createTreeWalker(range.commonAncestorContainer, NodeFilter.SHOW_TEXT);
    const nodes = [];
    const root = range.commonAncestorContainer;
    for (let node = root.nodeType === 3 ? root : walker.nextNode(); node; node = walker.nextNode())
      if (range.intersectsNode(node)) nodes.push(node);
    const [start, end] = [
      [range.startContainer, range.startOffset],
      [range.endContainer, range.endOffset],
    ];
    for (const node of nodes.reverse()) {
      let part = node;
      if (node === end[0]) node.splitText(end[1]);
      if (node === start[0]) part = node.splitText(start[1]);
      const mark = document.createElement("mark");
      part.replaceWith(mark);
      mark.append(part);
    }
  }

  const main = document.querySelector("main");
  const ranges = [...main.querySelectorAll(blocks)]
    .filter((block) => !block.querySelector(blocks) && !block.closest("nav"))
    .flatMap(rangesIn);
  const isFolded = (range) => range.startContainer.parentElement.closest("details:not([open])");
  const open = ranges.filter((range) => !isFolded(range));
  // Found only as it was printed: the printed lines are folded away.
  if (open.length === 0) for (const range of ranges) isFolded(range)?.setAttribute("open", "");
  const shown = open.length > 0 ? open : ranges;
  if (shown.length > 0 && (location.hash === "" || !document.querySelector(":target")))
    shown[0].startContainer.parentElement.scrollIntoView({ block: "center" });

  const hasHighlights = typeof Highlight === "function" && CSS.highlights;
  if (hasHighlights) CSS.highlights.set("found", new Highlight(...ranges));
  else for (const range of ranges.reverse()) wrap(range);

  const { found, results, clear } = form.dataset;
  const back = new URLSearchParams({ q: sought });
  if (given.has("exact")) back.set("exact", "1");
  const bar = document.createElement("p");
  bar.className = "found-bar";
  const count = document.createElement("span");
  count.setAttribute("role", "status");
  const link = document.createElement("a");
  link.href = `${form.getAttribute("action")}?${back}`;
  link.textContent = results;
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = clear;
  button.addEventListener("click", () => {
    if (hasHighlights) CSS.highlights.delete("found");
    else for (const mark of main.querySelectorAll("mark")) mark.replaceWith(...mark.childNodes);
    for (const link of main.querySelectorAll(".to-page, .stood-on a")) link.search = "";
    bar.remove();
    main.focus();
  });
  bar.append(count, link, button);
  main.prepend(bar);
  count.textContent = found.replace("{n}", String(shown.length));
  form.elements.q.value = sought;
})();
