/**
 * “Cite this” as the template shows it: strings to copy and files to take along. The files are `data:` links with a
 * `download` name: a site of ten thousand articles would else hold thirty thousand files more, and they open from
 * `file://` and under our Content-Security-Policy as well. The reader's own style comes first: GB/T 7714 in Chinese.
 */
import { writeHtml } from "../../markdown/render-markdown.js";
import { element } from "../../markdown/to-hast.js";
import { citeApa } from "./apa.js";
import { writeBibtex } from "./bibtex.js";
import { citeChicago } from "./chicago.js";
import type { Citation } from "./citation.js";
import { writeCslJson } from "./csl-json.js";
import { citeGbt7714 } from "./gbt7714.js";
import { citeMla } from "./mla.js";
import type { Prose } from "./prose.js";
import { writeRis } from "./ris.js";
import { citeWikipedia } from "./wikipedia.js";

const styles: readonly { readonly name: string; readonly cite: (citation: Citation) => Prose }[] = [
  { name: "Chicago", cite: citeChicago },
  { name: "MLA", cite: citeMla },
  { name: "APA", cite: citeApa },
  { name: "GB/T 7714", cite: citeGbt7714 },
  { name: "Wikipedia", cite: citeWikipedia },
];
const files: readonly {
  readonly name: string;
  readonly ending: string;
  readonly type: string;
  readonly write: (citation: Citation) => string;
}[] = [
  { name: "BibTeX", ending: "bib", type: "application/x-bibtex", write: writeBibtex },
  { name: "RIS", ending: "ris", type: "application/x-research-info-systems", write: writeRis },
  { name: "CSL-JSON", ending: "json", type: "application/vnd.citationstyles.csl+json", write: writeCslJson },
];

const isChinese = (language: string): boolean => /^(zh|yue|lzh)\b/i.test(language);

/** @param language of the interface, which decides what stands first */
export function showCitations(citation: Citation, language: string): Readonly<Record<string, unknown>> {
  const own = isChinese(language) ? "GB/T 7714" : "Chicago";
  const sorted = [...styles].sort((a, b) => Number(b.name === own) - Number(a.name === own));
  return {
    strings: sorted.map(({ name, cite }) => ({
      name,
      text: writeHtml([
        element(
          "span",
          { className: ["cited"] },
          ...cite(citation).map((run) => (typeof run === "string" ? run : element("i", {}, run.italic))),
        ),
      ]),
    })),
    files: files.map(({ name, ending, type, write }) => ({
      name,
      file: `${citation.id}.${ending}`,
      href: `data:${type};charset=utf-8,${encodeURIComponent(write(citation).replace(/\p{Surrogate}/gu, "\ufffd"))}`,
    })),
  };
}
