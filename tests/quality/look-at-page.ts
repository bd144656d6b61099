/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/** What is looked for on a page that stands open: axe, width, shifts. Each finding says the rule and the element. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import type { Shift } from "./listen-for-shifts.mjs";

/** Cumulative layout shift a page may come to. */
export const MOST_SHIFT = 0.02;

/** All that axe has against the page, of any impact, best practice included. */
export async function findAxeIssues(page: Page, forcedColours = false): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .options({
      resultTypes: ["violations"],
      // axe reads the fill of the letters, which Chromium gives as the author's although it draws the reader's colour.
      rules: forcedColours ? { "color-contrast": { enabled: false } } : {},
    })
    // All in this tab: the site has no frames whose results would have to be put together in another.
    .setLegacyMode()
    .analyze();
  return violations.map(({ id, impact, nodes }) => {
    const shown = nodes.slice(0, 3).map(({ target, html, any, all, none }) => {
      const why = [...any, ...all, ...none][0]?.message ?? "";
      return `${target.join(" ")} ${html.slice(0, 100)} (${why})`;
    });
    return `axe ${id} (${impact}, ${nodes.length}): ${shown.join(" ; ")}`;
  });
}

/** What stands out of the page to the side, by name. */
export async function findOverflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.body.querySelectorAll("*")].filter((each) => {
      const { right, left, width } = each.getBoundingClientRect();
      return width > 0 && (right > clientWidth + 1 || left < -1);
    });
    const innermost = wide.filter((each) => !wide.some((other) => other !== each && each.contains(other)));
    const name = (each: Element): string =>
      each.outerHTML.slice(0, each.outerHTML.indexOf(">") + 1).slice(0, 120);
    return [
      `scrolls sideways, ${scrollWidth} > ${clientWidth}: ${innermost.slice(0, 3).map(name).join(" ; ")}`,
    ];
  });
}

/** Where the reader's colours rule: what is marked as the current one and looks like the others. */
export async function findLostMarks(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    /** All of it, for a picture in it may bear the mark. */
    const look = (whole: Element): string =>
      [whole, ...whole.querySelectorAll("*")]
        .map((each) => {
          const style = getComputedStyle(each);
          return [style.outlineStyle, style.outlineWidth, style.outlineColor, style.borderTopStyle]
            .concat(style.borderBottomStyle, style.textDecorationLine)
            .concat(style.color, style.backgroundColor, style.fontWeight)
            .join(" ");
        })
        .join("\n");
    return [...document.querySelectorAll("[aria-current]:not([aria-current=false])")].flatMap((current) => {
      if (!current.checkVisibility()) return [];
      const others = [...(current.closest("ul, ol, nav")?.querySelectorAll(current.tagName) ?? [])].filter(
        (other) => !other.hasAttribute("aria-current"),
      );
      return others.some((other) => look(other) === look(current))
        ? [`is marked as current by a background alone: ${current.outerHTML.slice(0, 120)}`]
        : [];
    });
  });
}

/** The shifts added up, where they are too much. */
export function findShift(shifts: readonly Shift[]): string[] {
  const sum = shifts.reduce((all, { value }) => all + value, 0);
  const largest = [...shifts].sort((a, b) => b.value - a.value)[0];
  return sum > MOST_SHIFT ? [`shifts by ${sum.toFixed(3)}: ${largest?.moved}`] : [];
}

/** Opens every fold and makes every choice otherwise than it came, as far as that needs no script. */
export async function chooseOtherwise(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll("details")) fold.open = true;
    const groups = new Set<string>();
    for (const input of document.querySelectorAll<HTMLInputElement>("input")) {
      if (input.disabled) continue;
      if (input.type === "checkbox") input.click();
      else if (input.type === "radio" && !input.checked && !groups.has(input.name)) {
        groups.add(input.name);
        input.click();
      }
    }
  });
}
