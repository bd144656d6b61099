/**
 * `npm run bench:search`: what the search of an archive of 10,000 articles weighs. How long the index takes and how big
 * it is; how many files and bytes (gzip, as a host sends them) a query needs, and whether it finds all and nothing else.
 *   --articles 10000
 *   --queries 50     for each language
 *   --json
 *   --corpus FILE    writes the articles and queries as JSON, for measuring other programs with the same
 * Bytes of a query: its shards, then the texts of its first ten results. What every visit loads once, the script and the
 * list of editions, is told apart. Times are the processor's: a busy machine does not change them.
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { textsFile, writeTexts } from "../../lib/build/search/keep-texts.js";
import { collectSearch } from "../../lib/build/search/write-index.js";
import { loadTemplates } from "../../lib/store/load-templates.js";
import * as search from "../../lib/text/search/index.js";
import { drawAsked, makeArticles } from "./made-articles.mjs";

const { values: options } = parseArgs({
  options: {
    articles: { type: "string", default: "10000" },
    queries: { type: "string", default: "50" },
    json: { type: "boolean" },
    corpus: { type: "string" },
  },
});
const resultsShown = 10;
const gzipped = (content) => gzipSync(content).length;
const take = (content) => {
  let taken;
  new Function("jumplineTake", content)((_, data) => {
    taken = data;
  });
  return taken;
};

const editions = makeArticles(Number(options.articles));
const asked = drawAsked(editions, Number(options.queries));
if (options.corpus) writeFileSync(options.corpus, JSON.stringify({ editions, asked }));
const characters = editions
  .flatMap(({ texts }) => texts.flatMap(({ paragraphs }) => paragraphs))
  .reduce((sum, { text }) => sum + text.length, 0);

const from = process.cpuUsage();
const spentSince = () => process.cpuUsage(from).user / 1000;
const collector = collectSearch();
for (const edition of editions) collector.add(edition);
const collected = spentSince();
const summaries = editions.map(({ path, language }) => {
  const [newspaper, date] = path.split("/");
  return { path, newspaper, date, title: newspaper, language };
});
const files = new Map([...collector.write(summaries)].map(({ path, content }) => [path, content]));
const built = spentSince();
const texts = new Map(
  editions.flatMap((edition) => writeTexts(edition).map(({ path, content }) => [path, content])),
);

/** Reads everything, folded once: what must be found. Runs as substrings, words one after another between spaces. */
const read = editions.flatMap(({ path, texts: articles }) =>
  articles.map(({ file, paragraphs }) => {
    const folded = paragraphs.map(({ text }) => search.foldText(text));
    return {
      name: `${path}/${file}`,
      run: folded.map(({ characters }) => characters.join("")).join("\n"),
      words: folded
        .map(
          (each) =>
            ` ${search
              .takeWords(each)
              .map(({ word }) => word)
              .join(" ")} `,
        )
        .join("\n"),
    };
  }),
);
function readAll(typed) {
  const [term] = search.parseQuery(typed).terms;
  const sought = term.kind === "run" ? term.characters.join("") : ` ${term.words.join(" ")} `;
  return read
    .filter(({ run, words }) => (term.kind === "run" ? run : words).includes(sought))
    .map(({ name }) => name);
}

const foldForm = search.makeFoldForm();
const held = new Map();
const openShard = (kind, count, cell) => {
  const name = `search/${kind}-${String(search.shardOf(cell, count)).padStart(3, "0")}.js`;
  if (!held.has(name)) held.set(name, new Map(Object.entries(take(files.get(name)))));
  return { name, lists: held.get(name) };
};
const byPath = new Map(editions.map((edition) => [edition.path, edition]));
const listed = take(files.get("search/editions.js"));

function ask({ typed, language }) {
  held.clear();
  const needed = new Set();
  const cellsIn = (kind) => (cell) => {
    const { name, lists } = openShard(kind, listed[kind].length, cell);
    needed.add(name);
    return lists;
  };
  const begun = performance.now();
  const index = { pairs: cellsIn("pairs"), words: cellsIn("words") };
  const query = search.parseQuery(typed);
  const found = search.answerQuery(query, index, foldForm).map((article) => {
    const [path, , , , , , , breaks] = listed.editions[search.editionOf(article)];
    const place = article % search.articleRoom;
    const edition = byPath.get(path);
    return {
      name: `${path}/${edition.texts[place].file}`,
      part: textsFile(path, breaks.filter((first) => first <= place).length),
    };
  });
  const spent = performance.now() - begun;
  const shards = [...needed].reduce((sum, name) => sum + gzipped(files.get(name)), 0);
  const shown = new Set(found.slice(0, resultsShown).map(({ part }) => part));
  const context = [...shown].reduce((sum, part) => sum + gzipped(texts.get(part)), 0);
  const expected = new Set(readAll(typed));
  const names = new Set(found.map(({ name }) => name));
  return {
    language,
    typed,
    spent,
    shards,
    context,
    requests: needed.size + shown.size,
    hits: found.length,
    missed: [...expected].filter((name) => !names.has(name)).length,
    false: [...names].filter((name) => !expected.has(name)).length,
  };
}

const rows = asked.map(ask);
const sorted = (values) => [...values].sort((a, b) => a - b);
const median = (values) => sorted(values)[Math.floor(values.length / 2)];
const most = (values) => Math.max(...values);
const sum = (values) => values.reduce((total, value) => total + value, 0);
const { assets } = loadTemplates();
const script = assets
  .filter(({ path }) => path.startsWith("search/"))
  .map(({ bytes }) => new TextDecoder().decode(bytes))
  .join("\n");
const result = {
  articles: Number(options.articles),
  characters,
  build: { collected, built, memory: process.memoryUsage().rss },
  index: {
    files: files.size,
    bytes: sum([...files.values()].map((content) => Buffer.byteLength(content))),
    gzipped: sum([...files.values()].map(gzipped)),
    textFiles: texts.size,
    textBytes: sum([...texts.values()].map((content) => Buffer.byteLength(content))),
    textGzipped: sum([...texts.values()].map(gzipped)),
  },
  first: { script: gzipped(script), editions: gzipped(files.get("search/editions.js")) },
  queries: [...new Set(rows.map(({ language }) => language))].map((language) => {
    const own = rows.filter((row) => row.language === language);
    const column = (name) => own.map((row) => row[name]);
    return {
      language,
      queries: own.length,
      shards: { median: median(column("shards")), most: most(column("shards")) },
      context: { median: median(column("context")), most: most(column("context")) },
      requests: { median: median(column("requests")), most: most(column("requests")) },
      ms: { median: median(column("spent")), most: most(column("spent")) },
      hits: sum(column("hits")),
      missed: sum(column("missed")),
      false: sum(column("false")),
    };
  }),
};

const kilo = (bytes) => `${(bytes / 1000).toFixed(0)} kB`;
if (options.json) console.log(JSON.stringify(result));
else {
  const { build, index, first, queries } = result;
  console.log(`${result.articles} made articles, ${characters} characters`);
  console.log(
    `index: ${built.toFixed(0)} ms (${collected.toFixed(0)} ms while editions pass), ${(build.memory / 2 ** 20).toFixed(0)} MB of memory at the end`,
  );
  console.log(
    `       ${index.files} files, ${kilo(index.bytes)}, ${kilo(index.gzipped)} gzipped; texts: ${index.textFiles} files, ${kilo(index.textBytes)}, ${kilo(index.textGzipped)} gzipped`,
  );
  console.log(`once:  script ${kilo(first.script)}, list of editions ${kilo(first.editions)}`);
  for (const {
    language,
    queries: count,
    shards,
    context,
    requests,
    ms,
    hits,
    missed,
    false: wrong,
  } of queries)
    console.log(
      `${language.padEnd(8)} ${count} queries: shards ${kilo(shards.median)} (most ${kilo(shards.most)}), texts ${kilo(context.median)} (most ${kilo(context.most)}), ${requests.median} files (most ${requests.most}), ${ms.median.toFixed(0)} ms (most ${ms.most.toFixed(0)}); ${hits} articles, ${missed} missed, ${wrong} false`,
    );
}
