/** The truth of an issue: its articles as written, and which stretch of each stands on which page. */
import { jumpsOf, partsOf } from "./read-issue.mjs";

/** A caption belongs to its story but to no place in it: after the text or before it, both are right. */
function captionOrders(body, captions) {
  const text = Array.from({ length: body }, (_, nth) => nth);
  const under = Array.from({ length: captions }, (_, nth) => body + nth);
  return [
    [...text, ...under],
    [...under, ...text],
  ];
}

function truthOfStory(story) {
  let fromPage = story.page;
  const jumps = jumpsOf(story).map((jump) => {
    const found = {
      from_page: fromPage,
      to_page: jump.to_page,
      after_paragraph: jump.after_paragraph,
      after_char: jump.after_char ?? null,
      jump_line: jump.jump_line,
      continuation_line: jump.continuation_line,
      jump_head: jump.jump_head ?? [],
    };
    fromPage = jump.to_page;
    return found;
  });
  const {
    id,
    importance,
    kicker = [],
    headline,
    deck = [],
    byline = null,
    dateline = null,
    credit = null,
  } = story;
  const captions = story.captions ?? [];
  const spansOf = ({ page, spans }) => [
    ...spans,
    ...captions.flatMap((caption, nth) =>
      caption.page === page ? [[story.body.length + nth, 0, caption.text.length]] : [],
    ),
  ];
  return {
    ...{ id, importance, kicker, headline, deck, byline, dateline, credit },
    body: [
      ...story.body.map(({ kind, text }) => ({ kind: kind === "paragraph" ? "body" : kind, text })),
      ...captions.map(({ text }) => ({ kind: "caption", text })),
    ],
    ...(captions.length ? { body_orders: captionOrders(story.body.length, captions.length) } : {}),
    parts: partsOf(story).map((part) => ({
      page: part.page,
      chars: spansOf(part).reduce((sum, [, from, to]) => sum + to - from, 0),
      spans: spansOf(part),
    })),
    jump: jumps[0] ?? null,
    ...(jumps.length > 1 ? { jumps } : {}),
  };
}

/** The object written to truth.json. */
export function truthOf(issue) {
  const { id, newspaper, language, direction, date } = issue;
  return {
    ...{ id, newspaper, language, direction, date },
    pages: issue.pages.map(({ number, folio, section }) => ({ number, folio, section })),
    articles: issue.stories.map(truthOfStory),
    notices: issue.notices.map(({ page, lines }) => ({ page, lines })),
    furniture: [
      ...issue.pages.flatMap(({ number, furniture = [] }) =>
        furniture.map((text) => ({ page: number, text })),
      ),
      ...(issue.labels ?? []),
    ],
  };
}
