/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/** Uses every control of a page as a person might who tries all: folds, boxes, buttons, lists, fields. Links are not followed. */
import type { Page } from "playwright-core";
import type { Tab } from "./open-tab.js";

const CONTROLS =
  "summary, button, select, input:not([type=hidden]), textarea, [role=button], [role=tab], [role=switch]";
/** Controls of one look on one page: the hundredth fold is like the third. */
const MOST_ALIKE = 3;
/** How long a control that is shown may take to be ready for a click, ms. */
const PATIENCE = 3000;
/** Typed into fields: found in no word, and enough for a search to begin. */
const TYPED = "re";

/** @returns what went wrong, with the control, and how many were used */
export async function useControls(tab: Tab, file: string): Promise<{ found: string[]; used: number }> {
  const { page } = tab;
  const address = page.url();
  const found: string[] = [];
  const times = new Map<string, number>();
  let used = 0;
  // By number, since a control may bring others: they come in their turn.
  for (let nth = 0; nth < (await page.locator(CONTROLS).count()); nth += 1) {
    const control = page.locator(CONTROLS).nth(nth);
    const { name, look } = await control.evaluate((each) => ({
      name: each.outerHTML.slice(0, each.outerHTML.indexOf(">") + 1).slice(0, 120),
      look: `${each.tagName} ${each.getAttribute("type")} ${each.className} ${each.getAttribute("name")}`,
    }));
    const alike = times.get(look) ?? 0;
    if (alike >= MOST_ALIKE || !(await control.isVisible()) || !(await control.isEnabled())) continue;
    times.set(look, alike + 1);
    used += 1;
    const fault = await useOne(page, nth);
    if (fault !== undefined) found.push(`${file}: ${fault}: ${name}`);
    await tab.settle();
    // A button may lead elsewhere; the rest of this page is still to be used.
    if (page.url().split("#")[0] !== address.split("#")[0]) {
      await page.goto(address);
      await tab.settle();
    }
  }
  return { found, used };
}

async function useOne(page: Page, nth: number): Promise<string | undefined> {
  const control = page.locator(CONTROLS).nth(nth);
  const kind = await control.evaluate((each) =>
    each instanceof HTMLInputElement ? `input ${each.type}` : each.tagName.toLowerCase(),
  );
  const options = { timeout: PATIENCE };
  const covered = await control.evaluate((each) => {
    const open = document.querySelector("dialog[open]");
    return open !== null && !open.contains(each);
  });
  if (covered) await page.keyboard.press("Escape");
  const work = async (): Promise<void> => {
    if (kind === "select") {
      const count = await control.locator("option").count();
      for (let index = count - 1; index >= 0; index -= 1) await control.selectOption({ index }, options);
    } else if (kind === "input range") {
      await control.focus(options);
      for (const key of ["End", "Home", "ArrowRight"]) await page.keyboard.press(key);
    } else if (/^(?:textarea|input (?:text|search|url|email|tel))$/.test(kind)) {
      await control.fill(TYPED, options);
      // Pressed in the field: it waits for the page that this leads to.
      await control.press("Enter", options);
    } else if (/^input (?:date|month|number)$/.test(kind)) {
      await control.focus(options);
      await page.keyboard.press("ArrowUp");
    } else if (kind === "input file") await control.focus(options);
    else if (kind === "input radio" || kind === "input checkbox") await clickLabel(page, nth);
    else await control.click(options);
  };
  try {
    await work();
  } catch {
    // What a dialog covers is used after it is closed, as a person would; what stays covered is a fault.
    await page.keyboard.press("Escape");
    try {
      await work();
    } catch (error) {
      return `cannot be used (${error instanceof Error ? error.message.split("\n")[0] : error})`;
    }
  }
  return undefined;
}

/** Boxes and radio buttons are often drawn by their label. */
async function clickLabel(page: Page, nth: number): Promise<void> {
  const control = page.locator(CONTROLS).nth(nth);
  const label = control.locator("xpath=ancestor::label");
  await ((await label.count()) > 0 ? label.first() : control).click({ timeout: PATIENCE });
}
