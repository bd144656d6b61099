/** The Content-Security-Policy a host would send: what the site's own `_headers` say, or else what its pages say. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

const META = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/i;

/** The policy that a page carries with it; undefined where it has none. */
export const policyOf = (html: string): string | undefined => META.exec(html)?.[1]?.replaceAll("&#39;", "'");

/** The policy to send with every page. @throws where neither the host's lines nor the front page have one */
export function policyToSend(folder: string): string {
  const lines = path.join(folder, "_headers");
  const written = existsSync(lines)
    ? /^\s+content-security-policy:\s*(.+)$/im.exec(readFileSync(lines, "utf8"))?.[1]
    : undefined;
  const policy = written ?? policyOf(readFileSync(path.join(folder, "index.html"), "utf8"));
  if (policy === undefined) throw new Error("neither _headers nor index.html have a content policy");
  return policy.trim();
}

/** What is wrong with a policy: code must come from the site's own files, and all that is not named is shut. */
export function weaknessesOf(policy: string): string[] {
  const directives = new Map(
    policy
      .split(";")
      .map((part) => part.trim().split(/\s+/))
      .map(([name = "", ...sources]) => [name.toLowerCase(), sources] as const),
  );
  const found: string[] = [];
  if (directives.get("default-src")?.join(" ") !== "'none'") found.push("default-src is not 'none'");
  for (const name of ["base-uri", "form-action"]) {
    const sources = directives.get(name)?.join(" ");
    if (sources !== "'none'" && sources !== "'self'") found.push(`${name} is open`);
  }
  for (const name of ["script-src", "worker-src", "connect-src"])
    for (const source of directives.get(name) ?? [])
      if (!["'self'", "'none'", "'wasm-unsafe-eval'"].includes(source))
        found.push(`${name} lets ${source} in`);
  for (const [name, sources] of directives)
    for (const source of sources)
      if (/^(?:https?:|\*|\/\/)/.test(source)) found.push(`${name} lets ${source} in`);
  return found;
}
