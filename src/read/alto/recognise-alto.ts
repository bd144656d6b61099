/**
 * Tells an ALTO file by its root element, `alto` under any prefix and in any namespace (files of version 1 have none),
 * and which version of ALTO it says it is. What stands before the root is skipped, a document type too: the reader
 * then says why such a file is not read.
 *
 *     <?xml version="1.0"?> <!-- made by … --> <a:alto xmlns:a="http://www.loc.gov/standards/alto/ns-v4#">  →  ALTO 4
 */

/** Where the construct that begins at `at` ends; the end of the text where it does not. */
function after(head: string, at: number, end: string): number {
  const found = head.indexOf(end, at);
  return found < 0 ? head.length : found + end.length;
}

function afterDocumentType(head: string, at: number): number {
  const close = after(head, at, ">");
  const subset = head.indexOf("[", at);
  return subset < 0 || subset > close ? close : after(head, after(head, subset, "]"), ">");
}

/** Where the first element's tag begins, or where something stands that is no XML. */
function findRoot(head: string): number {
  let at = head.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < head.length) {
    if (head.charCodeAt(at) <= 0x20) at += 1;
    else if (head.startsWith("<?", at)) at = after(head, at, "?>");
    else if (head.startsWith("<!--", at)) at = after(head, at, "-->");
    else if (head.startsWith("<!DOCTYPE", at)) at = afterDocumentType(head, at);
    else return at;
  }
  return at;
}

export function recogniseAlto(head: string): boolean {
  const tag = /<(?:[^\s<>/:"'=]{1,60}:)?alto(?=[\s/>])/iy;
  tag.lastIndex = findRoot(head);
  return tag.test(head);
}

/** `4.2` from the schema's file name (alto-4-2.xsd, alto-v2.0.xsd), SCHEMAVERSION or the namespace (ns-v4#); "" else. */
export function readVersion(values: Readonly<Record<string, string>>): string {
  const said = /^\s{0,9}v?(\d{1,2}(?:\.\d{1,2})?)/i.exec(values.SCHEMAVERSION ?? "")?.[1];
  if (said !== undefined) return said;
  const all = Object.values(values);
  for (const value of all) {
    const schema = /alto-v?(\d{1,2})[-.](\d{1,2})(?:[-.]draft)?\.xsd/i.exec(value);
    if (schema) return `${schema[1]}.${schema[2]}`;
  }
  for (const value of all) {
    const namespace = /\/alto\/ns-v(\d{1,2})#/i.exec(value);
    if (namespace) return namespace[1] as string;
  }
  return all.some((value) => value.startsWith("http://schema.ccs-gmbh.com/ALTO")) ? "1" : "";
}
