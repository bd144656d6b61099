/**
 * One row of Tesseract's TSV → its numbers and its text, or what can still be told of a damaged one. A row is damaged
 * when its place in the page cannot be read; bad coordinates alone are no reason to doubt its text.
 */
export const tsvHeader =
  "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext";

export interface TsvRow {
  /** 1 page, 2 block, 3 paragraph, 4 line, 5 word. */
  readonly level: number;
  readonly page: number;
  readonly block: number;
  readonly paragraph: number;
  readonly line: number;
  /** Left, top, width, height in pixels; NaN for what is no number. */
  readonly box: readonly [number, number, number, number];
  /** 0–1. */
  readonly confidence?: number;
  readonly text: string;
  /** A word's row without text in a file without tabs at its rows' ends: a number that was its text may pass for its confidence. */
  readonly doubtful?: true;
}

/** Columns before the text. */
const numbered = 11;
const wordLevel = 5;
/** What the last column before the text, the confidence, can say. */
const mostPercent = 100;

const decimal = (field: string | undefined): number =>
  field !== undefined && /^-?\d[\d.]*$/.test(field) ? Number(field) : Number.NaN;
const isCount = (field: string | undefined): boolean => field !== undefined && /^\d{1,9}$/.test(field);

/** A row with this many numbers before its text is one of Tesseract's, whatever else is wrong with it. */
const mostlyNumbers = 8;

/** What a damaged row still says: its text column, or what stands behind its numbers where it has no such column. */
function textLeft(fields: readonly string[]): string {
  const isNumber = (field: string): boolean => !Number.isNaN(decimal(field.trim()));
  const columned =
    fields.length > numbered && fields.slice(0, numbered).filter(isNumber).length >= mostlyNumbers;
  const first = columned ? numbered : fields.findIndex((field) => !isNumber(field));
  return first < 0 ? "" : fields.slice(first).join("\t").trim();
}

/** Whether an editor took the tab off the end of all rows without text: so of all that are no words'. */
export function isTrimmed(rows: readonly string[]): boolean {
  const silent = rows.filter((row) => /^[1-4]\t/.test(row));
  return (
    silent.length > 0 &&
    silent.every((row) => row.trimEnd().split("\t").length === numbered && row.trimEnd() === row)
  );
}

export interface RowPlace {
  /** Ends the file without a line end: a row that breaks off there is damaged. */
  readonly isLast: boolean;
  /** Stands in a file whose rows lost the tab at their end. */
  readonly isTrimmed: boolean;
}

export function readTsvRow(
  raw: string,
  { isLast, isTrimmed }: RowPlace,
): { readonly row: TsvRow } | { readonly text: string } {
  const fields = raw.split("\t");
  const text = fields.slice(numbered).join("\t");
  const level = Number(fields[0]);
  const readable = fields.length > 5 && fields.slice(0, 6).every(isCount);
  // A row without text that lost the tab at its end ends in its confidence; one that lost another, in its text, and that
  // may be a number too. A word's row without text is believed only where all rows lost their last tab.
  const isShort = fields.length === numbered;
  const endsInNumber = decimal(fields[numbered - 1]) <= mostPercent;
  const isWord = level === wordLevel;
  const isSilent = endsInNumber && (!isWord || (isTrimmed && !isLast && isCount(fields[numbered - 2])));
  const whole = fields.length > numbered || (isShort && isSilent);
  if (isShort && isWord && readable && endsInNumber && !isSilent && !isLast)
    return { text: fields[numbered - 1] as string };
  const silent = level === wordLevel || text.trim() === "";
  if (!readable || !whole || level < 1 || level > wordLevel || !silent) return { text: textLeft(fields) };
  const percent = decimal(fields[10]);
  return {
    row: {
      level,
      page: Number(fields[1]),
      block: Number(fields[2]),
      paragraph: Number(fields[3]),
      line: Number(fields[4]),
      box: [decimal(fields[6]), decimal(fields[7]), decimal(fields[8]), decimal(fields[9])],
      ...(percent >= 0 && percent <= mostPercent ? { confidence: percent / mostPercent } : {}),
      ...(isShort && isWord ? { doubtful: true as const } : {}),
      text,
    },
  };
}
