/**
 * What hangs together → runs: what stands in one column without white in it, in the order in which it is read. Lines that
 * stand alone are in none.
 */
import { endsSentence } from "../../text/ends-sentence.js";
import type { Chain } from "../chain-lines.js";
import { headsOf } from "../heads-of.js";
import type { Linked } from "../link-chains.js";
import { groupByRoot } from "../links.js";
import { gapBelow, isWeak } from "../look-around.js";
import { orderText } from "../order-text.js";
import { around, type Frame, overlapX, type Rect, widthOf } from "../rect.js";
import { columnAround, endOf, startOf, type TextEnd, type TextStart } from "./text-edges.js";

export interface Run {
  readonly chains: readonly Chain[];
  readonly rect: Rect;
  readonly start: TextStart;
  readonly end: TextEnd;
  /** It begins with a line that says who wrote it. */
  readonly signed: boolean;
  /** The first of what hangs together there, if it stands under the headline, or the headline beside all its text. */
  readonly head: Chain | undefined;
  /** The headline over it. */
  readonly headline: Rect | undefined;
  /** The run that it follows as the page was hung. */
  readonly before: number | undefined;
  /** It is left where it is: its headline stands at its foot, or amid its text. */
  readonly settled: boolean;
}

/** Pitches of white in a column over which text is one run. */
const tight = 0.8;
const underHeading = 3;
/** Bold type so much smaller than the body's says who wrote what stands under it. */
const smallest = 0.97;

export function columnRuns(frame: Frame, chains: readonly Chain[], linked: Linked, indents: boolean): Run[] {
  const runs: Run[] = [];
  for (const [root, members] of groupByRoot(chains, linked.links)) {
    const heads = headsOf(frame, members, linked);
    const ordered = orderText(
      frame,
      members.filter((chain) => !heads.includes(chain)),
    );
    const isAmid = heads.some((head) => {
      const up = linked.links.get(head);
      return linked.feet.has(head) || (up !== undefined && !heads.includes(up));
    });
    const hasHeadline = heads.some((chain) => !isWeak(chain));
    const isUnder = ([first]: readonly Chain[]): boolean => {
      let up = first && linked.links.get(first);
      // A byline between the two is of the headline.
      if (up && !heads.includes(up) && isScrap([up])) up = linked.links.get(up);
      return (
        hasHeadline && !!first && !!up && heads.includes(up) && up.y0 < first.y0 && overlapX(up, first) > 0
      );
    };
    const cut = cutRuns(frame, ordered).filter((run) => !isScrap(run));
    const isBeside = hasHeadline && !cut.some(isUnder);
    let before: number | undefined;
    for (const run of cut) {
      const [first] = run as [Chain];
      const column = columnAround(run);
      const isHeaded = isUnder(run) || (isBeside && before === undefined);
      runs.push({
        chains: run,
        rect: around(run),
        start: startOf(frame, run, column, indents),
        end: endOf(frame, run, column),
        signed: frame.exact && isWeak(first) && first.scale < smallest,
        head: isHeaded ? root : undefined,
        headline: isUnder(run) ? around(heads) : undefined,
        before,
        settled: isAmid,
      });
      before = runs.length - 1;
    }
  }
  return runs;
}

/** One line alone is a byline, or the page's, and goes on from nothing; but for the last words of a sentence. */
function isScrap([chain, ...rest]: readonly Chain[]): boolean {
  if (rest.length > 0 || chain?.spots.length !== 1) return false;
  const text = chain.spots
    .flatMap(({ lines }) => lines.map((line) => line.text))
    .join(" ")
    .trim();
  return chain.display || !/^\p{Ll}/u.test(text) || !endsSentence(text);
}

function cutRuns(frame: Frame, ordered: readonly Chain[]): Chain[][] {
  const runs: Chain[][] = [];
  for (const chain of ordered) {
    const last = runs.at(-1)?.at(-1);
    // A heading set inside text is of what stands under it.
    const room = last?.display && !isWeak(last) && !chain.display ? underHeading : tight;
    const goesOn =
      last !== undefined &&
      overlapX(last, chain) > 0.5 * Math.min(widthOf(last), widthOf(chain)) &&
      gapBelow(last, chain) > -frame.em &&
      gapBelow(last, chain) < room * frame.pitch;
    if (goesOn) runs.at(-1)?.push(chain);
    else runs.push([chain]);
  }
  return runs;
}
