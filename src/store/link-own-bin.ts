/**
 * Runs after the package itself was compiled (`prepare`): makes the command executable and links it where npx looks
 * first. npm links the commands of dependencies only; without this, `npx build-edition` in a fresh clone would
 * install the clone into npx's cache, or end with "Permission denied".
 */
import { chmodSync, mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { systemCode } from "./refusal.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const command = join(root, "lib/cli/main.js");
const bin = join(root, "node_modules/.bin");
const link = join(bin, "build-edition");

chmodSync(command, 0o755);
try {
  mkdirSync(bin, { recursive: true });
  rmSync(link, { force: true });
  symlinkSync(relative(bin, command), link);
} catch (error) {
  // Where links need special rights (Windows), npx still finds the command its own, slower way.
  if (systemCode(error) === undefined) throw error;
  process.stderr.write(
    `Could not link the command (${systemCode(error)}); node lib/cli/main.js works all the same.\n`,
  );
}
