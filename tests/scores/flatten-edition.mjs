/** An assembled edition as a scorer sees it: clusters of passages with the lines they came from. */
import { letters } from "./fold.mjs";

const heads = ["kicker", "headline", "deck", "byline", "dateline"];
const place = (lineId) => {
  const match = /^p(\d+)-l(\d+)[b-z]?$/.exec(lineId);
  return `${match[1]}:${match[2]}`;
};

/** @returns passages with role, text, line keys in order and characters per line */
function flattenPassage(role, passage, textOf) {
  const chars = new Map();
  for (const span of passage.spans) {
    const key = place(span.line);
    const count = letters((textOf.get(span.line) ?? "").slice(span.start, span.end)).length;
    chars.set(key, (chars.get(key) ?? 0) + count);
  }
  return { role, text: passage.text, lines: [...chars.keys()], chars, spans: passage.spans };
}

/**
 * @returns {{clusters: {kind: string, id: string, passages: object[], jumps: object[]}[], textOf: Map}}
 * Clusters of kind story, notice, advert; and one cluster per leftover and per piece of furniture.
 */
export function flattenEdition(edition) {
  const textOf = new Map();
  for (const page of edition.pages)
    for (const block of page.blocks) for (const line of block.lines) textOf.set(line.id, line.text);
  const { articles, leftovers, furniture } = edition.assembly;
  const clusters = articles.map((article) => {
    const passages = [];
    for (const role of heads)
      for (const passage of article[role]) passages.push(flattenPassage(role, passage, textOf));
    for (const part of article.body) passages.push(flattenPassage(part.kind, part.passage, textOf));
    for (const passage of article.credit) passages.push(flattenPassage("credit", passage, textOf));
    for (const mark of article.marks)
      passages.push({ ...flattenPassage("mark", mark.passage, textOf), kind: mark.kind });
    for (const jump of article.jumps) {
      if (jump.forward) passages.push(flattenPassage("mark", jump.forward.passage, textOf));
      if (jump.backward) passages.push(flattenPassage("mark", jump.backward.passage, textOf));
      for (const head of jump.jumpHead) passages.push(flattenPassage("jump-head", head, textOf));
    }
    return { kind: article.kind, id: article.id, passages, jumps: article.jumps, article };
  });
  for (const item of leftovers)
    clusters.push({
      kind: "leftover",
      id: item.unit,
      passages: [flattenPassage("leftover", item.passage, textOf)],
      jumps: [],
    });
  for (const item of furniture)
    clusters.push({
      kind: "furniture",
      id: item.unit,
      passages: [flattenPassage("furniture", item.passage, textOf)],
      jumps: [],
    });
  return { clusters, textOf };
}

/** The prediction in the shape that an outside scorer of whole articles takes. */
export function predictionOf(edition) {
  const texts = (passages) => passages.map((passage) => passage.text);
  return {
    articles: edition.assembly.articles.map((article) => ({
      headline: texts(article.headline),
      kicker: texts(article.kicker),
      deck: texts(article.deck),
      byline: texts(article.byline),
      dateline: texts(article.dateline),
      credit: texts(article.credit),
      body: article.body.map((part) => ({ kind: part.kind, text: part.passage.text })),
      pages: article.parts.map((part) => part.page),
      jumps: article.jumps.map((jump) => ({
        state: jump.state,
        from_page: jump.fromPage,
        to_page: jump.toPage,
      })),
    })),
    // Marks and jump heads are shown beside the text, so they are printed but in no body.
    unplaced: [
      ...texts([...edition.assembly.leftovers, ...edition.assembly.furniture].map((item) => item.passage)),
      ...edition.assembly.articles.flatMap((article) => [
        ...texts(article.marks.map((mark) => mark.passage)),
        ...article.jumps.flatMap(({ forward, backward, jumpHead }) =>
          texts(
            [forward?.passage, backward?.passage, ...jumpHead].filter((passage) => passage !== undefined),
          ),
        ),
      ]),
    ],
  };
}
