/** The small picture of a page: drawn where there is no scan, holding numbers only; of the scan where one was made. */
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
    files: drawThumbnails(edition.pages, mirrors, "a"),
  };
};

describe("small pictures of pages", () => {
  it("are drawn of pages with places and without, in numbers only, the same each time", () => {
    for (const edition of [setIssue("en-weekly"), placeEdition(setIssue("en-weekly"))]) {
      const { thumbnails, files } = drawn(edition);
      expect(files.map(({ path }) => path)).toEqual(
        edition.pages.map(({ number }) => `a/p${number}-thumb.svg`),
      );
      for (const [at, { content }] of files.entries()) {
        const { width, height } = thumbnails.get(at + 1) ?? {};
        expect(content).toContain(`width="${width}" height="${height}"`);
        expect(String(content).length).toBeLessThan(30_000);
        // Paper, text and headlines, and not one word of the page.
        expect(
          String(content).match(/<path fill="#[0-9a-f]{6}" d="[MhvHVz0-9. -]+"\/>/g)?.length,
        ).toBeGreaterThan(2);
        expect(
          String(content).replace(/<svg[^>]*>|<path fill="#[0-9a-f]{6}" d="[MhvHVz0-9. -]+"\/>/g, ""),
        ).toBe("</svg>\n");
      }
      expect(drawn(edition).files).toEqual(files);
    }
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
