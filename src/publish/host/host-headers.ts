/**
 * `_headers` in the form of Netlify and Cloudflare Pages; docs/hosting.md says the same for other hosts. Both join a header that
 * two rules give with a comma, so no header stands in two rules that meet. Pages, feeds and data are asked for again each
 * time, which is what these hosts do by themselves; files that are named by their content are kept for a year.
 */
import { contentPolicyHeader } from "../../model/content-policy.js";
import type { SiteFile } from "../../model/job.js";

/** By name, for every file. Data, feeds and books are for programs of others too. */
export const headersOfAll: readonly (readonly [string, string])[] = [
  ["Content-Security-Policy", contentPolicyHeader],
  ["X-Content-Type-Options", "nosniff"],
  ["Referrer-Policy", "strict-origin-when-cross-origin"],
  ["Permissions-Policy", "camera=(), geolocation=(), microphone=()"],
  ["Access-Control-Allow-Origin", "*"],
];
/** Names under assets/ carry a hash of their content. */
export const cacheOfAssets = "public, max-age=31536000, immutable";

export function writeHostFiles(): SiteFile[] {
  const rule = (path: string, headers: readonly (readonly [string, string])[]): string[] => [
    path,
    ...headers.map(([name, value]) => `  ${name}: ${value}`),
  ];
  const lines = [
    "# Read by Netlify and Cloudflare Pages where this folder is the root of the host.",
    ...rule("/*", headersOfAll),
    ...rule("/assets/*", [["Cache-Control", cacheOfAssets]]),
    "",
  ];
  return [{ path: "_headers", content: lines.join("\n") }];
}
