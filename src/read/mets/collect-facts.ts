/**
 * Collects the plain statements of a description (MODS, Dublin Core, DIDL's dcx) while its XML is walked: each element
 * that holds text and nothing else, with the element around it. What they mean is decided in `tell-about.ts`.
 *
 *     <titleInfo><nonSort>Le</nonSort><title>Nord</title></titleInfo>  →  nonSort "Le", title "Nord", both in titleInfo 1
 */
import type { XmlVisitor } from "../walk-xml.js";

export interface Fact {
  /** Local name: `title` for mods:title and dc:title. */
  readonly name: string;
  readonly text: string;
  /** Its `type` attribute (or xsi:type), lower case. */
  readonly type?: string;
  /** The element around it, and which of them: two titles in one titleInfo share the number. */
  readonly parent: string;
  readonly parentType?: string;
  readonly group: number;
  /** Said of something else: of the newspaper, a part, the original (MODS relatedItem). */
  readonly ofAnother: boolean;
}

interface Open {
  readonly name: string;
  readonly type: string | undefined;
  readonly number: number;
  readonly ofAnother: boolean;
  readonly pieces: string[];
  leaf: boolean;
}

export interface FactCollector extends Required<XmlVisitor> {
  /** The facts up to here; the next ones go into a new list. */
  take(): readonly Fact[];
}

export function collectFacts(): FactCollector {
  let facts: Fact[] = [];
  let stack: Open[] = [];
  let count = 0;
  return {
    open({ name, values }) {
      const parent = stack.at(-1);
      if (parent) parent.leaf = false;
      count += 1;
      stack.push({
        name,
        type: values.type?.toLowerCase(),
        number: count,
        ofAnother: (parent?.ofAnother ?? false) || name === "relatedItem",
        pieces: [],
        leaf: true,
      });
    },
    text: (piece) => stack.at(-1)?.pieces.push(piece),
    close() {
      const closed = stack.pop();
      if (!closed?.leaf) return;
      const text = closed.pieces.join("").replace(/\s+/g, " ").trim();
      const parent = stack.at(-1);
      if (text === "") return;
      facts.push({
        name: closed.name,
        text,
        ...(closed.type === undefined ? {} : { type: closed.type }),
        parent: parent?.name ?? "",
        ...(parent?.type === undefined ? {} : { parentType: parent.type }),
        group: parent?.number ?? 0,
        ofAnother: closed.ofAnother,
      });
    },
    take() {
      const taken = facts;
      facts = [];
      stack = [];
      return taken;
    },
  };
}
