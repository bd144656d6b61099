import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openSite } from "../../src/render/index.js";
import { loadTemplates } from "../../src/store/load-templates.js";
import { findTemplates, overrideTemplates } from "../../src/store/override-templates.js";

let root = "";
const put = (name: string, text: string): void => {
  const place = path.join(root, name);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, text);
};
const said = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return "nothing";
};
beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), "jumpline-templates-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe("templates of the user's own", () => {
  it("stand in the place of ours, or after them", () => {
    put("t/pages/site.njk", "{# mine #}");
    put("t/parts/mine.njk", "x");
    put("t/assets/css/00-first.css", "p{}");
    const { templates, assets, taken } = overrideTemplates(loadTemplates(), path.join(root, "t"));
    expect(templates.get("pages/site.njk")).toBe("{# mine #}");
    expect(assets.at(-1)?.path).toBe("css/00-first.css");
    expect(taken).toEqual(["pages/site.njk", "parts/mine.njk", "assets/css/00-first.css"]);
  });
  it("are refused where no page is called so, and where a link leads out", () => {
    put("t/pages/fornt.njk", "x");
    expect(said(() => overrideTemplates(loadTemplates(), path.join(root, "t")))).toContain("JL6124");
    put("u/parts/a.njk", "x");
    put("secret.css", "p{}");
    mkdirSync(path.join(root, "u/assets/css"), { recursive: true });
    symlinkSync(path.join(root, "secret.css"), path.join(root, "u/assets/css/a.css"));
    expect(said(() => overrideTemplates(loadTemplates(), path.join(root, "u")))).toContain("JL6122");
  });
  it("are looked for only where they are named or the project has this program installed", () => {
    put("project/templates/parts/a.njk", "x");
    put("project/node_modules/jumpline/package.json", "{}");
    const cwd = path.join(root, "project");
    const installed = path.join(cwd, "node_modules/jumpline");
    expect(findTemplates(undefined, "editions", { cwd, program: installed })).toBe(
      path.join(cwd, "templates"),
    );
    expect(findTemplates(undefined, "editions", { cwd, program: cwd })).toBeUndefined();
    expect(findTemplates(undefined, ".", { cwd, program: installed })).toBeUndefined();
    expect(said(() => findTemplates("templates", ".", { cwd, program: installed }))).toContain("JL6121");
    expect(said(() => findTemplates("none", "editions", { cwd, program: installed }))).toContain("JL6120");
  });
  it("say where they are broken", () => {
    const broken = (text: string) =>
      said(() => {
        const templates = new Map(loadTemplates().templates).set("pages/site.njk", text);
        openSite({ templates, assets: [] }).site.writeTemplate("pages/site.njk", { words: {} });
      });
    expect(broken("a\n{{ x ")).not.toBe("nothing");
    expect(broken("a\n{{ words.nothing }}")).toContain("null or undefined");
  });
});
