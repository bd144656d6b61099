/**
 * Walks a METS file into its four tables: descriptions, files, structure maps and the links between them. Meaning comes
 * later (`read-mets.ts`); here stand only METS's own words. Nothing is dropped but what points at no file.
 */
import type { XmlElement, XmlVisitor } from "../walk-xml.js";
import { collectFacts, type Fact } from "./collect-facts.js";

export interface MetsFile {
  readonly mime: string;
  /** USE and ID of the file and of the groups around it: `IMGGRP Images`. */
  readonly use: string;
  readonly href: string;
}

/** One `area`, or an `fptr` that points at a whole file. */
export interface MetsArea {
  readonly fileId: string;
  readonly begin?: string;
  readonly end?: string;
}

export interface MetsDiv {
  readonly id: string;
  readonly type: string;
  readonly label?: string;
  readonly order?: string;
  readonly orderLabel?: string;
  readonly records: readonly string[];
  readonly areas: MetsArea[];
  readonly children: MetsDiv[];
}

export interface MetsMap {
  readonly type: string;
  readonly divs: MetsDiv[];
}

export interface Mets {
  readonly objectId?: string;
  /** Who made the file, as its header says: programs too. */
  readonly agents: readonly string[];
  readonly records: ReadonlyMap<string, readonly Fact[]>;
  readonly files: ReadonlyMap<string, MetsFile>;
  readonly maps: readonly MetsMap[];
  /** From the logical to the physical piece, as the file has them. */
  readonly links: readonly (readonly [from: string, to: string])[];
  /** The file has more links than are followed. */
  readonly tooManyLinks: boolean;
}

/** The largest issues have some ten thousand; labels that many arcs share would multiply without end. */
const mostLinks = 200_000;

/** Words of METS are short; each is looked at once for every piece that names it. */
const longestWord = 100;
const longestAddress = 1024;

const words = (text: string | undefined): string[] => text?.split(/\s+/).filter((word) => word !== "") ?? [];
const withoutHash = (text: string | undefined): string => (text ?? "").replace(/^#/, "");
const optional = <K extends string>(key: K, value: string | undefined): { readonly [P in K]?: string } =>
  (value === undefined || value === "" ? {} : { [key]: value }) as { readonly [P in K]?: string };

function readDiv({ values }: XmlElement, count: number): MetsDiv {
  return {
    id: values.ID ?? `div-${count}`,
    type: values.TYPE ?? "",
    ...optional("label", values.LABEL?.trim()),
    ...optional("order", values.ORDER),
    ...optional("orderLabel", values.ORDERLABEL?.trim()),
    records: words(values.DMDID),
    areas: [],
    children: [],
  };
}

/** Gathers smLink, and smArcLink by the labels of its group. */
function gatherLinks() {
  const links: [string, string][] = [];
  let located = new Map<string, string[]>();
  let arcs: [string, string][] = [];
  let tooMany = false;
  const add = (from: string, to: string): void => {
    if (links.length >= mostLinks) tooMany = true;
    else links.push([from, to]);
  };
  return {
    links,
    tooMany: () => tooMany,
    open({ name, values }: XmlElement): void {
      if (name === "smLink") add(withoutHash(values.from), withoutHash(values.to));
      else if (name === "smArcLink") arcs.push([values.from ?? "", values.to ?? ""]);
      else if (name === "smLocatorLink") {
        const label = values.label ?? "";
        const same = located.get(label);
        if (same) same.push(withoutHash(values.href));
        else located.set(label, [withoutHash(values.href)]);
      }
    },
    /** Locators may follow the arcs that name them, so arcs are drawn at the end of their group. */
    closeGroup(): void {
      const [places, drawn] = [located, arcs];
      located = new Map();
      arcs = [];
      for (const [from, to] of drawn) {
        // Asked first: sources without a target would be walked for nothing, as often as the file likes.
        const targets = places.get(to) ?? [];
        if (targets.length === 0) continue;
        for (const source of places.get(from) ?? [])
          for (const target of targets) {
            if (tooMany) return;
            add(source, target);
          }
      }
    },
  };
}

/** A visitor for `walkXml` and what it has gathered so far; a broken file leaves what came before the break. */
export function walkMets(): { visitor: XmlVisitor; mets(): Mets } {
  const records = new Map<string, readonly Fact[]>();
  const files = new Map<string, MetsFile>();
  const maps: MetsMap[] = [];
  const links = gatherLinks();
  const facts = collectFacts();
  const agents: string[] = [];
  let agent: string | undefined;
  let objectId: string | undefined;
  let record: string | undefined;
  let file: { id: string; mime: string } | undefined;
  let divCount = 0;
  const groups: string[] = [];
  const divs: MetsDiv[] = [];

  const openGroup = (...said: (string | undefined)[]): void => {
    groups.push(said.map((name) => name?.slice(0, longestWord) ?? "").join(" "));
  };
  const addFile = (href: string | undefined): void => {
    if (file && href && href.length <= longestAddress && !files.has(file.id))
      files.set(file.id, { mime: file.mime, use: groups.join(" "), href });
  };
  const openDiv = (element: XmlElement): void => {
    divCount += 1;
    const div = readDiv(element, divCount);
    (divs.at(-1)?.children ?? maps.at(-1)?.divs)?.push(div);
    divs.push(div);
  };
  const visitor: XmlVisitor = {
    open(element) {
      const { name, values } = element;
      if (record !== undefined) return facts.open(element);
      if (name === "mets") objectId = values.OBJID;
      else if (name === "agent") agent = "";
      else if (name === "dmdSec") record = values.ID ?? "";
      else if (name === "fileGrp") openGroup(values.ID, values.USE);
      else if (name === "file") {
        openGroup(values.ID, values.USE);
        file = { id: values.ID ?? "", mime: (values.MIMETYPE ?? "").slice(0, longestWord).toLowerCase() };
      } else if (name === "FLocat") addFile(values.href);
      else if (name === "structMap") maps.push({ type: values.TYPE ?? "", divs: [] });
      else if (name === "div") openDiv(element);
      else if ((name === "fptr" || name === "area") && values.FILEID)
        divs.at(-1)?.areas.push({
          fileId: values.FILEID,
          ...optional("begin", values.BETYPE === "IDREF" || values.BETYPE === undefined ? values.BEGIN : ""),
          ...optional("end", values.END),
        });
      else links.open(element);
    },
    text(piece) {
      if (record !== undefined) facts.text(piece);
      else if (agent !== undefined) agent = (agent + piece).slice(0, longestWord);
    },
    close(name) {
      if (name === "dmdSec") {
        const taken = facts.take();
        if (record !== undefined && !records.has(record)) records.set(record, taken);
        record = undefined;
      } else if (record !== undefined) facts.close(name);
      else if (name === "fileGrp") groups.pop();
      else if (name === "file") {
        groups.pop();
        file = undefined;
      } else if (name === "div") divs.pop();
      else if (name === "agent") {
        if (agent !== undefined) agents.push(agent.trim());
        agent = undefined;
      } else if (name === "smLinkGrp") links.closeGroup();
    },
  };
  return {
    visitor,
    mets: () => ({
      ...optional("objectId", objectId),
      agents,
      records,
      files,
      maps,
      links: links.links,
      tooManyLinks: links.tooMany(),
    }),
  };
}
