import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { referToFile } from "../../../src/read/mets/refer-to-file.js";

describe("referToFile", () => {
  it.each([
    ["file://./ALTO/1858-12-07%2001.xml", { path: "ALTO/1858-12-07 01.xml", name: "1858-12-07 01.xml" }],
    ["0001.xml", { path: "0001.xml", name: "0001.xml" }],
    ["./0001.xml", { path: "0001.xml", name: "0001.xml" }],
    ["file://ALTO/1.xml", { path: "ALTO/1.xml", name: "1.xml" }],
    [".\\ALTO\\1.xml", { path: "ALTO/1.xml", name: "1.xml" }],
    ["100%.xml", { path: "100%.xml", name: "100%.xml" }],
    ["第一版.xml", { path: "第一版.xml", name: "第一版.xml" }],
    ["https://example.org/a/0001.xml?x=1#y", { name: "0001.xml" }],
    ["file:///srv/scans/0001.xml", { name: "0001.xml" }],
    ["/srv/0001.xml", { name: "0001.xml" }],
    ["C:\\scans\\0001.xml", { name: "0001.xml" }],
    ["../../etc/passwd", { name: "passwd" }],
    ["%2e%2e/%2e%2e/passwd", { name: "passwd" }],
    ["..%2f..%2fpasswd", { name: "passwd" }],
    ["ALTO/..", undefined],
    ["%00", undefined],
    ["", undefined],
    ["https://example.org/", undefined],
  ])("%s", (href, ref) => expect(referToFile(href)).toEqual(ref));

  it("never gives a path that leaves the folder", () => {
    const step = fc.constantFrom(
      "..",
      ".",
      "a",
      "%2e%2e",
      "/",
      "\\",
      "%2f",
      "%5c",
      "file:",
      "//",
      "C:",
      "%00",
      "x.xml",
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const ref = referToFile(steps.join(""));
        if (!ref) return;
        for (const path of [ref.name, ref.path ?? "x"]) {
          expect(path).not.toMatch(/^\/|\\|\p{Cc}/u);
          expect(path.split("/")).not.toContain("..");
        }
        expect(ref.name).not.toContain("/");
      }),
    );
  });
});
