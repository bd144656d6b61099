/** Paragraphs that an editor wrote have lasting links like printed ones, named by their letters. */
import { describe, expect, it } from "vitest";
import { makeAnchors } from "../../src/render/article/show-body.js";
import { renderEdition } from "../../src/render/index.js";
import { open, spec } from "./made-up.js";
import { setEdition } from "./set-edition.js";

const write = (markdown: string): string => {
  const stories = spec.stories.map((story) =>
    story.handEdited === undefined ? story : { ...story, handEdited: { ...story.handEdited, markdown } },
  );
  const files = renderEdition(setEdition({ ...spec, stories }), open().site, []).value;
  return String(files.find(({ path }) => path.endsWith("p2-eeeeee.html"))?.content);
};
const anchorsIn = (html: string): string[] =>
  [...html.matchAll(/<p id="(k-[a-z0-9-]+)"/g)].map((match) => match[1] as string);

describe("a paragraph that an editor wrote", () => {
  it("is named by its letters, whatever its marks and spaces", () => {
    const anchor = makeAnchors()("Written by hand.");
    expect(anchorsIn(write("Written **by hand**."))).toEqual([anchor]);
    expect(anchorsIn(write("Written by   *hand*."))).toEqual([anchor]);
    expect(write("Written by hand.")).toContain(`href="#${anchor}"`);
  });
  it("is told from another with the same letters", () => {
    const [first, second] = anchorsIn(write("The same.\n\nThe same."));
    expect(second).toBe(`${first}-2`);
  });
});
