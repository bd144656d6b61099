/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/** Walks through a page with the Tab key and looks at every stop: reached, seen, on the screen, in the order of the page. */
import type { Page } from "playwright-core";

/** Stops after which a page is left: the report has hundreds, all of the same sort. */
const MOST_STOPS = 160;

/**
 * What is wrong on the way, each with its element. Folds are opened first, so that what is in them is walked too.
 * @returns the findings, and how many stops were made
 */
export async function walkByKeyboard(page: Page): Promise<{ found: string[]; stops: number }> {
  const awaited = await page.evaluate(prepareWalk);
  const found = await page.evaluate(findReordered);
  let stops = 0;
  for (; stops < Math.min(awaited, MOST_STOPS); stops += 1) {
    await page.keyboard.press("Tab");
    const { faults, left } = await page.evaluate(judgeStop);
    found.push(...faults);
    if (left) break;
  }
  found.push(...(await page.evaluate(endWalk, stops < MOST_STOPS)));
  return { found, stops };
}

interface Walk {
  readonly awaited: Element[];
  readonly reached: Set<Element>;
  /** Looks of the elements around the last stop while it had the focus. */
  last: { element: Element; look: string } | undefined;
  readonly name: (element: Element) => string;
  readonly look: (element: Element) => string;
}
type WithWalk = typeof globalThis & { walk: Walk };

/** Runs in the page: notes what the Tab key must reach. */
function prepareWalk(): number {
  for (const fold of document.querySelectorAll("details")) fold.open = true;
  const able = "a[href], button, input, select, textarea, summary, [tabindex], [contenteditable]";
  const awaited = [...document.querySelectorAll<HTMLElement | SVGElement>(able)].filter((each) => {
    if (each.tabIndex < 0 || each.closest("[inert]")) return false;
    if (each.matches(":disabled, input[type=hidden]")) return false;
    if (!each.checkVisibility({ visibilityProperty: true })) return false;
    if (each instanceof HTMLInputElement && each.type === "radio") {
      // The Tab key goes to one button of a group.
      const group = [...document.querySelectorAll<HTMLInputElement>("input[type=radio]")].filter(
        (other) => other.name === each.name && other.form === each.form,
      );
      return each === (group.find(({ checked }) => checked) ?? group[0]);
    }
    return true;
  });
  const name = (each: Element): string =>
    each.outerHTML.slice(0, each.outerHTML.indexOf(">") + 1).slice(0, 140) +
    (each.textContent ?? "").trim().slice(0, 30);
  /** All by which a focus can be seen: on the element, before and after it, on its label and around it. */
  const look = (each: Element): string => {
    const labels = each instanceof HTMLInputElement ? [...(each.labels ?? [])] : [];
    const around = [
      each,
      ...labels,
      ...[each.parentElement, each.nextElementSibling, each.firstElementChild],
    ];
    const styles = around
      .filter((other) => other !== null)
      .flatMap((other) => [undefined, "::before", "::after"].map((part) => getComputedStyle(other, part)));
    return styles
      .map((style) =>
        [style.outlineStyle === "none" ? "" : `${style.outlineWidth} ${style.outlineColor}`, style.boxShadow]
          .concat(style.backgroundColor, style.borderTopColor, style.borderTopWidth, style.borderBottomWidth)
          .concat(style.stroke, style.strokeWidth, style.opacity, style.textDecorationLine)
          .join(" "),
      )
      .join("\n");
  };
  (globalThis as WithWalk).walk = { awaited, reached: new Set(), last: undefined, name, look };
  if (document.activeElement !== document.body) {
    // From the top, also where the page puts the focus into its field at once: Tab goes on from where the focus last was.
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute("tabindex");
  }
  return awaited.length + 1;
}

/** Runs in the page after each Tab. */
function judgeStop(): { faults: string[]; left: boolean } {
  const walk = (globalThis as WithWalk).walk;
  const faults: string[] = [];
  const before = walk.last;
  if (before?.element.isConnected && document.activeElement !== before.element)
    if (walk.look(before.element) === before.look)
      faults.push(`the focus is not seen: ${walk.name(before.element)}`);
  const now = document.activeElement;
  if (now === null || now === document.body || now === document.documentElement)
    return { faults, left: true };
  if (now === before?.element) {
    faults.push(`the focus is caught: ${walk.name(now)}`);
    return { faults, left: true };
  }
  if (walk.reached.has(now)) return { faults, left: true };
  if (before && !(before.element.compareDocumentPosition(now) & Node.DOCUMENT_POSITION_FOLLOWING))
    faults.push(`the focus goes back: from ${walk.name(before.element)} to ${walk.name(now)}`);
  walk.reached.add(now);
  walk.last = { element: now, look: walk.look(now) };

  // What is seen of it: its own boxes, its label's where the label draws it, its parts' where these stand elsewhere.
  const labels = now instanceof HTMLInputElement ? [...(now.labels ?? [])] : [];
  const boxes = [now, ...labels, ...now.querySelectorAll("*")].flatMap((each) => [...each.getClientRects()]);
  const seen = boxes.filter(
    ({ left, right, top, bottom, width, height }) =>
      width > 1 && height > 1 && right > 0 && bottom > 0 && left < innerWidth && top < innerHeight,
  );
  if (seen.length === 0) faults.push(`the focus is off the screen: ${walk.name(now)}`);
  else {
    const own = (hit: Element | null): boolean =>
      hit !== null && [now, ...labels].some((each) => each.contains(hit) || hit.contains(each));
    const shown = seen.some((box) => {
      const xs = [box.left + 2, (box.left + box.right) / 2, box.right - 2];
      const ys = [box.top + 2, (box.top + box.bottom) / 2, box.bottom - 2];
      return xs.some((x) => ys.some((y) => own(document.elementFromPoint(x, y))));
    });
    if (!shown) faults.push(`the focus is behind something: ${walk.name(now)}`);
  }
  return { faults, left: false };
}

/** Runs in the page at the end: what was never reached. */
function endWalk(whole: boolean): string[] {
  const walk = (globalThis as WithWalk).walk;
  if (!whole) return [];
  return walk.awaited
    .filter((each) => !walk.reached.has(each))
    .map((each) => `the Tab key does not reach ${walk.name(each)}`)
    .slice(0, 5);
}

/** Runs in the page: where what is seen has another order than what is read, so that the focus would jump about. */
function findReordered(): string[] {
  const name = (each: Element): string =>
    each.outerHTML.slice(0, each.outerHTML.indexOf(">") + 1).slice(0, 140);
  return [...document.body.querySelectorAll("*")].flatMap((each) => {
    const { display, flexDirection, order } = getComputedStyle(each);
    const faults: string[] = [];
    if (display.includes("flex") && flexDirection.endsWith("-reverse"))
      faults.push(`shows its parts in reverse: ${name(each)}`);
    const { display: outer } = getComputedStyle(each.parentElement as Element);
    if (/flex|grid/.test(outer) && order !== "0") faults.push(`is shown out of order: ${name(each)}`);
    if (each instanceof HTMLElement && each.tabIndex > 0) faults.push(`has a tabindex over 0: ${name(each)}`);
    return faults;
  });
}
