/**
 * What joined the parts of a story on two pages, as a row among its printed lines: the printed marks, the reason, and how
 * sure it is. “Page 1 and page 3 joined here · See FERRY, Page 3 · From Page 1 · 0.97”.
 * An editor's or a library's join that left no jump has its pages only.
 */
import type { Element } from "hast";
import { type Child, element } from "../../markdown/to-hast.js";
import type { Article, Jump } from "../../model/article.js";
import { type JoinReason, joinReasons, reasonSeparator } from "../../model/join-reasons.js";
import type { EditionView } from "../edition-view.js";
import { fillWords, type Words } from "../words/index.js";

const reasonNames: ReadonlyMap<string, JoinReason> = new Map(
  Object.entries(joinReasons).map(([name, wording]) => [wording, name as JoinReason]),
);

const joins = (jump: Jump, from: number, to: number): boolean =>
  jump.state === "joined" &&
  ((jump.fromPage === from && jump.toPage === to) || (jump.fromPage === to && jump.toPage === from));

/** In the site's language where it is known; another's reason (an editor's, a library's) as it is given. */
function showReasons(reason: string, words: Words): Child[] {
  return reason.split(reasonSeparator).flatMap((each, at): Child[] => {
    const name = reasonNames.get(each);
    const shown =
      name === undefined
        ? element("span", { lang: "en" }, each)
        : element("span", {}, words.joinReasons[name]);
    return at === 0 ? [shown] : [reasonSeparator, shown];
  });
}

export function showJoin(article: Article, from: number, to: number, view: EditionView): Element {
  const { words } = view;
  const jump = article.jumps.find((each) => joins(each, from, to));
  const marks = [jump?.forward, jump?.backward].flatMap((mark) =>
    mark ? [" ", element("q", { lang: view.edition.info.language }, view.style(mark.passage.text))] : [],
  );
  const sure = jump
    ? [
        element(
          "span",
          { className: ["small"] },
          `${words.confidence} ${fillWords(words.percent, { n: Math.round(jump.confidence * 100) })} · ${words.reason}${words.colon}`,
          ...showReasons(jump.reason, words),
        ),
      ]
    : [];
  return element(
    "tr",
    { className: ["joined"], lang: words.lang },
    element(
      "td",
      { colSpan: 3 },
      element("strong", {}, fillWords(words.joinedHere, { from, to })),
      ...marks,
      " ",
      ...sure,
    ),
  );
}
