/* Asks the index: loads the shards that a query needs, and gives the articles that answer it, by date. */
window.jumplineAsk = (() => {
  const search = jumplineSearch;
  const kinds = ["story", "notice", "advert", "leftover"];
  const foldForm = search.makeFoldForm();

  /** The kind and the pages of each text of an edition. */
  function readTraits(digits) {
    const numbers = search.readNumbers(digits);
    const traits = [];
    for (let at = 0; at < numbers.length; ) {
      const pages = Math.floor(numbers[at] / kinds.length);
      traits.push({
        kind: kinds[numbers[at] % kinds.length],
        pages: numbers.slice(at + 1, at + 1 + pages),
      });
      at += 1 + pages;
    }
    return traits;
  }

  async function loadCells(site, kind, cells) {
    const versions = site[kind];
    const shards = [...new Set(cells.map((cell) => search.shardOf(cell, versions.length)))];
    const lists = new Map(
      await Promise.all(
        shards.map(async (shard) => {
          const name = `${kind}-${String(shard).padStart(3, "0")}`;
          const version = versions[shard];
          const keys = await jumplineLoad(`search/${name}.js`, `${name} ${version}`, version);
          return [shard, new Map(Object.entries(keys))];
        }),
      ),
    );
    return (cell) => lists.get(search.shardOf(cell, versions.length)) ?? new Map();
  }

  const isWithin = (date, { from, to }) => {
    if (!from && !to) return true;
    if (!date) return false;
    return (!from || date >= from) && (!to || date.slice(0, to.length) <= to);
  };

  /** `wanted`: q, exact, paper, from, to, page, kind, order; all texts, empty where not chosen. */
  async function ask(wanted, version) {
    const query = search.parseQuery(wanted.q, !wanted.exact);
    if (query.terms.length === 0) return { query, hits: [] };
    const site = await jumplineLoad("search/editions.js", `editions ${version}`, version);
    const needed = search.cellsOf(query, foldForm);
    const [pairs, words] = await Promise.all([
      loadCells(site, "pairs", needed.pairs),
      loadCells(site, "words", needed.words),
    ]);
    const index = { pairs, words };
    const traits = new Map();
    const hits = [];
    for (const article of search.answerQuery(query, index, foldForm)) {
      const number = search.editionOf(article);
      const [path, paper, date, issue, lang, state, digits, breaks] = site.editions[number];
      const [slug, title, paperLang] = site.papers[paper];
      if ((wanted.paper && slug !== wanted.paper) || !isWithin(date, wanted)) continue;
      const place = article % search.articleRoom;
      if (!traits.has(number)) traits.set(number, readTraits(digits));
      const { kind, pages } = traits.get(number)[place];
      if (wanted.kind && kind !== wanted.kind) continue;
      if (wanted.page && !pages.includes(Number(wanted.page))) continue;
      const file = breaks.filter((first) => first <= place).length;
      const at = place - (breaks[file - 1] ?? 0);
      hits.push({ number, place, path, title, paperLang, date, issue, lang, state, kind, pages, file, at });
    }
    // Articles of one edition stay in its order, editions without a date at the end.
    if (wanted.order === "newest")
      hits.sort((a, b) => (a.date === "") - (b.date === "") || b.number - a.number || a.place - b.place);
    return { query, hits };
  }

  /** The text of a hit, for its words in context. */
  async function textOf({ path, file, at, state }) {
    const name = `${path}/texts-${file + 1}.js`;
    return (await jumplineLoad(name, name, state))[at];
  }

  return { ask, textOf, foldForm };
})();
