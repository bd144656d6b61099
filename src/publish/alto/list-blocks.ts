/**
 * The blocks of a page as ALTO and METS have them: what of a unit (a paragraph, a headline) stands in one column. They
 * come in the order in which the page is read: what stands above all stories, the stories, the rest.
 */
import type { ReviewedEdition } from "../../model/edition.js";
import type { LineId, UnitId } from "../../model/ids.js";
import { type Box, type Line, linesOf, type Page } from "../../model/page.js";
import type { Span, Unit, UnitKind } from "../../model/unit.js";
import { findColumnRuns, hasPlaces, onPage } from "../page-places.js";

export interface BlockLine {
  readonly id: string;
  readonly line: Line;
  readonly span: Span;
  readonly box?: Box;
}

export interface AltoBlock {
  readonly id: string;
  readonly unit: UnitId;
  readonly kind: UnitKind;
  readonly box?: Box;
  readonly lines: readonly BlockLine[];
}

/** A part of a line has its share of the line's box, along the way it runs. */
function boxOfSpan(line: Line, { start, end }: Span, vertical: boolean): Box | undefined {
  const box = line.box && onPage(line.box);
  if (!box || (start === 0 && end === line.text.length) || line.text.length === 0) return box;
  const [from, share] = [start / line.text.length, (end - start) / line.text.length];
  return vertical
    ? { ...box, y: box.y + box.height * from, height: box.height * share }
    : { ...box, x: box.x + box.width * from, width: box.width * share };
}

function blocksOfUnit(unit: Unit, page: Page, lines: ReadonlyMap<LineId, Line>): AltoBlock[] {
  const vertical = page.direction === "vertical";
  const printed = unit.passage.spans.flatMap((span, index): BlockLine[] => {
    const line = lines.get(span.line);
    if (!line || line.text.slice(span.start, span.end).trim() === "") return [];
    const box = hasPlaces(page) ? boxOfSpan(line, span, vertical) : undefined;
    return [{ id: `${unit.id}-${index + 1}`, line, span, ...(box ? { box } : {}) }];
  });
  const block = (id: string, some: readonly BlockLine[], box?: Box): AltoBlock => ({
    id,
    unit: unit.id,
    kind: unit.kind,
    lines: some,
    ...(box ? { box } : {}),
  });
  if (printed.length === 0) return [];
  if (printed.some(({ box }) => box === undefined)) return [block(unit.id, printed)];
  const runs = findColumnRuns(
    printed.map(({ box }) => box as Box),
    vertical,
  );
  return runs.map(({ box, from, end }, index) =>
    block(index === 0 ? unit.id : `${unit.id}_${index + 1}`, printed.slice(from, end), box),
  );
}

/** The blocks of each page, by its number. */
export function listBlocks({ pages, assembly }: ReviewedEdition): ReadonlyMap<number, readonly AltoBlock[]> {
  const loose = [...assembly.furniture, ...assembly.leftovers];
  return new Map(
    pages.map((page) => {
      const lines = new Map(linesOf(page).map((line) => [line.id, line]));
      const order = new Map([...lines.keys()].map((id, at) => [id, at]));
      const unitsOf = (ids: readonly UnitId[]): Unit[] => ids.flatMap((id) => assembly.units.get(id) ?? []);
      const stories = unitsOf(
        assembly.articles.flatMap(({ parts }) =>
          parts.filter((part) => part.page === page.number).flatMap((part) => part.units),
        ),
      );
      const rest = unitsOf(loose.filter((each) => each.page === page.number).map(({ unit }) => unit));
      const placeOf = ({ passage }: Unit): number => order.get(passage.spans[0]?.line as LineId) ?? 0;
      rest.sort((a, b) => placeOf(a) - placeOf(b));
      const first = Math.min(...stories.map(placeOf));
      const above = rest.filter((unit) => placeOf(unit) < first);
      const units = [...above, ...stories, ...rest.filter((unit) => placeOf(unit) >= first)];
      return [page.number, units.flatMap((unit) => blocksOfUnit(unit, page, lines))] as const;
    }),
  );
}
