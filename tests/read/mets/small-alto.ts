/** Blocks, lines and IDs of an ALTO file, as much as the issue files point at; the real reader is tested elsewhere. */
import { readFileSync } from "node:fs";
import type { IssuePage } from "../../../src/read/mets/index-page-ids.js";
import { walkXml } from "../../../src/read/walk-xml.js";

interface OpenLine {
  words: string[];
  ids: string[];
}

export function readSmallAlto(absolute: string, file: string, number: number): IssuePage {
  const blocks: { sourceId: string; within: string[]; lines: OpenLine[] }[] = [];
  const within: string[] = [];
  walkXml(
    { path: file, bytes: new Uint8Array(readFileSync(absolute)) },
    {
      open({ name, values }) {
        const id = values.ID ?? "";
        if (name === "ComposedBlock") within.push(id);
        else if (name === "TextBlock") blocks.push({ sourceId: id, within: [...within], lines: [] });
        else if (name === "TextLine") blocks.at(-1)?.lines.push({ words: [], ids: [id] });
        else if (name === "String") {
          const line = blocks.at(-1)?.lines.at(-1);
          line?.words.push(values.CONTENT ?? "");
          line?.ids.push(id);
        }
      },
      close: (name) => {
        if (name === "ComposedBlock") within.pop();
      },
    },
  );
  let count = 0;
  return {
    file,
    number,
    blocks: blocks.map(({ lines, ...block }) => ({
      ...block,
      lines: lines.map(({ words, ids }) => ({
        number: ++count,
        original: words.join(" "),
        blanksBefore: 0,
        sourceIds: ids,
      })),
    })),
  };
}
