/**
 * `texts-1.js`, `texts-2.js` … in an edition's folder: what can be searched of it, as scripts, since nothing else loads
 * from `file://`. The search shows words in context from them, a build makes the index of a standing edition from them.
 * They are cut between articles, so that a result of a large edition does not bring all of it.
 */
import { z } from "zod";
import type { SiteFile } from "../../model/job.js";
import type { SearchedEdition, SearchedText } from "../../model/search.js";
import { shortHash } from "../../text/hash.js";

/** UTF-16 units of text after which a new file begins. */
const unitsPerFile = 24_000;
const taker = "jumplineTake";

const Text = z.object({
  file: z.string(),
  title: z.string(),
  kind: z.enum(["story", "notice", "advert", "leftover"]),
  pages: z.array(z.number()),
  paragraphs: z.array(
    z.object({ anchor: z.string(), text: z.string(), printed: z.boolean().exactOptional() }),
  ),
});
const Texts = z.array(Text);

/** A file of the index: a call that hands `data` over under `name`. */
export const dataScript = (name: string, data: string): string =>
  `${taker}(${JSON.stringify(name)},${data});\n`;

/** Texts file by file. */
export function divideTexts({ texts }: SearchedEdition): SearchedText[][] {
  const files: SearchedText[][] = [];
  let room = 0;
  for (const text of texts) {
    const length = text.paragraphs.reduce((sum, paragraph) => sum + paragraph.text.length, 0);
    if (room < length || files.length === 0) {
      files.push([]);
      room = unitsPerFile;
    }
    files.at(-1)?.push(text);
    room -= length;
  }
  return files;
}

export const textsFile = (path: string, index: number): string => `${path}/texts-${index + 1}.js`;

export const writeTexts = (edition: SearchedEdition): SiteFile[] =>
  divideTexts(edition).map((texts, index) => {
    const path = textsFile(edition.path, index);
    const rows = texts.map((text) => JSON.stringify(text)).join(",\n");
    return { path, content: dataScript(path, `[\n${rows}\n]`) };
  });

/** Tells one state of an edition's texts from another: a browser may hold older ones. */
export const textsVersion = (edition: SearchedEdition): string => shortHash(JSON.stringify(edition.texts));

/** The texts of a standing edition; `undefined` where they are missing, damaged or of another shape. */
export function readTexts(
  path: string,
  textOf: (file: string) => string | undefined,
): SearchedEdition | undefined {
  const texts: SearchedText[] = [];
  for (let index = 0; ; index += 1) {
    const name = textsFile(path, index);
    const content = textOf(name);
    if (content === undefined) return index === 0 ? undefined : { path, texts };
    const found = readScript(name, content);
    if (found === undefined) return undefined;
    texts.push(...found);
  }
}

function readScript(name: string, content: string): SearchedText[] | undefined {
  const before = `${taker}(${JSON.stringify(name)},`;
  const after = ");\n";
  if (!content.startsWith(before) || !content.endsWith(after)) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(content.slice(before.length, -after.length));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined; // as good as missing
    throw error;
  }
  const texts = Texts.safeParse(value);
  return texts.success ? texts.data : undefined;
}
