/*
 * Changes the words of the site on this page into another language. The pages carry no keys: a text or a label is looked
 * up in the page's own table of words, by its whole wording ("Next page"), by a pattern ("Page {n}"), as a date, or in parts.
 * Only the site's own words are looked at: what stands in a language of its own ([lang]) is the newspaper's, unless it is
 * marked as the site's ([data-ui]). What is no word of the site stays, and is said to be in the page's own language.
 */
(() => {
  const ATTRIBUTES = ["aria-label", "title", "alt", "placeholder"];
  const quoted = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const fill = (wording, values) =>
    wording.replace(/\{(\w+)\}/g, (whole, name) => (Object.hasOwn(values, name) ? values[name] : whole));
  // Numbers are figures; every other value may be any words.
  const gap = (name) =>
    /^(n|m|y|d|line|narrow|wide|year|count)$/.test(name) ? "([0-9][0-9.,/-]*)" : "(.+?)";

  /** A wording with braces as a pattern, and the names of what it catches. */
  function patternOf(wording) {
    const names = [];
    const source = wording
      .split(/(\{\w+\})/)
      .map((piece) => {
        const name = /^\{(\w+)\}$/.exec(piece)?.[1];
        if (name) names.push(name);
        return name ? gap(name) : quoted(piece);
      })
      .join("");
    return { pattern: new RegExp(`^${source}$`, "u"), names };
  }

  function translator(from, to) {
    const whole = new Map();
    const patterns = [];
    for (const [key, wording] of Object.entries(from)) {
      if (key.startsWith("date") || key === "monthOfYear" || key === "lang" || key === "colon") continue;
      if (Array.isArray(wording)) {
        wording.forEach((each, at) => {
          if (/\{\w+\}/.test(each)) patterns.push({ ...patternOf(each), wording: to[key][at] });
          else if (!whole.has(each)) whole.set(each, to[key][at]);
        });
      } else if (/\{\w+\}/.test(wording)) patterns.push({ ...patternOf(wording), wording: to[key] });
      else if (!whole.has(wording)) whole.set(wording, to[key]);
    }
    // The pattern that says most comes first: `Page {n}` would take `Page 2, line 3` apart wrongly.
    patterns.sort((a, b) => b.pattern.source.length - a.pattern.source.length);
    const dates = [
      { ...patternOf(from.dateLong), wording: to.dateLong },
      { ...patternOf(from.monthOfYear), wording: to.monthOfYear },
    ];
    const starts = [...whole.keys()].sort((a, b) => b.length - a.length);

    function date(text) {
      for (const { pattern, names, wording } of dates) {
        const found = pattern.exec(text);
        if (!found) continue;
        const values = Object.fromEntries(names.map((name, at) => [name, found[at + 1]]));
        const month = values.month === undefined ? Number(values.m) - 1 : from.months.indexOf(values.month);
        const weekday = values.weekday === undefined ? -1 : from.weekdays.indexOf(values.weekday);
        if (month < 0 || month > 11 || (values.weekday !== undefined && weekday < 0)) continue;
        return fill(wording, {
          ...values,
          m: String(month + 1),
          month: to.months[month],
          weekday: to.weekdays[weekday] ?? "",
        });
      }
      return undefined;
    }

    /** A text that as a whole is one wording of the site. */
    function one(text) {
      if (whole.has(text)) return whole.get(text);
      for (const { pattern, names, wording } of patterns) {
        const found = pattern.exec(text);
        if (found)
          return fill(wording, Object.fromEntries(names.map((name, at) => [name, any(found[at + 1])])));
      }
      return date(text);
    }
    function parts(text) {
      for (const [between, instead] of [
        [from.colon, to.colon],
        [" · ", " · "],
        [" → ", " → "],
      ]) {
        const pieces = text.split(between);
        if (pieces.length < 2) continue;
        const said = pieces.map((piece) => one(piece.trim()) ?? parts(piece));
        if (said.some((each) => each !== undefined))
          return said.map((each, at) => each ?? pieces[at]).join(instead);
      }
      // A comma parts a date from what is printed with it (“Vol. 96, No. 38” itself is the newspaper's), or a name from a word.
      for (let at = text.lastIndexOf(", "); at > 0; at = text.lastIndexOf(", ", at - 1)) {
        const [left, right] = [text.slice(0, at), text.slice(at + 2)];
        const day = date(left);
        if (day !== undefined) return `${day}, ${one(right) ?? right}`;
        if (whole.has(right)) return `${left}, ${whole.get(right)}`;
      }
      const start = starts.find((each) => text.startsWith(each));
      const rest = start === undefined ? "" : text.slice(start.length);
      return /^ [0-9(][0-9.,%()\u00a0 ]*$/.test(rest)
        ? `${whole.get(start)} ${one(rest.slice(1)) ?? rest.slice(1)}`
        : undefined;
    }
    function any(text) {
      return one(text) ?? parts(text) ?? text;
    }
    return { one, any };
  }

  const originals = new WeakMap();
  const site = window.jumpline;
  const root = document.documentElement;
  let own = "";
  let now = "";
  let say = null;

  const isOurs = (element) => {
    const holder = element.closest("[lang]:not([data-own-lang]), [data-ui]");
    return holder === root || (holder?.hasAttribute("data-ui") ?? false);
  };
  const keep = (node, name, value) => {
    const kept = originals.get(node) || {};
    // What another script has written since is the new original.
    if (kept[name]?.shown !== value) kept[name] = { text: value, shown: value };
    originals.set(node, kept);
    return kept[name];
  };
  function change(node, name, value, words, set) {
    const entry = keep(node, name, value);
    const text = entry.text.trim();
    const said = words(text);
    entry.shown = said === undefined || said === text ? entry.text : entry.text.replace(text, () => said);
    if (entry.shown !== value) set(entry.shown);
    return said !== undefined && said !== text;
  }

  function changeText(node) {
    const element = node.parentElement;
    if (!element || /^(SCRIPT|STYLE)$/i.test(element.tagName) || !/\S/.test(node.data) || !isOurs(element))
      return;
    const changed = change(node, "data", node.data, say.any, (text) => {
      node.data = text;
    });
    const alone = element.childNodes.length === 1 && !element.hasAttribute("lang");
    if (changed || !alone || now === own || !/\p{L}/u.test(node.data)) return;
    element.setAttribute("lang", own);
    element.setAttribute("data-own-lang", "");
  }
  function changeAttributes(element) {
    if (element.tagName === "META" || element.tagName === "LINK") return;
    const ours = isOurs(element);
    for (const { name, value } of [...element.attributes]) {
      if (value === "") continue;
      const label = ATTRIBUTES.includes(name);
      if (!label && !name.startsWith("data-")) continue;
      // In the newspaper's text a label is ours only if all of it is.
      change(element, name, value, ours && label ? say.any : say.one, (text) =>
        element.setAttribute(name, text),
      );
    }
    if (element.hasAttribute("data-ui")) element.lang = now;
  }
  function changeAll(top) {
    if (top.nodeType === Node.TEXT_NODE) changeText(top);
    if (top.nodeType !== Node.ELEMENT_NODE) return;
    const walker = document.createTreeWalker(top, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walker.currentNode; node; node = walker.nextNode())
      if (node.nodeType === Node.TEXT_NODE) changeText(node);
      else changeAttributes(node);
  }

  // What other scripts write comes in the page's own language, and is changed as it comes.
  const watcher = new MutationObserver((records) => {
    for (const { type, target, addedNodes } of records) {
      if (type === "childList") addedNodes.forEach(changeAll);
      else if (type === "characterData") changeText(target);
      else changeAttributes(target);
    }
    watcher.takeRecords();
  });

  site.translate = (from, to) => {
    watcher.disconnect();
    own = from;
    now = to;
    for (const marked of document.querySelectorAll("[data-own-lang]")) {
      marked.removeAttribute("lang");
      marked.removeAttribute("data-own-lang");
    }
    say = translator(site.tables[from].words, site.tables[to].words);
    root.lang = to;
    root.dir = site.tables[to].dir;
    const title = document.querySelector("title");
    if (title)
      change(title, "title", document.title, say.any, (text) => {
        document.title = text;
      });
    changeAll(document.body);
    watcher.observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
      attributeFilter: ATTRIBUTES,
    });
  };
})();
