/** The sample editions built by the command line, as a user builds them; and a plain server for what was built. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { inject } from "vitest";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const program = path.join(root, "lib", "cli", "main.js");

export interface BuiltSite {
  readonly folder: string;
  /** Paths of all files, relative, with `/`, sorted. */
  readonly files: readonly string[];
  /** The HTML pages among them. */
  readonly pages: readonly string[];
  remove(): void;
}

/** @throws with what the program said, where it does not end with 0 */
export function buildSamples(
  environment: Readonly<Record<string, string>> = {},
  input = "editions",
  options: readonly string[] = [],
): BuiltSite {
  const folder = mkdtempSync(path.join(os.tmpdir(), "jumpline-site-"));
  const out = path.join(folder, "site");
  const run = spawnSync(process.execPath, [program, "build", input, "--out", out, ...options], {
    env: { ...process.env, ...environment },
    cwd: root,
    encoding: "utf8",
  });
  if (run.status !== 0)
    throw new Error(`the samples did not build (exit ${run.status}):\n${run.stdout}${run.stderr}`);
  return describeSite(out, () => rmSync(folder, { recursive: true, force: true }));
}

/** The samples as they come, to be looked at and not written to: built by the first test file of a run that asks for them. */
export function sharedSamples(): BuiltSite {
  const shared = path.join(inject("sharedSamples"), "site");
  if (!existsSync(shared)) {
    const built = buildSamples();
    try {
      renameSync(built.folder, shared);
    } catch (error) {
      // Another test file was faster; what it built is the same.
      if (!existsSync(shared)) throw error;
    }
    built.remove();
  }
  return describeSite(shared, () => undefined);
}

function describeSite(folder: string, remove: () => void): BuiltSite {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => statSync(path.join(folder, name)).isFile())
    .map((name) => name.replaceAll(path.sep, "/"))
    .sort();
  return { folder, files, pages: files.filter((file) => file.endsWith(".html")), remove };
}

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".xml": "application/xml",
};

export interface PlainServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the folder under a base path, byte for byte, as a host would that knows nothing of us. */
export async function servePlainly({ folder, files }: BuiltSite, basePath = "/"): Promise<PlainServer> {
  const known = new Set(files);
  const server = createServer((request, response) => {
    const address = decodeURIComponent((request.url ?? "/").split(/[?#]/)[0] ?? "/");
    const below = address.startsWith(basePath) ? address.slice(basePath.length) : undefined;
    const file =
      below === undefined ? undefined : below === "" || below.endsWith("/") ? `${below}index.html` : below;
    if (file === undefined || !known.has(file)) {
      response.writeHead(404, { "content-type": "text/html; charset=utf-8" });
      response.end(known.has("404.html") ? readFileSync(path.join(folder, "404.html")) : "not found");
      return;
    }
    response.writeHead(200, { "content-type": types[path.extname(file)] ?? "application/octet-stream" });
    response.end(readFileSync(path.join(folder, file)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${basePath}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Some pages of each kind for each edition: front, page, article, report; and the pages above them. */
export function examplePages({ pages }: BuiltSite, each = 2): string[] {
  const kinds = [
    /^[^/]+$/,
    /^[^/]+\/index\.html$/,
    /\/\d{4}-\d{2}-\d{2}[^/]*\/index\.html$/,
    /\/p\d+\.html$/,
    /\/report\.html$/,
  ];
  const out = new Set(pages.filter((page) => kinds.slice(0, 3).some((kind) => kind.test(page))));
  const folders = [
    ...new Set(pages.filter((page) => page.split("/").length > 2).map((page) => path.posix.dirname(page))),
  ];
  for (const folder of folders) {
    const here = pages.filter((page) => path.posix.dirname(page) === folder);
    for (const kind of [/\/p\d+\.html$/, /\/report\.html$/, /\/p\d+-[a-z0-9]+\.html$/])
      for (const page of here.filter((name) => kind.test(name)).slice(0, each)) out.add(page);
    out.add(`${folder}/index.html`);
  }
  return [...out].filter((page) => pages.includes(page)).sort();
}
