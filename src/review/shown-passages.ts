/** Every passage that a reader is shown somewhere, with a name for where that is. */
import type { Article, Assembly, Mark } from "../model/article.js";
import type { Passage } from "../model/unit.js";
import { editorsHeadline, isEditors } from "./note-decision.js";

export interface ShownPassage {
  /** For messages: `p1-k3f9q2 headline`, `furniture`. */
  readonly where: string;
  readonly passage: Passage;
  /** Set where the words may be an editor's own, with no printed line behind them. */
  readonly editorsWords?: boolean;
}

/** Articles in their order (head, body, marks, jumps), then furniture, then leftovers. */
export function shownPassages(assembly: Assembly): ShownPassage[] {
  return [
    ...assembly.articles.flatMap(passagesOfArticle),
    ...assembly.furniture.map(({ passage }) => ({ where: "furniture", passage })),
    ...assembly.leftovers.map(({ passage }) => ({ where: "leftovers", passage })),
  ];
}

const headSlots = ["kicker", "headline", "deck", "byline", "dateline", "credit"] as const;

/** The passages of one article; a mark that two jumps or lists share is given as often as it is listed. */
export function passagesOfArticle(article: Article): ShownPassage[] {
  const byEditor = article.decisions.some(
    (decision) => isEditors(decision) && decision.choice === editorsHeadline,
  );
  const shown: ShownPassage[] = [];
  for (const slot of headSlots) {
    for (const passage of article[slot]) {
      shown.push({ where: `${article.id} ${slot}`, passage, editorsWords: byEditor && slot === "headline" });
    }
  }
  for (const part of article.body) shown.push({ where: `${article.id} ${part.kind}`, passage: part.passage });
  const mark = ({ kind, passage }: Mark): ShownPassage => ({ where: `${article.id} ${kind}`, passage });
  shown.push(...article.marks.map(mark));
  for (const jump of article.jumps) {
    if (jump.forward) shown.push(mark(jump.forward));
    if (jump.backward) shown.push(mark(jump.backward));
    shown.push(...jump.jumpHead.map((passage) => ({ where: `${article.id} jump-head`, passage })));
  }
  return shown;
}
