/**
 * Style sheets and scripts become one file of each kind, named by its content so that browsers may keep it for ever. What
 * few pages need stays apart (`apart/`), and the joint script begins with a list of where that is, so that no page has to name
 * it.
 */
import type { SiteFile, SourceFile } from "../model/job.js";
import { shortHash } from "../text/hash.js";
import { wordFiles } from "./words/word-files.js";

export interface JoinedAssets {
  readonly stylesheet: SiteFile;
  readonly script: SiteFile;
  /** Fetched on demand. */
  readonly apart: readonly SiteFile[];
  /** The service worker, which must stand at the root; only where the site keeps pages. */
  readonly worker?: SiteFile;
}

/** Characters of the content hash in an asset's name: 39 bits, enough to tell one version from another. */
const hashLength = 8;
const decoder = new TextDecoder();
const nameOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

const join = (
  assets: readonly SourceFile[],
  folder: "css" | "js",
  before: readonly string[],
  also?: string,
): SiteFile => {
  const texts = assets
    .filter(({ path }) => path.startsWith(`${folder}/`) || path === also)
    .map((asset) => decoder.decode(asset.bytes));
  const content = [...before, ...texts].join("\n");
  return { path: `assets/site-${shortHash(content, hashLength)}.${folder}`, content };
};

/** `apart/translate.js` → `assets/translate-3f9q2k7m.js`, listed as `translate`. */
function nameApart({ path, bytes }: SourceFile): readonly [string, SiteFile] {
  const content = decoder.decode(bytes);
  const name = nameOf(path).replace(/\.js$/, "");
  return [name, { path: `assets/${name}-${shortHash(content, hashLength)}.js`, content }];
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
  const apart = assets.filter(({ path }) => path.startsWith("apart/")).map(nameApart);
  const list = {
    languages: words.map(({ lang, name, path }) => [lang, name, nameOf(path)]),
    apart: Object.fromEntries(apart.map(([name, { path }]) => [name, nameOf(path)])),
    ...(offline ? { offline: true } : {}),
  };
  // The folder is known only while the script itself runs.
  const head = `window.jumpline={base:document.currentScript.src.replace(/[^/]*$/,""),tables:{},...${JSON.stringify(list)}};`;
  const stylesheet = join(assets, "css", []);
  const script = join(
    assets,
    "js",
    assets.some(({ path }) => path.startsWith("js/")) ? [head] : [],
    offline ? "offline/keep.js" : undefined,
  );
  const worker = offline ? writeWorker(assets, [stylesheet.path, script.path]) : undefined;
  return {
    stylesheet,
    script,
    ...(worker === undefined ? {} : { worker }),
    apart: [...apart.map(([, file]) => file), ...words.map(({ path, content }) => ({ path, content }))],
  };
}
