/**
 * What `articles --format json` prints (docs/edition-json.md) in the shape that an outside scorer of whole articles
 * takes. Marks and jump heads are printed beside the text, so they are in the prediction and in no body.
 */
const lines = (text) => (text ? text.split("\n") : []);

/** @returns {{articles: object[], unplaced: string[]}} */
export function predictionOfJson({ articles, leftovers, furniture }) {
  return {
    articles: articles.map((article) => ({
      headline: lines(article.headline),
      kicker: lines(article.kicker),
      deck: lines(article.deck),
      byline: lines(article.byline),
      dateline: lines(article.dateline),
      credit: lines(article.credit),
      body: article.body.map(({ kind, text }) => ({ kind, text })),
      pages: article.pages,
      jumps: article.jumps.map(({ state, from_page, to_page }) => ({ state, from_page, to_page })),
    })),
    unplaced: [
      ...[...leftovers, ...furniture].map(({ text }) => text),
      ...articles.flatMap(({ marks, jumps }) => [
        ...marks.map(({ text }) => text),
        ...jumps.flatMap(({ mark, continuation, jump_head }) => [mark, continuation, ...jump_head]),
      ]),
    ].filter((text) => text !== ""),
  };
}
