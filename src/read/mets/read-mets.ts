/**
 * A walked METS file → the issue it describes. The issue's own description is the one that the innermost piece around
 * all items names (ISSUE before VOLUME before NEWSPAPER); articles' and sections' descriptions never speak for it.
 */
import type { XmlVisitor } from "../walk-xml.js";
import type { Fact } from "./collect-facts.js";
import type { About, IssueFile } from "./issue.js";
import { listMetsItems } from "./list-mets-items.js";
import { listMetsPages } from "./list-mets-pages.js";
import { isLastingAddress, tellAbout } from "./tell-about.js";
import { holderOf } from "./type-words.js";
import { type Mets, type MetsDiv, walkMets } from "./walk-mets.js";

/** IDs of the descriptions of issue, volume and newspaper, the innermost first. */
function issueRecords(divs: readonly MetsDiv[]): string[] {
  return divs
    .filter(({ type }) => holderOf(type) === "issue")
    .flatMap((div) => [...issueRecords(div.children), ...div.records.toReversed()]);
}

function aboutIssue(mets: Mets): About {
  const named = [...new Set(mets.maps.flatMap(({ divs }) => issueRecords(divs)))];
  const records = named.flatMap((id): (readonly Fact[])[] => {
    const facts = mets.records.get(id);
    return facts ? [facts] : [];
  });
  const about = tellAbout(records.length > 0 ? records : [...mets.records.values()].slice(0, 1));
  const { objectId } = mets;
  if (objectId === undefined || (about.identifier !== undefined && !isLastingAddress(objectId))) return about;
  return { ...about, identifier: objectId };
}

/** How our own METS files name who made them (`publish/mets/`). */
const ourName = "Jumpline";

/** A visitor for `walkXml`, and the issue after the walk; `allLinks` is false for a file with more than are followed. */
export function readMets(): {
  visitor: XmlVisitor;
  read(file: string): { issue: IssueFile; allLinks: boolean };
} {
  const { visitor, mets } = walkMets();
  return {
    visitor,
    read(file) {
      const walked = mets();
      const { items, allLinks } = listMetsItems(walked);
      const issue: IssueFile = {
        kind: "mets",
        file,
        ...(walked.agents.includes(ourName) ? { exact: true as const } : {}),
        about: aboutIssue(walked),
        pages: listMetsPages(walked),
        items,
      };
      return { issue, allLinks };
    },
  };
}
