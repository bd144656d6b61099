/** A Chromium to look at the built site with, the same one that sets the samples; or the reason why there is none. */
import type { Browser } from "playwright-core";
import { openBrowser as launch } from "../typeset/set-pages.mjs";
import { slowDown } from "./slow-down.js";

export interface OpenedBrowser {
  readonly browser?: Browser;
  /** Why there is none; empty where there is one. */
  readonly reason: string;
}

export async function openBrowser(): Promise<OpenedBrowser> {
  try {
    const browser = await launch();
    const rate = Number(process.env.SLOW_BROWSER ?? 1);
    return { browser: rate > 1 ? slowDown(browser, rate) : browser, reason: "" };
  } catch (error) {
    // Skipped, not failed: a machine without a browser can still build and test everything else.
    const message = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
    return { reason: `no Chromium can start: ${message}` };
  }
}
