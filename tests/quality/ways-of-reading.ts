/** The ways in which a page is looked at. Not each with each, which nobody could wait for: each two settings meet in one. */
import type { BrowserContextOptions } from "playwright-core";

export interface Way {
  readonly colours: "light" | "dark" | "forced";
  readonly scripts: boolean;
  /** CSS pixels: 320 is a screen of 1280 at 400 %. */
  readonly width: 1280 | 360 | 320;
  readonly motion: "as ever" | "reduced";
  /** As the page comes, or with every choice on it made otherwise and every fold open. */
  readonly choices: "given" | "other";
}

/** The way that every single page is seen in. */
export const plainWay: Way = {
  colours: "light",
  scripts: true,
  width: 1280,
  motion: "as ever",
  choices: "given",
};

const way = (
  colours: Way["colours"],
  scripts: "scripts" | "no scripts",
  width: Way["width"],
  motion: Way["motion"],
  choices: Way["choices"],
): Way => ({ colours, scripts: scripts === "scripts", width, motion, choices });

/** The ways that a page of each kind is seen in besides. */
export const otherWays: readonly Way[] = [
  way("light", "no scripts", 360, "reduced", "other"),
  way("light", "scripts", 320, "reduced", "other"),
  way("dark", "no scripts", 1280, "reduced", "given"),
  way("dark", "scripts", 360, "as ever", "other"),
  way("dark", "no scripts", 320, "as ever", "other"),
  way("forced", "scripts", 1280, "reduced", "other"),
  way("forced", "no scripts", 360, "as ever", "given"),
  way("forced", "scripts", 320, "as ever", "given"),
];

export const nameWay = ({ colours, scripts, width, motion, choices }: Way): string =>
  `${width} px, ${colours}, scripts ${scripts ? "on" : "off"}, motion ${motion}, choices ${choices}`;

const heights = { 1280: 800, 360: 740, 320: 256 } as const;

export const contextOf = ({ colours, width, motion }: Way): BrowserContextOptions => ({
  viewport: { width, height: heights[width] },
  colorScheme: colours === "dark" ? "dark" : "light",
  forcedColors: colours === "forced" ? "active" : "none",
  reducedMotion: motion === "reduced" ? "reduce" : "no-preference",
});
