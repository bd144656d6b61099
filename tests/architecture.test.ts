/**
 * The import law, the tree and the sentences of docs/architecture.md. A folder that is not in the table fails, so
 * nothing can gather in a place without a law.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { wordedCodes } from "../src/model/diagnostic-words.js";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");

interface Folder {
  readonly may: readonly string[];
  readonly invariant: string;
}
const stage = ["model", "text"];
const folders: Readonly<Record<string, Folder>> = {
  model: {
    may: [],
    invariant: "The model imports nothing: it is read-only values and the names of things.",
  },
  text: {
    may: ["model"],
    invariant:
      "Text is functions from strings to strings, without a file, a clock or a page; languages live here as data.",
  },
  read: {
    may: [...stage, "markdown"],
    invariant: "A reader gives back what the file says, line by line, and repairs nothing.",
  },
  layout: {
    may: stage,
    invariant: "Layout cuts, orders and measures lines that have boxes, and never changes a character.",
  },
  repair: {
    may: stage,
    invariant:
      "Repair changes the text inside a line, each change an edit that can be undone, and never moves, joins or drops a line.",
  },
  assemble: {
    may: stage,
    invariant:
      "Assembly decides which lines belong together and in what order, and never alters a character.",
  },
  review: {
    may: [...stage, "markdown"],
    invariant:
      "The editor wins over the program; a decision whose words no longer match is reported and not applied.",
  },
  markdown: {
    may: stage,
    invariant:
      "Markdown written for an article and read again is the same article, and front matter is data that runs no code.",
  },
  render: {
    may: [...stage, "markdown"],
    invariant: "Templates see plain views; nothing from a page file reaches HTML but as text.",
  },
  publish: {
    may: [...stage, "markdown"],
    invariant: "Feeds, sitemap and data are made from the same articles as the pages, and from no clock.",
  },
  build: {
    may: ["model", "text", "markdown", "read", "layout", "repair", "assemble", "review", "render", "publish"],
    invariant: "The build alone knows all stages, and it stops an edition that breaks a law.",
  },
  store: {
    // read/ knows by their names which files are pages.
    may: ["model", "text", "markdown", "read", "build"],
    invariant: "Only the store touches the file system, and a site is put in place whole or not at all.",
  },
  cli: {
    // Of read/ only the list of formats is shown.
    may: ["model", "text", "markdown", "read", "store", "build", "review", "repair", "publish", "render"],
    invariant: "Only the command line touches the terminal, the network and the process.",
  },
};
const nodeFolders = new Set(["store", "cli"]);

/** Files of cli/ that look at a file themselves, and why that decides nothing about an edition. */
const readsFiles: Readonly<Record<string, string>> = {
  "cli/main.ts": "the program's own version stands in package.json",
  "cli/program.ts": "a word that names a folder is an input, another is a mistyped command",
  "cli/serve.ts": "it hands out what was built",
};

/** Where a package may be imported: files or folders under src/. A package that is not here has no business in src/. */
const homes: Readonly<Record<string, readonly string[]>> = {
  "@noble/hashes": ["text/hash.ts"],
  nunjucks: ["render/environment.ts"],
  "gray-matter": ["markdown/front-matter.ts"],
  chokidar: ["cli/watch.ts"],
  fflate: ["publish/epub/pack-book.ts"],
  commander: ["cli/"],
  zod: [""],
  yaml: ["markdown/", "review/"],
  jschardet: ["read/"],
  saxes: ["read/walk-xml.ts"],
  parse5: ["read/"],
  "pdfjs-dist": ["read/pdf/"],
  sharp: ["store/load-sharp.ts"],
  // Not run here: its file goes into the site.
  openseadragon: ["store/load-templates.ts"],
  "word-list": ["store/known-words.ts"],
  unified: ["markdown/"],
  "remark-parse": ["markdown/"],
  "remark-rehype": ["markdown/"],
  "remark-stringify": ["markdown/"],
  "rehype-sanitize": ["markdown/"],
  "rehype-stringify": ["markdown/"],
  hast: ["markdown/", "render/", "publish/epub/"],
  mdast: ["markdown/"],
};

/** Top level of the repository: a new name here is a decision, not an accident. */
const topLevel = new Set(
  "src templates editions tests docs lib dist node_modules .git .ci .github .gitignore .npmrc .editorconfig biome.json package.json package-lock.json tsconfig.json tsconfig.test.json vitest.config.ts README.md CHANGELOG.md LICENSE SECURITY.md CONTRIBUTING.md".split(
    " ",
  ),
);

/** Lines a module may have before it must be thought about again, and the modules that were, with the reason. */
const longest = 250;
const allowedLonger: Readonly<Record<string, string>> = {
  "assemble/group-weights.ts": "fitted weights as data",
  "assemble/line-weights.ts": "fitted weights as data",
  "assemble/placed-line-weights.ts": "fitted weights as data",
  "model/diagnostic-words.ts": "a table of wordings, one entry per code",
  "render/words/de.ts": "the words of the site in a language, as data",
  "render/words/en.ts": "the words of the site in a language, as data",
  "render/words/es.ts": "the words of the site in a language, as data",
  "render/words/fr.ts": "the words of the site in a language, as data",
  "render/words/ja.ts": "the words of the site in a language, as data",
  "render/words/ko.ts": "the words of the site in a language, as data",
  "render/words/nl.ts": "the words of the site in a language, as data",
  "render/words/words.ts": "the names of the site's words",
  "text/lexicon/de.ts": "a language as data: lists of words",
  "text/lexicon/en.ts": "a language as data: lists of words",
  "text/lexicon/es.ts": "a language as data: lists of words",
  "text/lexicon/fr.ts": "a language as data: lists of words",
  "text/lexicon/nl.ts": "a language as data: lists of words",
  "text/lexicon/zh-Hans.ts": "a language as data: lists of words",
  "text/lexicon/zh-Hant.ts": "a language as data: lists of words",
};

const filesUnder = (folder: string, ending: RegExp): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: "utf8" })
        .map((file) => file.replaceAll(path.sep, "/"))
        .filter((file) => ending.test(file))
        .sort()
    : [];
const source = path.join(root, "src");
const modules = filesUnder(source, /\.ts$/).map((file) => ({
  file,
  folder: file.split("/")[0] as string,
  text: readFileSync(path.join(source, file), "utf8"),
}));

/** Comments out, strings kept: an example in a comment imports nothing. Line by line, so no long match can run away. */
function codeOf(text: string): string {
  let inComment = false;
  return text
    .split("\n")
    .map((line) => {
      const trimmed = line.trim();
      if (inComment) {
        if (trimmed.includes("*/")) inComment = false;
        return "";
      }
      if (trimmed.startsWith("/*")) {
        inComment = !trimmed.includes("*/");
        return "";
      }
      return trimmed.startsWith("//") ? "" : line;
    })
    .join("\n");
}

function importsOf(text: string): string[] {
  const found: string[] = [];
  for (const match of codeOf(text).matchAll(
    /\bfrom\s+"([^"\n]+)"|\bimport\s*\(\s*"([^"\n]+)"|^import\s+"([^"\n]+)"|\.resolve\("([a-z@][^"\n]+)"\)/gm,
  ))
    found.push((match[1] ?? match[2] ?? match[3] ?? match[4]) as string);
  return found;
}
const isNode = (name: string) => name.startsWith("node:") || builtinModules.includes(name);
const packageOf = (name: string) =>
  name
    .split("/")
    .slice(0, name.startsWith("@") ? 2 : 1)
    .join("/");
const offences = (find: (module: (typeof modules)[number]) => string[]): string[] => modules.flatMap(find);

describe("the import law", () => {
  it("knows every folder of src, and no other stands there", () => {
    expect([...new Set(modules.map(({ folder }) => folder))].sort()).toEqual(Object.keys(folders).sort());
  });

  it("lets arrows point one way", () => {
    expect(
      offences(({ file, folder, text }) =>
        importsOf(text)
          .filter((name) => name.startsWith("."))
          .map((name) => path.posix.join(path.posix.dirname(file), name).split("/")[0] as string)
          .filter((target) => target !== folder && !folders[folder]?.may.includes(target))
          .map((target) => `${file} imports ${target}/`),
      ),
    ).toEqual([]);
  });

  it("keeps node:* in store/ and cli/", () => {
    expect(
      offences(({ file, folder, text }) =>
        nodeFolders.has(folder)
          ? []
          : importsOf(text)
              .filter(isNode)
              .map((name) => `${file} imports ${name}`),
      ),
    ).toEqual([]);
  });

  it("keeps the process and the network in cli/, the terminal too", () => {
    const world = /\bprocess\.|\bconsole\.|\bfetch\(/;
    expect(
      offences(({ file, folder, text }) =>
        !nodeFolders.has(folder) && world.test(codeOf(text)) ? [file] : [],
      ),
    ).toEqual([]);
    expect(
      offences(({ file, folder, text }) =>
        folder === "store" && /\bconsole\.|\bprocess\.(stdout|stderr|stdin|argv|exit)/.test(codeOf(text))
          ? [file]
          : [],
      ),
    ).toEqual([]);
  });

  it("keeps the file system in store/", () => {
    expect(
      offences(({ file, folder, text }) =>
        folder !== "store" && importsOf(text).some((name) => /^(node:)?fs/.test(name)) ? [file] : [],
      ).filter((file) => !(file in readsFiles)),
    ).toEqual([]);
  });

  it("gives each package one home", () => {
    expect(
      offences(({ file, text }) =>
        importsOf(text)
          .filter((name) => !name.startsWith(".") && !isNode(name))
          .map(packageOf)
          .filter((name) => !homes[name]?.some((home) => file.startsWith(home)))
          .map((name) => `${file} imports ${name}`),
      ),
    ).toEqual([]);
  });

  it("has in package.json no package that nothing imports, and in src no package that is not there", () => {
    const { dependencies, optionalDependencies } = JSON.parse(
      readFileSync(path.join(root, "package.json"), "utf8"),
    );
    const used = new Set(
      modules.flatMap(({ text }) =>
        importsOf(text)
          .filter((name) => !name.startsWith(".") && !isNode(name))
          .map(packageOf),
      ),
    );
    const types = new Set(["hast", "mdast"]);
    expect([...used].filter((name) => !types.has(name)).sort()).toEqual(
      Object.keys({ ...dependencies, ...optionalDependencies }).sort(),
    );
  });
});

describe("the tree", () => {
  it("has no stranger at the top", () => {
    // An empty folder is nothing that git would keep.
    const found = readdirSync(root, { withFileTypes: true })
      .filter((entry) => !entry.isDirectory() || readdirSync(path.join(root, entry.name)).length > 0)
      .map(({ name }) => name)
      .filter((name) => !name.endsWith(".tsbuildinfo") && name !== ".jumpline.lock");
    expect(found.filter((name) => !topLevel.has(name))).toEqual([]);
  });

  it("has names that say what a file decides", () => {
    const vague = /(^|[/-])(utils?|helpers?|common|manager|processor|misc|handle[^/]*)(\.|\/|-|$)/;
    expect(modules.map(({ file }) => file).filter((file) => vague.test(file))).toEqual([]);
    expect(modules.map(({ file }) => file).filter((file) => !/^[a-z0-9/.-]+$/i.test(file))).toEqual([]);
  });

  it("has named exports only and no any", () => {
    expect(offences(({ file, text }) => (/^export default\b/m.test(codeOf(text)) ? [file] : []))).toEqual([]);
    expect(offences(({ file, text }) => (/(:|<|\bas) any\b/.test(codeOf(text)) ? [file] : []))).toEqual([]);
  });

  it("begins every module with what it decides", () => {
    // A language is data; the folder's index says what its fields mean.
    const data = /^(text\/lexicon|render\/words)\//;
    expect(
      offences(({ file, text }) => (data.test(file) || /^(#!.*\n)?(\/\*\*|\/\/)/.test(text) ? [] : [file])),
    ).toEqual([]);
  });

  it(`has no module over ${longest} lines that was not thought about again`, () => {
    const long = modules.filter(({ text }) => text.split("\n").length > longest + 1).map(({ file }) => file);
    expect(long.filter((file) => !(file in allowedLonger))).toEqual([]);
  });

  it("never sorts or cases by the machine's language", () => {
    const localised = /\.(localeCompare|toLocale\w+)\(|\bnew Intl\.|\bDate\.now\(|\bnew Date\(\)/;
    expect(
      offences(({ file, folder, text }) =>
        folder !== "cli" && localised.test(codeOf(text)) ? [file] : [],
      ).filter((file) => !allowedClock.has(file)),
    ).toEqual([]);
  });

  it("swallows no fault: every catch says or rethrows something", () => {
    expect(
      offences(({ file, text }) => (/catch\s*(\([^)]*\))?\s*\{\s*\}/.test(codeOf(text)) ? [file] : [])),
    ).toEqual([]);
  });
});

/** Files that look at a clock for a reason that reaches no output. */
const allowedClock = new Map([["store/lock.ts", "tells how old a lock is"]]);

describe("templates", () => {
  const templates = filesUnder(path.join(root, "templates"), /\.(njk|html|xml|txt)$/).map((file) => ({
    file,
    text: readFileSync(path.join(root, "templates", file), "utf8"),
  }));

  it("stand there", () => expect(templates.length).toBeGreaterThan(0));

  it("never mark text as safe by themselves", () => {
    expect(templates.filter(({ text }) => /\|\s*safe\b/.test(text)).map(({ file }) => file)).toEqual([]);
  });

  it("quote every attribute that takes a value", () => {
    expect(templates.filter(({ text }) => /=\{\{/.test(text)).map(({ file }) => file)).toEqual([]);
  });
});

describe("diagnostics", () => {
  const words = "model/diagnostic-words.ts";
  const used = new Set(
    modules
      .filter(({ file }) => file !== words)
      .flatMap(({ text }) => [...codeOf(text).matchAll(/"(JL\d{4})"/g)].map((match) => match[1] as string)),
  );

  it("are all worded", () => {
    expect([...used].filter((code) => !wordedCodes().includes(code)).sort()).toEqual([]);
  });

  it("have no words that nothing says", () => {
    expect(wordedCodes().filter((code) => !used.has(code))).toEqual([]);
  });

  it("are worded in the order of their codes", () => {
    const text = modules.find(({ file }) => file === words)?.text ?? "";
    const order = [...text.matchAll(/^ {2}(JL\d{4}):/gm)].map((match) => match[1] as string);
    expect(order).toEqual([...order].sort());
    expect(order).toHaveLength(wordedCodes().length);
  });
});

describe("docs/dependencies.md", () => {
  it("gives a reason for every package", () => {
    const text = readFileSync(path.join(root, "docs/dependencies.md"), "utf8");
    const { dependencies, devDependencies, optionalDependencies } = JSON.parse(
      readFileSync(path.join(root, "package.json"), "utf8"),
    );
    const named = new Set(
      text
        .split("\n")
        .filter((line) => line.startsWith("|"))
        .flatMap((line) =>
          [...(line.split("|")[1] ?? "").matchAll(/`([^`]+)`/g)].map((match) => match[1] as string),
        ),
    );
    expect([...named].sort()).toEqual(
      Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies }).sort(),
    );
  });
});

describe("docs/architecture.md", () => {
  const text = readFileSync(path.join(root, "docs/architecture.md"), "utf8");

  it("says the invariant of every folder in the words of this test", () => {
    const said = [...text.matchAll(/^- `src\/([a-z]+)\/`: (.+)$/gm)].map((match) => [match[1], match[2]]);
    expect(said).toEqual(Object.entries(folders).map(([name, { invariant }]) => [name, invariant]));
  });

  it("names no file that does not exist", () => {
    const named = [...text.matchAll(/`((?:src\/)?(?:[a-z]+\/)[a-z0-9-]+\.ts)`/g)].map(
      (match) => match[1] as string,
    );
    expect(
      named.filter(
        (file) => ![path.join(root, file), path.join(source, file)].some((place) => existsSync(place)),
      ),
    ).toEqual([]);
  });
});
