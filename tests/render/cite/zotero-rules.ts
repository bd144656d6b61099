/**
 * What Zotero makes of a page, by the rules that decide in its translators “Embedded Metadata” (2024-06-13) and “RDF”: a
 * small model written from reading them, no code of theirs. Each row of `fields` is a Zotero field and the properties
 * that are asked for it, the first that is there wins.
 */
import { parse } from "parse5";

export interface ZoteroItem {
  readonly itemType: string;
  readonly creators: readonly string[];
  readonly fields: Readonly<Record<string, string>>;
}

interface Node {
  readonly nodeName: string;
  readonly value?: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes?: readonly Node[];
}
const attribute = (node: Node, name: string): string | undefined =>
  node.attrs?.find((each) => each.name === name)?.value;
const flatten = (node: Node): Node[] => [node, ...(node.childNodes ?? []).flatMap(flatten)];

/** Prefixes that become statements; all other names are left to the Highwire rules. */
const prefixes =
  "bib bibo dc dcterms prism foaf vcard link z eprint eprints og article book music video so rdf".split(" ");
/** The same namespace under two names. */
const renamed: Readonly<Record<string, string>> = { eprint: "eprints" };
const itemTypes = ["newspaperArticle", "journalArticle", "magazineArticle", "document", "webpage", "book"];
const dcTypes: Readonly<Record<string, string>> = {
  newsitem: "newspaperArticle",
  journalarticle: "journalArticle",
  webpage: "webpage",
};

/** RDF: field ← properties, in the order they are asked. prism is version 1.2 here: it has no pageRange. */
const fields: Readonly<Record<string, readonly string[]>> = {
  title: ["dc.title", "dcterms.title", "eprints.title", "og.title"],
  publicationTitle: [
    "prism.publicationName",
    "eprints.publication",
    "eprints.book_title",
    "dc.source",
    "dcterms.source",
    "og.site_name",
  ],
  rights: ["prism.copyright", "dc.rights", "dcterms.rights"],
  section: ["article.section"],
  issue: ["prism.number", "eprints.number", "bibo.issue"],
  edition: ["prism.edition", "bibo.edition"],
  pages: ["bib.pages", "eprints.pagerange", "bibo.pages"],
  publisher: ["dc.publisher", "dcterms.publisher", "eprints.institution"],
  place: ["eprints.place_of_pub", "eprints.event_location"],
  date: [
    "eprints.date",
    "prism.publicationDate",
    "og.published_time",
    "dc.date.issued",
    "dcterms.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
  ],
  language: ["dc.language", "dcterms.language"],
};
/** Embedded Metadata: Highwire names overwrite what RDF gave. */
const highwire: Readonly<Record<string, string>> = {
  citation_title: "title",
  citation_publication_date: "date",
  citation_date: "date",
  citation_journal_title: "publicationTitle",
  citation_issue: "issue",
  citation_publisher: "publisher",
  citation_public_url: "url",
  citation_language: "language",
};
/** Fields that an item of the type has; the others are dropped when it is saved. */
const valid: Readonly<Record<string, readonly string[]>> = {
  newspaperArticle: [
    "title",
    "publicationTitle",
    "place",
    "edition",
    "date",
    "section",
    "pages",
    "language",
    "url",
    "rights",
  ],
  document: ["title", "publisher", "date", "language", "url", "rights"],
};

export function readAsZotero(html: string, address: string): ZoteroItem {
  const nodes = flatten(parse(html) as unknown as Node);
  const metas = nodes
    .filter(({ nodeName }) => nodeName === "meta")
    .flatMap((node) => {
      const [name, content] = [
        attribute(node, "name") ?? attribute(node, "property"),
        attribute(node, "content"),
      ];
      return name && content ? [{ name, content }] : [];
    });
  const statements = new Map<string, string>();
  let forced: string | undefined;
  let guess: string | undefined;
  for (const { name, content } of metas) {
    const parts = name.split(/[.:_]/);
    const inner = parts.length > 2 && prefixes.includes((parts[1] ?? "").toLowerCase());
    const prefix = (inner ? parts[1] : parts[0])?.toLowerCase() ?? "";
    const length = inner ? `${parts[0]}${parts[1]}`.length + 1 : (parts[0]?.length ?? 0);
    if (prefixes.includes(prefix)) {
      const rest = name.slice(length + 1);
      const property = `${renamed[prefix] ?? prefix}.${rest.charAt(0).toLowerCase()}${rest.slice(1)}`;
      if (!statements.has(property)) statements.set(property, content);
    } else if (name.endsWith("citation_journal_title")) forced = "journalArticle";
    else if (name.endsWith("citation_title")) guess ??= "journalArticle";
  }
  const said = statements.get("z.itemType") ?? statements.get("z.type");
  const dc = statements.get("dc.type") ?? "";
  const itemType =
    forced ??
    (said !== undefined && itemTypes.includes(said) ? said : undefined) ??
    dcTypes[dc.toLowerCase().replace(/\s/g, "")] ??
    guess ??
    (statements.size > 0 ? "webpage" : "");

  const item: Record<string, string> = {};
  for (const [field, properties] of Object.entries(fields)) {
    const found = properties.map((property) => statements.get(property)).find((value) => value !== undefined);
    if (found !== undefined) item[field] = found;
  }
  if (item.pages === undefined) {
    const ends = [statements.get("prism.startingPage"), statements.get("prism.endingPage")];
    const range = ends.filter((end) => end !== undefined).join("-");
    if (range !== "") item.pages = range;
  }
  const withEnding = (ending: string) =>
    metas.filter(({ name }) => name.endsWith(ending)).map(({ content }) => content);
  for (const [name, field] of Object.entries(highwire)) {
    const [value] = withEnding(name);
    if (value !== undefined && value.trim() !== "") item[field] = value.replace(/\s+/g, " ").trim();
  }
  const [rdfFirst, rdfLast] = (item.pages ?? "").split(/\s*-\s*/);
  const first = withEnding("citation_firstpage")[0] ?? rdfFirst;
  const last = withEnding("citation_lastpage")[0] ?? rdfLast;
  if (first) item.pages = `${first}${last ? `-${last}` : ""}`;
  item.url ??=
    nodes
      .map((node) => (attribute(node, "rel") === "canonical" ? attribute(node, "href") : undefined))
      .find(Boolean) ?? address;

  let creators = withEnding("citation_author").flatMap((text) => text.split(/\s*;\s*/));
  // Without authors in the head, whatever has one of these classes is taken for a byline, titles and all.
  if (creators.length === 0)
    creators = nodes
      .filter((node) =>
        /(^|\s)(byline|bylines|vcard|article-byline)(\s|$)/.test(attribute(node, "class") ?? ""),
      )
      .flatMap((node) =>
        flatten(node)
          .map(({ value }) => value ?? "")
          .join("")
          .split(/\bby[:\s]+|,|&|\band\b/i),
      )
      .map((text) => text.trim())
      .filter((text) => text !== "");
  const kept = valid[itemType] ?? Object.keys(item);
  return {
    itemType,
    creators,
    fields: Object.fromEntries(Object.entries(item).filter(([field]) => kept.includes(field))),
  };
}
