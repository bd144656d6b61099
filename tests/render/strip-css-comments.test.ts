import { describe, expect, it } from "vitest";
import { stripCssComments } from "../../src/render/strip-css-comments.js";

describe("a style sheet on its way out", () => {
  it("leaves its comments and indents behind", () => {
    expect(stripCssComments("/* why */\n.a {\n  color: red; /* so */\n}\n  /* end")).toBe(
      "\n.a {\ncolor: red; \n}\n",
    );
  });

  it("keeps what only looks like a comment", () => {
    for (const css of [
      `.a::before { content: "/* no */" }`,
      `.a::before { content: '\\'/* no */' }`,
      ".a { background: url(img/*/x.png) }",
      `.a::before { content: "one\\\n   two" }`,
      "/*! Licence */",
    ])
      expect(stripCssComments(css)).toBe(css);
  });

  it("does not join or part what a comment stands in", () => {
    expect(stripCssComments(".a/* x */.b { margin: 1px/* y */2px }")).toBe(".a/**/.b { margin: 1px/**/2px }");
  });
});
