/** The small picture of a page: drawn where there is no scan, of words with the newspaper's name alone; of the scan where one was made. */
import { describe, expect, it } from "vitest";
import { linesById } from "../../src/render/edition-view.js";
import { mirrorPages } from "../../src/render/page/mirror-page.js";
import { drawThumbnails, thumbnailsOf } from "../../src/render/thumbnail/thumbnails.js";
import { placeEdition } from "./place-edition.js";
import { setIssue } from "./set-issue.js";

const drawn = (edition: ReturnType<typeof setIssue>) => {
  const { articles, units } = edition.assembly;
  const mirrors = mirrorPages(edition.pages, { articles, units, lines: linesById(edition) });
  return {
    thumbnails: thumbnailsOf(edition.pages, mirrors),
    files: drawThumbnails(edition.pages, mirrors, "a", { edition }),
  };
};

describe("small pictures of pages", () => {
  it("are drawn of pages with places and without, in numbers but for the name, the same each time", () => {
    for (const edition of [setIssue("en-weekly"), placeEdition(setIssue("en-weekly"))]) {
      const { thumbnails, files } = drawn(edition);
      expect(files.map(({ path }) => path)).toEqual(
        edition.pages.map(({ number }) => `a/p${number}-thumb.svg`),
      );
      for (const [at, { content }] of files.entries()) {
        const { width, height } = thumbnails.get(at + 1) ?? {};
        expect(content).toContain(`width="${width}" height="${height}"`);
        expect(String(content).length).toBeLessThan(30_000);
        // Paper, text and headlines, and not one word of the page but the name on the first.
        expect(
          String(content).match(/<path fill="#[0-9a-f]{6}" d="[MhvHVz0-9. -]+"\/>/g)?.length,
        ).toBeGreaterThan(2);
        expect(
          String(content)
            .replace(/<svg[^>]*>|<path fill="#[0-9a-f]{6}" d="[MhvHVz0-9. -]+"\/>/g, "")
            .replace(/<text [^>]*>/, "<text>"),
        ).toBe(at === 0 ? "<text>The Alder Point Beacon</text></svg>\n" : "</svg>\n");
      }
      expect(drawn(edition).files).toEqual(files);
    }
  });

  it("have the name where the page has it: over the columns, at the right of a vertical page, in its printed box", () => {
    const nameOf = (content: unknown) =>
      /<text [^>]*font-size="([\d.]+)" x="([\d. ]+)" y="([\d. ]+)"[^>]*>([^<]+)</
        .exec(String(content))
        ?.slice(1);
    const [size, x, y, name] = nameOf(drawn(setIssue("en-weekly")).files[0]?.content) ?? [];
    expect([x, name]).toEqual(["100", "The Alder Point Beacon"]);
    expect(Number(y)).toBeLessThan(40);
    expect(Number(size)).toBeGreaterThan(12);
    const [, xs = "", ys = "", letters = ""] = nameOf(drawn(setIssue("ja-vertical")).files[0]?.content) ?? [];
    const down = ys.split(" ").map(Number);
    expect(down).toHaveLength([...letters].length);
    expect([...down].sort((a, b) => a - b)).toEqual(down);
    expect(Number(xs.split(" ")[0])).toBeGreaterThan(150);
    const placed = drawn(placeEdition(setIssue("en-weekly"))).files;
    expect(nameOf(placed[0]?.content)?.[3]).toBe("The Alder Point Beacon");
    expect(nameOf(placed[1]?.content)).toBeUndefined();
  });

  it("take a name as text, whatever it holds", () => {
    const edition = setIssue("en-weekly");
    const title = 'A <b>&\u0001 "C"';
    const furniture = edition.assembly.furniture.map((each) =>
      each.passage.text === "The Alder Point Beacon"
        ? { ...each, passage: { ...each.passage, text: title } }
        : each,
    );
    const newspaper = { ...edition.info.newspaper, title };
    const hostile = {
      ...edition,
      info: { ...edition.info, newspaper },
      assembly: { ...edition.assembly, furniture },
    };
    expect(String(drawn(hostile).files[0]?.content)).toContain(">A &#60;b&#62;&#38; &#34;C&#34;</text>");
  });

  it("are of the scan where smaller pictures were made of it, and then not drawn", () => {
    const edition = placeEdition(setIssue("en-weekly"));
    const thumbnail = { file: "p1-thumb.webp", width: 200, height: 280 };
    const scan = { file: "1.jpg", kind: "jpeg" as const, width: 900, height: 1260, takesBoxes: true };
    const pages = edition.pages.map((page) =>
      page.number === 1
        ? { ...page, scan: { ...scan, sizes: { thumbnail, reading: [thumbnail] as const } } }
        : page,
    );
    const { thumbnails, files } = drawn({ ...edition, pages });
    expect(thumbnails.get(1)).toEqual(thumbnail);
    expect(files.map(({ path }) => path)).not.toContain("a/p1-thumb.svg");
  });
});
