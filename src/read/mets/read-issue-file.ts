/**
 * A library's issue file, METS or MPEG-21 DIDL → what it says of the issue: its pages, its items and where they stand.
 * The kind is told by the root element. It opens no other file and fetches nothing; what it says may be wrong or point
 * at nothing, which `place-items.ts` finds out.
 */
import type { Diagnostic, Outcome } from "../../model/diagnostic.js";
import type { SourceFile } from "../../model/job.js";
import { walkXml, type XmlVisitor } from "../walk-xml.js";
import type { IssueFile } from "./issue.js";
import { readDidl } from "./read-didl.js";
import { readMets } from "./read-mets.js";

/** Comments and declarations before the root, then the root's local name. */
function rootName(head: string): string | undefined {
  let at = 0;
  for (;;) {
    while (/\s|\ufeff/.test(head[at] ?? "")) at += 1;
    const close = head.startsWith("<!--", at) ? "-->" : head.startsWith("<?", at) ? "?>" : undefined;
    if (close === undefined) break;
    const end = head.indexOf(close, at);
    if (end === -1) return undefined;
    at = end + close.length;
  }
  return /^<(?:[\w.-]{1,64}:)?([\w.-]{1,64})[\s/>]/.exec(head.slice(at, at + 200))?.[1];
}

/** Whether a file, of which this is the beginning, describes an issue. */
export function recognisesIssueFile(head: string): boolean {
  const name = rootName(head);
  return name === "mets" || name === "DIDL";
}

/** Reads an issue file. Never throws for what it holds; a damaged file gives what stood before the damage. */
export function readIssueFile(file: SourceFile): Outcome<IssueFile | undefined> {
  const [mets, didl] = [readMets(), readDidl()];
  let root: string | undefined;
  let chosen: XmlVisitor | undefined;
  const walked = walkXml(file, {
    open(element) {
      if (root === undefined) {
        root = element.name;
        chosen = root === "mets" ? mets.visitor : root === "DIDL" ? didl.visitor : undefined;
      }
      chosen?.open?.(element);
    },
    text: (piece) => chosen?.text?.(piece),
    close: (name) => chosen?.close?.(name),
  });
  const diagnostics: Diagnostic[] = [...walked];
  if (!chosen) {
    if (root !== undefined)
      diagnostics.push({
        code: "JL1070",
        severity: "error",
        place: { file: file.path },
        details: { root: root.slice(0, 80) },
      });
    return { value: undefined, diagnostics };
  }
  const { issue: value, allLinks } =
    root === "mets" ? mets.read(file.path) : { issue: didl.issue(file.path), allLinks: true };
  if (!allLinks)
    diagnostics.push({ code: "JL1071", severity: "warning", place: { file: file.path }, details: {} });
  if (value.items.every(({ parts }) => parts.length === 0))
    diagnostics.push({
      code: "JL1072",
      severity: "info",
      place: { file: file.path },
      details: { items: value.items.length },
    });
  return { value, diagnostics };
}
