/* The page that searches: what stands in the address is looked for, and shown with its words in context. */
(() => {
  const form = document.getElementById("search-form");
  const data = document.getElementById("search-data");
  if (!form || !data) return;
  const { lang, version, kinds, words } = JSON.parse(data.textContent);
  const step = 10;
  const mostContexts = 3;
  const fields = ["q", "paper", "from", "to", "page", "kind", "order", "exact"];
  const given = new URLSearchParams(location.search);
  const wanted = Object.fromEntries(fields.map((name) => [name, (given.get(name) ?? "").trim()]));
  const $ = (id) => document.getElementById(id);
  const status = $("search-status");

  for (const name of fields) {
    const field = form.elements[name];
    if (field.type === "checkbox") field.checked = wanted[name] === "1";
    else field.value = wanted[name];
  }
  $("search-filters").open = fields.slice(1).some((name) => wanted[name] !== "");
  // Only what was chosen goes into the address.
  form.addEventListener("formdata", ({ formData }) => {
    for (const name of fields) if (formData.get(name) === "") formData.delete(name);
  });

  const make = (tag, attributes = {}, ...children) => {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) if (value) node.setAttribute(name, value);
    node.append(...children);
    return node;
  };
  const fillAll = (wording, values) => wording.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  const fill = (wording, n) => fillAll(wording, { n });
  /** As everywhere on the site; a day that never was stays as it is written. */
  const asDate = (date, wording) => {
    const time = new Date(`${date.padEnd(10, "-01")}T00:00:00Z`);
    if (date === "") return words.undated;
    if (Number.isNaN(time.getTime())) return date;
    const [y, m, d] = [time.getUTCFullYear(), time.getUTCMonth() + 1, time.getUTCDate()];
    const weekday = words.weekdays[(time.getUTCDay() + 6) % 7];
    return fillAll(wording, { y, m, d, month: words.months[m - 1], weekday });
  };

  /** The paragraphs that show most of the terms, those as read before those as printed. */
  function chooseContexts(text, query) {
    const found = text.paragraphs
      .map((paragraph, place) => {
        const ranges = jumplineSearch.findRanges(query, paragraph.text, jumplineAsk.foldForm);
        return { ...paragraph, place, ranges, terms: new Set(ranges.map(({ term }) => term)) };
      })
      .filter(({ ranges }) => ranges.length > 0)
      .sort((a, b) => b.terms.size - a.terms.size || !!a.printed - !!b.printed || a.place - b.place);
    const shown = new Set();
    const chosen = [];
    for (const each of found) {
      const adds = [...each.terms].some((term) => !shown.has(term));
      if (chosen.length >= mostContexts || (each.printed && !adds)) continue;
      for (const term of each.terms) shown.add(term);
      chosen.push(each);
    }
    return chosen.sort((a, b) => a.place - b.place);
  }

  const linkTo = (hit, text, anchor) => {
    const sought = new URLSearchParams({ find: wanted.q });
    if (wanted.exact) sought.set("exact", "1");
    return `${hit.path}/${text.file}?${sought}${anchor ? `#${anchor}` : ""}`;
  };

  /** Letters before the first find, and in all: an ideograph says as much as a short word. */
  const roomFor = (language) => (/^(zh|ja|ko|lzh|yue)/.test(language) ? [28, 110] : [60, 220]);

  function showContext({ text, ranges, printed, anchor }, hit, href) {
    const { pieces, cutBefore, cutAfter } = jumplineSearch.cutContext(text, ranges, ...roomFor(hit.lang));
    const shown = pieces.map((piece) => (piece.found ? make("mark", {}, piece.text) : piece.text));
    const label = printed ? [make("span", { class: "label", lang }, words.printed), " "] : [];
    const quote = make("a", { href: href(anchor) }, cutBefore ? "…" : "", ...shown, cutAfter ? "…" : "");
    return make("p", { class: "hit-words", lang: hit.lang }, ...label, quote);
  }

  async function showHit(hit, query) {
    const text = await jumplineAsk.textOf(hit);
    const href = (anchor) => linkTo(hit, text, anchor);
    const contexts = chooseContexts(text, query);
    const first = contexts.find(({ printed }) => !printed) ?? contexts[0];
    const pages = hit.pages.map((page) => fill(words.page, page)).join(", ");
    return make(
      "li",
      {},
      make("h2", { lang: hit.lang }, make("a", { href: href(first?.anchor ?? "") }, text.title)),
      make(
        "p",
        { class: "hit-place" },
        make("span", { lang: hit.paperLang }, hit.title),
        make("time", { datetime: hit.date }, asDate(hit.date, words.dateLong)),
        make("span", {}, pages),
        ...(hit.kind === "story" ? [] : [make("span", { class: "label" }, kinds[hit.kind])]),
      ),
      // The title says its own words already.
      ...contexts
        .filter(({ text: shown }) => contexts.length === 1 || shown !== text.title)
        .map((context) => showContext(context, hit, href)),
    );
  }

  /** Years, or months where all fall in a few years; each leads to itself. */
  function showTimes(hits) {
    const dates = hits.map(({ date }) => date).filter((date) => date !== "");
    const years = dates.map((date) => Number(date.slice(0, 4)));
    const [first, last] = [Math.min(...years), Math.max(...years)];
    const length = last - first >= 3 ? 4 : 7;
    const counts = new Map();
    for (const date of dates) {
      const key = date.slice(0, length);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    if (counts.size < 2) return;
    const most = Math.max(...counts.values());
    const keys = [];
    for (let year = first; year <= last; year += 1)
      if (length === 4) keys.push(String(year).padStart(4, "0"));
      else
        for (let month = 1; month <= 12; month += 1)
          keys.push(`${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}`);
    const used = [...counts.keys()].sort();
    const shown = keys.filter((key) => key >= used[0] && key <= used.at(-1));
    const list = $("search-times").querySelector("ul");
    list.style.setProperty("--bars", shown.length);
    for (const key of shown) {
      const count = counts.get(key) ?? 0;
      const label = length === 4 ? key : asDate(key, words.monthOfYear);
      const item = make("li", {});
      if (count > 0) {
        const address = new URLSearchParams(location.search);
        address.set("from", key);
        address.set("to", key);
        const name = `${label}${words.colon}${count}`;
        const link = make("a", { href: `search.html?${address}`, "aria-label": name, title: name });
        link.style.setProperty("--height", count / most);
        item.append(link);
      } else item.setAttribute("aria-hidden", "true");
      list.append(item);
    }
    const ends = [shown[0], shown.at(-1)].map((key) => (length === 4 ? key : asDate(key, words.monthOfYear)));
    list.after(
      make("p", { class: "search-ends", "aria-hidden": "true" }, ...ends.map((end) => make("span", {}, end))),
    );
    $("search-times").hidden = false;
  }

  async function showMore(hits, query, from) {
    const items = await Promise.all(hits.slice(from, from + step).map((hit) => showHit(hit, query)));
    $("search-results").append(...items);
    const more = $("search-more");
    more.hidden = from + step >= hits.length;
    more.onclick = () =>
      showMore(hits, query, from + step).then(
        () => $("search-results").children[from + step]?.querySelector("a")?.focus(),
        fail,
      );
  }

  function fail(error) {
    console.info(error.message);
    status.textContent = words.failed;
  }

  async function run() {
    status.textContent = words.searching;
    const { query, hits } = await jumplineAsk.ask(wanted, version);
    document.title = `${wanted.q} · ${document.title}`;
    if (query.terms.length === 0) status.textContent = words.empty;
    else if (hits.length === 0) status.textContent = words.none;
    else {
      showTimes(hits);
      await showMore(hits, query, 0);
      status.textContent = fill(words.found, hits.length);
    }
  }
  if (wanted.q !== "") run().catch(fail);
  else if (given.has("q")) status.textContent = words.empty;
  else form.elements.q.focus();
})();
