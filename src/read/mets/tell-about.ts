/**
 * Statements of one or more descriptions → what the issue, or an item of it, is: title, date, number, languages,
 * rights, place, publisher, identifier. The first description that says a thing is believed, so the caller names the
 * closest one first. Refuses dates that are no whole day, and language names that it does not know.
 *
 *     <mods:dateIssued>01.08.1821</mods:dateIssued>           →  date 1821-08-01
 *     <languageTerm>French</languageTerm>                     →  languages ["fr"]
 *     <dcterms:spatial xsi:type="dcx:creation">'s-Gravenhage  →  place
 */
import { findDateInName, findDates } from "../../text/find-date.js";
import { languageNames } from "../language-names.js";
import type { Fact } from "./collect-facts.js";
import type { About } from "./issue.js";

type Facts = readonly Fact[];

/** A language as BCP 47, or undefined for a word that is none. */
export function languageTag(said: string): string | undefined {
  const plain = said.trim();
  const short = languageNames.get(plain.toLowerCase());
  if (short !== undefined) return short;
  const [, primary, rest = ""] = /^([A-Za-z]{2,3})((?:-[A-Za-z0-9]{1,8}){0,4})$/.exec(plain) ?? [];
  return primary === undefined ? undefined : primary.toLowerCase() + rest;
}

const own = (facts: Facts, ...names: string[]): Fact[] =>
  facts.filter(({ name, ofAnother }) => !ofAnother && names.includes(name));

function titleOf(facts: Facts): string | undefined {
  const titles = own(facts, "title");
  const title = titles.find(({ parentType }) => parentType === undefined) ?? titles[0];
  if (!title) return undefined;
  const article = own(facts, "nonSort").find(({ group }) => group === title.group);
  return article && title.parent === "titleInfo" ? `${article.text} ${title.text}` : title.text;
}

const dayOf = (said: string): string | undefined => (findDates(said)[0] ?? findDateInName(said))?.date;

function dateOf(facts: Facts): string | undefined {
  // Dublin Core says `date`; `issued` of a periodical is often a span of years, which is no day.
  for (const name of ["dateIssued", "date", "issued", "dateCreated"])
    for (const { text } of own(facts, name)) {
      const day = dayOf(text);
      if (day !== undefined) return day;
    }
  return undefined;
}

function numberOf(facts: Facts): string | undefined {
  // NDNP puts the number into relatedItem, so that is not asked here.
  const counted = facts.find(({ name, parentType }) => name === "number" && parentType === "issue");
  return (counted ?? own(facts, "issuenumber", "partNumber")[0])?.text;
}

const placeOf = (facts: Facts): string | undefined =>
  (
    own(facts, "placeTerm").find(({ type }) => type !== "code") ??
    own(facts, "spatial").find(({ type }) => type?.endsWith("creation"))
  )?.text;

/** An address that is meant to last, where a shelf mark or a number is known at home only. */
export const isLastingAddress = (text: string): boolean =>
  /^(?:https?:|urn:|ark:|doi:|hdl:|info:)/i.test(text);

function identifierOf(facts: Facts): string | undefined {
  const named = own(facts, "identifier");
  const best =
    named.find(({ text }) => isLastingAddress(text)) ?? own(facts, "recordIdentifier")[0] ?? named[0];
  return best?.text;
}

const languagesOf = (facts: Facts): string[] => [
  ...new Set(own(facts, "languageTerm", "language").flatMap(({ text }) => languageTag(text) ?? [])),
];

/** What is said of a page itself: NDNP's page number, Delpher's native page number. */
export const folioOf = (facts: Facts): string | undefined =>
  (
    facts.find(({ name, parentType }) => name === "number" && parentType === "page number") ??
    own(facts, "nativePageNumber")[0]
  )?.text;

/** What descriptions say together; the one closest to the issue comes first. */
export function tellAbout(records: readonly Facts[]): About {
  const first = (choose: (facts: Facts) => string | undefined): string | undefined => {
    for (const facts of records) {
      const chosen = choose(facts);
      if (chosen !== undefined) return chosen;
    }
    return undefined;
  };
  const named = (...names: string[]) => first((facts) => own(facts, ...names)[0]?.text);
  const told = {
    title: first(titleOf),
    date: first(dateOf),
    number: first(numberOf),
    rights: named("accessCondition", "rights", "license") ?? named("accessRights", "recordRights"),
    place: first(placeOf),
    publisher: named("publisher"),
    identifier: first(identifierOf),
  };
  const languages = records.map(languagesOf).find((list) => list.length > 0) ?? [];
  return { ...Object.fromEntries(Object.entries(told).filter(([, text]) => text !== undefined)), languages };
}
