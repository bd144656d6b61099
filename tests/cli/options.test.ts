import { describe, expect, it } from "vitest";
import { parseBaseUrl } from "../../src/cli/options.js";

describe("the web address of the site", () => {
  it.each([
    ["https://papers.example.org", "https://papers.example.org"],
    ["https://papers.example.org/", "https://papers.example.org/"],
    ["HTTPS://Papers.Example.org:443/Archive", "https://papers.example.org/Archive"],
    ["http://papers.example.org:8080/a/../old papers", "http://papers.example.org:8080/old%20papers"],
  ])("%s is %s", (said, meant) => expect(parseBaseUrl(said)).toBe(meant));
  it.each([
    "papers.example.org",
    "ftp://papers.example.org",
    "https://papers.example.org/?a=1",
    "https://x#y",
  ])("%s is none", (said) => expect(() => parseBaseUrl(said)).toThrow());
});
