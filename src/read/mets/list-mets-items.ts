/**
 * The logical structure of a METS issue, flattened: articles, adverts and whatever else its library set apart, in the
 * order of the file, with the sections they stand in as labels. A piece points at the page files itself (blocks), or
 * through the file's links to zones of the physical structure (ranges of words); both may be mixed.
 *
 *     SECTION "Bourses" > ARTICLE "Anvers" > BODY > PARAGRAPH → P3_TB00013   →  article, sections ["Bourses"]
 *
 * A pointer at a whole page says nothing of lines and is left out.
 */
import type { About, FileRef, IssueItem, ItemPart, ItemType, PagePlace, PartRole } from "./issue.js";
import { physicalPages } from "./list-mets-pages.js";
import { referToFile } from "./refer-to-file.js";
import { tellAbout } from "./tell-about.js";
import { holderOf, isFiller, isHeading, itemTypeOf, partRoleOf } from "./type-words.js";
import type { Mets, MetsArea, MetsDiv, MetsMap } from "./walk-mets.js";

interface DraftPart {
  readonly role: PartRole;
  readonly rawType: string;
  readonly places: PagePlace[];
}
interface DraftItem extends Omit<IssueItem, "parts"> {
  readonly parts: DraftPart[];
}
/** Where the walk stands. */
interface Context {
  readonly sections: readonly string[];
  readonly item?: DraftItem;
  readonly part?: DraftPart;
  readonly inHeading: boolean;
}

/** Types whose text is a story of its own even inside another item. */
const standsAlone: ReadonlySet<ItemType> = new Set(["article", "advert", "notice"]);
/** What a piece of an item is; all text of an advert is the advert's, whatever its zones are called. */
function roleIn(type: ItemType, role: PartRole | undefined): PartRole {
  if (role === undefined) return type === "advert" || type === "illustration" ? type : "text";
  return role === "text" && type === "advert" ? "advert" : role;
}

const allDivs = (divs: readonly MetsDiv[]): MetsDiv[] =>
  divs.flatMap((div) => [div, ...allDivs(div.children)]);

/** The structure that holds the items: the one called logical, else the one with articles in it. */
function logicalMap({ maps }: Mets): MetsMap | undefined {
  const holdsItems = ({ divs }: MetsMap) => allDivs(divs).some(({ type }) => itemTypeOf(type) === "article");
  return (
    maps.find(({ type }) => /logical/i.test(type)) ??
    maps.find((map) => !/physical/i.test(map.type) && holdsItems(map))
  );
}

/**
 * Places that are reached through links, at most. A line belongs to one item, so real files have as many as zones; a
 * file that links ten thousand items to one zone of ten thousand areas is stopped here.
 */
const mostLinkedPlaces = 400_000;

/** From the ID of a logical piece to the zones that the file links it to, pages left out. */
function linkedZones(mets: Mets, logical: MetsMap): { linked: Map<string, MetsDiv[]>; all: boolean } {
  const pages = new Set(physicalPages(mets));
  const zones = new Map<string, MetsDiv>();
  for (const map of mets.maps)
    if (map !== logical)
      for (const div of allDivs(map.divs)) if (!pages.has(div) && !zones.has(div.id)) zones.set(div.id, div);
  const linked = new Map<string, MetsDiv[]>();
  let places = 0;
  for (const [from, to] of mets.links) {
    // Most files link from the logical to the physical piece; some write it the other way round.
    const [id, zone] = zones.has(to) ? [from, zones.get(to)] : [to, zones.get(from)];
    if (!zone) continue;
    places += zone.areas.length;
    if (places > mostLinkedPlaces) return { linked, all: false };
    const list = linked.get(id);
    if (list) list.push(zone);
    else linked.set(id, [zone]);
  }
  return { linked, all: true };
}

/** The items, and whether all links of the file were followed. */
export function listMetsItems(mets: Mets): { items: readonly IssueItem[]; allLinks: boolean } {
  const logical = logicalMap(mets);
  if (!logical) return { items: [], allLinks: true };
  const { linked, all } = linkedZones(mets, logical);
  const items: DraftItem[] = [];
  const refs = new Map<string, FileRef | undefined>();
  const fileOf = (id: string): FileRef | undefined => {
    if (!refs.has(id)) refs.set(id, referToFile(mets.files.get(id)?.href));
    return refs.get(id);
  };
  const abouts = new Map<string, About>();
  const aboutOf = (id: string): About => {
    const about = abouts.get(id) ?? tellAbout([mets.records.get(id) ?? []]);
    abouts.set(id, about);
    return about;
  };
  const placesOf = (areas: readonly MetsArea[]): PagePlace[] =>
    areas.flatMap(({ fileId, begin, end }) => {
      const file = fileOf(fileId);
      if (!file || begin === undefined) return [];
      return [{ file, id: begin, ...(end === undefined || end === begin ? {} : { end }) }];
    });

  const openItem = (div: MetsDiv, type: ItemType, sections: readonly string[]): DraftItem => {
    const told = div.records.map(aboutOf);
    const label = div.label ?? told.find(({ title }) => title !== undefined)?.title;
    const language = told.find(({ languages }) => languages.length > 0)?.languages[0];
    const item: DraftItem = {
      id: div.id,
      type,
      rawType: div.type,
      ...(label ? { label } : {}),
      ...(language ? { language } : {}),
      sections,
      parts: [],
    };
    items.push(item);
    return item;
  };
  const openPart = (item: DraftItem, role: PartRole, rawType: string): DraftPart => {
    const part = { role, rawType, places: [] };
    item.parts.push(part);
    return part;
  };
  /** The item that a piece opens, if it does; a loose piece with no type of its own is an item too. */
  const itemOf = (div: MetsDiv, { item, sections }: Context): DraftItem => {
    const type = itemTypeOf(div.type);
    const own =
      type !== undefined &&
      (standsAlone.has(type) || (type === "illustration" && item?.type === "furniture"));
    if (type !== undefined && (own || !item)) return openItem(div, type, sections);
    return item ?? openItem(div, isHeading(div.type) ? "section-title" : "other", sections);
  };
  const partOf = (item: DraftItem, role: PartRole | undefined, type: string, open?: DraftPart): DraftPart => {
    const continues = open !== undefined && (role === undefined || isFiller(type));
    if (continues && item.parts.at(-1) === open) return open;
    if (continues) return openPart(item, open.role, open.rawType);
    return openPart(item, roleIn(item.type, role), type);
  };
  /** What the piece itself points at goes into the item; its part stays open for what is inside. */
  const takePlaces = (div: MetsDiv, item: DraftItem, inHeading: boolean, open?: DraftPart) => {
    const role = partRoleOf(div.type, inHeading);
    const places = placesOf(div.areas);
    const opens = places.length > 0 || (role !== undefined && !isHeading(div.type));
    const part = opens ? partOf(item, role, div.type, open) : open;
    for (const place of places) part?.places.push(place);
    const zones = linked.get(div.id) ?? [];
    // IDs are unique; where they are not, the first piece of that ID has the zones.
    linked.delete(div.id);
    for (const zone of zones) {
      // `pagearea` says nothing; such files put the kind of a zone into its label.
      const said = partRoleOf(zone.type, true) ? zone.type : (zone.label ?? zone.type);
      const found = placesOf(zone.areas);
      const zonePart = found.length > 0 ? partOf(item, partRoleOf(said, true), said) : undefined;
      for (const place of found) zonePart?.places.push(place);
    }
    return part;
  };

  const visit = (div: MetsDiv, context: Context): void => {
    const holder = holderOf(div.type);
    if (holder === "section" || (holder === "issue" && !context.item)) {
      visitHolder(div, holder, context);
      return;
    }
    const item = itemOf(div, context);
    const inside = item === context.item;
    const inHeading = isHeading(div.type) || (inside && context.inHeading);
    const part = takePlaces(div, item, inHeading, inside ? context.part : undefined);
    for (const child of div.children)
      visit(child, { sections: context.sections, item, ...(part ? { part } : {}), inHeading });
  };
  const visitHolder = (div: MetsDiv, holder: "issue" | "section", { sections }: Context): void => {
    // An issue points at all its pages; a section that points at blocks has text that no article claims.
    if (holder === "section" && (linked.has(div.id) || placesOf(div.areas).length > 0))
      takePlaces(div, openItem(div, "other", sections), false);
    const label = holder === "section" ? div.label : undefined;
    const inside = label ? [...sections, label] : sections;
    for (const child of div.children) visit(child, { sections: inside, inHeading: false });
  };
  for (const div of logical.divs) visit(div, { sections: [], inHeading: false });
  return {
    items: items.map(finish).filter(({ type, parts }) => parts.length > 0 || standsAlone.has(type)),
    allLinks: all && !mets.tooManyLinks,
  };
}

const finish = ({ parts, ...item }: DraftItem): IssueItem => ({
  ...item,
  parts: parts.filter(({ places }) => places.length > 0) as ItemPart[],
});
