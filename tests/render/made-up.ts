/** A small edition with everything a page can hold, hostile words included. */

import { type OpenedSite, openSite, type SiteOptions } from "../../src/render/index.js";
import { loadTemplates } from "../../src/store/load-templates.js";
import type { EditionSpec } from "./set-edition.js";

export const open = (options: Partial<SiteOptions> = {}): OpenedSite =>
  openSite({ ...loadTemplates(), ...options });

export const hostile = `</script><script>alert(1)</script> <img src=x onerror=alert(2)> {{ 7 * 7 }} {% raw %} &amp; "'`;

export const spec: EditionSpec = {
  title: "The Test <Times>",
  slug: "test-times",
  language: "en",
  date: "2024-02-29",
  number: "7",
  measure: 30,
  introduction: "An *introduction*. [bad](javascript:alert(3)) <script>alert(4)</script>",
  pages: [
    { number: 1, folio: "Page 1" },
    { number: 2, folio: hostile },
  ],
  stories: [
    {
      id: "p1-aaaaaa",
      pieces: [
        { page: 1, kind: "kicker", text: "HARBOUR" },
        { page: 1, kind: "headline", text: "A ferry for the winter" },
        { page: 1, kind: "headline", text: "and a bell for the fog" },
        { page: 1, kind: "deck", text: "Tickets go on sale in May" },
        { page: 1, kind: "byline", text: "By Ann Page" },
        { page: 1, kind: "dateline", text: "EASTPORT —" },
        { page: 1, kind: "paragraph", text: "The ferry sails on Monday, and it sails" },
        { page: 1, kind: "jump-line", text: "See FERRY, Page 2" },
        { page: 2, kind: "jump-head", text: "Ferry" },
        { page: 2, kind: "continuation-line", text: "From Page 1" },
        { page: 2, kind: "paragraph", text: "again on Friday.", joins: true },
        { page: 2, kind: "subhead", text: "The bell" },
        { page: 2, kind: "paragraph", text: "A bell is rung when there is fog." },
      ],
      jumps: [{ state: "joined", fromPage: 1, toPage: 2 }],
    },
    {
      id: "p1-bbbbbb",
      pieces: [
        { page: 1, kind: "headline", text: hostile },
        { page: 1, kind: "paragraph", text: `${hostile} - [note]: <!-- hidden --> * a_b*` },
        { page: 1, kind: "jump-line", text: "Continued on Page 4" },
      ],
      jumps: [{ state: "dangling", fromPage: 1, names: 4 }],
    },
    {
      id: "p2-cccccc",
      pieces: [
        { page: 2, kind: "continuation-line", text: "From Page 1, column 3" },
        { page: 2, kind: "paragraph", text: "and that was the end of it." },
      ],
      jumps: [{ state: "dangling", toPage: 2, names: 1 }],
      decisions: [
        {
          subject: "p2-u9",
          kind: "article",
          choice: "its own article",
          rule: "no-partner",
          reason: "no beginning fits",
          confidence: 0.4,
          override: `- do: article\n  at: p2-u9\n  expect: "and that"`,
        },
      ],
    },
    {
      id: "p2-dddddd",
      kind: "notice",
      pieces: [
        { page: 2, kind: "notice", text: "Lost: one umbrella." },
        { page: 2, kind: "pointer", text: "See also Page 1" },
      ],
    },
    {
      id: "p2-eeeeee",
      pieces: [{ page: 2, kind: "paragraph", text: "Printed words that an editor replaced." }],
      handEdited: {
        file: "articles/x.md",
        markdown: "Written **by hand**. <b onclick=alert(5)>x</b>",
        headline: "By hand",
      },
    },
  ],
  furniture: [{ page: 1, text: "Vol. 1" }],
  leftovers: [{ page: 2, text: "A scrap of no story.", reason: "nothing near it fits" }],
  inferred: [{ field: "date", value: "2024-02-29", from: "the folder's name" }],
};
