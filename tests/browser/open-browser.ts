/** A Chromium to look at the built site with: the system's, or the packaged one; or the reason why there is none. */
import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const candidates = [
  process.env.CHROME_PATH,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];
/** No sandbox, since tests may run as root; and nothing that speaks to the network of its own accord. */
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
];

export interface OpenedBrowser {
  readonly browser?: Browser;
  /** Why there is none; empty where there is one. */
  readonly reason: string;
}

export async function openBrowser(): Promise<OpenedBrowser> {
  const system = candidates.find((path) => path !== undefined && existsSync(path));
  try {
    if (system)
      return { browser: await chromium.launch({ executablePath: system, args: flags }), reason: "" };
    const packaged = (await import("@sparticuz/chromium")).default;
    const browser = await chromium.launch({
      executablePath: await packaged.executablePath(),
      args: [...packaged.args, ...flags],
    });
    return { browser, reason: "" };
  } catch (error) {
    // Skipped, not failed: a machine without a browser can still build and test everything else.
    const message = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
    return { reason: `no Chromium can start: ${message}` };
  }
}
