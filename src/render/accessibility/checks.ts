/**
 * What is tested of the site's accessibility, in one list: the tests take their measures from here, the accessibility
 * statement is written from here, and tests/browser/accessibility-checks.test.ts must hold a test for each claim or name the
 * file in tests/quality that does. So the statement cannot claim what no test does.
 */
import type { Words } from "../words/index.js";

/** Pixels: a phone, and a desk. */
const widths = { narrow: 360, wide: 1280 } as const;

interface Check {
  /** The wording of it in the statement, and what fills its braces. */
  readonly wording: keyof Words;
  readonly values: Readonly<Record<string, number>>;
  readonly schemes?: readonly ("light" | "dark")[];
  /** The rules of axe-core that are run. */
  readonly tags?: readonly string[];
  /** Pixels. */
  readonly size?: number;
}

export const accessibilityChecks = {
  axe: {
    wording: "checkAxe",
    values: widths,
    schemes: ["light", "dark"],
    /** All it has for WCAG 2 to 2.2 at A and AA, and its best practices. */
    tags: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  },
  /** 1280 pixels at a zoom of 400 %. WCAG 2.2, 1.4.10. */
  reflow: { wording: "checkReflow", values: { narrow: 320 } },
  keyboard: { wording: "checkKeyboard", values: widths },
  /** WCAG 2.2, 2.5.8. */
  targets: { wording: "checkTargets", values: {}, size: 24 },
  forcedColours: { wording: "checkForcedColours", values: {} },
  language: { wording: "checkLanguage", values: {} },
  noScript: { wording: "checkNoScript", values: {} },
} as const satisfies Readonly<Record<string, Check>>;

export type AccessibilityCheck = keyof typeof accessibilityChecks;

/** What nobody has tested, said as plainly. */
export const accessibilityGaps = ["gapPeople", "gapBrowsers", "gapText", "gapTheme"] as const;
