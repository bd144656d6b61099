import { describe, expect, it } from "vitest";
import type { EditionSummary } from "../../src/model/site.js";
import { layCalendar } from "../../src/render/archive/calendar.js";
import { findNeighbours } from "../../src/render/frame.js";
import { renderArchive, summariseEdition } from "../../src/render/index.js";
import { open, spec } from "./made-up.js";
import { setEdition } from "./set-edition.js";

const summary = summariseEdition(setEdition(spec));
const on = (date: string | undefined, path = date ?? "none"): EditionSummary => {
  const { date: _, ...undated } = summary;
  return { ...undated, ...(date === undefined ? {} : { date }), path: `test-times/${path}` };
};
const content = (files: readonly { path: string; content: string | Uint8Array }[], path: string): string =>
  String(files.find((file) => file.path === path)?.content ?? "");

describe("layCalendar", () => {
  it("lays days under their weekdays, newest year first, undated apart", () => {
    const { years, undated } = layCalendar([
      on("2024-02-29"),
      on(undefined),
      on("1999-12-31"),
      on("2024-02-01"),
      on("2024-13-01", "x"),
    ]);
    expect(years.map((year) => [year.year, year.count])).toEqual([
      [2024, 2],
      [1999, 1],
    ]);
    const february = years[0]?.months[0];
    // 1 February 2024 was a Thursday.
    expect(february?.weeks[0]?.map((day) => day?.day)).toEqual([undefined, undefined, undefined, 1, 2, 3, 4]);
    expect(february?.weeks.at(-1)?.[3]?.editions.map((edition) => edition.date)).toEqual(["2024-02-29"]);
    expect(undated).toHaveLength(2);
  });
});

describe("renderArchive", () => {
  const { site } = open();
  it("is the same whatever the order of the editions", () => {
    const editions = [on("2024-02-29"), on("2023-05-01"), on(undefined)];
    expect(renderArchive(editions, site)).toEqual(renderArchive([...editions].reverse(), site));
  });
  it("links every edition from its newspaper's archive", () => {
    const files = renderArchive([on("2024-02-29"), on("2023-05-01"), on(undefined)], site);
    expect(files.map((file) => file.path)).toEqual([
      "index.html",
      "test-times/index.html",
      "search.html",
      "404.html",
    ]);
    for (const href of ["2024-02-29/index.html", "2023-05-01/index.html", "none/index.html"])
      expect(content(files, "test-times/index.html")).toContain(`href="${href}"`);
    expect(content(files, "index.html")).toContain('href="test-times/2024-02-29/index.html"');
  });
  it("gives the years of a large archive pages of their own", () => {
    const many = Array.from({ length: 900 }, (_, index) => {
      const month = String((index % 12) + 1).padStart(2, "0");
      return on(
        `${1900 + Math.floor(index / 300)}-${month}-${String((index % 25) + 1).padStart(2, "0")}`,
        `e${index}`,
      );
    });
    const files = renderArchive(many, site);
    expect(files.map((file) => file.path)).toContain("test-times/1900.html");
    for (let index = 0; index < 900; index += 1)
      expect(content(files, `test-times/${1900 + Math.floor(index / 300)}.html`)).toContain(
        `href="e${index}/index.html"`,
      );
  });
  it("says so where there is nothing, and roots the way home of the 404 page at the base path", () => {
    expect(content(renderArchive([], site), "index.html")).toContain("None.");
    const based = open({ baseUrl: "https://example.org/papers/" }).site;
    expect(content(renderArchive([], based), "404.html")).toContain('href="/papers/index.html"');
    expect(content(renderArchive([], site), "404.html")).toContain('href="index.html"');
  });
});

describe("openSite", () => {
  it("names the style sheet by its content", () => {
    const first = open();
    expect(first.site.assets.stylesheet).toMatch(/^assets\/site-[2-9a-z]{8}\.css$/);
    const changed = open({ assets: [{ path: "css/a.css", bytes: new TextEncoder().encode("p{}") }] });
    expect(changed.site.assets.stylesheet).not.toBe(first.site.assets.stylesheet);
    expect(changed.files[0]?.content).toBe("p{}");
  });
  it("refuses a template with an unknown name in it", () => {
    const { site } = open({ templates: new Map([["pages/x.njk", "{{ nothing.here }}"]]) });
    expect(() => site.writeTemplate("pages/x.njk", {})).toThrow();
    expect(() => site.writeTemplate("pages/y.njk", {})).toThrow("no template is called pages/y.njk");
  });
});

describe("findNeighbours", () => {
  const place = (date: string | undefined, newspaper = "times") => ({
    path: `${newspaper}/${date ?? "none"}`,
    newspaper,
    ...(date === undefined ? {} : { date }),
  });
  const editions = ["2020-01-03", "2020-01-01", "2020-01-09", "2020-01-05"].map((date) => place(date));
  it("finds the nearest of the same newspaper by date, in any order", () => {
    const others = [...editions, place("2020-01-04", "post")];
    for (const list of [others, [...others].reverse()]) {
      const { previous, next } = findNeighbours(place("2020-01-05"), list);
      expect([previous?.date, next?.date]).toEqual(["2020-01-03", "2020-01-09"]);
    }
  });
  it("has none beyond the ends", () => {
    expect(findNeighbours(place("2020-01-01"), editions).previous).toBeUndefined();
    expect(findNeighbours(place("2020-01-09"), editions).next).toBeUndefined();
  });
});
