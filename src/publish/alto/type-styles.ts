/**
 * The text styles of a page: each size and weight its lines are set in. ALTO counts type in points, and how large the
 * paper was nobody says; so sizes are those on a page 400 mm wide, a broadsheet's: right among each other.
 */
import type { Line, Page } from "../../model/page.js";
import { isShape } from "../page-size.js";
import { xml } from "../xml-element.js";

const millimetresWide = 400;
const pointsPerMillimetre = 72 / 25.4;

export interface Styles {
  /** By `styleKey`. */
  readonly ids: ReadonlyMap<string, string>;
  readonly elements: readonly string[];
}

export const styleKey = ({ typeSize, bold }: Line): string => `${typeSize ?? ""} ${bold ?? ""}`;

export function listStyles({ aspect }: Page, lines: readonly Line[]): Styles {
  const ids = new Map<string, string>();
  const elements: string[] = [];
  const known = new Map<string, string>();
  for (const line of lines) {
    const { typeSize, bold } = line;
    if ((typeSize === undefined && bold === undefined) || !isShape(aspect)) continue;
    const points =
      typeSize === undefined
        ? undefined
        : Math.round(typeSize * aspect * millimetresWide * pointsPerMillimetre * 10) / 10;
    const style = { FONTSIZE: points, FONTSTYLE: bold ? "bold" : undefined };
    const name = JSON.stringify(style);
    const id = known.get(name) ?? `style-${known.size + 1}`;
    if (!known.has(name)) elements.push(xml("TextStyle", { ID: id, ...style }));
    known.set(name, id);
    ids.set(styleKey(line), id);
  }
  return { ids, elements };
}
