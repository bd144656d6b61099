/**
 * Issues whose articles are known exactly: invented newspapers, set like print and read back by an extractor; and
 * the project's own golden editions. The truth names no lines, so it is laid under the page text.
 */
import { existsSync } from "node:fs";
import path from "node:path";
import { alignLines, linesOfText } from "../align-lines.mjs";
import { editionSheet, file, has, inData, list, readJson, readText, root } from "./data-folder.mjs";

const strings = (value) =>
  value === null || value === undefined ? [] : Array.isArray(value) ? value : [value];
const pageFile = /^(?:page-?)?0*(\d+)\.txt$/i;

/** Items and the strings that own lines (the page's own are of item −1), from a truth of articles with kicker, headline … body, parts, jump. */
export function itemsOf(truth) {
  const owned = [];
  const items = truth.articles.map((article, item) => {
    const pages = (article.parts ?? []).map((part) => part.page);
    const first = pages[0];
    const own = (text, paragraph, page, rank = 0) => {
      for (const piece of strings(text))
        owned.push({ item, paragraph, rank, text: piece, ...(page ? { page } : {}) });
    };
    for (const name of ["kicker", "headline", "deck", "byline", "dateline"]) own(article[name], null, first);
    if (strings(article.headline).length > 1) own(article.headline.join(" "), null, first);
    own(article.credit, null, pages.at(-1), 3);
    const jumps = strings(article.jumps ?? article.jump);
    for (const jump of jumps) {
      own(jump.jump_line, -1, jump.from_page, 4);
      own(jump.continuation_line, -1, jump.to_page, 1);
      own(jump.jump_head, -1, jump.to_page);
      if (strings(jump.jump_head).length > 1) own(jump.jump_head.join(" "), -1, jump.to_page);
    }
    for (const part of article.parts ?? [])
      for (const [index, [paragraph, from, to]] of part.spans.entries()) {
        // A mark may be run in with the text it cuts.
        const before =
          index === 0
            ? (jumps
                .filter((jump) => jump.to_page === part.page)
                .map((jump) => jump.continuation_line ?? "")[0] ?? "")
            : "";
        const after =
          index === part.spans.length - 1
            ? (jumps.filter((jump) => jump.from_page === part.page).map((jump) => jump.jump_line ?? "")[0] ??
              "")
            : "";
        // A dateline that is run in with its paragraph shares its line.
        const lead = paragraph === 0 && from === 0 && article.dateline ? `${article.dateline} ` : "";
        const tail = paragraph === article.body.length - 1 && article.credit ? ` ${article.credit}` : "";
        own(
          before + lead + article.body[paragraph].text.slice(from, to) + tail + after,
          paragraph,
          part.page,
          2,
        );
      }
    return {
      id: article.id,
      label: strings(article.headline).join(" ").slice(0, 24),
      story: true,
      headline: strings(article.headline),
      dateline: article.dateline ?? "",
      credit: article.credit ?? "",
      headLines: [
        ...strings(article.kicker),
        ...strings(article.headline),
        ...strings(article.deck),
        ...article.body.filter((part) => part.kind === "subhead").map((part) => part.text),
      ],
      dangling: jumps.some((jump) => jump.dangling),
      orders: article.body_orders,
      spaced: ["kicker", "headline", "deck", "byline"].flatMap((name) => strings(article[name])),
      paragraphs: article.body.map(({ text, kind }) => ({ text, kind, heading: kind === "subhead" })),
    };
  });
  for (const notice of truth.notices ?? []) {
    const item = items.length;
    items.push({
      id: `notice-${item}`,
      label: notice.lines[0].slice(0, 24),
      story: false,
      headline: null,
      paragraphs: notice.lines.map((text) => ({ text })),
    });
    for (const [paragraph, text] of notice.lines.entries())
      owned.push({ item, paragraph, text, page: notice.page });
  }
  // A folio or a nameplate that a story's text names too is the page's own.
  for (const { page, text } of truth.furniture ?? []) owned.push({ item: -1, paragraph: null, text, page });
  return { items, owned };
}

/** Page files of a folder by page number; pages may lie in `pages/`. */
function readPages(folder, sheet) {
  const below = existsSync(path.join(folder, "pages")) ? "pages/" : "";
  const numbers = new Map((sheet?.pages ?? []).map((page) => [page.file, page.number]));
  return list(path.join(folder, below)).flatMap((name) => {
    const match = pageFile.exec(name);
    const number = numbers.get(below + name) ?? (match ? Number(match[1]) : undefined);
    return number === undefined
      ? []
      : [{ name: below + name, number, text: readText(path.join(folder, below, name)) }];
  });
}

function caseOf({ source, variant, folder, truthFile, files, pages, input }) {
  const truth = readJson(truthFile);
  const { items, owned } = itemsOf(truth);
  const lines = pages.flatMap((page) => linesOfText(page.number, page.text));
  const owners = alignLines(lines, owned);
  return {
    source,
    variant,
    job: { folder, files },
    truth: {
      language: truth.language,
      items,
      owners,
      lineOrder: [...owners.keys()],
      lines,
      has: { paragraphs: true, headlineRole: true, spaces: true },
      laid: true,
    },
    outside: { truthFile, input },
  };
}

function* issueCases(base, name, variants, { bare = false } = {}) {
  for (const variant of variants) {
    const folder = path.join(base, variant);
    if (!existsSync(folder)) continue;
    const sheetFile = path.join(folder, "issue.json");
    const sheet = existsSync(sheetFile) ? readJson(sheetFile) : undefined;
    const pages = readPages(folder, sheet);
    if (pages.length === 0) continue;
    const files = pages.map((page) => file(page.name, page.text));
    if (sheet && !bare) files.push(editionSheet(sheet));
    yield caseOf({
      source: `${name} ${variant}`,
      variant,
      folder: `${name}/${variant}`,
      truthFile: path.join(base, "truth.json"),
      files,
      pages,
      input: folder,
    });
  }
}

export function* typesetCases(options) {
  for (const name of list(inData("typeset")))
    if (has("typeset", name, "truth.json"))
      yield* issueCases(inData("typeset", name), name, ["text-jumbled", "text-pdftotext"], options);
}

/** Issues made during development; they are in nobody's measuring data. */
export function* developmentCases(base, options) {
  for (const name of list(base))
    if (existsSync(path.join(base, name, "truth.json")))
      yield* issueCases(
        path.join(base, name),
        `dev:${name}`,
        list(path.join(base, name)).filter((entry) => !entry.includes(".")),
        options,
      );
}

/**
 * The same issue as a careful hand would type it: story by story, each with its headings first. As extractors and
 * scanners see to it, with a blank line after each block or with none.
 */
export function inReadingOrder(entry, blanks) {
  const { owners, lines, items } = entry.truth;
  const placed = new Map();
  const names = entry.job.files.filter(({ path: name }) => name.endsWith(".txt"));
  const files = [...new Set(lines.map((line) => line.page))].map((page, nth) => {
    const rows = [];
    const here = lines.filter((line) => line.page === page);
    const ownerOf = (line) => owners.get(`${page}:${line.number}`);
    const put = (line, apart) => {
      if (apart && blanks && rows.length > 0) rows.push("");
      rows.push(line.text);
      const owner = ownerOf(line);
      if (owner) placed.set(`${page}:${rows.length}`, owner);
    };
    for (const line of here) if (!ownerOf(line)) put(line, true);
    for (const [item] of items.entries()) {
      const own = here.filter((line) => ownerOf(line)?.item === item);
      const keys = ["rank", "nth", "at"];
      own.sort((a, b) => {
        const key = keys.find((name) => ownerOf(a)[name] !== ownerOf(b)[name]);
        return key ? ownerOf(a)[key] - ownerOf(b)[key] : a.number - b.number;
      });
      own.forEach((line, k) => {
        const [now, before] = [ownerOf(line), k > 0 ? ownerOf(own[k - 1]) : undefined];
        put(
          line,
          !before || now.rank !== before.rank || (now.paragraph === null && now.nth > before.nth + 1),
        );
      });
    }
    return file(names[nth].path, `${rows.join("\n")}\n`);
  });
  const sheet = entry.job.files.filter(({ path: name }) => !name.endsWith(".txt"));
  return {
    ...entry,
    variant: "in order",
    source: entry.source.replace(/ \S+$/, " in order"),
    job: { folder: `${entry.job.folder} in order`, files: [...files, ...sheet] },
    truth: { ...entry.truth, owners: placed },
  };
}

/** The sample edition that a golden truth is of: the one of its date whose own or whose newspaper's sheet names it. */
function editionOf(truth) {
  const base = path.join(root, "editions");
  for (const newspaper of list(base)) {
    const edition = path.join(base, newspaper, truth.date ?? "");
    const sheets = [path.join(base, newspaper, "newspaper.md"), path.join(edition, "edition.md")];
    const named = sheets.some((sheet) => existsSync(sheet) && readText(sheet).includes(truth.newspaper));
    if (named && existsSync(path.join(edition, "edition.md"))) return edition;
  }
  return undefined;
}

/** Every tests/editions/<name>/truth.json with its edition under editions/: `{source, truthFile, edition}`. */
export function goldenEditions() {
  const base = path.join(root, "tests", "editions");
  return list(base).flatMap((name) => {
    const truthFile = path.join(base, name, "truth.json");
    const edition = existsSync(truthFile) ? editionOf(readJson(truthFile)) : undefined;
    return edition ? [{ source: `golden ${name}`, truthFile, edition }] : [];
  });
}

/** The golden editions that are plain text; those with places are read in geometry.mjs. */
export function* goldenCases() {
  for (const { source, truthFile, edition } of goldenEditions()) {
    const pages = readPages(edition, undefined);
    if (pages.length === 0) continue;
    const files = pages.map((page) => file(page.name, page.text));
    if (existsSync(path.join(edition, "edition.md")))
      files.push(file("edition.md", readText(path.join(edition, "edition.md"))));
    const above = path.join(edition, "..", "newspaper.md");
    const made = caseOf({
      source,
      variant: "golden",
      folder: path.relative(root, edition),
      truthFile,
      files,
      pages,
      input: edition,
    });
    if (existsSync(above)) made.job.newspaper = file("newspaper.md", readText(above));
    yield made;
  }
}
