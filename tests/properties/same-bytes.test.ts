/** Two builds of the samples give the same bytes, whatever the machine's language, time zone and order of files. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { type BuiltSite, buildSamples } from "../browser/built-samples.js";

const built: BuiltSite[] = [];
const build = (...request: Parameters<typeof buildSamples>): BuiltSite => {
  const site = buildSamples(...request);
  built.push(site);
  return site;
};
afterAll(() => {
  for (const site of built) site.remove();
});

/** Name and content of every file. */
const contents = ({ folder, files }: BuiltSite) =>
  files.map((file) => [file, readFileSync(path.join(folder, file), "utf8")] as const);

function differences(a: BuiltSite, b: BuiltSite): string[] {
  const there = new Map(contents(b));
  const here = new Map(contents(a));
  return [...new Set([...here.keys(), ...there.keys()])].filter((file) => here.get(file) !== there.get(file));
}

describe("the bytes of a build", () => {
  const first = build({ TZ: "UTC", LANG: "C", LC_ALL: "C" });

  it("are many", () => expect(first.files.length).toBeGreaterThan(20));

  it.each([
    { TZ: "Asia/Shanghai", LANG: "zh_CN.UTF-8", LC_ALL: "zh_CN.UTF-8" },
    { TZ: "America/New_York", LANG: "de_DE.UTF-8", LC_ALL: "de_DE.UTF-8", NO_COLOR: "1" },
    { TZ: "Pacific/Kiritimati", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8", FORCE_COLOR: "1" },
  ])("are the same in $TZ with $LANG", (environment) => {
    expect(differences(first, build(environment))).toEqual([]);
  });

  it("are the same when the input was copied in another order", () => {
    const root = fileURLToPath(new URL("../../editions", import.meta.url));
    const folder = mkdtempSync(path.join(os.tmpdir(), "jumpline-input-"));
    const copy = path.join(folder, "editions");
    mkdirSync(copy);
    // Many file systems list files in the order they were made.
    const names = readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
      .sort()
      .reverse();
    for (const name of names) {
      mkdirSync(path.dirname(path.join(copy, name)), { recursive: true });
      cpSync(path.join(root, name), path.join(copy, name));
    }
    const again = build({}, copy);
    const strip = (text: string) => text.replaceAll(`${copy}/`, "editions/");
    const there = new Map(contents(again).map(([file, text]) => [file, strip(text)]));
    expect(
      contents(first)
        .filter(([file, text]) => there.get(file) !== text)
        .map(([file]) => file),
    ).toEqual([]);
    rmSync(folder, { recursive: true, force: true });
  });
});
