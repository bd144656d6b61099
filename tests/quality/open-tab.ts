/** A tab that notes all a reader should never get: words in the console, requests that fail or leave the site, shifts of what is seen. */
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { listenForShifts, type Shift } from "./listen-for-shifts.mjs";

export interface Tab {
  readonly page: Page;
  /** Opens a page of the site and waits until nothing is on its way any more. */
  visit(file: string, scripts?: boolean): Promise<void>;
  /** Waits until no request is open. */
  settle(): Promise<void>;
  /** What was complained of since the last call. */
  takeComplaints(): string[];
  /** Shifts without a reader's doing since the last call. */
  takeShifts(): Shift[];
  close(): Promise<void>;
}

/** How long a page may take to come to rest, ms; only a hang reaches it. */
const PATIENCE = 20_000;

/** A context and a page of their own, so that nothing is remembered from another tab. */
export async function openTab(
  browser: Browser,
  origin: string,
  options: BrowserContextOptions,
): Promise<Tab> {
  const context = await browser.newContext({ serviceWorkers: "block", ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  const shifts: Shift[] = [];
  const open = new Set<unknown>();
  page.on("console", (message) => complaints.push(`console ${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => complaints.push(`script error: ${error.message}`));
  page.on("request", (request) => {
    open.add(request);
    if (!/^(?:data|blob):/.test(request.url()) && !request.url().startsWith(origin))
      complaints.push(`asks the world for ${request.url()}`);
  });
  page.on("requestfinished", (request) => open.delete(request));
  page.on("requestfailed", (request) => {
    open.delete(request);
    const fault = request.failure()?.errorText;
    // Left while it came: a reader who goes on to another page wants it no more.
    if (fault !== "net::ERR_ABORTED") complaints.push(`could not get ${request.url()}: ${fault}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} for ${response.url()}`);
  });
  const session = await context.newCDPSession(page);
  await listenForShifts(session, shifts);

  const settle = async (): Promise<void> => {
    // A page that was just gone to asks for its parts only while it is read.
    await page.waitForLoadState("load");
    const end = performance.now() + PATIENCE;
    // Two quiet looks in a row: a script that was just fetched may ask for more.
    for (let quiet = 0; quiet < 2 && performance.now() < end; quiet = open.size === 0 ? quiet + 1 : 0)
      await new Promise((resolve) => setTimeout(resolve, 20));
    if (open.size > 0) complaints.push("does not come to rest");
  };
  return {
    page,
    settle,
    async visit(file, scripts = true) {
      // Off while the page is read and on again after: the page's own scripts never ran, and ours can look at it.
      await session.send("Emulation.setScriptExecutionDisabled", { value: !scripts });
      await page.goto(new URL(file, origin).href);
      await session.send("Emulation.setScriptExecutionDisabled", { value: false });
      await settle();
    },
    takeComplaints: () => complaints.splice(0),
    takeShifts: () => shifts.splice(0),
    close: () => context.close(),
  };
}
