/**
 * Headlines that stand under their text. Most papers set a headline over its story; some set all of them, or a few,
 * at its foot (many Chinese pages do):
 *
 *     │ 下午三点，全科   │ 药和油盐酱醋分   │
 *     │ 医生邬素心…     │ 门别类。         │      close under text, and far above what comes next:
 *     │ “我的医生住我家隔壁”           │      the headline of what stands over it
 *     ────────────────────────────
 *     │ 本报记者 申静   │ …
 *
 * White tells: what belongs together stands together. One heading alone may be set low for another reason, so either
 * most of the page's headings stand like this, or no heading stands over its text, up to the top of the page. Refused:
 * a heading amid its text, close to what is above and below it; that belongs to both.
 */
import { type Chain, isRuled } from "./chain-lines.js";
import { type Found, findColumns, type HeadBelow, mostColumns } from "./columns-over.js";
import { type Field, fieldOf } from "./field.js";
import { headingGap, headingUnder, mostBareLines } from "./links.js";
import { gapBelow, isWeak, lookDown, lookUp, slack } from "./look-around.js";
import { around, byPlace, type Frame, type Rect } from "./rect.js";

/** Pitches from text down to the heading under it, and how much more white is under that at least. */
const close = 1.2;
const whiter = 0.6;
/** Pitches by which boxes of a heading and of text over it overlap at most; more is a box misread. */
const overlap = 0.15;
/** The same as the two before where most of the page's headings stand under their text. */
const closeByHabit = 1.6;
const whiterByHabit = 0.3;
/** So many of a page's headings make a habit. */
const habit = 2;
/** Pitches of white in a column over which text of one story still goes on. */
const widestGap = 4;

/** A headline with what is printed under it and over it, from top to bottom, and the white around. */
interface Heading {
  readonly parts: readonly Chain[];
  readonly rect: Rect;
  /** Bold type of the body's size: the heading of a brief, where most headings stand under their text. */
  readonly weak: boolean;
  /** White over and under it, in pitches; without end where no text, a rule or another heading comes. */
  readonly over: number;
  readonly under: number;
}

/** The headings of a page, and the white around each. */
function headingsOf(frame: Frame, field: Field): Heading[] {
  const taken = new Set<Chain>();
  const from = (first: Chain): Heading[] => {
    if (!first.display || taken.has(first)) return [];
    const parts = partsFrom(frame, field, first).filter((part) => !taken.has(part));
    for (const part of parts) taken.add(part);
    const kicker = lookUp(frame, field, around(parts));
    if (kicker && !kicker.display && headingUnder(frame, field, kicker) === first) parts.unshift(kicker);
    const rect = around(parts);
    const above = lookUp(frame, field, rect);
    const isText = above && !above.display && !isRuled(frame.rules, above, rect);
    const over = isText ? gapBelow(above, rect) / frame.pitch : Infinity;
    return [{ parts, rect, weak: isWeak(first), over, under: whiteUnder(frame, field, rect) }];
  };
  const strong = field.byTop.filter((chain) => !isWeak(chain)).flatMap(from);
  const weak = field.byTop.filter((chain) => isWeak(chain) && !chain.arrives && !chain.leaves).flatMap(from);
  return [...strong, ...weak].sort((a, b) => byPlace(a.rect, b.rect));
}

function whiteUnder(frame: Frame, field: Field, rect: Rect): number {
  const below = lookUnder(frame, field, rect);
  if (!below || isRuled(frame.rules, rect, below) || (below.display && !isWeak(below))) return Infinity;
  return gapBelow(rect, below) / frame.pitch;
}

/** The first chain that begins under the foot of a heading. */
const lookUnder = (frame: Frame, field: Field, rect: Rect): Chain | undefined =>
  lookDown(field, { ...rect, y0: rect.y1 - slack * frame.em });

/** The heading that begins with a chain: its lines, its deck, and a byline that nothing stands under. */
function partsFrom(frame: Frame, field: Field, first: Chain): Chain[] {
  const parts = [first];
  for (let last = first; ; last = parts.at(-1) as Chain) {
    const next = lookUnder(frame, field, last);
    if (!next || parts.includes(next) || isRuled(frame.rules, last, next)) return parts;
    const gap = gapBelow(last, next);
    const isPart = next.display
      ? gap < Math.min(headingGap * frame.em * Math.min(last.scale, next.scale), close * frame.pitch)
      : gap < frame.pitch && isBareLine(frame, field, next);
    if (!isPart) return parts;
    parts.push(next);
  }
}

/** A line or two with white under them. */
const isBareLine = (frame: Frame, field: Field, chain: Chain): boolean =>
  chain.spots.length <= mostBareLines && whiteUnder(frame, field, chain) > close;

const isBelow = ({ over, under }: Heading): boolean =>
  over > -overlap && over < close && under > over + whiter;
const isAbove = ({ over, under }: Heading): boolean => under < close && over > under + whiter;

/** The headlines that stand under their text, from top to bottom. */
export function findHeadsBelow(frame: Frame, chains: readonly Chain[]): HeadBelow[] {
  const field = fieldOf(chains);
  const headings = headingsOf(frame, field);
  const strong = headings.filter(({ weak }) => !weak);
  const below = strong.filter(isBelow).length;
  if (below === 0) return [];
  const byHabit = below >= habit && below > strong.filter(isAbove).length;
  const feetOver = findFeetOver(field);
  const seen = new Set<Chain>();
  const found: Found[] = [];
  for (const heading of headings) {
    const { parts, rect, over, under, weak } = heading;
    const feet = parts
      .flatMap((part) => feetOver.get(part) ?? [])
      .filter((foot) => gapBelow(foot, rect) < widestGap * frame.pitch);
    const stands = byHabit
      ? over > -overlap &&
        over < closeByHabit &&
        under > over + whiterByHabit &&
        under > close - whiterByHabit
      : !weak &&
        frame.exact &&
        isBelow(heading) &&
        feet.every((foot) => isHeadless(frame, field, foot, seen));
    if (!stands || feet.length === 0 || feet.length > mostColumns) continue;
    for (const part of parts) seen.add(part);
    found.push({ parts, rect, feet });
  }
  return findColumns(frame, fieldOf(chains, seen), found);
}

/** The lowest text of each column over a heading chain. */
function findFeetOver(field: Field): ReadonlyMap<Chain, readonly Chain[]> {
  const over = new Map<Chain, Chain[]>();
  for (const chain of field.chains) {
    const under = chain.display ? undefined : lookDown(field, chain);
    if (!under?.display) continue;
    const feet = over.get(under);
    if (feet) feet.push(chain);
    else over.set(under, [chain]);
  }
  return over;
}

/** Whether one that looks up from the foot of a column finds no heading that stands over it. */
function isHeadless(frame: Frame, field: Field, foot: Chain, found: ReadonlySet<Chain>): boolean {
  for (let at = foot; ; ) {
    const up = lookUp(frame, field, at);
    if (!up || found.has(up) || isRuled(frame.rules, up, at)) return true;
    if (up.display && !isWeak(up)) return false;
    if (gapBelow(up, at) > widestGap * frame.pitch) return true;
    at = up;
  }
}
