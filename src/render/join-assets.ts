/**
 * Style sheets and scripts become one file of each kind, named by its content so that browsers may keep it for ever. What
 * few pages need stays apart (`apart/`), and the joint script begins with a list of where that is, so that no page has to name
 * it.
 */
import type { SiteFile, SourceFile } from "../model/job.js";
import { shortHash } from "../text/hash.js";
import { stripCssComments } from "./strip-css-comments.js";
import { wordFiles } from "./words/word-files.js";

export interface JoinedAssets {
  readonly stylesheet: SiteFile;
  readonly script: SiteFile;
  /** Runs before the first paint. */
  readonly early: SiteFile;
  /** The search, loaded only where something is looked for. */
  readonly search: SiteFile;
  /** What shows a page enlarged, for sites that have a scan. Absent where no assets of it are given. */
  readonly viewer?: SiteFile;
  /** Fetched on demand. */
  readonly apart: readonly SiteFile[];
  /** The service worker, which must stand at the root; only where the site keeps pages. */
  readonly worker?: SiteFile;
  /** The style sheet with what only sheets printed together need; not a file of the site. */
  readonly sheets: SiteFile;
}

/** Characters of the content hash in an asset's name: 39 bits, enough to tell one version from another. */
const hashLength = 8;
const decoder = new TextDecoder();
const nameOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

const join = (
  assets: readonly SourceFile[],
  folder: "css" | "js" | "early" | "search",
  before: readonly string[] = [],
  also?: string,
): SiteFile => {
  const texts = assets
    .filter(({ path }) => path.startsWith(`${folder}/`) || path === also)
    .map((asset) => decoder.decode(asset.bytes));
  const joint = [...before, ...texts].join("\n");
  const content = folder === "css" ? stripCssComments(joint) : joint;
  const name = folder === "early" || folder === "search" ? folder : "site";
  const ending = folder === "css" ? "css" : "js";
  return { path: `assets/${name}-${shortHash(content, hashLength)}.${ending}`, content };
};

/** `apart/translate.js` → `assets/translate-3f9q2k7m.js`, listed as `translate`. */
function nameApart({ path, bytes }: SourceFile): readonly [string, SiteFile] {
  const content = decoder.decode(bytes);
  const name = nameOf(path).replace(/\.js$/, "");
  return [name, { path: `assets/${name}-${shortHash(content, hashLength)}.js`, content }];
}

/** One script, which only pages with a scan fetch. */
function joinViewer(assets: readonly SourceFile[]): SiteFile | undefined {
  const parts = assets.filter((asset) => asset.path.startsWith("viewer/"));
  if (parts.length === 0) return undefined;
  // The map that the minified file names is not on the site.
  const content = parts
    .map(({ bytes }) => decoder.decode(bytes).replaceAll("//# sourceMappingURL=", "// "))
    .join("\n");
  return { path: `assets/viewer-${shortHash(content, hashLength)}.js`, content };
}

function joinSheets(assets: readonly SourceFile[], stylesheet: SiteFile): SiteFile {
  const own = assets.filter(({ path }) => path.startsWith("sheets/"));
  const texts = [stylesheet.content as string, ...own.map(({ bytes }) => decoder.decode(bytes))];
  return { path: "sheets.css", content: texts.join("\n") };
}

/** What it fetches first stands in it, so it is another one when any of that changes, and old caches go. */
function writeWorker(assets: readonly SourceFile[], files: readonly string[]): SiteFile | undefined {
  const source = assets.find(({ path }) => path === "offline/sw.js");
  if (source === undefined) return undefined;
  const shell = ["index.html", "offline.html", ...files];
  const text = decoder.decode(source.bytes);
  const version = shortHash([...shell, text].join("\n"), hashLength);
  return {
    path: "sw.js",
    content: `const SHELL=${JSON.stringify(shell)};const VERSION=${JSON.stringify(version)};\n${text}`,
  };
}

/** @param assets in the order they are to be joined in */
export function joinAssets(assets: readonly SourceFile[], offline: boolean): JoinedAssets {
  const words = wordFiles();
  const viewer = joinViewer(assets);
  const apart = assets.filter(({ path }) => path.startsWith("apart/")).map(nameApart);
  const list = {
    languages: words.map(({ lang, name, path }) => [lang, name, nameOf(path)]),
    apart: Object.fromEntries(apart.map(([name, { path }]) => [name, nameOf(path)])),
    ...(offline ? { offline: true } : {}),
  };
  // The folder is known only while the script itself runs.
  const head = `window.jumpline={base:document.currentScript.src.replace(/[^/]*$/,""),tables:{},...${JSON.stringify(list)}};`;
  const stylesheet = join(assets, "css");
  const script = join(
    assets,
    "js",
    assets.some(({ path }) => path.startsWith("js/")) ? [head] : [],
    offline ? "offline/keep.js" : undefined,
  );
  const early = join(assets, "early");
  const worker = offline ? writeWorker(assets, [stylesheet.path, script.path, early.path]) : undefined;
  return {
    stylesheet,
    script,
    early,
    search: join(assets, "search"),
    ...(viewer ? { viewer } : {}),
    ...(worker === undefined ? {} : { worker }),
    sheets: joinSheets(assets, stylesheet),
    apart: [...apart.map(([, file]) => file), ...words.map(({ path, content }) => ({ path, content }))],
  };
}
