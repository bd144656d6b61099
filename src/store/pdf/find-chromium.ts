/** Where a Chromium, or a browser made of it, is installed: the one that was named, else the first one known here. */
import path from "node:path";
import { findProgram, isProgram } from "../find-program.js";

const names = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
  "microsoft-edge",
];

/** Where installers put it that touch no PATH. */
const places: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ],
  win32: [
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
  ],
};

/** @param named by the user: then no other is looked for */
export async function findChromium(named?: string): Promise<string | undefined> {
  if (named !== undefined) {
    const program = path.resolve(named);
    return (await isProgram(program)) ? program : undefined;
  }
  for (const name of names) {
    const program = await findProgram(name);
    if (program !== undefined) return program;
  }
  for (const place of places[process.platform] ?? []) if (await isProgram(place)) return place;
  return undefined;
}
