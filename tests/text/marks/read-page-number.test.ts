/** Every way a page is named in print, and what is no page. */
import { expect, it } from "vitest";
import { readPageNumber } from "../../../src/text/marks/read-page-number.js";

it.each([
  ["4", 4],
  ["A8", 8],
  ["B-3", 3],
  ["1A", 1],
  ["3·15", 3],
  ["二", 2],
  ["第二", 2],
  ["十一", 11],
  ["头", 1],
  ["頭", 1],
  ["third", 3],
  ["one", 1],
  ["front", 1],
  ["2nd", 2],
  ["zwei", 2],
  ["deuxième", 2],
  ["première", 1],
  ["twee", 2],
  ["primera", 1],
  ["제3", 3],
])("%s is page %i", (text, page) => expect(readPageNumber(text)).toBe(page));

it.each([["iae."], ["second iae"], ["0"], ["1958"], ["999"], [""], ["页"], ["constructor"], ["__proto__"]])(
  "%s is no page",
  (text) => expect(readPageNumber(text)).toBeUndefined(),
);
