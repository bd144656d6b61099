/**
 * One page through Lighthouse. It is fetched by npx for this and not installed: it brings 200 packages that nothing
 * else needs. Version 12 is the last that runs on Node 20.
 */
import { execFile } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";

export const LIGHTHOUSE = "12.8.2";
export const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
export const FORMS = ["mobile", "desktop"];
/** A point of a metric that is worth less than this is not worth a word. */
const LEAST_LOSS = 0.5;

/**
 * @param {string} url
 * @param {"mobile" | "desktop"} form
 * @param {{chrome: string, folder: string}} options where the browser is, and a folder for what Lighthouse writes
 */
export async function runLighthouse(url, form, { chrome, folder }) {
  const output = path.join(folder, "lighthouse.json");
  rmSync(output, { force: true });
  await promisify(execFile)(
    "npx",
    [
      "--yes",
      `lighthouse@${LIGHTHOUSE}`,
      url,
      "--quiet",
      "--output=json",
      `--output-path=${output}`,
      `--only-categories=${CATEGORIES.join(",")}`,
      "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
      ...(form === "desktop" ? ["--preset=desktop"] : []),
    ],
    { env: { ...process.env, CHROME_PATH: chrome }, maxBuffer: 2 ** 26, cwd: folder },
  );
  const report = JSON.parse(readFileSync(output, "utf8"));
  if (report.runtimeError) throw new Error(`${url}: ${report.runtimeError.message}`);
  return {
    scores: Object.fromEntries(
      CATEGORIES.map((name) => [name, Math.round(100 * (report.categories[name].score ?? 0))]),
    ),
    metrics: {
      lcp: report.audits["largest-contentful-paint"].numericValue,
      tbt: report.audits["total-blocking-time"].numericValue,
      cls: report.audits["cumulative-layout-shift"].numericValue,
    },
    lost: CATEGORIES.flatMap((name) => lostIn(report, name)),
  };
}

/** What took points away in one category, dearest first. */
function lostIn(report, name) {
  const { auditRefs } = report.categories[name];
  const all = auditRefs.reduce((sum, { weight }) => sum + weight, 0);
  return auditRefs
    .map(({ id, weight }) => ({ audit: report.audits[id], loss: lossOf(report.audits[id], weight, all) }))
    .filter(({ loss }) => loss >= LEAST_LOSS)
    .sort((a, b) => b.loss - a.loss)
    .map(({ audit, loss }) => {
      const item = audit.details?.items?.[0];
      const element = item?.node?.selector ?? item?.url ?? "";
      const shown = [audit.displayValue, element].filter(Boolean).join("; ");
      return `${name} −${loss.toFixed(1)} ${audit.id}${shown ? ` (${shown})` : ""}`;
    });
}

const lossOf = (audit, weight, all) =>
  audit.score === null || weight === 0 ? 0 : (100 * weight * (1 - audit.score)) / all;
