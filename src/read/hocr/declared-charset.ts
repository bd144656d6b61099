/**
 * The encoding that an HTML or XML file names for itself: `<?xml … encoding="ISO-8859-1"?>` or
 * `<meta http-equiv="Content-Type" content="text/html; charset=big5">`. It is only asked for bytes that are not UTF-8.
 */
import { knownEncoding } from "../recognise-encoding.js";

/** Browsers look for it in the first kilobyte; long XML headers push it further. */
const searched = 4096;

export function declaredCharset(bytes: Uint8Array): string | undefined {
  const begin = new TextDecoder("latin1").decode(bytes.subarray(0, searched));
  const inXml = /^\s{0,9}<\?xml[^>]{0,200}?\sencoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})["']/.exec(begin)?.[1];
  const inMeta = /<meta\s[^>]{0,300}?charset\s{0,9}=\s{0,9}["']?([\w.:-]{1,40})/i.exec(begin)?.[1];
  for (const name of [inXml, inMeta])
    if (name !== undefined && knownEncoding(name) !== undefined) return name;
  return undefined;
}
