/**
 * Shows the built site on this machine while it is being worked on. Listens on 127.0.0.1 only and answers only to
 * the names of this machine, so that no page of another site can reach it through a made-up host name.
 *
 * It refuses to leave the site's folder: no `..`, no link that points out of it, no hidden file. The script that
 * reloads the page is added to what is served and never to what is built.
 */

import { readFile, realpath, stat } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { extname, join, sep } from "node:path";
import { notFoundFile } from "../model/address.js";
import { CommandError, EXIT } from "./exit-codes.js";

export interface SiteServer {
  /** Where a browser finds the site, with the base path. */
  readonly url: string;
  /** Tells every open page to load itself again. */
  reload(): void;
  close(): Promise<void>;
}

export interface ServeOptions {
  readonly folder: string;
  readonly port: number;
  /** `/` or `/archive/`: where the site is mounted. */
  readonly basePath: string;
}

const HOST = "127.0.0.1";
/** Ports tried after the wanted one, when it is taken. */
const PORTS_TRIED = 20;
const EVENTS = "/.jumpline/reload";
const SCRIPT = "/.jumpline/reload.js";
const SCRIPT_TEXT = `new EventSource(${JSON.stringify(EVENTS)}).addEventListener("reload", () => location.reload());\n`;

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
  ".txt": "text/plain; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
};

/** Starts the server on the wanted port or the next free one. */
export async function serveSite({ folder, port, basePath }: ServeOptions): Promise<SiteServer> {
  const listeners = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (!response.headersSent)
        send(response, 500, "text/plain; charset=utf-8", `Could not answer: ${String(error)}\n`);
      else response.destroy();
    });
  });
  const taken = await listen(server, port);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = (status: number, words: string): void =>
      send(response, status, "text/plain; charset=utf-8", `${words}\n`);
    if (!isOwnHost(request.headers.host, taken)) return text(403, "This server answers only to localhost.");
    if (request.method !== "GET" && request.method !== "HEAD") return text(405, "Only GET and HEAD.");
    const path = decodePath(request.url ?? "/");
    if (path === undefined) return text(400, "This is not an address.");
    if (path === EVENTS) return listenFor(response, listeners);
    if (path === SCRIPT) return send(response, 200, types[".js"] ?? "", SCRIPT_TEXT);
    if (`${path}/` === basePath) return redirect(response, basePath);
    const found = path.startsWith(basePath) ? await findFile(folder, path.slice(basePath.length)) : undefined;
    if (found === "folder") return redirect(response, `${encodeURI(path)}/`);
    const file = found ?? (await findFile(folder, notFoundFile));
    if (file === undefined || file === "folder") return text(404, "There is no such page.");
    const type = types[extname(file).toLowerCase()] ?? "application/octet-stream";
    const bytes = await readFile(file);
    const body = type.startsWith("text/html") ? withReload(bytes.toString("utf8")) : bytes;
    send(response, found === undefined ? 404 : 200, type, body, request.method === "HEAD");
  }

  return {
    url: `http://${HOST}:${taken}${basePath}`,
    reload() {
      for (const response of listeners) response.write("event: reload\ndata: 1\n\n");
    },
    close() {
      for (const response of listeners) response.end();
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** The real file for an address below the site; "folder" where only a slash is missing. */
async function findFile(folder: string, address: string): Promise<string | "folder" | undefined> {
  const names = address.split("/");
  if (names.some((name) => name.startsWith("."))) return undefined;
  try {
    const root = await realpath(folder);
    const place = await realpath(
      join(root, address === "" || address.endsWith("/") ? `${address}index.html` : address),
    );
    if (!place.startsWith(root + sep)) return undefined;
    const found = await stat(place);
    return found.isFile() ? place : found.isDirectory() ? "folder" : undefined;
  } catch (error) {
    // Whatever is not there, or is being replaced this moment, is not found.
    if (error instanceof Error && "code" in error) return undefined;
    throw error;
  }
}

function decodePath(url: string): string | undefined {
  const raw = url.split(/[?#]/, 1)[0] ?? "/";
  if (!raw.startsWith("/")) return undefined;
  try {
    const path = decodeURIComponent(raw);
    return path.includes("\0") || path.includes("\\") || path.includes("//") ? undefined : path;
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

const isOwnHost = (host: string | undefined, port: number): boolean =>
  host !== undefined &&
  [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`].includes(host.toLowerCase());

function listenFor(response: ServerResponse, listeners: Set<ServerResponse>): void {
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
  response.write(": connected\n\n");
  listeners.add(response);
  response.on("close", () => listeners.delete(response));
}

/** A page with a content policy would not let the script listen; only in what is served it may. */
function withReload(html: string): string {
  const open = html.replace(
    /(<meta http-equiv="Content-Security-Policy" content=")/i,
    "$1connect-src 'self'; ",
  );
  const tag = `<script src="${SCRIPT}" defer></script>`;
  const end = open.lastIndexOf("</body>");
  return end === -1 ? open + tag : open.slice(0, end) + tag + open.slice(end);
}

const redirect = (response: ServerResponse, to: string): void => {
  response.writeHead(301, { location: to, "cache-control": "no-store" });
  response.end();
};

function send(
  response: ServerResponse,
  status: number,
  type: string,
  body: string | Uint8Array,
  bare = false,
): void {
  response.writeHead(status, {
    "content-type": type,
    "content-length": Buffer.byteLength(body),
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
  });
  response.end(bare ? undefined : body);
}

async function listen(server: Server, wanted: number): Promise<number> {
  for (let port = wanted; port <= Math.min(wanted + PORTS_TRIED, 65_535); port++) {
    if (await tryPort(server, port)) {
      const address = server.address();
      return typeof address === "object" && address !== null ? address.port : port;
    }
  }
  throw new CommandError(
    EXIT.usage,
    `No port from ${wanted} to ${wanted + PORTS_TRIED} is free`,
    "Name another with --port.",
  );
}

function tryPort(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException): void => {
      if (error.code === "EADDRINUSE") resolve(false);
      else if (error.code === "EACCES")
        reject(new CommandError(EXIT.usage, `Port ${port} may not be used`, "Name another with --port."));
      else reject(error);
    };
    server.once("error", fail);
    server.listen(port, HOST, () => {
      server.off("error", fail);
      resolve(true);
    });
  });
}
