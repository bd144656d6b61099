/**
 * What RFC 4287 (Atom) and RSS 2.0 demand of a feed, rule by rule, from their texts and not from our writers. Each gives what
 * is amiss, in words; where an RFC says SHOULD, we do.
 */
import { readXml, textOf, type XmlElement } from "../read-xml.js";

const elementsOf = ({ children }: XmlElement): XmlElement[] =>
  children.filter((child): child is XmlElement => typeof child !== "string");
const strayTextOf = ({ children }: XmlElement): string =>
  children
    .filter((child) => typeof child === "string")
    .join("")
    .trim();
const isLanguage = (tag: string): boolean => /^[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*$/.test(tag);
const isMediaType = (type: string): boolean => /^[a-z]+\/[a-z0-9.+-]+$/.test(type);
const isRealDay = (day: string): boolean => {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
};
/** Absolute, and written as a normalised address or URN is. */
function isPermanent(id: string): boolean {
  if (/^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return true;
  return /^https?:/.test(id) && URL.canParse(id) && new URL(id).href === id;
}
const isWhole = (address: string): boolean => /^https?:\/\//.test(address) && URL.canParse(address);

/** How often each child may stand, `+` at least once; no other may. */
function countChildren(parent: XmlElement, rules: Readonly<Record<string, "1" | "?" | "*" | "+">>): string[] {
  const count = (name: string): number => elementsOf(parent).filter((each) => each.name === name).length;
  const wrong = Object.entries(rules).flatMap(([name, often]) => {
    const found = count(name);
    const fits = often === "1" ? found === 1 : often === "?" ? found <= 1 : often === "+" ? found >= 1 : true;
    return fits ? [] : [`${parent.name} has ${found} ${name}`];
  });
  const strange = elementsOf(parent).filter(({ name }) => !(name in rules));
  const stray = strayTextOf(parent);
  return [
    ...wrong,
    ...strange.map(({ name }) => `${parent.name} has a ${name}`),
    ...(stray === "" ? [] : [`${parent.name} has text of its own: ${stray}`]),
  ];
}
const twice = (values: readonly string[], what: string): string[] =>
  new Set(values).size === values.length ? [] : [`two ${what} are the same`];
const unless = (fits: boolean, fault: string): string[] => (fits ? [] : [fault]);

/** 3.1–3.3, 4.2.6, 4.2.7: what a person, a text, a date, an id and a link are. */
function checkAtomParts(parent: XmlElement): string[] {
  const own = (name: string): XmlElement[] => parent.all(name, 1);
  const texts = ["title", "summary", "rights", "subtitle"].flatMap(own);
  const dates = ["updated", "published"].flatMap(own).map(textOf);
  const links = own("link");
  const alternates = links.filter(({ attributes }) => (attributes.rel ?? "alternate") === "alternate");
  return [
    ...texts.flatMap((text) => [
      ...unless(["text", undefined].includes(text.attributes.type), `${text.name} is not plain`),
      ...unless(elementsOf(text).length === 0, `${text.name} has markup`),
    ]),
    ...own("title").flatMap((title) => unless(textOf(title).trim() !== "", "a title is empty")),
    ...dates.flatMap((date) =>
      unless(
        /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/.test(date) &&
          isRealDay(date.slice(0, 10)),
        `${date} is no date of RFC 3339`,
      ),
    ),
    ...own("id").flatMap((id) => unless(isPermanent(textOf(id)), `${textOf(id)} is no permanent id`)),
    ...own("author").flatMap((author) => [
      ...countChildren(author, { name: "1", uri: "?", email: "?" }),
      ...unless(textOf(author.all("name", 1)[0]).trim() !== "", "an author has no name"),
    ]),
    ...links.flatMap(({ attributes: { href, type, hreflang } }) => [
      ...unless(href !== undefined && href !== "", "a link leads nowhere"),
      ...unless(type === undefined || isMediaType(type), `${type} is no media type`),
      ...unless(hreflang === undefined || isLanguage(hreflang), `${hreflang} is no language`),
    ]),
    ...twice(
      alternates.map(({ attributes: { type, hreflang } }) => `${type} ${hreflang}`),
      "alternate links of an element",
    ),
    ...[parent, ...texts].flatMap(({ attributes: { "xml:lang": tag } }) =>
      unless(tag === undefined || isLanguage(tag), `${tag} is no language`),
    ),
  ];
}

export function atomFaults(text: string): string[] {
  const feed = readXml(text);
  const entries = feed.all("entry", 1);
  const updated = textOf(feed.all("updated", 1)[0]);
  const selves = feed.all("link", 1).filter(({ attributes: { rel } }) => rel === "self");
  return [
    ...unless(
      feed.name === "feed" && feed.attributes.xmlns === "http://www.w3.org/2005/Atom",
      "it is no Atom feed",
    ),
    ...countChildren(feed, {
      ...{ id: "1", title: "1", updated: "1", link: "*", entry: "*", author: "*", category: "*" },
      ...{ contributor: "*", generator: "?", icon: "?", logo: "?", rights: "?", subtitle: "?" },
    }),
    ...checkAtomParts(feed),
    ...unless(selves.length === 1, "it does not say once where it is"),
    ...unless(
      selves.every(({ attributes: { type } }) => type === "application/atom+xml"),
      "it is no Atom to itself",
    ),
    ...entries.flatMap((entry) => [
      ...countChildren(entry, {
        ...{ id: "1", title: "1", updated: "1", link: "*", author: "*", category: "*", contributor: "*" },
        ...{ content: "?", published: "?", rights: "?", source: "?", summary: "?" },
      }),
      ...checkAtomParts(entry),
      ...unless(
        entry.all("content", 1).length > 0 ||
          entry.all("link", 1).some(({ attributes: { rel } }) => (rel ?? "alternate") === "alternate"),
        "an entry has neither content nor an address",
      ),
      ...unless(entry.all("author", 1).length + feed.all("author", 1).length > 0, "an entry is by nobody"),
      ...unless(textOf(entry.all("updated", 1)[0]) <= updated, "an entry is newer than its feed"),
    ]),
    ...twice(
      [feed, ...entries].map((each) => textOf(each.all("id", 1)[0])),
      "ids",
    ),
  ];
}

const weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
/** RFC 822, with years of four digits as RSS prefers. */
function isRfc822(text: string): boolean {
  const match = /^(\w{3}), (\d{2}) (\w{3}) (\d{4}) \d{2}:\d{2}:\d{2} (?:GMT|[+-]\d{4})$/.exec(text);
  if (!match) return false;
  const [, weekday = "", day = "", month = "", year = ""] = match;
  const iso = `${year}-${String(months.indexOf(month) + 1).padStart(2, "0")}-${day}`;
  return isRealDay(iso) && weekdays[new Date(`${iso}T00:00:00Z`).getUTCDay()] === weekday;
}

export function rssFaults(text: string): string[] {
  const rss = readXml(text);
  const [channel, ...more] = rss.all("channel", 1);
  if (rss.name !== "rss" || rss.attributes.version !== "2.0" || !channel || more.length > 0)
    return ["it is no RSS 2.0 of one channel"];
  const items = channel.all("item", 1);
  const say = (parent: XmlElement, name: string): string => textOf(parent.all(name, 1)[0]);
  const guids = items.flatMap((item) => item.all("guid", 1));
  const dates = [channel, ...items].flatMap((each) => each.all("pubDate", 1)).map(textOf);
  const [self] = channel.all("atom:link", 1);
  return [
    ...unless(elementsOf(rss).length === 1, "rss holds more than its channel"),
    ...countChildren(channel, {
      ...{ title: "1", link: "1", description: "1", language: "?", pubDate: "?", lastBuildDate: "?" },
      ...{ copyright: "?", item: "*", "atom:link": "1" },
    }),
    ...unless(isWhole(say(channel, "link")), "the channel's link is no whole address"),
    ...channel.all("language", 1).flatMap((tag) => unless(isLanguage(textOf(tag)), "its language is none")),
    ...unless(rss.attributes["xmlns:atom"] === "http://www.w3.org/2005/Atom", "atom: means nothing"),
    ...unless(
      self?.attributes.rel === "self" &&
        self.attributes.type === "application/rss+xml" &&
        isWhole(self.attributes.href ?? ""),
      "it does not say where it is",
    ),
    ...items.flatMap((item) => [
      ...countChildren(item, {
        title: "?",
        link: "?",
        description: "?",
        guid: "1",
        pubDate: "?",
        author: "?",
      }),
      ...unless(say(item, "title") + say(item, "description") !== "", "an item says nothing"),
      ...unless(isWhole(say(item, "link")), "an item's link is no whole address"),
    ]),
    ...guids.flatMap((guid) => [
      ...unless(["true", "false", undefined].includes(guid.attributes.isPermaLink), "isPermaLink is neither"),
      ...unless(
        guid.attributes.isPermaLink === "false" || isWhole(textOf(guid)),
        "a guid is said to be an address and is none",
      ),
    ]),
    ...twice(guids.map(textOf), "guids"),
    ...dates.flatMap((date) => unless(isRfc822(date), `${date} is no date of RFC 822`)),
  ];
}
