/**
 * Serves a built folder as a good host does: packed with gzip, with a Content-Security-Policy in the header, and
 * counting what it sends. What is not a page or a style can be held back, so that late things arrive late.
 */
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import { gzipSync } from "node:zlib";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".webp": "image/webp",
  ".avif": "image/avif",
  ".webmanifest": "application/manifest+json",
  ".wasm": "application/wasm",
};
const PACKED = /^(?:text|application\/(?:json|xml|manifest|wasm)|image\/svg)/;

/**
 * @param {string} folder
 * @param {{policy?: string, holdBack?: number}} [options] `holdBack`: milliseconds before a script, a picture or data is sent
 */
export async function serveSite(folder, { policy, holdBack = 0 } = {}) {
  const kept = new Map();
  const sent = [];
  const server = createServer((request, response) => {
    const address = decodeURIComponent(new URL(request.url ?? "/", "http://host").pathname);
    const name = path.posix.normalize(address.endsWith("/") ? `${address}index.html` : address).slice(1);
    const found = isFile(path.join(folder, name));
    const file = found ? name : "404.html";
    const extension = path.extname(file).toLowerCase();
    const body = kept.get(file) ?? pack(path.join(folder, file), extension);
    kept.set(file, body);
    const answer = () => {
      sent.push({ file: name, bytes: body.bytes.length });
      response.writeHead(found ? 200 : 404, {
        "content-type": TYPES[extension] ?? "application/octet-stream",
        "content-length": body.bytes.length,
        // Where things come late they always do, as on a first visit.
        "cache-control":
          holdBack > 0
            ? "no-store"
            : extension === ".html"
              ? "no-cache"
              : "public, max-age=31536000, immutable",
        "x-content-type-options": "nosniff",
        ...(body.packed ? { "content-encoding": "gzip" } : {}),
        ...(policy === undefined || extension !== ".html" ? {} : { "content-security-policy": policy }),
      });
      response.end(request.method === "HEAD" ? undefined : body.bytes);
    };
    if (holdBack > 0 && extension !== ".html" && extension !== ".css") setTimeout(answer, holdBack);
    else answer();
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    /** Files sent since the last call, with their packed bytes. */
    takeSent: () => sent.splice(0),
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** Packed bytes of one file, as a host sends it. */
export function pack(file, extension = path.extname(file).toLowerCase()) {
  const bytes = existsSync(file) ? readFileSync(file) : Buffer.from("not found\n");
  const packed = PACKED.test(TYPES[extension] ?? "");
  return { bytes: packed ? gzipSync(bytes, { level: 6 }) : bytes, packed };
}

const isFile = (file) => existsSync(file) && statSync(file).isFile();
