/**
 * An MPEG-21 DIDL as the National Library of the Netherlands delivers a newspaper issue (Delpher) → the issue it
 * describes. Pages are items with an ALTO or a picture; articles are the items whose zones name blocks of an ALTO.
 *
 *     Item a0007 > zoning > article-part 1 > blocks alto="…_001_alto.xml" > TextBlock P1_TB00020
 *
 * The items inside pages repeat the articles as bare rectangles of a picture, without blocks: they are not read.
 * Zones have no types, so all parts are `text`; which of them is the headline is told later by its words.
 */
import type { XmlElement, XmlVisitor } from "../walk-xml.js";
import { collectFacts, type Fact } from "./collect-facts.js";
import type { IssueFile, IssueItem, IssuePageFiles, ItemPart } from "./issue.js";
import { referToFile } from "./refer-to-file.js";
import { folioOf, tellAbout } from "./tell-about.js";
import { itemTypeOf } from "./type-words.js";

interface Resource {
  readonly role: string;
  readonly mime: string;
  /** A name beside the file where one is said, else the address. */
  readonly href: string | undefined;
}
interface ZonePart {
  readonly order: number;
  readonly blocks: { readonly alto: string | undefined; readonly kind: string; readonly id: string }[];
}
interface DidlItem {
  readonly identifier: string;
  readonly resources: Resource[];
  readonly parts: ZonePart[];
  readonly children: DidlItem[];
  facts: readonly Fact[];
}

const wholeNumber = (said: string | undefined, otherwise: number): number =>
  said !== undefined && /^[0-9]{1,6}$/.test(said) ? Number(said) : otherwise;
/** `ddd:010724973:mpeg21:a0007` → `a0007`. */
const shortId = (identifier: string): string => identifier.slice(identifier.lastIndexOf(":") + 1);
const newItem = (identifier: string): DidlItem => ({
  identifier,
  resources: [],
  parts: [],
  children: [],
  facts: [],
});

/** Walks the file into its tree of items. */
function walkDidl(): { visitor: XmlVisitor; root: DidlItem } {
  const root = newItem("");
  const items: DidlItem[] = [root];
  const facts = collectFacts();
  const current = (): DidlItem => items.at(-1) ?? root;
  /** How deep inside a Resource the walk is: its XML is a description. */
  let depth = 0;
  let role = "";
  let inRole = false;
  let alto: string | undefined;
  let inBlocks = false;

  const openZone = ({ name, values }: XmlElement): void => {
    const { parts } = current();
    if (name === "article-part")
      parts.push({ order: wholeNumber(values.order, parts.length + 1), blocks: [] });
    else if (name === "blocks") {
      if (parts.length === 0) parts.push({ order: 1, blocks: [] });
      alto = values.alto;
      inBlocks = true;
    } else if (inBlocks && values.ID) parts.at(-1)?.blocks.push({ alto, kind: name, id: values.ID });
  };
  const visitor: XmlVisitor = {
    open(element) {
      const { name, values } = element;
      if (depth > 0) {
        depth += 1;
        facts.open(element);
        openZone(element);
      } else if (name === "Item") {
        const item = newItem(values.identifier ?? "");
        current().children.push(item);
        items.push(item);
      } else if (name === "Component") role = "";
      else if (name === "Statement") {
        inRole = values.type === "role";
        if (inRole) role = "";
      } else if (name === "Resource") {
        depth = 1;
        current().resources.push({
          role: role.trim(),
          mime: (values.mimeType ?? "").toLowerCase(),
          href: values.filename ?? values.ref,
        });
      }
    },
    text(piece) {
      if (depth > 0) facts.text(piece);
      else if (inRole) role += piece;
    },
    close(name) {
      if (depth > 0) {
        depth -= 1;
        if (name === "blocks") inBlocks = false;
        if (depth > 0) return facts.close(name);
        const taken = facts.take();
        const item = current();
        if (role.trim() === "metadata" && item.facts.length === 0) item.facts = taken;
      } else if (name === "Statement") inRole = false;
      else if (name === "Item" && items.length > 1) items.pop();
    },
  };
  return { visitor, root };
}

const allItems = (item: DidlItem): DidlItem[] => [item, ...item.children.flatMap(allItems)];
const isPicture = ({ role, mime }: Resource): boolean =>
  role.startsWith("image") && mime.startsWith("image/");
const isAlto = ({ role }: Resource): boolean => role === "alto";

function describePage({ resources, facts }: DidlItem, index: number): IssuePageFiles {
  const text = referToFile(resources.find(isAlto)?.href);
  const pictures = resources.filter(isPicture);
  const image = referToFile((pictures.find(({ role }) => role === "image") ?? pictures[0])?.href);
  const label = folioOf(facts);
  return {
    order: index + 1,
    ...(text ? { text } : {}),
    ...(image ? { image } : {}),
    ...(label === undefined ? {} : { label }),
  };
}

function describeItem({ identifier, facts, parts }: DidlItem): IssueItem {
  const rawType = facts.find(({ name }) => name === "subject")?.text ?? "";
  const type = itemTypeOf(rawType) ?? (rawType === "" ? "other" : "article");
  const { title } = tellAbout([facts]);
  const ordered = [...parts].sort((a, b) => a.order - b.order);
  return {
    id: shortId(identifier),
    type,
    rawType,
    ...(title === undefined ? {} : { label: title }),
    sections: [],
    parts: ordered.flatMap(({ blocks }) =>
      blocks.flatMap(({ alto, kind, id }): ItemPart[] => {
        const file = referToFile(alto);
        const role = type === "advert" ? "advert" : "text";
        return file ? [{ role, rawType: kind, places: [{ file, id }] }] : [];
      }),
    ),
  };
}

/** A visitor for `walkXml`, and the issue after the walk. */
export function readDidl(): { visitor: XmlVisitor; issue(file: string): IssueFile } {
  const { visitor, root } = walkDidl();
  return {
    visitor,
    issue(file) {
      const items = allItems(root).slice(1);
      const about = root.children[0]?.facts ?? [];
      return {
        kind: "didl",
        file,
        about: tellAbout([about]),
        pages: items
          .filter(({ resources }) => resources.some((resource) => isAlto(resource) || isPicture(resource)))
          .map(describePage),
        items: items.filter(({ parts }) => parts.some(({ blocks }) => blocks.length > 0)).map(describeItem),
      };
    },
  };
}
